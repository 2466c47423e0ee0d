//! `POST /comments`: a comment comes in.

use axum::{Form, extract::State, http::StatusCode, response::Response};
use data_encoding::HEXLOWER;
use ground::{
    Failure,
    ids::CommentId,
    msg,
    web::{Cx, Problems, Puzzle, Source, see_other},
};
use sqlx::PgConnection;

use super::{
    again::Again,
    crowd,
    form::{Guest, PostForm, body_of, guest_of},
    take::{Good, Taken, is_again, take},
};
use crate::{
    comment::State as CommentState,
    cookies::{self, NewSecret, Who},
    person::Person,
    rules::Refusal,
    store::posts::{self, Parent, Place},
};

/// A form that came, and who sent it.
struct Sent<'a> {
    state: &'a crate::State,
    cx: &'a Cx,
    source: Source,
    who: &'a Who,
    form: &'a PostForm,
}

/// What is in it.
struct Read {
    place: Place,
    parent: Option<Parent>,
    /// What it answers is not there any more.
    is_parent_gone: bool,
    guest: Guest,
    body: String,
    problems: Problems,
}

/// What has the id of a comment that comes.
enum Before {
    Nothing,
    /// It is here already.
    Itself(Response),
    /// Something else.
    Another,
}

impl Read {
    /// Whether every field is good.
    fn is_whole(&self) -> bool {
        self.problems.is_empty()
    }
}

/// For so long at most, the same words by a form without an id are taken for the same comment.
const SAME_SECONDS: i64 = 600;

/// Whether a comment came of a form.
enum New {
    Yes,
    No,
}

/// `POST /comments`: 303 to the comment in its thread, or to its own page while it waits; 422, 409 or 429 with the form and
/// why it was not taken.
///
/// The same form sent twice, also at once, is one comment.
pub(super) async fn post(
    State(state): State<crate::State>,
    cx: Cx,
    source: Source,
    who: Who,
    Form(form): Form<PostForm>,
) -> Result<Response, Failure> {
    let counted = state.posts.take(source)?;
    let sent = Sent {
        state: &state,
        cx: &cx,
        source,
        who: &who,
        form: &form,
    };
    let received = sent.receive().await;
    // What came before, and mistakes, cost nothing.
    if !matches!(received, Ok((_, New::Yes))) {
        counted.give_back();
    }
    received.map(|(answer, _)| answer)
}

