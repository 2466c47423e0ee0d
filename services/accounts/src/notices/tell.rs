//! Telling. What was told is written down in the transaction that asks for the mail and the pushes, so that each change
//! of a contribution is told once, however often the job runs.

use axum::http::{Request, StatusCode, header};
use chrono::TimeDelta;
use ground::{
    ids::{AccountId, CommentId, NoteId, PushSubscriptionId, SubmissionId},
    jobs::{self, JobError, PushAnswered, SendPush},
    outbound::OutboundError,
};
use url::Url;

use super::Vapid;
use crate::{
    letters::{self, LetterKind},
    store,
};

/// A push service keeps it so long for a device that is off (RFC 8030, 5.2), in seconds: three days.
const TTL: &str = "259200";
/// Of several that wait for a device, the last one is enough (RFC 8030, 5.4): none says anything.
const TOPIC: &str = "news";
/// A push service that does not answer is tried for so long. What became of it stands in the account anyway.
const PATIENCE: TimeDelta = TimeDelta::minutes(1);

/// Runs [`jobs::TellContributor`]; `again` where nothing may have changed since they were told, and they have not answered.
pub(super) async fn tell(
    room: &crate::State,
    account_id: AccountId,
    submission_id: SubmissionId,
    again: bool,
) -> Result<(), JobError> {
    let now = room.clock.now();
    let mut tx = ground::db::begin(&room.pool).await?;
    // Who left, or whose it is no more, is told nothing.
    let Some(wants) = store::find_wants(&mut tx, account_id, submission_id).await? else {
        return Ok(());
    };
    let news = store::note_told(&mut tx, account_id, submission_id, wants.version, now).await?;
    let reminded = !news && again && store::note_reminded(&mut tx, submission_id, now).await?;
    if !news && !reminded {
        return Ok(());
    }
    if wants.mail {
        letters::post(
            &mut tx,
            &room.ids,
            account_id,
            LetterKind::SomethingBecame,
            "",
            now,
        )
        .await?;
    }
    if wants.push {
        for subscription_id in store::list_subscriptions(&mut tx, account_id).await? {
            let job = SendPush {
                subscription_id,
                submission_id,
            };
            jobs::enqueue(&mut tx, &job).await?;
        }
    }
    Ok(tx.commit().await?)
}

/// Runs [`jobs::TellMentioned`].
pub(super) async fn mentioned(
    room: &crate::State,
    account_id: AccountId,
    note_id: NoteId,
) -> Result<(), JobError> {
    let mut tx = ground::db::begin(&room.pool).await?;
    letters::tell_mentioned(&mut tx, account_id, note_id, room.clock.now()).await?;
    Ok(tx.commit().await?)
}

/// Runs [`jobs::TellAnswered`]. Who asks for it does so once of each answer; of a job that runs twice, the second finds what
/// the first one posted.
pub(super) async fn answered(
    room: &crate::State,
    account_id: AccountId,
    comment_id: CommentId,
) -> Result<(), JobError> {
    let mut tx = ground::db::begin(&room.pool).await?;
    // Who left is told nothing.
    let Some((mail, push)) = store::find_answer_wants(&mut tx, account_id).await? else {
        return Ok(());
    };
    if mail {
        letters::tell_answered(&mut tx, account_id, comment_id, room.clock.now()).await?;
    }
    if push {
        for subscription_id in store::list_subscriptions(&mut tx, account_id).await? {
            let job = PushAnswered {
                subscription_id,
                comment_id,
            };
            jobs::enqueue(&mut tx, &job).await?;
        }
    }
    Ok(tx.commit().await?)
}

/// Runs [`PushAnswered`].
pub(super) async fn push_answered(
    room: &crate::State,
    subscription_id: PushSubscriptionId,
    comment_id: CommentId,
) -> Result<(), JobError> {
    let found = {
        let mut conn = room.pool.acquire().await?;
        store::find_push_answered(&mut conn, subscription_id, comment_id).await?
    };
    deliver(room, subscription_id, found).await
}

/// Runs [`SendPush`]: knocks at one browser, with nothing in hand. A second knock, after a worker died in between,
/// takes the place of the first at the push service and on the device.
pub(super) async fn push(
    room: &crate::State,
    subscription_id: PushSubscriptionId,
    submission_id: SubmissionId,
) -> Result<(), JobError> {
    let found = {
        let mut conn = room.pool.acquire().await?;
        store::find_push(&mut conn, subscription_id, submission_id).await?
    };
    deliver(room, subscription_id, found).await
}

async fn deliver(
    room: &crate::State,
    subscription_id: PushSubscriptionId,
    due: Option<store::DuePush>,
) -> Result<(), JobError> {
    let Some(due) = due else { return Ok(()) };
    let endpoint = Url::parse(&due.endpoint).map_err(|error| JobError::Fail(error.into()))?;
    let answer = knock(room, &endpoint).await?;
    let failed = match answer {
        Ok(status) if status.is_success() => return Ok(()),
        // RFC 8030, 7.3: the browser is not to be told any more.
        Ok(StatusCode::NOT_FOUND | StatusCode::GONE) => {
            let mut conn = room.pool.acquire().await?;
            return Ok(store::delete_subscription(&mut conn, subscription_id).await?);
        }
        Ok(status) => anyhow::anyhow!("a push service answered {}", status.as_u16()),
        Err(error) => anyhow::Error::from(error).context("a push service gave no answer"),
    };
    if room.clock.now() - due.told_at < PATIENCE {
        return Err(JobError::Retry(failed));
    }
    tracing::warn!(error = format!("{failed:#}"), "a device was not told");
    Ok(())
}

async fn knock(room: &crate::State, endpoint: &Url) -> anyhow::Result<Result<StatusCode, OutboundError>> {
    let vapid = Vapid::of(&room.key)?;
    let request = Request::post(endpoint.as_str())
        .header(
            header::AUTHORIZATION,
            vapid.authorization(endpoint, &room.site, room.clock.now()),
        )
        .header(header::CONTENT_LENGTH, 0)
        .header("ttl", TTL)
        .header("topic", TOPIC)
        .header("urgency", "normal")
        .body(Vec::new())?;
    Ok(room.outbound.send(request).await.map(|answer| answer.status()))
}
