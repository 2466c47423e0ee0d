//! What holds for the whole house, and stories through the whole program.

mod contribution;
mod headers;
mod hostile;
mod layering;
mod limits;
mod originals;
mod rights;
mod routes;
mod words;
