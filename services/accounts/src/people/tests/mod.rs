//! The people page through the room's own router, with a real database.

mod chained;
mod changing;
mod inviting;
mod looking;

use ground::{ids::AccountId, viewer::Role};
use sqlx::PgPool;

use crate::testing::{Answer, PASSWORD, Room};

/// Someone who came by an invitation.
struct Staff {
    email: String,
    cookie: String,
    id: AccountId,
}

impl Staff {
    async fn come(room: &Room, email: &str, name: &str, role: Role) -> Self {
        let link = room.invite(Some(email), role).await;
        let answer = room
            .post(&link, "", &[("name", name), ("password", PASSWORD)])
            .await;
        assert_eq!(answer.location(), "/desk", "{}", answer.body);
        let id = sqlx::query_scalar!(
            r#"select account_id as "account_id: AccountId" from accounts where email = $1"#,
            email
        );
        Self {
            email: email.to_owned(),
            cookie: answer.cookie(),
            id: id.fetch_one(&room.state.pool).await.unwrap(),
        }
    }

    async fn admin(room: &Room) -> Self {
        Self::come(room, "zin@example.org", "Zîn", Role::Admin).await
    }

    /// A door below this person's page.
    fn door(&self, act: &str) -> String {
        format!("/desk/people/{}/{act}", self.id)
    }

    /// Does something to `whom`, who was seen as they are: `editor`, `admin-removed` …
    async fn does(&self, room: &Room, act: &str, whom: &Self, seen: &str) -> Answer {
        room.post(&whom.door(act), &self.cookie, &[("seen", seen)]).await
    }

    async fn makes(&self, room: &Room, whom: &Self, seen: &str, role: &str) -> Answer {
        let form = [("seen", seen), ("role", role)];
        room.post(&whom.door("role"), &self.cookie, &form).await
    }
}

/// What is written down of a person: kind, detail and whether somebody else did it.
async fn db_events(pool: &PgPool, id: AccountId) -> Vec<(String, String, Option<AccountId>)> {
    sqlx::query!(
        r#"select kind, detail, actor_id as "actor_id: AccountId" from account_events
           where account_id = $1 order by at, event_id"#,
        id.0
    )
    .fetch_all(pool)
    .await
    .unwrap()
    .into_iter()
    .map(|row| (row.kind, row.detail, row.actor_id))
    .collect()
}

async fn db_role(pool: &PgPool, id: AccountId) -> Option<Role> {
    sqlx::query_scalar!(
        r#"select role as "role: Role" from accounts where account_id = $1"#,
        id.0
    )
    .fetch_one(pool)
    .await
    .unwrap()
}

/// From now on they are a reader like others.
async fn db_make_reader(pool: &PgPool, id: AccountId) {
    sqlx::query!("update accounts set role = null where account_id = $1", id.0)
        .execute(pool)
        .await
        .unwrap();
}

async fn db_count_sessions(pool: &PgPool, id: AccountId) -> i64 {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from sessions where account_id = $1"#,
        id.0
    )
    .fetch_one(pool)
    .await
    .unwrap()
}

/// Somebody with an authenticator app and a recovery code.
async fn db_give_factor(room: &Room, id: AccountId) {
    let now = room.state.clock.now();
    sqlx::query!(
        "with app as (insert into authenticator_apps (account_id, secret_sealed, confirmed_at, created_at)
                      values ($1, '', $2, $2))
         insert into recovery_codes (account_id, code_hash) values ($1, '')",
        id.0,
        now,
    )
    .execute(&room.state.pool)
    .await
    .unwrap();
}
