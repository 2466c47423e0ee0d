//! The one database and its one migrator.

use std::time::Duration;

use sqlx::{
    ConnectOptions as _, PgPool,
    postgres::{PgConnectOptions, PgPoolOptions},
};

/// Every migration of every room, in one order.
pub static MIGRATOR: sqlx::migrate::Migrator = sqlx::migrate!("../../migrations");

/// Opens the pool: lazily, so that a database which is slow to start delays pages, not the start.
pub fn pool(options: PgConnectOptions, connections: u32) -> PgPool {
    // Statements carry what people wrote; they never reach a log.
    let options = options.application_name("bepart").disable_statement_logging();
    PgPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(Duration::from_secs(5))
        .connect_lazy_with(options)
}
