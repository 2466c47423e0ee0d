//! The only binary: configuration, state, routes joined, worker, commands, embedded PostgreSQL.

pub mod assets;
pub mod cli;
pub mod config;
pub mod demo;
pub mod doctor;
pub mod house;
mod installed;
pub mod listener;
pub mod postgres;
pub mod routes;
pub mod serve;
