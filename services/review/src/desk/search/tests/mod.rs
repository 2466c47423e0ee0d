//! The search, by its pure parts and with a real database.

mod corpus;
mod finding;
mod keeping;
mod pairs;
