//! The files of a form: what is here of them, and what is wrong. Of the form that is sent first and of the one
//! that adds to it.

use ground::{Failure, ids::UploadId, lang::Message, msg, web::Cx};
use uploads::{Fields, FileRefusal, FormLimits, Held, ReceivedForm, RefusedFile, Token};

/// What became of the files of a form.
#[derive(Clone, Default)]
pub(crate) struct Files {
    /// Here, in the order of the form.
    pub(crate) held: Vec<Held>,
    /// Came, and were not kept.
    pub(crate) refused: Vec<RefusedFile>,
    /// Were here once and are not any more.
    pub(crate) gone: bool,
}

/// What a contribution has already, when more is added to it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Already {
    /// Files that count towards the limit.
    pub(crate) files: usize,
    /// Bytes of all of them.
    pub(crate) bytes: u64,
    /// Of those that come now, how many do not count: originals of files that do.
    pub(crate) free: usize,
}

impl Files {
    /// All that is wrong with the files, each by its name. `held` are those that are to be taken.
    pub(crate) fn problems(&self, held: &[Held], already: &Already, limits: &FormLimits) -> Vec<Message> {
        let mut words = Vec::new();
        let (mut too_many, mut refused) = (
            already.files + held.len() > limits.files + already.free,
            Vec::new(),
        );
        for file in &self.refused {
            match file.reason {
                FileRefusal::TooLarge => refused.push(
                    msg!("contribute-file-large")
                        .s("name", &file.client_name)
                        .n("megabytes", megabytes(limits.file_bytes)),
                ),
                FileRefusal::Empty => {
                    refused.push(msg!("contribute-file-empty").s("name", &file.client_name));
                }
                FileRefusal::TooMany => too_many = true,
            }
        }
        if too_many {
            words.push(msg!("contribute-files-many").n("count", count(limits.files)));
        }
        words.append(&mut refused);
        let total = already.bytes + held.iter().map(|held| held.size.unsigned_abs()).sum::<u64>();
        if total > limits.submission_bytes {
            let limit = megabytes(limits.submission_bytes);
            words.push(msg!("upload-total-too-large").n("megabytes", limit));
        }
        if self.gone {
            words.push(msg!("contribute-files-gone"));
        }
        words
    }
}

/// A number, as messages take it.
pub(super) fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Whole megabytes, as people are told a limit.
pub(crate) fn megabytes(bytes: u64) -> i64 {
    i64::try_from(bytes / (1024 * 1024)).unwrap_or(i64::MAX)
}

/// The ids that the sender wants to leave out.
fn removed(fields: &Fields) -> Vec<UploadId> {
    fields.all("remove").filter_map(|id| id.parse().ok()).collect()
}

/// For each file that is here already: its token, its id, and in words the choice to leave it out.
pub(crate) fn kept(cx: &Cx, held: &[Held]) -> Vec<(String, String, String)> {
    let choice = |held: &Held| {
        let kilobytes = held.size.div_euclid(1024) + 1;
        let size = cx.say(&if kilobytes < 1024 {
            msg!("contribute-kilobytes").n("count", kilobytes)
        } else {
            msg!("contribute-megabytes").n("count", kilobytes.div_euclid(1024) + 1)
        });
        let words = msg!("contribute-kept-remove").s("name", &held.client_name);
        let id = held.token.upload_id().to_string();
        (held.token.to_string(), id, cx.say(&words.s("size", &size)))
    };
    held.iter().map(choice).collect()
}

/// The files of the form: first those that came with an earlier try and are not to be removed, then the new.
pub(crate) async fn look_at_files(state: &crate::State, received: &ReceivedForm) -> Result<Files, Failure> {
    let removed = removed(&received.fields);
    let wanted: Vec<Token> = received
        .fields
        .all("upload")
        .filter_map(|token| token.parse().ok())
        .filter(|token: &Token| !removed.contains(&token.upload_id()))
        .collect();
    let new = received.files.iter().map(|file| file.token.clone());
    let asked: Vec<Token> = wanted.into_iter().chain(new).collect();
    let mut conn = state.pool.acquire().await?;
    let held: Vec<Held> = uploads::peek(&mut conn, &asked, state.clock.now()).await?;
    let gone = asked
        .iter()
        .any(|token| !held.iter().any(|held| held.token == *token));
    Ok(Files {
        held,
        refused: received.refused.clone(),
        gone,
    })
}
