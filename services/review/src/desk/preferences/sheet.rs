//! The keys, as pages carry them: what does what, and the sheet that tells.

use askama::Template;
use ground::{ids::AccountId, web::Cx};
use sqlx::PgConnection;

use super::keys::{Action, Keys, label};

/// The keys of who looks.
#[derive(Template)]
#[template(path = "review/desk/keys.html")]
pub(crate) struct Sheet {
    cx: Cx,
    keys: Keys,
}

struct Row {
    words: String,
    key: String,
    printed: String,
}

impl Sheet {
    /// As they chose them.
    pub(crate) async fn load(conn: &mut PgConnection, cx: &Cx, of: AccountId) -> sqlx::Result<Self> {
        Ok(Self {
            cx: cx.clone(),
            keys: super::load(conn, of, "keys").await?,
        })
    }

    fn rows(&self) -> Vec<Row> {
        let used = Action::ALL
            .into_iter()
            .filter(|action| !self.keys.of(*action).is_empty());
        used.map(|action| Row {
            words: self.cx.say(&action.words()),
            key: self.keys.of(action).to_owned(),
            printed: label(self.keys.of(action)),
        })
        .collect()
    }
}
