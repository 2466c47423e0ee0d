//! Forgetting uploads that were part of something which is forgotten itself.

use ground::{blobs::BlobKey, ids::UploadId};
use sqlx::PgConnection;

use crate::{store, tus};

/// Forgets uploads in the caller's transaction, and those that they were joined of. Gives the objects that are to be
/// deleted once it is committed; what is not deleted then, the sweep finds.
///
/// # Errors
/// When the database fails, or something is still made of one of them.
pub async fn forget(conn: &mut PgConnection, upload_ids: &[UploadId]) -> sqlx::Result<Vec<BlobKey>> {
    let ids: Vec<_> = upload_ids.iter().map(|id| id.0).collect();
    let joined = store::delete_uploads(&mut *conn, &ids).await?;
    let mut gone = upload_ids.to_vec();
    for token in joined.iter().flatten().flat_map(|told| tus::parts_named(told)) {
        // Who names an upload need not have had it: only its secret tells.
        if store::delete_part(&mut *conn, token.upload_id(), &token.hash()).await? {
            gone.push(token.upload_id());
        }
    }
    Ok(gone.into_iter().map(BlobKey::incoming).collect())
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta};
    use ground::ids::Ids;
    use sqlx::PgPool;

    use super::*;
    use crate::Token;

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn an_upload_goes_with_the_parts_it_was_joined_of_and_with_no_other(pool: PgPool) {
        let (ids, now) = (Ids::system(), DateTime::from_timestamp(1_800_000_000, 0).unwrap());
        let mut conn = pool.acquire().await.unwrap();
        let [whole, part, other] = [(); 3].map(|()| Token::mint(ids.mint(now)));
        for token in [&whole, &part, &other] {
            let later = now + TimeDelta::days(1);
            store::insert_upload(&mut conn, token.upload_id(), &token.hash(), "a.mp4", now, later)
                .await
                .unwrap();
        }
        let guessed = format!("{}.guess", other.upload_id());
        let concat = format!("final;/uploads/{part} https://news.example/uploads/{guessed} nonsense");
        sqlx::query!(
            "update uploads set concat = case when upload_id = $1 then $2 else 'partial' end",
            whole.upload_id().0,
            concat,
        )
        .execute(&mut *conn)
        .await
        .unwrap();
        let objects = forget(&mut conn, &[whole.upload_id()]).await.unwrap();
        let expected = [&whole, &part].map(|token| BlobKey::incoming(token.upload_id()));
        assert_eq!(objects, expected);
        let asked = [&whole, &part, &other].map(|token| token.upload_id().0);
        let left = store::list_known(&mut conn, &asked).await.unwrap();
        assert_eq!(left, [other.upload_id()]);
    }
}
