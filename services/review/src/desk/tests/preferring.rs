//! Keys as someone likes them.

use axum::http::{StatusCode, header};
use sqlx::PgPool;

use super::*;

/// What the form sends when nothing was changed.
fn form(changes: &[(&str, &str)]) -> String {
    let usual = [
        ("on", "yes"),
        ("key_next", "KeyJ"),
        ("key_previous", "KeyK"),
        ("key_open", "KeyO"),
        ("key_select", "KeyX"),
        ("key_accept", "KeyF"),
        ("key_decline", "KeyD"),
        ("key_spam", "KeyS"),
        ("key_take", "KeyT"),
        ("key_reopen", "KeyR"),
        ("key_undo", "KeyZ"),
        ("key_note", "KeyN"),
        ("key_ask", "KeyA"),
        ("key_search", "Slash"),
        ("key_grid", "KeyG"),
        ("key_help", "Shift%2BSlash"),
    ];
    let field = |(name, key): &(&str, &str)| {
        let own = changes.iter().find(|(of, _)| of == name);
        format!("{name}={}", own.map_or(*key, |(_, key)| key))
    };
    usual.iter().map(field).collect::<Vec<_>>().join("&")
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn keys_are_changed_and_stay_ones_own(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let (bo, cem) = (desk.db_editor("Bo").await, desk.db_editor("Cem").await);
    let id = desk.db_sent(TimeDelta::hours(1), sample()).await;
    let page = desk.get(&bo, "/desk/preferences").await;
    assert_eq!(page.attributes("#key_accept option[selected]", "value"), ["KeyF"]);

    let swapped = form(&[("key_accept", "KeyY"), ("key_spam", "")]);
    let saved = desk.post(&bo, "/desk/preferences/keys", &swapped).await;
    assert_eq!(saved.header(header::LOCATION), "/desk/preferences?saved=keys");
    let page = desk.get(&bo, "/desk/preferences?saved=keys").await;
    assert_eq!(page.texts(".notice.good"), ["Saved."]);
    assert_eq!(page.attributes("#key_accept option[selected]", "value"), ["KeyY"]);
    for address in ["/desk".to_owned(), super::super::address_of(id)] {
        let known = desk
            .get(&bo, &address)
            .await
            .attributes(".keys", "data-keys")
            .concat();
        assert!(
            known.contains(r#""KeyY":"accept""#) && !known.contains("spam"),
            "{address}: {known}"
        );
        let others = desk
            .get(&cem, &address)
            .await
            .attributes(".keys", "data-keys")
            .concat();
        assert!(others.contains(r#""KeyF":"accept""#), "{address}: {others}");
    }
    let again = desk.post(&bo, "/desk/preferences/keys", "reset=yes").await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
    let known = desk
        .get(&bo, "/desk")
        .await
        .attributes(".keys", "data-keys")
        .concat();
    assert!(known.contains(r#""KeyF":"accept""#));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn off_is_off_and_one_key_for_two_is_said_in_words(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let bo = desk.db_editor("Bo").await;
    let off = form(&[("on", "")]);
    desk.post(&bo, "/desk/preferences/keys", &off).await;
    assert_eq!(
        desk.get(&bo, "/desk").await.attributes(".keys", "data-keys"),
        ["{}"]
    );

    let twice = form(&[("key_spam", "KeyF"), ("key_grid", "Launch")]);
    let answer = desk.post(&bo, "/desk/preferences/keys", &twice).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        answer.attributes(".error-summary a", "href"),
        ["#key_spam", "#key_grid"]
    );
    let words = answer.texts("#key_spam-error").concat();
    assert!(words.contains('F') && words.contains("Accept"), "{words}");
    assert_eq!(
        answer.attributes("#key_spam option[selected]", "value"),
        ["KeyF"],
        "as it was chosen"
    );
    assert_eq!(
        desk.get(&bo, "/desk").await.attributes(".keys", "data-keys"),
        ["{}"],
        "nothing was kept"
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn one_section_is_saved_and_the_others_stay(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let bo = desk.db_editor("Bo").await;
    let of = bo.0.as_ref().unwrap().account_id;
    let mut conn = desk.pool.acquire().await.unwrap();
    crate::desk::preferences::save(&mut conn, of, "other", &"kept")
        .await
        .unwrap();
    desk.post(&bo, "/desk/preferences/keys", &form(&[("key_next", "KeyL")]))
        .await;
    let other: String = crate::desk::preferences::load(&mut conn, of, "other")
        .await
        .unwrap();
    assert_eq!(other, "kept");
    // What another version kept, and this one does not understand, is as for everyone.
    crate::desk::preferences::save(&mut conn, of, "keys", &42)
        .await
        .unwrap();
    let known = desk
        .get(&bo, "/desk")
        .await
        .attributes(".keys", "data-keys")
        .concat();
    assert!(known.contains(r#""KeyJ":"next""#), "{known}");
}
