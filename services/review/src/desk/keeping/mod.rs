//! On a contribution's page: how long it is kept.

mod panel;

pub(crate) use panel::Panel;
