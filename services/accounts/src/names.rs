//! What people may be called here ([`ground::names`]), with the names of the newsroom's people from the database.

use ground::{lang::Message, names, web::Site};
use sqlx::PgConnection;

pub(crate) use ground::names::name;

use crate::store;

/// What is wrong with a name that somebody without a role chooses, if anything. People of the newsroom may be called as
/// they are: for them, [`name`] is enough.
pub(crate) async fn problem_with_name(
    conn: &mut PgConnection,
    site: &Site,
    text: &str,
) -> sqlx::Result<Option<Message>> {
    let staff = store::list_staff_names(conn).await?;
    Ok(names::problem_with_name(site, &staff, text))
}

#[cfg(test)]
mod tests;
