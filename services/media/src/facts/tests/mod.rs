//! Facts: words and numbers on tables, and files made by hand.

mod bounds;
mod compared;
mod places;
mod read;
mod words;
