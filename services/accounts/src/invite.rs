//! The page behind an invitation's link: a person becomes an editor.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use axum_extra::extract::CookieJar;
use chrono::{DateTime, Utc};
use ground::{
    Failure,
    ids::AccountId,
    lang::Message,
    msg, secret,
    viewer::Role,
    web::{Cx, Page, Problems, see_other},
};

use crate::{
    new_editor::{InviteForm, NewEditor},
    sessions::{self, SessionToken},
    store::{self, Invitation},
};

#[derive(Template)]
#[template(path = "accounts/invite.html")]
struct InvitePage {
    cx: Cx,
    problems: Problems,
    action: String,
    role: Message,
    /// The invitation says for whom it is.
    fixed_email: bool,
    email: String,
    /// Not `name`: the macros of forms have a parameter of that name, which would shadow it.
    display_name: String,
}

#[derive(Template)]
#[template(path = "accounts/no_invitation.html")]
struct NoInvitationPage {
    cx: Cx,
    title: Message,
    words: Message,
}

/// `GET /invite/{token}`
///
/// Looking uses nothing up: programs that preview links look, too.
pub(crate) async fn get(
    State(room): State<crate::State>,
    Path(token): Path<String>,
    cx: Cx,
) -> Result<Response, Failure> {
    let mut conn = room.pool.acquire().await?;
    let found = store::find_invitation(&mut conn, &secret::token_hash(&token)).await?;
    let invitation = open_or_say_why(&cx, found, room.clock.now())?;
    let page = page_of(
        &cx,
        &invitation,
        &token,
        InviteForm::default(),
        Problems::default(),
    );
    Ok(Page::new(&cx, page).into_response())
}

/// `POST /invite/{token}`
pub(crate) async fn post(
    State(room): State<crate::State>,
    Path(token): Path<String>,
    jar: CookieJar,
    cx: Cx,
    Form(form): Form<InviteForm>,
) -> Result<Response, Failure> {
    let token_hash = secret::token_hash(&token);
    let found = {
        let mut conn = room.pool.acquire().await?;
        store::find_invitation(&mut conn, &token_hash).await?
    };
    let invitation = open_or_say_why(&cx, found, room.clock.now())?;
    let new = match form.parse(invitation.email.as_deref(), &room.site) {
        Ok(new) => new,
        Err(problems) => {
            return Err(Page::unprocessable(
                &cx,
                page_of(&cx, &invitation, &token, form, problems),
            ));
        }
    };
    // Before the transaction: it takes a while, and the invitation's row must not be locked meanwhile.
    let password_hash = room.passwords.hash(&form.password).await?;
    let presented = SessionToken::presented(&jar, &room.site);
    if let Some(session) = accept(&room, &cx, &token_hash, &new, &password_hash, presented).await? {
        return Ok((jar.add(session.cookie(&room.site)), see_other("/desk")).into_response());
    }
    let mut problems = Problems::default();
    problems.add("email", msg!("account-email-taken"));
    Err(Page::unprocessable(
        &cx,
        page_of(&cx, &invitation, &token, form, problems),
    ))
}

/// Makes the account and uses the invitation, or neither; `None` when the address is taken.
async fn accept(
    room: &crate::State,
    cx: &Cx,
    token_hash: &[u8],
    new: &NewEditor,
    password_hash: &str,
    presented: Option<SessionToken>,
) -> Result<Option<SessionToken>, Failure> {
    let now = room.clock.now();
    let mut tx = room.pool.begin().await?;
    let found = store::find_invitation_for_update(&mut tx, token_hash).await?;
    let invitation = open_or_say_why(cx, found, now)?;
    let is_first = !store::has_staff(&mut tx).await?;
    let account_id: AccountId = room.ids.mint(now);
    let account = store::NewAccount {
        account_id,
        email: new.email.as_str(),
        display_name: &new.name,
        password_hash,
        role: invitation.role,
        created_at: now,
    };
    match store::insert_account(&mut tx, &account).await {
        Err(error) if store::is_email_taken(&error) => return Ok(None),
        other => other?,
    }
    store::set_invitation_used(&mut tx, invitation.invitation_id, account_id, now).await?;
    if is_first {
        // A link printed at an earlier start may lie in a log; from now on people are invited by people.
        store::end_first_editor_invitations(&mut tx, now).await?;
    }
    let session = sessions::open(&mut tx, account_id, presented.as_ref(), now).await?;
    tx.commit().await?;
    tracing::info!(account.id = %account_id, "an invitation was accepted");
    Ok(Some(session))
}

fn open_or_say_why(cx: &Cx, found: Option<Invitation>, now: DateTime<Utc>) -> Result<Invitation, Failure> {
    let (status, title, words) = match found {
        None => (
            StatusCode::NOT_FOUND,
            msg!("invite-unknown-title"),
            msg!("invite-unknown"),
        ),
        Some(invitation) if invitation.used_at.is_some() => {
            (StatusCode::GONE, msg!("invite-used-title"), msg!("invite-used"))
        }
        Some(invitation) if invitation.expires_at <= now => (
            StatusCode::GONE,
            msg!("invite-expired-title"),
            msg!("invite-expired"),
        ),
        Some(invitation) => return Ok(invitation),
    };
    let page = NoInvitationPage {
        cx: cx.clone(),
        title,
        words,
    };
    Err(Failure::Page(Box::new(
        Page::new(cx, page).with_status(status).into_response(),
    )))
}

