//! What this room does when nobody waits: taking back what was public.

use std::collections::HashSet;

use anyhow::Context;
use chrono::TimeDelta;
use ground::{
    blobs::{BlobKey, Bucket, ListedKey, PublicName},
    ids::SubmissionId,
    jobs::{
        CopyMore, ForgetStory, IndexStories, JobError, ReadElsewhere, RemovePublic, RetractStory, Runners,
        SweepPublic, WithdrawStory,
    },
};

use review::SubmissionState;
use sqlx::PgConnection;

use crate::{State, copies, elsewhere, finding, publish, store::retire};

/// Adds the runners of this room. Objects younger than `orphan_age` may belong to a publication whose transaction
/// is still to come, and are left alone.
pub fn runners(runners: Runners, state: State, orphan_age: TimeDelta) -> Runners {
    let (withdrawing, removing) = (state.clone(), state.clone());
    let (copying, sweeping) = (state.clone(), state.clone());
    let (forgetting, retracting) = (state.clone(), state.clone());
    let (indexing, reading) = (state.clone(), state);
    runners
        .on(move |job: WithdrawStory| withdraw(withdrawing.clone(), job))
        .on(move |job: ForgetStory| forget(forgetting.clone(), job))
        .on(move |job: RetractStory| {
            let state = retracting.clone();
            async move { Ok(publish::retract(&state, job.submission_id).await?) }
        })
        .on(move |job: IndexStories| finding::index_backlog(indexing.clone(), job))
        .on(move |job: RemovePublic| remove(removing.clone(), job))
        .on(move |job: CopyMore| copy_more(copying.clone(), job))
        .on(move |_: ReadElsewhere| elsewhere::read_due(reading.clone()))
        .on(move |_: SweepPublic| sweep(sweeping.clone(), orphan_age))
}

async fn withdraw(state: State, job: WithdrawStory) -> Result<(), JobError> {
    Ok(take_down(&state, job.submission_id).await?)
}

/// Forgets the story of a contribution that is to be forgotten itself: a draft, or one that was taken back. Who published
/// it meanwhile was faster.
async fn forget(state: State, job: ForgetStory) -> Result<(), JobError> {
    let id = job.submission_id;
    if is_public(&mut *state.pool.acquire().await?, id).await? {
        return Ok(());
    }
    take_down(&state, id).await?;
    let mut tx = ground::db::begin(&state.pool).await?;
    if is_public(&mut tx, id).await? {
        return Ok(());
    }
    retire::forget_of(&mut tx, id, state.clock.now()).await?;
    tx.commit().await?;
    Ok(())
}

async fn is_public(conn: &mut PgConnection, id: SubmissionId) -> sqlx::Result<bool> {
    let found = review::find_for_publication(conn, id, true).await?;
    Ok(found.is_some_and(|submission| submission.state == SubmissionState::Published))
}

/// Takes the story of a contribution down, if there is one.
///
/// The row first, so that page and pictures answer "gone" from then on; the objects second; their names last,
/// so that a run which was cut short finds them again.
pub(crate) async fn take_down(state: &State, submission_id: SubmissionId) -> anyhow::Result<()> {
    let now = state.clock.now();
    let mut tx = ground::db::begin(&state.pool).await?;
    let Some(story_id) = retire::set_withdrawn(&mut tx, submission_id, now).await? else {
        return Ok(());
    };
    comments::end_thread(&mut tx, story_id, now).await?;
    let exposed = retire::list_exposed(&mut tx, story_id).await?;
    let ids: Vec<_> = exposed.iter().map(|picture| picture.media_id).collect();
    let media = media::list(&mut tx, &ids).await?;
    tx.commit().await?;
    for picture in &exposed {
        let medium = media.iter().find(|medium| medium.media_id == picture.media_id);
        if let Some(medium) = medium {
            copies::remove(&state.blobs, medium, &picture.public_name).await?;
        }
    }
    retire::clear_names(&mut *state.pool.acquire().await?, story_id).await?;
    tracing::info!(story.id = %story_id, pictures.count = exposed.len(), "a story was withdrawn");
    Ok(())
}

/// Deletes the copies under a name that an edit took out of its story.
async fn remove(state: State, job: RemovePublic) -> Result<(), JobError> {
    let name: PublicName = job
        .public_name
        .parse()
        .context("no public name")
        .map_err(JobError::Fail)?;
    let mut conn = state.pool.acquire().await?;
    let named = retire::list_kept(&mut conn, std::slice::from_ref(&name)).await?;
    let media = media::list(&mut conn, &[job.media_id]).await?;
    drop(conn);
    if let (Some(medium), []) = (media.first(), named.as_slice()) {
        copies::remove(&state.blobs, medium, &name).await?;
    }
    Ok(())
}

/// Copies what was made of a film after it was published. A withdrawal meanwhile is seen by whoever comes second: the
/// name is looked for again when the copies are there.
async fn copy_more(state: State, job: CopyMore) -> Result<(), JobError> {
    let mut conn = state.pool.acquire().await?;
    let names = retire::list_names(&mut conn, job.media_id).await?;
    let media = media::list(&mut conn, &[job.media_id]).await?;
    drop(conn);
    let Some(medium) = media.first() else {
        return Ok(());
    };
    for name in names {
        copies::make_missing(&state.blobs, medium, &name).await?;
        let kept = retire::list_names(&mut *state.pool.acquire().await?, job.media_id).await?;
        if !kept.contains(&name) {
            copies::remove(&state.blobs, medium, &name).await?;
        }
    }
    Ok(())
}

/// Deletes public objects that no picture of a public story names: what a crash left between copy and commit.
async fn sweep(state: State, orphan_age: TimeDelta) -> Result<(), JobError> {
    let young = state.clock.now() - orphan_age;
    let mut pages = state.blobs.old_objects(Bucket::Public, "public/", young);
    while let Some(page) = pages.next().await? {
        let found: Vec<(PublicName, BlobKey)> = page
            .into_iter()
            .filter_map(|key| match key {
                ListedKey::Public(ref name, _) => Some((name.clone(), key.into())),
                _ => None,
            })
            .collect();
        let names: Vec<_> = found.iter().map(|(name, _)| name.clone()).collect();
        let kept: HashSet<_> = retire::list_kept(&mut *state.pool.acquire().await?, &names)
            .await?
            .into_iter()
            .collect();
        let orphans: Vec<_> = found
            .into_iter()
            .filter(|(name, _)| !kept.contains(name))
            .map(|(_, key)| key)
            .collect();
        if !orphans.is_empty() {
            tracing::info!(
                objects.count = orphans.len(),
                "public objects of no story are deleted"
            );
            copies::delete_all(&state.blobs, orphans).await?;
        }
    }
    Ok(())
}
