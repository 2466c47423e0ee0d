//! The talk through both doors, with a real database: an editor at the desk, somebody with a code or an account.

mod answering;
mod asking;
mod consent;
mod replies;
mod telling;

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use chrono::TimeDelta;
use ground::{
    ids::{AccountId, SubmissionId},
    viewer::{Role, SignedIn, Viewer},
};
use sqlx::PgPool;

use crate::{
    submission::Submission,
    testing::{Answer, Door, Form},
};

/// The whole room, an editor, and a contribution of a guest who left an address.
struct Stage {
    door: Door,
    bo: Viewer,
    code: String,
    id: SubmissionId,
}

impl Stage {
    async fn set(pool: PgPool) -> Self {
        let door = Door::open(pool).await;
        let form = Form::default().story().field("email", "ada@example.org");
        let code = door.send(form.file("one.jpg", b"1")).await.code();
        let id = door.db_submissions().await[0].submission_id;
        let bo = door.db_editor("Bo Redaktör").await;
        Self { door, bo, code, id }
    }

    async fn submission(&self) -> Submission {
        let all = self.door.db_submissions().await;
        all.into_iter().find(|one| one.submission_id == self.id).unwrap()
    }

    fn desk(&self) -> String {
        format!("/desk/submissions/{}", self.id)
    }

    async fn page(&self) -> Answer {
        self.door.get_as(&self.bo, &self.desk()).await
    }

    /// A form of the desk, with the version as it is.
    async fn post(&self, door: &str, fields: &[(&str, &str)]) -> Answer {
        let version = self.submission().await.version.to_string();
        let mut all = vec![("version", version.as_str())];
        all.extend(fields);
        let viewer = &self.bo;
        self.door
            .post_form(viewer, &format!("{}/talk{door}", self.desk()), &all)
            .await
    }

    /// Asks; answers with the form's id.
    async fn ask(&self, fields: &[(&str, &str)]) -> String {
        let sending = new_id();
        let mut all = vec![("sending", sending.as_str()), ("action", "send"), ("due", "3")];
        all.extend(fields);
        let answer = self.post("", &all).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        sending
    }

    /// Until what was said cannot be taken back any more.
    fn settle(&self) {
        let clock = &self.door.state.clock;
        clock.advance(self.door.state.desk.undo + TimeDelta::seconds(1));
    }

    async fn receipt(&self) -> Answer {
        self.door.receipt(&self.code, "").await
    }

    /// A form of the receipt.
    async fn say(&self, action: &str, fields: &[(&str, &str)]) -> Answer {
        let mut all = vec![("code", self.code.as_str()), ("action", action)];
        all.extend(fields);
        self.door.post_form(&Viewer::default(), "/receipt", &all).await
    }

    /// Answers the first question that the receipt shows, or with these fields what it shows.
    async fn answer(&self, fields: &[(&str, &str)]) -> Answer {
        let page = self.receipt().await;
        let hidden = hidden(&page);
        let mut all: Vec<(&str, &str)> = hidden
            .iter()
            .filter(|(name, _)| name != "code")
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        all.extend(fields);
        self.say("say", &all).await
    }

    async fn history(&self) -> Vec<String> {
        self.door.db_history(self.id).await
    }
}

impl Door {
    /// Someone of the newsroom.
    async fn db_editor(&self, name: &str) -> Viewer {
        let now = self.state.clock.now();
        let account_id: AccountId = self.state.ids.mint(now);
        sqlx::query!(
            "insert into accounts (account_id, email, display_name, password_hash, role, created_at)
             values ($1, $2, $3, '', 'editor', $4)",
            account_id.0,
            format!("{account_id}@example.org"),
            name,
            now,
        )
        .execute(&self.state.pool)
        .await
        .unwrap();
        Viewer(Some(SignedIn {
            account_id,
            name: name.to_owned(),
            role: Some(Role::Editor),
            sees_at_risk: false,
            confirmed_at: now,
        }))
    }

    async fn post_form(&self, viewer: &Viewer, address: &str, fields: &[(&str, &str)]) -> Answer {
        let form = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let request = Request::post(address)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(form))
            .unwrap();
        self.ask_as(viewer, request).await
    }
}

fn new_id() -> String {
    ground::ids::Ids::system()
        .mint::<ground::ids::SendingId>(chrono::DateTime::from_timestamp(1_800_000_000, 0).unwrap())
        .to_string()
}

/// What is hidden in the form of the talk.
fn hidden(page: &Answer) -> Vec<(String, String)> {
    let selector = "#talk form input[type=hidden]";
    let names = page.attributes(selector, "name");
    names
        .into_iter()
        .zip(page.attributes(selector, "value"))
        .collect()
}

fn location(answer: &Answer) -> &str {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    answer.header(header::LOCATION)
}
