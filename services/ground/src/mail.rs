//! Mail: through the newsroom's SMTP server, or into files where none is configured.

use std::path::PathBuf;

use anyhow::Context;
use lettre::{
    AsyncFileTransport, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{
        Mailbox, MultiPart,
        header::{ContentType, HeaderName, HeaderValue},
    },
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
    /// The same words in HTML of ours, for programs that show it.
    pub html: Option<String>,
    /// Where who gets it says by one press that they want no more of these (RFC 8058).
    pub stop: Option<String>,
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
        let mut builder = Message::builder();
        if let Some(stop) = &letter.stop {
            builder = builder
                .raw_header(named("List-Unsubscribe", format!("<{stop}>")))
                .raw_header(named(
                    "List-Unsubscribe-Post",
                    "List-Unsubscribe=One-Click".to_owned(),
                ));
        }
        let builder = builder
            .message_id(Some(format!("<{}@{domain}>", letter.key)))
            .from(self.from.clone())
            .to(letter
                .to
                .parse::<lettre::Address>()
                .map(|address| Mailbox::new(None, address))?)
            .subject(letter.subject);
        let message = match letter.html {
            None => builder.header(ContentType::TEXT_PLAIN).body(letter.text)?,
            Some(html) => builder.multipart(MultiPart::alternative_plain_html(letter.text, html))?,
        };
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

/// A header that lettre has no type for.
fn named(name: &'static str, value: String) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(to: &str, subject: &str, html: Option<&str>) -> Letter {
        Letter {
            key: "abc".to_owned(),
            to: to.to_owned(),
            subject: subject.to_owned(),
            text: "words".to_owned(),
            html: html.map(str::to_owned),
            stop: None,
        }
    }

    /// What would have gone to the mail server.
    async fn sent(letter: Letter) -> anyhow::Result<String> {
        let folder = std::env::temp_dir().join(format!("bepart-mail-{}", crate::secret::token()));
        let mail = Mail::files(folder.clone(), "desk@news.example")?;
        let done = mail.send(letter).await;
        let file = std::fs::read_dir(&folder)?
            .map(|entry| entry.unwrap().path())
            .find(|path| path.extension().is_some_and(|ending| ending == "eml"));
        let text = file.map(std::fs::read_to_string).transpose()?.unwrap_or_default();
        std::fs::remove_dir_all(folder)?;
        done.map(|()| text)
    }

    #[tokio::test]
    async fn a_letter_is_plain_or_has_the_same_words_in_html_beside_the_text() {
        let plain = sent(letter("ada@example.org", "hello", None)).await.unwrap();
        assert!(plain.contains("Content-Type: text/plain") && !plain.contains("multipart"));
        let both = sent(letter("ada@example.org", "hello", Some("<p>words</p>")))
            .await
            .unwrap();
        let (text, html) = (both.find("text/plain").unwrap(), both.find("text/html").unwrap());
        assert!(both.contains("multipart/alternative") && text < html, "{both}");
        assert!(both.contains("Message-ID: <abc@news.example>"));
    }

    #[tokio::test]
    async fn a_letter_says_to_mail_programs_where_it_is_stopped() {
        let stopped = Letter {
            stop: Some(format!("https://news.example/answers/stop/{}", "a".repeat(43))),
            ..letter("ada@example.org", "hello", None)
        };
        let mail = sent(stopped).await.unwrap().replace("\r\n ", " ");
        assert!(
            mail.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"),
            "{mail}"
        );
        let link = format!(
            "List-Unsubscribe: <https://news.example/answers/stop/{}>",
            "a".repeat(43)
        );
        assert!(mail.contains(&link), "{mail}");
        let plain = sent(letter("ada@example.org", "hello", None)).await.unwrap();
        assert!(!plain.contains("List-Unsubscribe"));
    }

    #[tokio::test]
    async fn no_address_and_no_subject_adds_a_header() {
        for to in [
            "a@b.example\r\nBcc: x@evil.example",
            "a@b.example, x@evil.example",
            "a@b.example\0",
            "",
        ] {
            assert!(sent(letter(to, "hello", None)).await.is_err(), "{to}");
        }
        let subject = "hello\r\nBcc: x@evil.example\r\n\r\nbody";
        let mail = sent(letter("ada@example.org", subject, Some("<p>words</p>")))
            .await
            .unwrap();
        let head = mail.split("\r\n\r\n").next().unwrap();
        assert!(!head.lines().any(|line| line.starts_with("Bcc:")), "{head}");
    }
}
