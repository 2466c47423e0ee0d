//! A browser that somebody has signed in with before. What strangers try does not hold up who comes by it.

use axum_extra::extract::{CookieJar, cookie::Cookie};
use data_encoding::BASE64URL_NOPAD;
use ground::secret;

use crate::cookies;

/// It is known so long after a right password.
const LASTS: cookie::time::Duration = cookie::time::Duration::days(180);
const NONCE: usize = 16;
const PROOF: usize = 16;

/// Whose tries a sign-in counts among: everybody's for this address, or those of one browser that has been let in to it
/// before. Nothing is stored for that: the cookie carries a random number and a proof that only this server can make of it
/// and of the address.
pub(crate) fn tries_of(room: &crate::State, jar: &CookieJar, email: &str) -> String {
    let known = jar
        .get(cookie_name(room))
        .and_then(|cookie| BASE64URL_NOPAD.decode(cookie.value().as_bytes()).ok())
        .filter(|bytes| is_of(room, bytes, email));
    match known {
        // A space stands in no address.
        Some(bytes) => format!("{} {}", normal(email), BASE64URL_NOPAD.encode(&bytes)),
        None => email.to_owned(),
    }
}

/// The cookie by which this browser is known from now on, for this address.
pub(crate) fn cookie(room: &crate::State, email: &str) -> Cookie<'static> {
    let mut bytes = secret::random::<NONCE>().to_vec();
    bytes.extend_from_slice(&proof(room, &bytes, email));
    cookies::ours(&room.site, cookie_name(room), BASE64URL_NOPAD.encode(&bytes))
        .max_age(LASTS)
        .build()
}

fn is_of(room: &crate::State, bytes: &[u8], email: &str) -> bool {
    let Some((nonce, shown)) = bytes.split_first_chunk::<NONCE>() else {
        return false;
    };
    secret::same(shown, &proof(room, nonce, email))
}

fn proof(room: &crate::State, nonce: &[u8], email: &str) -> [u8; PROOF] {
    let mut input = nonce.to_vec();
    input.extend_from_slice(normal(email).as_bytes());
    let made = room.key.derive("bepart 2026 a browser that is known", &input);
    *made.first_chunk().unwrap_or(&[0; PROOF])
}

fn normal(email: &str) -> String {
    email.trim().to_ascii_lowercase()
}

fn cookie_name(room: &crate::State) -> &'static str {
    if room.site.is_https() {
        "__Host-known"
    } else {
        "known"
    }
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;
    use sqlx::PgPool;

    use crate::testing::{Answer, PASSWORD, Room};

    /// `name=value` of the cookie by which the browser is known.
    fn known(answer: &Answer) -> String {
        answer
            .set_cookie("__Host-known=")
            .split(';')
            .next()
            .unwrap()
            .to_owned()
    }

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn strangers_tries_do_not_hold_up_who_comes_from_a_browser_that_is_known(pool: PgPool) {
        let room = Room::new(pool);
        room.editor("ada@example.org").await;
        let own = known(&room.sign_in("ada@example.org", PASSWORD, "").await);
        for _ in 0..10 {
            room.sign_in("ada@example.org", "a wrong one of some length", "")
                .await;
        }
        let stranger = room.sign_in("ada@example.org", PASSWORD, "").await;
        assert_eq!(stranger.status, StatusCode::TOO_MANY_REQUESTS);
        let owner = room.sign_in("Ada@Example.org", PASSWORD, &own).await;
        assert_eq!(owner.status, StatusCode::SEE_OTHER);
    }

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn a_known_browser_has_its_own_limit_and_is_known_for_one_address_only(pool: PgPool) {
        let room = Room::new(pool);
        room.editor("ada@example.org").await;
        let own = known(&room.sign_in("ada@example.org", PASSWORD, "").await);
        for _ in 0..10 {
            room.sign_in("ada@example.org", "a wrong one of some length", &own)
                .await;
            room.sign_in("bo@example.org", "a wrong one of some length", &own)
                .await;
        }
        for address in ["ada@example.org", "bo@example.org"] {
            let answer = room.sign_in(address, PASSWORD, &own).await;
            assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS, "{address}");
        }
        let made_up = format!("{}x", own.trim_end_matches(|c: char| c.is_ascii_alphanumeric()));
        let answer = room.sign_in("bo@example.org", PASSWORD, &made_up).await;
        assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    }
}
