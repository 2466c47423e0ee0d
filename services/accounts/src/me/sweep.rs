//! Ends what is past its time.

use chrono::TimeDelta;
use ground::jobs::{self, EraseAccount, JobError};

use crate::{mail_codes, sessions, store};

/// The way to another service and back takes no longer.
const TRANSACTION_LASTS: TimeDelta = TimeDelta::minutes(10);
/// An authenticator answers within this.
const CEREMONY_LASTS: TimeDelta = TimeDelta::minutes(5);
/// A mail server that takes nothing for so long gets nothing any more: an address is not kept for its sake.
const LETTER_WAITS: TimeDelta = TimeDelta::days(3);

/// Runs [`ground::jobs::SweepAccounts`]: forgets codes, transactions, ceremonies, letters and sessions that have
/// ended, and asks for the erasures that are due, each once.
pub(crate) async fn sweep(room: &crate::State) -> Result<(), JobError> {
    let now = room.clock.now();
    let mut conn = room.pool.acquire().await?;
    mail_codes::sweep(&mut conn, now).await?;
    store::delete_connect_transactions_before(&mut conn, now - TRANSACTION_LASTS).await?;
    store::delete_passkey_ceremonies_before(&mut conn, now - CEREMONY_LASTS).await?;
    store::delete_letters_before(&mut conn, now - LETTER_WAITS).await?;
    sessions::sweep_sessions(&mut conn, room.sessions, now).await?;
    for account_id in store::list_due_deletions(&mut conn, now).await? {
        jobs::enqueue_once(
            &mut conn,
            &EraseAccount { account_id },
            &format!("erase {account_id}"),
        )
        .await?;
    }
    Ok(())
}
