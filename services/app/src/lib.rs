//! The only binary: configuration, state, routes joined, worker, commands, embedded PostgreSQL.

pub mod assets;
mod audit;
pub mod cli;
pub mod config;
pub mod demo;
pub mod doctor;
#[doc(hidden)]
pub mod for_fuzzing;
pub mod house;
mod installed;
pub mod keys;
pub mod listener;
mod memory;
pub mod postgres;
pub mod routes;
pub mod serve;
