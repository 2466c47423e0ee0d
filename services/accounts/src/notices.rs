//! Telling people that something became of what they sent, or that somebody answered them, as they chose: by mail, or by a word on their devices.
//! Neither says what; that stands in their account, behind their sign-in.

mod choices;
mod push;
mod tell;
#[cfg(test)]
mod tests;
mod vapid;

use axum::{
    Router,
    routing::{get, post},
};
use ground::jobs::{PushAnswered, Runners, SendPush, TellAnswered, TellContributor, TellMentioned};

pub(crate) use vapid::Vapid;

/// The pages and doors of this area.
pub(crate) fn routes() -> Router<crate::Inside> {
    Router::new()
        .route("/me/notices", get(choices::get).post(choices::post))
        .route("/me/notices/push", post(push::allow))
        .route("/me/notices/push/forget", post(push::forget))
}

/// Adds what this area runs.
pub(crate) fn runners(runners: Runners, room: &crate::State) -> Runners {
    let (telling, pushing, mentioning) = (room.clone(), room.clone(), room.clone());
    let (answering, knocking) = (room.clone(), room.clone());
    runners
        .on(move |job: TellContributor| {
            let room = telling.clone();
            async move { tell::tell(&room, job.account_id, job.submission_id, job.again).await }
        })
        .on(move |job: TellMentioned| {
            let room = mentioning.clone();
            async move { tell::mentioned(&room, job.account_id, job.note_id).await }
        })
        .on(move |job: TellAnswered| {
            let room = answering.clone();
            async move { tell::answered(&room, job.account_id, job.comment_id).await }
        })
        .on(move |job: PushAnswered| {
            let room = knocking.clone();
            async move { tell::push_answered(&room, job.subscription_id, job.comment_id).await }
        })
        .on(move |job: SendPush| {
            let room = pushing.clone();
            async move { tell::push(&room, job.subscription_id, job.submission_id).await }
        })
}
