//! The newsroom makes a contribution of what somebody said under a story.

use axum::{
    Form, Router,
    extract::{Path, State},
    middleware::from_extractor,
    response::Response,
    routing::any,
};
use ground::{
    Failure,
    ids::{CommentId, SubmissionId},
    msg,
    viewer::Editor,
    web::{Cx, see_other},
};
use review::FromComment;
use serde::Deserialize;

/// The longest headline that it begins with, in characters.
const TITLE_MAX: usize = 80;

pub(crate) fn router() -> Router<crate::State> {
    Router::new()
        .route("/desk/comments/{comment_id}/contribution", any(nothing).post(post))
        // Before anything else is looked at: a wrong id or form must not tell an outsider that there is a door.
        .route_layer(from_extractor::<Editor>())
}

/// Every other method: 404 and not 405, whose `Allow` axum writes last of all, also for outsiders.
async fn nothing() -> Failure {
    Failure::NotFound
}

/// As it comes.
#[derive(Debug, Deserialize)]
pub(crate) struct ContributionForm {
    submission_id: String,
}

/// `POST /desk/comments/{comment_id}/contribution`: 303 to the contribution; of a comment there is one at most.
pub(crate) async fn post(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(id): Path<String>,
    Form(form): Form<ContributionForm>,
) -> Result<Response, Failure> {
    let id: CommentId = id.parse().map_err(|_| Failure::NotFound)?;
    let bad = |_| Failure::BadRequest(msg!("error-bad-request"));
    let submission_id: SubmissionId = form.submission_id.parse().map_err(bad)?;
    let (now, by) = (state.clock.now(), editor.account_id);
    let mut tx = ground::db::begin(&state.pool).await?;
    let quoted = comments::quote(&mut tx, id).await?.ok_or(Failure::NotFound)?;
    if let Some(made) = quoted.made {
        return Ok(see_other(&address_of(made)));
    }
    comments::note_contribution(&mut tx, &state.ids, now, (id, submission_id), by).await?;
    let note = msg!("cdesk-contribution-note")
        .s("title", quoted.title.as_str())
        .s("address", state.site.link(&format!("/comments/{id}")))
        .text(cx.lang());
    let from = FromComment {
        submission_id,
        title: &headline(&quoted.body),
        body: &quoted.body,
        name: &quoted.name,
        account_id: quoted.account_id,
        language: quoted.language,
        note: &note,
        by,
    };
    if !review::take_in_comment(&mut tx, &state.ids, now, &from).await? {
        // Another contribution has this id: no form of ours says so.
        return Err(Failure::BadRequest(msg!("error-bad-request")));
    }
    tx.commit().await?;
    tracing::info!(comment.id = %id, submission.id = %submission_id, "a contribution was made of a comment");
    Ok(see_other(&address_of(submission_id)))
}

fn address_of(id: SubmissionId) -> String {
    format!("/desk/submissions/{id}")
}

/// The first words of a text, as the headline that the newsroom replaces.
fn headline(body: &str) -> String {
    let line = body.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= TITLE_MAX {
        return line;
    }
    let cut: String = line.chars().take(TITLE_MAX).collect();
    let kept = cut.rsplit_once(' ').map_or(cut.as_str(), |(kept, _)| kept);
    format!("{kept}…")
}

#[cfg(test)]
mod tests {
    use axum::{
        body::Body,
        http::{Request, StatusCode, header},
    };
    use ground::{
        ids::{StoryId, ThreadId},
        lang::Lang,
        viewer::Role,
    };
    use sqlx::PgPool;

    use super::*;
    use crate::testing::{Answer, Sent, World};

