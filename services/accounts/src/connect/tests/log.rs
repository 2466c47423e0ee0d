//! What the program writes into its log, of every level, while a test runs.

use std::{
    io,
    sync::{Arc, Mutex},
};

use tracing::subscriber::DefaultGuard;
use tracing_subscriber::fmt::MakeWriter;

/// Listens on the thread of its test, on which everything of it runs.
pub(super) struct Log {
    heard: Heard,
    _guard: DefaultGuard,
}

#[derive(Clone, Default)]
struct Heard(Arc<Mutex<Vec<u8>>>);

impl io::Write for Heard {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Heard {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

impl Log {
    pub(super) fn listen() -> Self {
        let heard = Heard::default();
        let subscriber = tracing_subscriber::fmt()
            .with_max_level(tracing::Level::TRACE)
            .with_ansi(false)
            .with_writer(heard.clone())
            .finish();
        Self {
            heard,
            _guard: tracing::subscriber::set_default(subscriber),
        }
    }

    /// All since the last time.
    pub(super) fn take(&self) -> String {
        let bytes = std::mem::take(&mut *self.heard.0.lock().unwrap());
        String::from_utf8(bytes).unwrap()
    }
}
