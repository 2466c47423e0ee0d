//! On a contribution's page: what was claimed beside what was recorded.

mod panel;

pub(crate) use panel::Panel;
