//! On a contribution's page: what the desk says to itself.

mod panel;

pub(crate) use panel::Panel;
