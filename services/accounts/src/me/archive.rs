//! A ZIP archive that is made while it is sent: at no time more of it is held than one portion.

use std::{
    io::{self, Write},
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
};

use anyhow::Context;
use bytes::Bytes;
use chrono::{DateTime, Datelike, Timelike, Utc};
use futures_util::{Stream, StreamExt, stream};
use tokio::{
    io::{AsyncRead, AsyncReadExt},
    sync::mpsc,
};
use zip::{
    CompressionMethod, ZipWriter,
    write::{SimpleFileOptions, StreamWriter},
};

/// What is read, packed and sent at a time.
const PORTION: usize = 64 * 1024;
/// Photos and films are packed already. They are deflated all the same, with the least effort: many programs cannot read
/// an archive while it comes when entries without a length stand in it as they are.
const LEAST_EFFORT: i64 = 1;

type Sender = mpsc::Sender<io::Result<Bytes>>;

/// The archive that `fill` writes and gives back. It is written as fast as it is read, and not at all when nobody reads any
/// more. When `fill` fails, the stream ends with an error, so that nobody takes half of it for the whole.
pub(super) fn stream<F, Fut>(
    now: DateTime<Utc>,
    fill: F,
) -> impl Stream<Item = io::Result<Bytes>> + Send + 'static
where
    F: FnOnce(Archive) -> Fut + Send + 'static,
    Fut: Future<Output = anyhow::Result<Archive>> + Send + 'static,
{
    let (sender, receiver) = mpsc::channel(1);
    let work = async move {
        let written = async {
            let archive = Archive::new(now, sender.clone())?;
            fill(archive).await?.end().await
        };
        if let Err(error) = written.await {
            ground::report(&error);
            // Nobody is left to be told when this fails, too.
            let _ = sender.send(Err(io::Error::other("the archive broke off"))).await;
        }
    };
    // The work is done by whoever polls the body, so it ends with it and needs no task of its own.
    let work = stream::once(work).filter_map(async |()| None);
    let portions = stream::unfold(receiver, async |mut receiver| {
        receiver.recv().await.map(|portion| (portion, receiver))
    });
    stream::select(portions, work)
}

/// An archive on its way to somebody.
pub(super) struct Archive {
    zip: ZipWriter<StreamWriter<Portion>>,
    portion: Portion,
    sender: Sender,
    options: SimpleFileOptions,
}

impl Archive {
    fn new(now: DateTime<Utc>, sender: Sender) -> anyhow::Result<Self> {
        let portion = Portion::default();
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .unix_permissions(0o600)
            .last_modified_time(dated(now)?);
        Ok(Self {
            zip: ZipWriter::new_stream(portion.clone()),
            portion,
            sender,
            options,
        })
    }

    /// A short file.
    pub(super) async fn text(&mut self, path: &str, text: &str) -> anyhow::Result<()> {
        self.begin(path)?;
        for piece in text.as_bytes().chunks(PORTION) {
            self.write(piece).await?;
        }
        Ok(())
    }

    /// A long one, which may have more than 4 GiB.
    pub(super) async fn copy(
        &mut self,
        path: &str,
        mut bytes: Pin<Box<dyn AsyncRead + Send>>,
    ) -> anyhow::Result<()> {
        let options = self
            .options
            .compression_level(Some(LEAST_EFFORT))
            .large_file(true);
        self.start(path, options)?;
        let mut piece = vec![0; PORTION];
        loop {
            let length = bytes.read(&mut piece).await.context("a file cannot be read")?;
            match piece.get(..length) {
                None | Some([]) => return Ok(()),
                Some(read) => self.write(read).await?,
            }
        }
    }

    /// A file, of which the pieces follow.
    pub(super) fn begin(&mut self, path: &str) -> anyhow::Result<()> {
        self.start(path, self.options)
    }

    fn start(&mut self, path: &str, options: SimpleFileOptions) -> anyhow::Result<()> {
        anyhow::ensure!(is_ours(path), "a path in the archive is not of our making");
        Ok(self.zip.start_file(path, options)?)
    }

    /// A piece of the file that was begun last.
    pub(super) async fn write(&mut self, piece: &[u8]) -> anyhow::Result<()> {
        self.zip.write_all(piece)?;
        self.send(PORTION).await
    }

