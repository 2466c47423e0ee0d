//! What holds for the whole house, and stories through the whole program.

mod contribution;
mod hostile;
mod layering;
mod limits;
mod originals;
mod words;