fn page_of(
    cx: &Cx,
    invitation: &Invitation,
    token: &str,
    form: InviteForm,
    problems: Problems,
) -> InvitePage {
    InvitePage {
        cx: cx.clone(),
        problems,
        action: format!("/invite/{token}"),
        role: role_words(invitation.role),
        fixed_email: invitation.email.is_some(),
        email: invitation.email.clone().unwrap_or(form.email),
        display_name: form.name,
    }
}

/// What a role is called.
pub(crate) fn role_words(role: Role) -> Message {
    match role {
        Role::Editor => msg!("role-editor"),
        Role::Chief => msg!("role-chief"),
        Role::Admin => msg!("role-admin"),
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use sqlx::PgPool;

    use super::*;
    use crate::{
        first_editor_link,
        testing::{PASSWORD, Room, Table},
    };

    const GOOD: [(&str, &str); 3] = [
        ("email", "bo@example.org"),
        ("name", "Bo"),
        ("password", PASSWORD),
    ];

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn an_invitation_makes_an_account_that_is_signed_in(pool: PgPool) {
        let room = Room::new(pool);
        let link = room.invite(None, Role::Chief).await;
        let page = room.get(&link, "").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains("Chief editor") && page.body.contains(r#"autocomplete="new-password""#));
        let answer = room.post(&link, "", &GOOD).await;
        assert_eq!(
            (answer.status, answer.location()),
            (StatusCode::SEE_OTHER, "/desk")
        );
        assert_eq!(room.get("/desk", &answer.cookie()).await.body, "Chief");
        assert_eq!(room.post("/signout", &answer.cookie(), &[]).await.location(), "/");
        assert_eq!(
            room.sign_in("bo@example.org", PASSWORD, "").await.location(),
            "/desk"
        );
    }

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn an_invitation_for_an_address_is_for_no_other(pool: PgPool) {
        let room = Room::new(pool);
        let link = room.invite(Some("ada@example.org"), Role::Editor).await;
        let page = room.get(&link, "").await;
        assert!(page.body.contains(r#"value="ada@example.org""#) && page.body.contains("readonly"));
        assert_eq!(room.post(&link, "", &GOOD).await.status, StatusCode::SEE_OTHER);
        assert_eq!(
            room.sign_in("bo@example.org", PASSWORD, "").await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        assert_eq!(
            room.sign_in("ada@example.org", PASSWORD, "").await.location(),
            "/desk"
        );
    }

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn a_link_works_once(pool: PgPool) {
        let room = Room::new(pool);
        let link = room.invite(None, Role::Editor).await;
        assert_eq!(room.post(&link, "", &GOOD).await.status, StatusCode::SEE_OTHER);
        let other = [
            ("email", "cy@example.org"),
            ("name", "Cy"),
            ("password", PASSWORD),
        ];
        for answer in [room.post(&link, "", &other).await, room.get(&link, "").await] {
            assert_eq!(answer.status, StatusCode::GONE);
            assert!(answer.body.contains("An invitation works once.") && answer.body.contains("/signin"));
            assert_eq!(answer.header("set-cookie"), "");
        }
        assert_eq!(room.db_count(Table::Accounts).await, 1);
    }

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn two_at_once_make_one_account(pool: PgPool) {
        let room = Room::new(pool);
        let link = room.invite(None, Role::Editor).await;
        let other = [
            ("email", "cy@example.org"),
            ("name", "Cy"),
            ("password", PASSWORD),
        ];
        let (one, two) = tokio::join!(room.post(&link, "", &GOOD), room.post(&link, "", &other));
        let mut statuses = [one.status, two.status];
        statuses.sort();
        assert_eq!(statuses, [StatusCode::SEE_OTHER, StatusCode::GONE]);
        assert_eq!(
            (
                room.db_count(Table::Accounts).await,
                room.db_count(Table::Sessions).await
            ),
            (1, 1)
        );
    }

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn a_link_ends_after_two_days(pool: PgPool) {
        let room = Room::new(pool);
        let link = room.invite(None, Role::Editor).await;
        room.state
            .clock
            .advance(TimeDelta::hours(48) - TimeDelta::seconds(1));
        assert_eq!(room.get(&link, "").await.status, StatusCode::OK);
        room.state.clock.advance(TimeDelta::seconds(1));
        for answer in [room.get(&link, "").await, room.post(&link, "", &GOOD).await] {
            assert_eq!(answer.status, StatusCode::GONE);
            assert!(answer.body.contains("This invitation has ended"));
        }
        assert_eq!(room.db_count(Table::Accounts).await, 0);
    }

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn an_unknown_link_says_what_to_do(pool: PgPool) {
        let room = Room::new(pool);
        for answer in [
            room.get("/invite/abc", "").await,
            room.post("/invite/abc", "", &GOOD).await,
        ] {
            assert_eq!(answer.status, StatusCode::NOT_FOUND);
            assert!(answer.body.contains("The link may have been cut off"));
        }
        assert_eq!(
            room.state.passwords.peak(),
            0,
            "only a link of ours is worth a hash"
        );
    }

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn inviting_an_address_again_ends_its_older_link_only(pool: PgPool) {
        let room = Room::new(pool);
        let older = room.invite(Some("ada@example.org"), Role::Editor).await;
        let others = room.invite(Some("bo@example.org"), Role::Editor).await;
        let newer = room.invite(Some("ADA@example.org"), Role::Chief).await;
        assert_eq!(room.get(&older, "").await.status, StatusCode::GONE);
        assert_eq!(room.get(&others, "").await.status, StatusCode::OK);
        assert_eq!(room.get(&newer, "").await.status, StatusCode::OK);
    }

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn one_first_editor_link_is_open_until_there_is_one(pool: PgPool) {
        let room = Room::new(pool);
        let ask = async || {
            let mut conn = room.state.pool.acquire().await.unwrap();
            let token = first_editor_link(&mut conn, &room.state.ids, room.state.clock.now())
                .await
                .unwrap();
            token.map(|token| format!("/invite/{token}"))
        };
        let (older, newer) = (ask().await.unwrap(), ask().await.unwrap());
        assert_eq!(room.get(&older, "").await.status, StatusCode::GONE);
        let answer = room.post(&newer, "", &GOOD).await;
        assert_eq!(room.get("/desk", &answer.cookie()).await.body, "Admin");
        assert_eq!(ask().await, None);
    }

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn once_there_is_an_editor_a_printed_first_link_is_worth_nothing(pool: PgPool) {
        let room = Room::new(pool);
        let mut conn = room.state.pool.acquire().await.unwrap();
        let now = room.state.clock.now();
        let token = first_editor_link(&mut conn, &room.state.ids, now)
            .await
            .unwrap()
            .unwrap();
        room.editor("ada@example.org").await;
        assert_eq!(
            room.get(&format!("/invite/{token}"), "").await.status,
            StatusCode::GONE
        );
    }

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn a_bad_form_is_shown_again_with_what_is_wrong(pool: PgPool) {
        let room = Room::new(pool);
        let link = room.invite(None, Role::Editor).await;
        let form = [
            ("email", "bo at example"),
            ("name", "<script>Bo"),
            ("password", "bo-too-short"),
        ];
        for (field, value, words) in [
            ("email", "", "Please enter your e-mail address."),
            (
                "email",
                "bo at example",
                "This does not look like an e-mail address",
            ),
            ("name", " ", "Please enter your name."),
            ("password", "hunter2", "at least"),
            ("password", "Password1234", "one of the first that attackers try"),
            ("password", "I am bo@example.org", "leave your e-mail address"),
            ("password", "I read Example News", "leave your e-mail address"),
        ] {
            let form: Vec<(&str, &str)> = GOOD
                .iter()
                .map(|(name, good)| (*name, if *name == field { value } else { *good }))
                .collect();
            let answer = room.post(&link, "", &form).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{value}");
            assert!(answer.body.contains(words), "{value}: {}", answer.body);
            assert!(
                answer.body.contains(&format!(r##"href="#{field}""##)),
                "the summary links to {field}"
            );
        }
        let answer = room.post(&link, "", &form).await;
        assert!(
            answer.body.contains("&#60;script&#62;Bo"),
            "what was typed is kept, as text: {}",
            answer.body
        );
        assert!(
            !answer.body.contains("bo-too-short"),
            "a password is never sent back"
        );
        assert_eq!(room.post(&link, "", &GOOD).await.status, StatusCode::SEE_OTHER);
    }

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn an_address_that_has_an_account_is_refused_at_its_field_and_the_link_stays_good(pool: PgPool) {
        let room = Room::new(pool);
        room.editor("Bo@Example.org").await;
        let link = room.invite(None, Role::Editor).await;
        let answer = room.post(&link, "", &GOOD).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            answer
                .body
                .contains("There is an account with this e-mail address already.")
        );
        let other = [
            ("email", "cy@example.org"),
            ("name", "Cy"),
            ("password", PASSWORD),
        ];
        assert_eq!(room.post(&link, "", &other).await.status, StatusCode::SEE_OTHER);
    }

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn tokens_are_in_no_table(pool: PgPool) {
        let room = Room::new(pool);
        let link = room.invite(Some("ada@example.org"), Role::Editor).await;
        let cookie = room
            .post(&link, "", &[("name", "Ada"), ("password", PASSWORD)])
            .await
            .cookie();
        let dump = room.db_dump().await;
        assert!(dump.contains("ada@example.org"));
        for secret in [
            link.rsplit('/').next().unwrap(),
            cookie.rsplit('=').next().unwrap(),
            PASSWORD,
        ] {
            assert!(!dump.contains(secret));
        }
    }
}
