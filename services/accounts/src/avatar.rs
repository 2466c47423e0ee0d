//! A picture of oneself. It goes through the same pipeline as every picture that readers send: what is shown is made
//! anew and carries nothing of the file but its pixels.

mod choose;
mod picture;
#[cfg(test)]
mod tests;

use std::time::Duration;

use axum::{
    Router,
    extract::Request,
    routing::{get, post},
};
use futures_util::TryStreamExt;
use ground::{
    Failure,
    blobs::{Blob, BlobKey, Blobs, Rendition},
    clock::Clock,
    ids::{AccountId, MediaId},
    lang::Message,
    msg,
    web::Limiter,
};
use media::{Medium, Reason};
use sqlx::PgConnection;
use uploads::{Acceptor, ClaimError, FileRefusal, FormError, ReceivedFile, ReceivedForm};

use crate::store;

/// The picture and the field around it.
const FORM_OVERHEAD: u64 = 1 << 20;
/// What a file is, its first bytes tell.
const HEAD_BYTES: u64 = 64;

/// The pages and doors of this area.
pub(crate) fn routes() -> Router<crate::Inside> {
    Router::new()
        .route("/me/avatar", get(choose::get).post(choose::post))
        .route("/me/avatar/remove", post(choose::remove))
        .route("/avatars/{media_id}", get(picture::get))
}

/// Pictures chosen, by source: each is decoded.
#[derive(Clone)]
pub(crate) struct Choosings(Limiter);

impl Choosings {
    /// Sixty an hour from one address, which many phones of a network may share; a thousand in all.
    pub(crate) fn new(clock: &Clock) -> Self {
        Self(Limiter::new(clock.clone(), Duration::from_hours(1), 60, 1000))
    }
}

/// What there is of somebody's picture.
async fn find(conn: &mut PgConnection, account_id: AccountId) -> sqlx::Result<Option<Medium>> {
    let media_id = store::find_avatar(&mut *conn, account_id).await?;
    Ok(media::list(conn, media_id.as_slice()).await?.pop())
}

/// The address of somebody's picture, once it can be shown; none: there is none.
pub(crate) async fn shown(conn: &mut PgConnection, account_id: AccountId) -> sqlx::Result<Option<String>> {
    Ok(find(conn, account_id).await?.as_ref().and_then(address_of))
}

fn address_of(medium: &Medium) -> Option<String> {
    picture::rendition_of(medium).map(|_| format!("/avatars/{}", medium.media_id))
}

/// Somebody's picture as it is shown, for who takes everything along.
pub(crate) async fn taken_along(
    room: &crate::State,
    account_id: AccountId,
) -> anyhow::Result<Option<(Rendition, Blob)>> {
    let medium = {
        let mut conn = room.pool.acquire().await?;
        find(&mut conn, account_id).await?
    };
    let Some(medium) = medium else { return Ok(None) };
    let Some(rendition) = picture::rendition_of(&medium) else {
        return Ok(None);
    };
    let key = BlobKey::rendition(medium.media_id, rendition);
    let blob = room.acceptor.blobs.get(&key, None).await?;
    Ok(blob.map(|blob| (rendition, blob)))
}

/// Takes the picture of a form in. Words: why it was not taken.
async fn receive(
    room: &crate::State,
    account_id: AccountId,
    request: Request,
) -> Result<Result<(), Message>, Failure> {
    let mut acceptor = room.acceptor.clone();
    acceptor.limits.files = 1;
    acceptor.limits.form_bytes = acceptor.limits.file_bytes + FORM_OVERHEAD;
    let received = match Box::pin(uploads::receive_form(&acceptor, request)).await {
        Ok(received) => received,
        Err(FormError::TooLarge { .. }) => return Ok(Err(too_large(&acceptor))),
        Err(error) => return Err(error.into()),
    };
    let file = match one_of(&received, &acceptor) {
        Ok(file) => file,
        Err(words) => return Ok(Err(words)),
    };
    if let Err(words) = look_at(&acceptor.blobs, file).await? {
        return Ok(Err(words));
    }
    take(room, account_id, file).await
}

