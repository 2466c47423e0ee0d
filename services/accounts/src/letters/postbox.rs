//! The mails that leave, for tests.

use std::path::PathBuf;

use ground::{jobs::Runners, mail::Mail, secret};
use sqlx::PgPool;

use crate::{
    mail_codes::{digits_of, link_token},
    store::Purpose,
    testing::{Answer, Room},
};

/// A folder in place of a mail server, and the worker that fills it.
pub(crate) struct Postbox {
    folder: PathBuf,
    runners: Runners,
    pool: PgPool,
}

impl Postbox {
    pub(crate) fn of(room: &Room) -> Self {
        let folder = std::env::temp_dir().join(format!("bepart-mail-{}", secret::token()));
        let mail = Mail::files(folder.clone(), "desk@news.example").unwrap();
        Self {
            runners: crate::runners(Runners::default(), &room.state, mail),
            pool: room.state.pool.clone(),
            folder,
        }
    }

    /// Runs what waits; gives the mails that left since the last time, as they went.
    pub(crate) async fn deliver(&self) -> Vec<String> {
        self.runners.run_pending(&self.pool).await.unwrap();
        let files = std::fs::read_dir(&self.folder)
            .unwrap()
            .map(|entry| entry.unwrap().path());
        let mails = files.filter(|path| path.extension().is_some_and(|ending| ending == "eml"));
        mails
            .map(|path| {
                let mail = std::fs::read_to_string(&path).unwrap();
                std::fs::remove_file(path).unwrap();
                mail
            })
            .collect()
    }
}

impl Drop for Postbox {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// Digits and link of the newest code that was sent to an address.
pub(crate) async fn db_code(room: &Room, purpose: Purpose, email: &str) -> (String, String) {
    let id = sqlx::query_scalar!(
        "select mail_code_id from mail_codes where purpose = $1 and email = $2
         order by created_at desc, mail_code_id desc limit 1",
        purpose as _,
        email,
    )
    .fetch_one(&room.state.pool)
    .await
    .unwrap()
    .into();
    (digits_of(&room.state.key, id), link_token(&room.state.key, id))
}

/// `name=value` of the cookie that binds a code to the browser that asked.
pub(crate) fn asked_cookie(answer: &Answer) -> String {
    let set = answer.headers.get_all("set-cookie").iter();
    let mut set = set.map(|value| value.to_str().unwrap());
    let set = set
        .find(|cookie| cookie.starts_with("__Host-asked="))
        .expect("a cookie");
    for part in ["; HttpOnly", "; Secure", "; SameSite=Lax", "; Path=/"] {
        assert!(set.contains(part), "{part} in {set}");
    }
    set.split(';').next().unwrap().to_owned()
}
