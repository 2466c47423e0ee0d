//! The whole program, started as its users start it: a real port, a real worker, a real database.
//!
//! Personas instead of set-up code: [`House::anyone`] is a guest, [`House::editor`] someone of the newsroom.
//! They speak HTTP only. What reaches around the front door says `db_` in its name.

mod corpus;
mod house;
mod people;
mod pictures;

pub use corpus::{Corpus, CorpusFile, Expect};
pub use house::House;
pub use people::{Contribution, PASSWORD, Person, Receipt, attributes, text_of};
pub use pictures::photo;
