//! What holds for the whole house, and stories through the whole program.

mod layering;
mod words;
