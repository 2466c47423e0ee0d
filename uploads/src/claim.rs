//! Making finished uploads part of something.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use ground::{ids::UploadId, secret};
use sqlx::PgConnection;
use uuid::Uuid;

use crate::{
    store::{self, Row},
    token::Token,
};

/// An upload that is now part of the caller's transaction's fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claimed {
    /// Which.
    pub upload_id: UploadId,
    /// What the sender's device called it: text to show to editors.
    pub client_name: String,
    /// Bytes.
    pub size: i64,
}

/// An upload that its sender could claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// By which it can be claimed.
    pub token: Token,
    /// What the sender's device called it.
    pub client_name: String,
    /// Bytes.
    pub size: i64,
}

/// Why uploads could not be claimed. Nothing was changed then.
#[derive(Debug, thiserror::Error)]
pub enum ClaimError {
    /// One is unknown, not finished, somebody else's, claimed before, or expired; a stranger who guesses is
    /// not told which.
    #[error("an upload cannot be claimed")]
    NotHeld(UploadId),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] sqlx::Error),
}

/// Claims uploads in the caller's transaction, all or none, each once, in the order of their tokens.
///
/// # Errors
/// When one of them cannot be claimed.
pub async fn claim(
    conn: &mut PgConnection,
    tokens: &[Token],
    now: DateTime<Utc>,
) -> Result<Vec<Claimed>, ClaimError> {
    let tokens = each_once(tokens);
    let ids = ids_of(&tokens);
    let mut rows = by_id(store::list_claimable_for_update(conn, &ids, now).await?);
    let mut claimed = Vec::with_capacity(tokens.len());
    for token in tokens {
        let row = rows
            .remove(&token.upload_id())
            .filter(|row| secret::same(&row.secret_hash, &token.hash()));
        let row = row.ok_or(ClaimError::NotHeld(token.upload_id()))?;
        claimed.push(Claimed {
            upload_id: row.upload_id,
            client_name: row.client_name,
            size: row.size,
        });
    }
    store::set_claimed(conn, &ids, now).await?;
    Ok(claimed)
}

/// The uploads of these tokens that could be claimed now, in the order of the tokens; others are left out.
pub async fn peek(conn: &mut PgConnection, tokens: &[Token], now: DateTime<Utc>) -> sqlx::Result<Vec<Held>> {
    let tokens = each_once(tokens);
    let mut rows = by_id(store::list_claimable(conn, &ids_of(&tokens), now).await?);
    let held = tokens.into_iter().filter_map(|token| {
        let row = rows.remove(&token.upload_id())?;
        secret::same(&row.secret_hash, &token.hash()).then(|| Held {
            token: token.clone(),
            client_name: row.client_name,
            size: row.size,
        })
    });
    Ok(held.collect())
}

fn each_once(tokens: &[Token]) -> Vec<&Token> {
    let mut seen = Vec::new();
    tokens
        .iter()
        .filter(|token| {
            let new = !seen.contains(&token.upload_id());
            seen.push(token.upload_id());
            new
        })
        .collect()
}

fn ids_of(tokens: &[&Token]) -> Vec<Uuid> {
    tokens.iter().map(|token| token.upload_id().0).collect()
}

fn by_id(rows: Vec<Row>) -> HashMap<UploadId, Row> {
    rows.into_iter().map(|row| (row.upload_id, row)).collect()
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use ground::ids::Ids;
    use sqlx::PgPool;

    use super::*;

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000, 0).unwrap()
    }

    async fn upload(conn: &mut PgConnection, ids: &Ids, finished: bool) -> Token {
        let token = Token::mint(ids.mint(now()));
        let tomorrow = now() + TimeDelta::days(1);
        store::insert_upload(conn, token.upload_id(), &token.hash(), "a.jpg", now(), tomorrow)
            .await
            .unwrap();
        if finished {
            assert!(
                store::set_finished(conn, token.upload_id(), 5, &[1; 32], now())
                    .await
                    .unwrap()
            );
        }
        token
    }

    fn refused<T: std::fmt::Debug>(outcome: &Result<T, ClaimError>, token: &Token) {
        assert!(
            matches!(outcome, Err(ClaimError::NotHeld(id)) if *id == token.upload_id()),
            "{outcome:?}"
        );
    }

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn what_was_sent_is_claimed_once_in_the_order_of_the_form(pool: PgPool) {
        let (mut conn, ids) = (pool.acquire().await.unwrap(), Ids::system());
        let (first, second) = (
            upload(&mut conn, &ids, true).await,
            upload(&mut conn, &ids, true).await,
        );
        let tokens = [second.clone(), first.clone(), second.clone()];
        let held = peek(&mut conn, &tokens, now()).await.unwrap();
        assert_eq!(
            held.iter().map(|held| &held.token).collect::<Vec<_>>(),
            [&second, &first]
        );
        let claimed = claim(&mut conn, &tokens, now()).await.unwrap();
        let order: Vec<_> = claimed.iter().map(|claimed| claimed.upload_id).collect();
        assert_eq!(order, [second.upload_id(), first.upload_id()]);
        assert_eq!((claimed[0].client_name.as_str(), claimed[0].size), ("a.jpg", 5));
        refused(
            &claim(&mut conn, std::slice::from_ref(&first), now()).await,
            &first,
        );
        assert!(peek(&mut conn, &tokens, now()).await.unwrap().is_empty());
    }

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn what_is_unfinished_expired_or_somebody_elses_cannot_be_claimed(pool: PgPool) {
        let (mut conn, ids) = (pool.acquire().await.unwrap(), Ids::system());
        let (good, unfinished) = (
            upload(&mut conn, &ids, true).await,
            upload(&mut conn, &ids, false).await,
        );
        let stolen: Token = format!("{}.guess", good.upload_id()).parse().unwrap();
        let unknown = Token::mint(ids.mint(now()));
        for token in [&unfinished, &stolen, &unknown] {
            // The good one beside it stays free: all or none.
            let mut tx = ground::db::begin(&pool).await.unwrap();
            let pair = if *token == stolen {
                vec![stolen.clone()]
            } else {
                vec![good.clone(), (*token).clone()]
            };
            refused(&claim(&mut tx, &pair, now()).await, token);
            tx.commit().await.unwrap();
            assert!(
                peek(&mut conn, std::slice::from_ref(token), now())
                    .await
                    .unwrap()
                    .is_empty()
            );
        }
        let late = now() + TimeDelta::days(1);
        refused(&claim(&mut conn, std::slice::from_ref(&good), late).await, &good);
        claim(&mut conn, std::slice::from_ref(&good), now())
            .await
            .unwrap();
    }

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn of_two_who_claim_at_once_one_gets_it(pool: PgPool) {
        let ids = Ids::system();
        let token = upload(&mut pool.acquire().await.unwrap(), &ids, true).await;
        let attempt = async || {
            let mut tx = ground::db::begin(&pool).await.unwrap();
            let claimed = claim(&mut tx, std::slice::from_ref(&token), now()).await.is_ok();
            tx.commit().await.unwrap();
            claimed
        };
        let (one, other) = tokio::join!(attempt(), attempt());
        assert!(one ^ other);
    }
}
