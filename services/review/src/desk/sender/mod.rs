//! On a contribution's page: who sent it, without saying who.

mod panel;

pub(crate) use panel::Panel;
