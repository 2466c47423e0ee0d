//! Mail: through the newsroom's SMTP server, or into files where none is configured.

use std::path::PathBuf;

use anyhow::Context;
use lettre::{
    AsyncFileTransport, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, header::ContentType},
};

/// A mail in one person's language. `key` makes its Message-ID, so a mail sent twice is seen as one.
#[derive(Debug)]
pub struct Letter {
    /// Stays the same however often a job is run.
    pub key: String,
    /// Whom it is for.
    pub to: String,
    /// Words of ours.
    pub subject: String,
    /// Words of ours, plain text.
    pub text: String,
}

/// How mail leaves.
#[derive(Clone)]
pub struct Mail {
    from: Mailbox,
    way: Way,
}

#[derive(Clone)]
enum Way {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    Files(PathBuf),
}

impl Mail {
    /// Through a server: `smtps://user:password@host` or `smtp://host:25`, as lettre reads it.
    ///
    /// # Errors
    /// When the address or the URL cannot be read.
    pub fn smtp(url: &str, from: &str) -> anyhow::Result<Self> {
        let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)?
            .timeout(Some(std::time::Duration::from_secs(20)))
            .build();
        Ok(Self {
            from: from.parse()?,
            way: Way::Smtp(server),
        })
    }

    /// Into `folder`, one `.eml` file each.
    ///
    /// # Errors
    /// When the sender's address cannot be read or the folder cannot be made.
    pub fn files(folder: PathBuf, from: &str) -> anyhow::Result<Self> {
        std::fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        Ok(Self {
            from: from.parse()?,
            way: Way::Files(folder),
        })
    }

    /// Whether an address can be written to at all.
    pub fn is_address(text: &str) -> bool {
        text.parse::<lettre::Address>().is_ok()
    }

    /// Sends.
    ///
    /// # Errors
    /// When it cannot be put together, or the server does not take it; worth another try later.
    pub async fn send(&self, letter: Letter) -> anyhow::Result<()> {
        let domain = self.from.email.domain().to_owned();
        let message = Message::builder()
            .message_id(Some(format!("<{}@{domain}>", letter.key)))
            .from(self.from.clone())
            .to(letter
                .to
                .parse::<lettre::Address>()
                .map(|address| Mailbox::new(None, address))?)
            .subject(letter.subject)
            .header(ContentType::TEXT_PLAIN)
            .body(letter.text)?;
        match &self.way {
            Way::Smtp(server) => {
                server
                    .send(message)
                    .await
                    .context("the mail server did not take a mail")?;
            }
            Way::Files(folder) => {
                AsyncFileTransport::<Tokio1Executor>::new(folder)
                    .send(message)
                    .await
                    .context("cannot write a mail")?;
            }
        }
        Ok(())
    }

    /// Whether the server answers. For `bepart doctor`.
    ///
    /// # Errors
    /// Why it does not.
    pub async fn check(&self) -> anyhow::Result<()> {
        match &self.way {
            Way::Smtp(server) => {
                anyhow::ensure!(server.test_connection().await?, "the mail server does not answer");
            }
            Way::Files(folder) => anyhow::ensure!(folder.is_dir(), "{} is not a folder", folder.display()),
        }
        Ok(())
    }
}
