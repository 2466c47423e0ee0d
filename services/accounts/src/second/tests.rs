//! The second factor as a browser, a phone, a thief of a password, or two at once, try it.

mod again;
mod apps;
mod between;
mod own_passkeys;
mod passkeys;
mod recovery;
