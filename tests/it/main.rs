//! What holds for the whole house, and stories through the whole program.

mod audit;
mod contribution;
mod headers;
mod hostile;
mod layering;
mod limits;
mod originals;
mod rights;
mod routes;
mod unseen;
mod words;