impl Sent<'_> {
    async fn receive(&self) -> Result<(Response, New), Failure> {
        let mint = || self.state.ids.mint(self.state.clock.now());
        let mut comment_id = self.form.comment_id()?.unwrap_or_else(|| self.id_of_words());
        for _ in 0..4 {
            let read = self.read(&mut *self.state.pool.acquire().await?).await?;
            let good = self.good(&read, comment_id);
            match self.before(&good).await? {
                Before::Itself(answer) if read.is_whole() => return Ok((answer, New::No)),
                Before::Another => comment_id = mint(),
                _ => {
                    if let Some(answer) = self.once(&read, &good).await? {
                        return Ok(answer);
                    }
                }
            }
        }
        Err(anyhow::anyhow!("every id was taken").into())
    }

    /// The id of what came by a form that many share: the same words from the same person are the same comment for a while,
    /// so that pressing twice says it once.
    fn id_of_words(&self) -> CommentId {
        let (form, now) = (self.form, self.state.clock.now());
        let person = match &self.who.person {
            Person::Account(account_id) => account_id.to_string(),
            Person::Device(device) => HEXLOWER.encode(device),
            Person::Nobody => String::new(),
        };
        let said = [
            &person,
            &form.thread_id,
            &form.parent_id,
            &form.name,
            &form.email,
            &form.body,
        ];
        let mut input = Vec::new();
        for part in said {
            input.extend_from_slice(&part.len().to_be_bytes());
            input.extend_from_slice(part.as_bytes());
        }
        let window = now.timestamp().div_euclid(SAME_SECONDS) * SAME_SECONDS * 1000;
        input.extend_from_slice(&window.to_be_bytes());
        let mut random = [0; 10];
        random.copy_from_slice(&self.state.key.derive("comment-words", &input)[..10]);
        let millis = u64::try_from(window).unwrap_or_default();
        CommentId(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
    }

    /// What the form says, judged as far as its fields go.
    async fn read(&self, conn: &mut PgConnection) -> Result<Read, Failure> {
        let (state, form) = (self.state, self.form);
        let place = posts::find_place(conn, form.thread_id()?, state.clock.now()).await?;
        let place = place.ok_or(Failure::NotFound)?;
        let answers = form.parent_id()?;
        let parent = match answers {
            Some(parent_id) => posts::find_parent(conn, place.thread_id, parent_id).await?,
            None => None,
        };
        let mut problems = Problems::default();
        let body = body_of(&form.body).unwrap_or_else(|words| {
            problems.add("body", words);
            String::new()
        });
        let guest = match &self.cx.viewer().0 {
            Some(_) => Guest::default(),
            None => guest_of(conn, state, form, &mut problems).await?,
        };
        Ok(Read {
            is_parent_gone: answers.is_some() && parent.is_none(),
            place,
            parent,
            guest,
            body,
            problems,
        })
    }

    /// Takes it. `None`: something with its id came at this moment.
    async fn once(&self, read: &Read, good: &Good<'_>) -> Result<Option<(Response, New)>, Failure> {
        let comment_id = good.comment_id;
        let puzzle = crowd::puzzle(self.state, self.cx, comment_id, self.form);
        let pass = crowd::look(self.state, self.source, comment_id, puzzle.as_ref(), self.form);
        let Some(pass) = pass.filter(|_| read.is_whole() && !read.is_parent_gone) else {
            let again = self.wrong(read, comment_id, puzzle).await?;
            return Ok(Some((again, New::No)));
        };
        match take(self.state, self.cx.viewer(), good).await? {
            Taken::New(became, secret) => {
                pass.spend();
                let answer = self.lead(&read.place, comment_id, became, secret.as_ref());
                Ok(Some((answer, New::Yes)))
            }
            Taken::Refused(refusal) => {
                let again = self.refused(read, comment_id, puzzle, refusal).await?;
                Ok(Some((again, New::No)))
            }
            // Looked at once more: what it answers is found missing, or what has its id is found.
            Taken::Before | Taken::ParentGone => Ok(None),
        }
    }

    fn good<'a>(&'a self, read: &'a Read, comment_id: CommentId) -> Good<'a> {
        Good {
            comment_id,
            place: &read.place,
            parent: read.parent.as_ref(),
            who: self.who,
            guest: &read.guest,
            body: &read.body,
            lang: self.cx.lang(),
        }
    }

    /// Whether it came before, and the answer to that.
    async fn before(&self, good: &Good<'_>) -> Result<Before, Failure> {
        let mut conn = self.state.pool.acquire().await?;
        let Some(posted) = posts::find_posted(&mut conn, good.comment_id, good.body).await? else {
            return Ok(Before::Nothing);
        };
        Ok(is_again(good, &posted).map_or(Before::Another, |became| {
            Before::Itself(self.lead(good.place, good.comment_id, became, None))
        }))
    }

    /// 303: into the thread, where everybody reads it, or to the page that says that it waits.
    fn lead(
        &self,
        place: &Place,
        comment_id: CommentId,
        became: CommentState,
        secret: Option<&NewSecret>,
    ) -> Response {
        let to = match became {
            // Who writes spam is not told so.
            CommentState::Held | CommentState::Spam => format!("/comments/{comment_id}"),
            _ => format!("{}#comment-{comment_id}", place.path),
        };
        let mut response = see_other(&to);
        cookies::keep(response.headers_mut(), &self.state.site, secret);
        response
    }

    /// 422: something is missing or wrong; 409: what it answers is gone, and it may be said to everybody instead.
    async fn wrong(
        &self,
        read: &Read,
        comment_id: CommentId,
        puzzle: Option<Puzzle>,
    ) -> Result<Response, Failure> {
        let mut problems = read.problems.clone();
        if read.is_parent_gone {
            problems.add("body", msg!("comment-parent-gone"));
        }
        let is_unsolved = problems.is_empty();
        if is_unsolved {
            problems.add("work", msg!("work-wait"));
        }
        let again = Again {
            status: if read.is_parent_gone && read.problems.is_empty() {
                StatusCode::CONFLICT
            } else {
                StatusCode::UNPROCESSABLE_ENTITY
            },
            problems,
            is_unsolved,
            ..self.blank(read, comment_id, puzzle)
        };
        self.show(again, read).await
    }

    /// 429 or 409: the rules do not take it, and why.
    async fn refused(
        &self,
        read: &Read,
        comment_id: CommentId,
        puzzle: Option<Puzzle>,
        refusal: Refusal,
    ) -> Result<Response, Failure> {
        let mut problems = Problems::default();
        problems.add("body", refusal.words);
        let again = Again {
            status: match refusal.retry {
                Some(_) => StatusCode::TOO_MANY_REQUESTS,
                None if refusal.is_ban => StatusCode::FORBIDDEN,
                None => StatusCode::CONFLICT,
            },
            problems,
            retry: refusal.retry,
            is_banned: refusal.is_ban,
            ..self.blank(read, comment_id, puzzle)
        };
        self.show(again, read).await
    }

    fn blank<'a>(&'a self, read: &'a Read, comment_id: CommentId, puzzle: Option<Puzzle>) -> Again<'a> {
        Again {
            status: StatusCode::UNPROCESSABLE_ENTITY,
            problems: Problems::default(),
            retry: None,
            is_banned: false,
            form: self.form,
            comment_id,
            parent: read.parent.as_ref(),
            puzzle,
            is_unsolved: false,
        }
    }

    async fn show(&self, again: Again<'_>, read: &Read) -> Result<Response, Failure> {
        let mut conn = self.state.pool.acquire().await?;
        let person = &self.who.person;
        again
            .answer(&mut conn, self.state, self.cx, person, &read.place)
            .await
    }
}
