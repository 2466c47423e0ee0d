//! What guests are called: by the same rules as who has an account.

use ground::{lang::Message, names, web::Site};
use sqlx::PgConnection;

use crate::store::posts;

/// A guest's name as it is kept, or what is wrong with it.
///
/// # Errors
/// The database's.
pub(crate) async fn guest_name(
    conn: &mut PgConnection,
    site: &Site,
    typed: &str,
) -> sqlx::Result<Result<String, Message>> {
    let name = match names::name(typed) {
        Ok(name) => name,
        Err(words) => return Ok(Err(words)),
    };
    let staff = posts::list_staff_names(conn).await?;
    Ok(match names::problem_with_name(site, &staff, &name) {
        Some(words) => Err(words),
        None => Ok(name),
    })
}
