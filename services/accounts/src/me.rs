//! One's own account: who one is here, and the way out.

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::{
    lang::Message,
    web::{Cx, Page, see_other},
};

use crate::invite::role_words;

#[derive(Template)]
#[template(path = "accounts/me.html")]
struct MePage {
    cx: Cx,
    name: String,
    role: Option<Message>,
}

/// `GET /me`
pub(crate) async fn get(cx: Cx) -> Response {
    match cx.viewer().0.clone() {
        Some(person) => {
            let role = person.role.map(role_words);
            Page::new(
                &cx.clone(),
                MePage {
                    cx,
                    name: person.name,
                    role,
                },
            )
            .into_response()
        }
        None => see_other("/signin?next=/me"),
    }
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;
    use sqlx::PgPool;

    use crate::testing::Room;

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn it_says_who_one_is_and_offers_the_way_out(pool: PgPool) {
        let room = Room::new(pool);
        let page = room.get("/me", &room.editor("ada@example.org").await).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains("<bdi>Ada</bdi>") && page.body.contains("Editor"));
        assert!(page.body.contains(r#"<form method="post" action="/signout">"#));
    }

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn a_stranger_is_asked_to_sign_in_first(pool: PgPool) {
        let answer = Room::new(pool).get("/me", "").await;
        assert_eq!(
            (answer.status, answer.location()),
            (StatusCode::SEE_OTHER, "/signin?next=/me")
        );
    }
}
