//! Forgetting a person, once the time to think it over is past.

use ground::{audit, ids::AccountId, jobs::JobError, lang::Lang};

use crate::{
    avatar,
    letters::{self, LetterKind, NewLetter},
    store,
};

/// Runs [`ground::jobs::EraseAccount`]: first the other rooms, while it is still known whose account it is, then our own
/// tables and the row itself, all at once. Killed in between and begun again, it goes on; called off before it began, or
/// done already, it does nothing.
pub(crate) async fn erase(room: &crate::State, account_id: AccountId) -> Result<(), JobError> {
    let now = room.clock.now();
    let mut tx = ground::db::begin(&room.pool).await?;
    let begun = store::begin_erasure(&mut tx, account_id, now).await?;
    tx.commit().await?;
    if !begun {
        return Ok(());
    }
    for other in room.others.iter() {
        other.erase(account_id).await?;
    }
    let mut tx = ground::db::begin(&room.pool).await?;
    let picture = avatar::forget(&mut tx, account_id).await?;
    let address = store::erase_account(&mut tx, account_id, now).await?;
    if let Some((email, language)) = address {
        // The one thing that outlives the account, until it is sent; the sweep forgets what cannot be sent.
        let letter = NewLetter {
            kind: LetterKind::Erased,
            email: &email,
            account_id: None,
            mail_code_id: None,
            language: language.as_deref().and_then(Lang::from_code),
            detail: "",
        };
        letters::post_to(&mut tx, &room.ids, &letter, now).await?;
    }
    // What the newsroom did to them is chained; that it is forgotten, too.
    if audit::has_links_about(&mut tx, account_id).await? {
        let forgotten = audit::Entry::erased(&room.ids, now, None, Some(account_id));
        audit::append(&mut tx, &room.ids, &[forgotten]).await?;
    }
    tx.commit().await?;
    // Killed here, the sweeps delete what no row names any more.
    avatar::delete(&room.acceptor.blobs, picture).await;
    tracing::info!(account.id = %account_id, "an account was forgotten");
    Ok(())
}