    async fn press(world: &World, role: Option<Role>, comment: &str, submission: &str) -> Answer {
        let request = Request::post(format!("/desk/comments/{comment}/contribution"))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(format!("submission_id={submission}")))
            .unwrap();
        world.send(world.viewer(role), request).await
    }

    /// A comment of a guest under a story.
    async fn db_comment(world: &World, body: &str, state: &str) -> CommentId {
        let now = world.state.clock.now();
        let submission = world.db_submission(Sent::default()).await;
        let (story, id): (StoryId, CommentId) = (world.state.ids.mint(now), world.state.ids.mint(now));
        sqlx::query!(
            "insert into stories (story_id, submission_id, title, body, language, created_at, created_by)
             values ($1, $2, 'Flood', 'Text', 'en', $3, $4)",
            story.0,
            submission.0,
            now,
            world.editor.0,
        )
        .execute(&world.state.pool)
        .await
        .unwrap();
        let mut conn = world.state.pool.acquire().await.unwrap();
        let article = comments::Article {
            title: "Flood",
            language: Lang::En,
            path: "/stories/flood",
            begun_at: now,
        };
        let thread: ThreadId = comments::open_thread(&mut conn, &world.state.ids, story, &article)
            .await
            .unwrap();
        sqlx::query!(
            "insert into comments (comment_id, thread_id, top_id, depth, device, name, body, language, state, written_at)
             values ($1, $2, $1, 0, '\\x01', 'Ada', $3, 'ckb', $4::text::comment_state, $5)",
            id.0,
            thread.0,
            body,
            state,
            now,
        )
        .execute(&mut *conn)
        .await
        .unwrap();
        id
    }

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn a_comment_becomes_one_contribution_whose_author_is_asked_first(pool: PgPool) {
        let world = World::new(pool).await;
        let id = db_comment(&world, "<b>I saw it</b> from the bridge.", "shown").await;
        let (id_text, editor) = (id.to_string(), Some(Role::Editor));
        let made: SubmissionId = world.state.ids.mint(world.state.clock.now());
        let first = press(&world, editor, &id_text, &made.to_string()).await;
        assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.text());
        assert_eq!(first.header("location"), address_of(made));
        // Another form of the same comment leads to the same contribution.
        let other: SubmissionId = world.state.ids.mint(world.state.clock.now());
        let again = press(&world, editor, &id_text, &other.to_string()).await;
        assert_eq!(again.header("location"), address_of(made));
        let row = sqlx::query!(
            r#"select submissions.body, contributor_name, consent::text as "consent!", language,
                      (select note.body from desk_notes as note where note.submission_id = $1) as note
               from submissions where submission_id = $1"#,
            made.0,
        )
        .fetch_one(&world.state.pool)
        .await
        .unwrap();
        assert_eq!(row.body, "<b>I saw it</b> from the bridge.");
        assert_eq!(
            (row.contributor_name.as_deref(), row.consent.as_str()),
            (Some("Ada"), "ask_first")
        );
        assert_eq!(row.language, "ckb");
        assert!(
            row.note
                .unwrap()
                .contains(&format!("https://news.example/comments/{id}"))
        );
    }

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn nothing_is_made_of_what_was_taken_back_or_is_not_there(pool: PgPool) {
        let world = World::new(pool).await;
        let (editor, one) = (Some(Role::Editor), uuid::Uuid::from_u128(1).to_string());
        for state in ["deleted", "spam"] {
            let id = db_comment(&world, "Words", state).await.to_string();
            assert_eq!(
                press(&world, editor, &id, &one).await.status,
                StatusCode::NOT_FOUND,
                "{state}"
            );
        }
        assert_eq!(
            press(&world, editor, "1", &one).await.status,
            StatusCode::NOT_FOUND
        );
        let shown = db_comment(&world, "Words", "shown").await.to_string();
        assert_eq!(
            press(&world, editor, &shown, "1").await.status,
            StatusCode::BAD_REQUEST
        );
        // To readers there is no such door.
        assert_eq!(
            press(&world, None, &shown, &one).await.status,
            StatusCode::NOT_FOUND
        );
    }

    #[test]
    fn a_headline_is_cut_between_words() {
        assert_eq!(headline("one\n two"), "one two");
        let cut = headline(&"word ".repeat(40));
        assert!(cut.ends_with("word…") && cut.chars().count() <= TITLE_MAX + 1);
    }
}
