//! Somebody is told that they were answered, without a word of what was said: guests who wished it by mail, which they stop
//! by one press; who has an account as they chose there.

mod stop;
mod tell;
#[cfg(test)]
mod tests;

use axum::{Router, routing::get};
use ground::{
    jobs::{Runners, TellOfAnswer},
    mail::Mail,
};

/// `/answers/stop/{token}`
pub(crate) fn router() -> Router<crate::State> {
    Router::new().route("/answers/stop/{token}", get(stop::get).post(stop::post))
}

/// Adds who tells.
pub(crate) fn runners(runners: Runners, state: &crate::State, mail: Mail) -> Runners {
    let state = state.clone();
    runners.on(move |job: TellOfAnswer| {
        let (state, mail) = (state.clone(), mail.clone());
        async move { tell::tell(&state, &mail, job.comment_id).await }
    })
}