/// The one file of a form.
fn one_of<'a>(received: &'a ReceivedForm, acceptor: &Acceptor) -> Result<&'a ReceivedFile, Message> {
    let refused = received.refused.first().map(|file| file.reason);
    match (received.files.first(), refused) {
        (Some(file), None) => Ok(file),
        (_, Some(FileRefusal::TooMany)) => Err(msg!("avatar-one")),
        (_, Some(FileRefusal::TooLarge)) => Err(too_large(acceptor)),
        (_, Some(FileRefusal::Empty)) => Err(Reason::Empty.message()),
        (None, None) => Err(msg!("avatar-missing")),
    }
}

fn too_large(acceptor: &Acceptor) -> Message {
    let megabytes = i64::try_from(acceptor.limits.file_bytes >> 20).unwrap_or(i64::MAX);
    msg!("avatar-too-large").n("megabytes", megabytes)
}

/// What is surely no picture is refused while its owner is still there. Only its first bytes are looked at here: the
/// decoder, in its sandbox, has the last word.
async fn look_at(blobs: &Blobs, file: &ReceivedFile) -> Result<Result<(), Message>, Failure> {
    let key = BlobKey::incoming(file.token.upload_id());
    let blob = blobs
        .get(&key, Some(0..HEAD_BYTES))
        .await?
        .ok_or(Failure::NotFound)?;
    let head: Vec<u8> = blob
        .stream
        .try_fold(Vec::new(), async |mut head, piece| {
            head.extend_from_slice(&piece);
            Ok(head)
        })
        .await
        .map_err(anyhow::Error::from)?;
    Ok(
        match (media::picture::recognise(&head), media::video::recognise(&head)) {
            (Some(_), _) => Ok(()),
            (None, Some(_)) => Err(msg!("avatar-film")),
            (None, None) => Err(Reason::UnsupportedType.message()),
        },
    )
}

/// Makes a received file somebody's picture, in place of the one before.
async fn take(
    room: &crate::State,
    account_id: AccountId,
    file: &ReceivedFile,
) -> Result<Result<(), Message>, Failure> {
    let now = room.clock.now();
    let mut tx = ground::db::begin(&room.pool).await?;
    // Of two at once the second replaces the first one's.
    let gone = forget(&mut tx, account_id).await?;
    let claimed = uploads::claim(&mut tx, std::slice::from_ref(&file.token), now).await;
    let upload_id = match claimed {
        Ok(claimed) => claimed.first().map(|claimed| claimed.upload_id),
        Err(ClaimError::NotHeld(_)) => None,
        Err(ClaimError::Db(error)) => return Err(error.into()),
    };
    let Some(upload_id) = upload_id else {
        return Ok(Err(msg!("avatar-missing")));
    };
    let media_id: MediaId = room.ids.mint(now);
    media::expect(&mut tx, media_id, upload_id, now).await?;
    store::set_avatar(&mut tx, account_id, Some(media_id)).await?;
    tx.commit().await?;
    delete(&room.acceptor.blobs, gone).await;
    Ok(Ok(()))
}

/// Forgets somebody's picture in the caller's transaction, and locks the account for it. Gives the objects that nothing
/// names once it is committed.
pub(crate) async fn forget(conn: &mut PgConnection, account_id: AccountId) -> sqlx::Result<Vec<BlobKey>> {
    let Some(media_id) = store::find_avatar_for_update(&mut *conn, account_id).await? else {
        return Ok(Vec::new());
    };
    store::set_avatar(&mut *conn, account_id, None).await?;
    let mut gone = media::forget(&mut *conn, &[media_id]).await?;
    gone.objects
        .extend(uploads::forget(conn, &gone.upload_ids).await?);
    Ok(gone.objects)
}

/// Deletes objects that no row names any more. What cannot be deleted now, the sweeps find.
pub(crate) async fn delete(blobs: &Blobs, gone: Vec<BlobKey>) {
    for key in gone {
        if let Err(error) = blobs.delete(&key).await {
            tracing::warn!(
                error = format!("{error:#}"),
                "a picture of somebody is left to the sweep"
            );
        }
    }
}
