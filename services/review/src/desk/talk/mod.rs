//! On a contribution's page: the talk with the sender.

mod panel;

pub(crate) use panel::Panel;
