//! People with accounts, and the search for what leads to them.

use axum::{
    body::Body,
    http::{Request, header},
};
use ground::{
    ids::AccountId,
    viewer::{SignedIn, Viewer},
};

use super::{Answer, Door};

impl Door {
    /// Asked by who is signed in, as the layer of `accounts` says it.
    pub(crate) async fn ask_as(&self, viewer: &Viewer, mut request: Request<Body>) -> Answer {
        request.extensions_mut().insert(viewer.clone());
        self.ask(request).await
    }

    pub(crate) async fn get_as(&self, viewer: &Viewer, address: &str) -> Answer {
        self.ask_as(viewer, Request::get(address).body(Body::empty()).unwrap())
            .await
    }

    /// A plain form of one field, by who is signed in.
    pub(crate) async fn post_as(
        &self,
        viewer: &Viewer,
        address: &str,
        (name, value): (&str, &str),
    ) -> Answer {
        let form: String = url::form_urlencoded::Serializer::new(String::new())
            .append_pair(name, value)
            .finish();
        let request = Request::post(address)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(form))
            .unwrap();
        self.ask_as(viewer, request).await
    }

    /// Someone with an account.
    pub(crate) async fn db_reader(&self, name: &str) -> Viewer {
        let now = self.state.clock.now();
        let account_id: AccountId = self.state.ids.mint(now);
        sqlx::query!(
            "insert into accounts (account_id, display_name, created_at) values ($1, $2, $3)",
            account_id.0,
            name,
            now,
        )
        .execute(&self.state.pool)
        .await
        .unwrap();
        Viewer(Some(SignedIn {
            account_id,
            name: name.to_owned(),
            role: None,
            sees_at_risk: false,
            confirmed_at: now,
        }))
    }

    /// Whose each contribution is, the oldest first.
    pub(crate) async fn db_owners(&self) -> Vec<Option<AccountId>> {
        sqlx::query_scalar!(
            r#"select account_id as "account_id: AccountId" from submissions order by sent_at, submission_id"#
        )
        .fetch_all(&self.state.pool)
        .await
        .unwrap()
    }

    /// Every row of every table but these, as text.
    pub(crate) async fn db_dump(&self, but: &[&str]) -> String {
        let tables: Vec<String> = sqlx::query_scalar(
            "select table_name::text from information_schema.tables
             where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name",
        )
        .fetch_all(&self.state.pool)
        .await
        .unwrap();
        assert!(tables.len() > 20, "{tables:?}");
        let mut dump = String::new();
        for table in tables.iter().filter(|table| !but.contains(&table.as_str())) {
            let all = format!("select coalesce(string_agg(t::text, E'\n'), '') from \"{table}\" as t");
            let rows: String = sqlx::query_scalar(sqlx::AssertSqlSafe(all))
                .fetch_one(&self.state.pool)
                .await
                .unwrap();
            dump.push_str(&rows);
        }
        dump
    }
}
