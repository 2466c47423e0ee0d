//! On a contribution's page: how far it is checked.

mod panel;

pub(crate) use panel::Panel;
