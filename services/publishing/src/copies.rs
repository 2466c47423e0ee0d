//! Public copies of clean renditions.

use std::collections::HashMap;

use futures_util::{StreamExt, TryStreamExt, stream};
use ground::{
    Failure,
    blobs::{BlobError, BlobKey, Blobs, PictureFormat, PublicName, Rendition},
    ids::MediaId,
};
use media::Medium;

use crate::{State, draft::Draft, store::compose::Picture};

/// How many copies are made or deleted at once.
const AT_ONCE: usize = 4;

/// The public names of a story's pictures, and which of them this write made.
#[derive(Debug, Default)]
pub(crate) struct Copies {
    names: HashMap<MediaId, PublicName>,
    made: Vec<BlobKey>,
}

impl Copies {
    /// A public copy of every rendition of every picture of the draft; pictures that have theirs keep them.
    ///
    /// # Errors
    /// When the database or the object store fails. What was copied until then is deleted.
    pub(crate) async fn make(state: &State, draft: &Draft, existing: &[Picture]) -> Result<Self, Failure> {
        let mut copies = Self::default();
        let mut fresh = Vec::new();
        for chosen in &draft.pictures {
            let held = existing
                .iter()
                .find(|picture| picture.media_id == chosen.media_id);
            match held.and_then(|picture| picture.public_name.clone()) {
                Some(name) => {
                    copies.names.insert(chosen.media_id, name);
                }
                None => fresh.push(chosen.media_id),
            }
        }
        let media = media::list(&mut *state.pool.acquire().await?, &fresh).await?;
        let mut work = Vec::new();
        for medium in media.iter().filter(|medium| medium.is_ready()) {
            let name = PublicName::mint();
            for (from, to) in keys(medium, &name) {
                copies.made.push(to.clone());
                work.push((from, to));
            }
            copies.names.insert(medium.media_id, name);
        }
        let outcome: Result<Vec<()>, BlobError> = stream::iter(work)
            .map(|(from, to)| async move { state.blobs.copy(&from, &to).await })
            .buffer_unordered(AT_ONCE)
            .try_collect()
            .await;
        match outcome {
            Ok(_) => Ok(copies),
            Err(error) => {
                copies.undo(state).await;
                Err(error.into())
            }
        }
    }

    /// The public name of a picture, if it has one.
    pub(crate) fn name_of(&self, media_id: MediaId) -> Option<PublicName> {
        self.names.get(&media_id).cloned()
    }

    /// Deletes what was copied, as well as it can be done now: the sweep finds the rest.
    pub(crate) async fn undo(&self, state: &State) {
        if let Err(error) = delete_all(&state.blobs, self.made.clone()).await {
            tracing::warn!(
                error = format!("{error:#}"),
                "public copies of no story are left to the sweep"
            );
        }
    }
}

/// Makes the public copies of a medium that are not there yet.
pub(crate) async fn make_missing(blobs: &Blobs, medium: &Medium, name: &PublicName) -> Result<(), BlobError> {
    for (from, to) in keys(medium, name) {
        if blobs.size(&to).await?.is_none() {
            blobs.copy(&from, &to).await?;
        }
    }
    Ok(())
}

/// Deletes the public copies of a picture. What is gone already is no error.
pub(crate) async fn remove(blobs: &Blobs, medium: &Medium, name: &PublicName) -> Result<(), BlobError> {
    delete_all(blobs, keys(medium, name).map(|(_, to)| to).collect()).await
}

/// Deletes objects, some at once.
pub(crate) async fn delete_all(blobs: &Blobs, keys: Vec<BlobKey>) -> Result<(), BlobError> {
    stream::iter(keys)
        .map(|key| async move { blobs.delete(&key).await })
        .buffer_unordered(AT_ONCE)
        .try_collect()
        .await
}

/// Private and public key of each rendition of a picture.
fn keys(medium: &Medium, name: &PublicName) -> impl Iterator<Item = (BlobKey, BlobKey)> {
    // The sheet is for the desk.
    let public = medium
        .renditions
        .iter()
        .filter(|facts| facts.rendition.format != PictureFormat::Sprite);
    public.map(|facts| {
        let rendition: Rendition = facts.rendition;
        (
            BlobKey::rendition(medium.media_id, rendition),
            BlobKey::public(name.clone(), rendition),
        )
    })
}
