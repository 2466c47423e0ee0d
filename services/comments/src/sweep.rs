//! Forgetting by time: addresses that are needed no more, claims of who went away, bans that are long over.

use chrono::TimeDelta;
use ground::jobs::{JobError, Runners, SweepComments};

use crate::store::sweep as store;

/// So long an address that a guest left is kept: threads are closed by then, and nobody answers any more.
const ADDRESS: TimeDelta = TimeDelta::days(90);
/// So long after the decision an address that came with a notice waits for its answer.
const NOTICE: TimeDelta = TimeDelta::days(30);
/// So long an answer is tried to be sent.
const LETTER: TimeDelta = TimeDelta::days(3);
/// A claim is dead after three minutes; an hour is more than two clocks differ.
const CLAIM: TimeDelta = TimeDelta::hours(1);
/// So long a ban that is over is remembered.
const BAN: TimeDelta = TimeDelta::days(365);

/// Adds who sweeps.
pub(crate) fn runners(runners: Runners, state: &crate::State) -> Runners {
    let state = state.clone();
    runners.on(move |_: SweepComments| {
        let state = state.clone();
        async move { sweep(&state).await }
    })
}

async fn sweep(state: &crate::State) -> Result<(), JobError> {
    let now = state.clock.now();
    let mut conn = state.pool.acquire().await?;
    let addresses = store::forget_addresses(&mut conn, now - ADDRESS).await?
        + store::forget_notice_addresses(&mut conn, now - NOTICE).await?
        + store::delete_letters(&mut conn, now - LETTER).await?;
    store::delete_claims(&mut conn, now - CLAIM).await?;
    let bans = store::delete_bans(&mut conn, now - BAN).await?;
    if addresses + bans > 0 {
        tracing::info!(
            addresses.count = addresses,
            bans.count = bans,
            "comments are swept"
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests;
