//! What the desk reads of bans beside a comment: those that its author was ever under, and the way to one more.

use askama::Template;
use ground::{Failure, ids::CommentId, web::Cx};
use sqlx::PgConnection;

use super::ban::Ban;
use crate::{person::Person, store::bans as store};

#[derive(Template)]
#[template(path = "comments/desk/bans_panel.html")]
struct Panel<'a> {
    cx: &'a Cx,
    comment_id: CommentId,
    bans: Vec<(Ban, bool)>,
    can_ban: bool,
}

/// The panel, rendered. Nothing for a comment that there is not.
pub(crate) async fn panel(
    conn: &mut PgConnection,
    state: &crate::State,
    cx: &Cx,
    comment_id: CommentId,
) -> Result<String, Failure> {
    let Some(author) = store::find_author(&mut *conn, comment_id).await? else {
        return Ok(String::new());
    };
    let now = state.clock.now();
    let bans = store::list_of(conn, &author.person).await?;
    let panel = Panel {
        cx,
        comment_id,
        can_ban: author.person != Person::Nobody && !author.is_staff,
        bans: bans
            .into_iter()
            .map(|ban| {
                let holds = ban.holds(now);
                (ban, holds)
            })
            .collect(),
    };
    Ok(panel.render()?)
}
