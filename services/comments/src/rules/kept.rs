//! The word list as it was last made ready: comments come by the hundred, changes of the list by the week.

use std::sync::{Arc, Mutex, PoisonError};

use ground::Failure;
use sqlx::PgConnection;

use super::{List, words};

/// A version, and its list.
type Held = (i32, Arc<List>);

/// The list of one version of the rules. Every change of a word makes another version.
#[derive(Clone, Debug, Default)]
pub struct KeptWords(Arc<Mutex<Option<Held>>>);

impl KeptWords {
    /// The list of this version. What is read may be newer than the version that was asked for; whoever sees the newer one
    /// reads again.
    pub(crate) async fn of(&self, conn: &mut PgConnection, version: i32) -> Result<Arc<List>, Failure> {
        let held = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some((_, list)) = held.filter(|(of, _)| *of == version) {
            return Ok(list);
        }
        let list = Arc::new(List::new(words::list(conn).await?)?);
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((version, Arc::clone(&list)));
        Ok(list)
    }
}
