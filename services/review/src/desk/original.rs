//! The one door through which an original leaves its seal: for an editor who says why, written down first.

use askama::Template;
use axum::{
    Form,
    body::{Body, Bytes},
    extract::{Path, State},
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use futures_util::{Stream, StreamExt};
use ground::{
    Failure,
    ids::{AccountId, MediaId, SubmissionId},
    lang::Message,
    msg,
    viewer::Editor,
    web::{Cx, Page, Problems},
};
use media::OpenError;
use serde::Deserialize;

use super::{
    decision::clean,
    door,
    file::{self, SentFile},
    parse_id,
};
use crate::{
    event::EventKind,
    looks::WHY_MAX,
    store::history::{self, Look},
};

/// Both methods are below it.
pub(crate) const ROUTE: &str = "/desk/submissions/{submission_id}/files/{media_id}/original";

/// Where the original of a file can be asked for.
pub(crate) fn address_of(submission_id: SubmissionId, media_id: MediaId) -> String {
    format!("{}/files/{media_id}/original", super::address_of(submission_id))
}

/// What an original is, what it may do, and the form that asks why.
#[derive(Template)]
#[template(path = "review/desk_original.html")]
struct OriginalPage {
    cx: Cx,
    file: SentFile,
    /// Of the contribution.
    back: String,
    address: String,
    why: String,
    problems: Problems,
    /// Why it cannot be had.
    refusal: Option<Message>,
}

impl OriginalPage {
    fn new(cx: &Cx, file: SentFile) -> Self {
        Self {
            cx: cx.clone(),
            back: super::address_of(file.submission_id),
            address: address_of(file.submission_id, file.medium.media_id),
            why: String::new(),
            problems: Problems::default(),
            refusal: file
                .medium
                .original
                .is_none()
                .then(|| msg!("desk-original-not-yet")),
            file,
        }
    }

    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn why_max(&self) -> usize {
        WHY_MAX
    }

    fn answer(self, status: StatusCode) -> Response {
        let cx = self.cx.clone();
        Page::new(&cx, self).with_status(status).into_response()
    }

    /// 422: the form again, what was typed, and what is wrong.
    fn unprocessable(mut self, problem: Message, why: String) -> Failure {
        self.problems.add("why", problem);
        self.why = why;
        Failure::Page(Box::new(self.answer(StatusCode::UNPROCESSABLE_ENTITY)))
    }

    /// The page with the reason why there is no original to be had.
    fn refused(mut self, status: StatusCode, refusal: Message) -> Failure {
        self.refusal = Some(refusal);
        Failure::Page(Box::new(self.answer(status)))
    }
}

async fn find(
    state: &crate::State,
    editor: &Editor,
    submission_id: &str,
    media_id: &str,
) -> Result<SentFile, Failure> {
    let submission_id = parse_id(submission_id)?;
    let media_id: MediaId = media_id.parse().map_err(|_| Failure::NotFound)?;
    let mut conn = state.pool.acquire().await?;
    door::find(&mut conn, editor, submission_id).await?;
    let files = file::list(&mut conn, &[submission_id]).await?;
    files
        .into_iter()
        .find(|file| file.medium.media_id == media_id)
        .ok_or(Failure::NotFound)
}

/// `GET /desk/submissions/{submission_id}/files/{media_id}/original`: opens nothing yet. Whoever has not shown lately that
/// it is them is asked for that first.
pub(crate) async fn get(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path((submission_id, media_id)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let file = find(&state, &editor, &submission_id, &media_id).await?;
    editor.confirmed(state.clock.now(), cx.path())?;
    Ok(OriginalPage::new(&cx, file).answer(StatusCode::OK))
}

/// As it comes.
#[derive(Debug, Deserialize)]
pub(crate) struct LookForm {
    #[serde(default)]
    why: String,
}

/// `POST /desk/submissions/{submission_id}/files/{media_id}/original`: answers with the bytes that were sent.
pub(crate) async fn post(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path((submission_id, media_id)): Path<(String, String)>,
    Form(form): Form<LookForm>,
) -> Result<Response, Failure> {
    let file = find(&state, &editor, &submission_id, &media_id).await?;
    editor.confirmed(state.clock.now(), cx.path())?;
    let why = clean(&form.why);
    if why.is_empty() {
        return Err(OriginalPage::new(&cx, file).unprocessable(msg!("desk-original-why-missing"), form.why));
    }
    if why.chars().count() > WHY_MAX {
        let most = i64::try_from(WHY_MAX).unwrap_or(i64::MAX);
        let problem = msg!("desk-original-why-too-long").n("most", most);
        return Err(OriginalPage::new(&cx, file).unprocessable(problem, form.why));
    }
    let door = Door {
        known: file.is_damaged(),
        submission_id: file.submission_id,
        media_id: file.medium.media_id,
        number: file.number,
        by: editor.account_id,
        state,
    };
    // The first segment is checked here, and stays here until the look is written down.
    let original = match door.state.originals.open(door.media_id).await {
        Ok(original) => original,
        Err(error) => return Err(door.refuse(error, OriginalPage::new(&cx, file)).await),
    };
    door.note(EventKind::OriginalOpened, Some(&why)).await?;
    tracing::info!(submission.id = %door.submission_id, media.id = %door.media_id, "an original was opened");
    let (name, size) = (format!("original-{}.bin", door.media_id), original.size);
    Ok(attachment(&name, size, door.watch(original.clear)))
}

/// One look: whose, at what.
struct Door {
    state: crate::State,
    submission_id: SubmissionId,
    media_id: MediaId,
    number: i64,
    by: AccountId,
    /// That it is damaged is known already.
    known: bool,
}

impl Door {
    async fn note(&self, kind: EventKind, why: Option<&str>) -> Result<(), Failure> {
        let look = Look {
            submission_id: self.submission_id,
            media_id: self.media_id,
            number: self.number,
            why,
        };
        let (state, now) = (&self.state, self.state.clock.now());
        let mut tx = ground::db::begin(&state.pool).await?;
        history::insert_look(&mut tx, &state.ids, now, kind, Some(self.by), look).await?;
        tx.commit().await?;
        Ok(())
    }

    /// What an original that does not open means to the editor. Damage is written down, once.
    async fn refuse(&self, error: OpenError, page: OriginalPage) -> Failure {
        match error {
            OpenError::NotYet => page.refused(StatusCode::CONFLICT, msg!("desk-original-not-yet")),
            OpenError::OfflineOnly => page.refused(StatusCode::CONFLICT, msg!("desk-original-offline-only")),
            OpenError::NoKey => page.refused(StatusCode::CONFLICT, msg!("desk-original-no-key")),
            OpenError::Damaged => match self.note_damage().await {
                Ok(()) => page.refused(StatusCode::INTERNAL_SERVER_ERROR, msg!("desk-original-damaged")),
                Err(failure) => failure,
            },
            OpenError::Infrastructure(error) => Failure::Unavailable(error),
        }
    }

    async fn note_damage(&self) -> Result<(), Failure> {
        if self.known {
            return Ok(());
        }
        self.note(EventKind::OriginalDamaged, None).await
    }

    /// The bytes on their way. Where one is not what was sealed, the answer breaks off before it.
    fn watch(
        self,
        clear: impl Stream<Item = Result<Bytes, OpenError>> + Send + 'static,
    ) -> impl Stream<Item = Result<Bytes, OpenError>> + Send + 'static {
        let door = std::sync::Arc::new(self);
        clear.then(move |piece| {
            let door = std::sync::Arc::clone(&door);
            async move {
                if let Err(error) = &piece {
                    // The answer has begun: nobody can be told any more but by the log and the history.
                    if matches!(error, OpenError::Damaged) && door.note_damage().await.is_err() {
                        tracing::error!(media.id = %door.media_id, "a damaged original could not be written down");
                    }
                    tracing::error!(media.id = %door.media_id, %error, "an original was cut off on its way out");
                }
                piece
            }
        })
    }
}

/// A download that no browser shows, under a name of ours: nothing that the contributor sent has a say in it.
fn attachment(
    name: &str,
    size: u64,
    clear: impl Stream<Item = Result<Bytes, OpenError>> + Send + 'static,
) -> Response {
    let mut response = Response::new(Body::from_stream(clear));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(size));
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    for (name, value) in [
        (header::CONTENT_TYPE, "application/octet-stream"),
        (header::CACHE_CONTROL, "no-store"),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            "same-origin",
        ),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}