    async fn end(self) -> anyhow::Result<()> {
        let Self {
            zip, portion, sender, ..
        } = self;
        zip.finish()?;
        send(&portion, &sender, 0).await
    }

    /// Sends what is packed once it is as much as that.
    async fn send(&self, least: usize) -> anyhow::Result<()> {
        send(&self.portion, &self.sender, least).await
    }
}

async fn send(portion: &Portion, sender: &Sender, least: usize) -> anyhow::Result<()> {
    let Some(packed) = portion.take(least) else {
        return Ok(());
    };
    sender
        .send(Ok(packed))
        .await
        .context("nobody reads the archive any more")
}

/// What is packed and not sent yet.
#[derive(Clone, Default)]
struct Portion(Arc<Mutex<Vec<u8>>>);

impl Portion {
    /// All of it, once it is as much as `least`.
    fn take(&self, least: usize) -> Option<Bytes> {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let enough = held.len() >= least && !held.is_empty();
        enough.then(|| std::mem::take(&mut *held).into())
    }
}

impl Write for Portion {
    fn write(&mut self, packed: &[u8]) -> io::Result<usize> {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        held.extend_from_slice(packed);
        Ok(packed.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Unpacked anywhere, it stays in its folder: plain names, parted by single slashes.
fn is_ours(path: &str) -> bool {
    path.len() <= 200
        && path.split('/').all(|name| {
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
            !name.is_empty() && !name.starts_with('.') && name.bytes().all(plain)
        })
}

fn dated(now: DateTime<Utc>) -> anyhow::Result<zip::DateTime> {
    let small = |part: u32| u8::try_from(part).unwrap_or_default();
    let (year, month, day) = (u16::try_from(now.year())?, small(now.month()), small(now.day()));
    let (hour, minute, second) = (small(now.hour()), small(now.minute()), small(now.second()));
    Ok(zip::DateTime::from_date_and_time(
        year, month, day, hour, minute, second,
    )?)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    fn noon() -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000, 0).unwrap()
    }

    #[tokio::test]
    async fn what_is_written_can_be_read_and_never_more_than_a_portion_is_held() {
        let noise: Vec<u8> = (0..40)
            .flat_map(|n| blake3::hash(&[n]).as_bytes().repeat(4096))
            .collect();
        let film = noise.clone();
        let body = stream(noon(), async move |mut archive: Archive| {
            archive.text("words.txt", "سڵاو").await?;
            archive
                .copy("films/1.mp4", Box::pin(io::Cursor::new(film)))
                .await?;
            Ok(archive)
        });
        let mut body = Box::pin(body);
        let (mut whole, mut largest) = (Vec::new(), 0);
        while let Some(piece) = body.next().await {
            let piece = piece.unwrap();
            largest = largest.max(piece.len());
            whole.extend_from_slice(&piece);
        }
        assert!(largest <= 4 * PORTION, "{largest}");
        let mut zip = zip::ZipArchive::new(io::Cursor::new(whole)).unwrap();
        let mut text = String::new();
        zip.by_name("words.txt")
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
        assert_eq!(text, "سڵاو");
        let mut back = Vec::new();
        zip.by_name("films/1.mp4")
            .unwrap()
            .read_to_end(&mut back)
            .unwrap();
        assert!(back == noise);
    }

    #[tokio::test]
    async fn half_an_archive_ends_with_an_error() {
        let body = stream(noon(), async move |mut archive: Archive| {
            archive.text("words.txt", "the first of many").await?;
            anyhow::bail!("the disk is gone")
        });
        let pieces: Vec<_> = Box::pin(body).collect().await;
        assert!(pieces.last().unwrap().is_err());
    }

    #[test]
    fn only_paths_of_our_making_stand_in_it() {
        for good in [
            "README.txt",
            "contributions/1/text.txt",
            "contributions/1/2-original.jpg",
        ] {
            assert!(is_ours(good), "{good}");
        }
        for bad in [
            "",
            "/etc/passwd",
            "../x",
            "a/../b",
            "a//b",
            "a\\b",
            "C:x",
            ".ssh/x",
            "a/\u{202e}gpj.exe",
        ] {
            assert!(!is_ours(bad), "{bad}");
        }
    }
}
