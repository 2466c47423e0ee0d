//! Signing out. Only by a POST: a link or a picture on another site must not end a session.

use axum::{
    extract::State,
    http::{HeaderName, HeaderValue},
    response::{IntoResponse, Response},
};
use axum_extra::extract::CookieJar;
use ground::{Failure, web::see_other};

use crate::sessions::{self, SessionToken};

const CLEAR_SITE_DATA: HeaderName = HeaderName::from_static("clear-site-data");

/// `POST /signout`
pub(crate) async fn post(State(room): State<crate::State>, jar: CookieJar) -> Result<Response, Failure> {
    if let Some(token) = SessionToken::presented(&jar, &room.site) {
        let mut conn = room.pool.acquire().await?;
        sessions::close(&mut conn, &token).await?;
    }
    Ok(answer(&room, jar))
}

/// 303 home, without the session's cookie.
pub(crate) fn answer(room: &crate::State, jar: CookieJar) -> Response {
    let jar = jar.remove(sessions::empty_cookie(&room.site));
    let mut response = (jar, see_other("/")).into_response();
    // What the desk showed must not be seen by the next person at this screen.
    response
        .headers_mut()
        .insert(CLEAR_SITE_DATA, HeaderValue::from_static("\"cache\""));
    response
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;
    use sqlx::PgPool;

    use crate::testing::{PASSWORD, Room, Table};

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn a_session_is_refused_after_signing_out_and_others_go_on(pool: PgPool) {
        let room = Room::new(pool);
        let here = room.editor("ada@example.org").await;
        let elsewhere = room.sign_in("ada@example.org", PASSWORD, "").await.cookie();
        let answer = room.post("/signout", &here, &[]).await;
        assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/"));
        assert_eq!(answer.header("clear-site-data"), "\"cache\"");
        let set = answer.header("set-cookie");
        assert!(
            set.starts_with("__Host-sid=;") && set.contains("Max-Age=0") && set.contains("Path=/"),
            "{set}"
        );
        assert!(
            set.contains("Secure"),
            "browsers ignore a __Host- cookie without it: {set}"
        );
        assert_eq!(room.who(&here).await, "nobody");
        assert_eq!(room.get("/desk", &here).await.status, StatusCode::NOT_FOUND);
        assert_eq!(room.who(&elsewhere).await, "Ada");
    }

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn signing_out_twice_is_fine(pool: PgPool) {
        let room = Room::new(pool);
        let cookie = room.editor("ada@example.org").await;
        for presented in [cookie.as_str(), cookie.as_str(), ""] {
            assert_eq!(room.post("/signout", presented, &[]).await.location(), "/");
        }
        assert_eq!(room.db_count(Table::Sessions).await, 0);
    }

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn a_link_cannot_sign_anyone_out(pool: PgPool) {
        let room = Room::new(pool);
        let cookie = room.editor("ada@example.org").await;
        let answer = room.get("/signout", &cookie).await;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
        assert!(answer.body.contains("<main"), "in words: {}", answer.body);
        assert_eq!(room.who(&cookie).await, "Ada");
    }
}
