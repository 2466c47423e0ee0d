//! The worker of this room, and a folder in place of a mail server.

use ground::{jobs::Runners, mail::Mail};
use tempfile::TempDir;

use super::Room;

/// What leaves.
pub(crate) struct Postbox {
    folder: TempDir,
    runners: Runners,
}

impl Postbox {
    pub(crate) fn of(room: &Room) -> Self {
        let folder = TempDir::new().unwrap();
        let mail = Mail::files(folder.path().to_owned(), "desk@news.example").unwrap();
        Self {
            runners: crate::runners(Runners::default(), &room.state, &mail),
            folder,
        }
    }

    /// Runs what waits for this room; gives the mails that left since the last time, with their lines put together.
    pub(crate) async fn deliver(&self, room: &Room) -> Vec<String> {
        self.runners.run_pending(&room.state.pool).await.unwrap();
        let files = std::fs::read_dir(self.folder.path()).unwrap();
        let paths = files.map(|entry| entry.unwrap().path());
        let mails = paths.filter(|path| path.extension().is_some_and(|ending| ending == "eml"));
        mails
            .map(|path| {
                let mail = std::fs::read_to_string(&path).unwrap();
                std::fs::remove_file(path).unwrap();
                // Quoted-printable breaks long lines softly, and headers are folded.
                mail.replace("=\r\n", "").replace("\r\n ", " ")
            })
            .collect()
    }
}
