//! On a contribution's page: who has it in hand.

mod panel;

pub(crate) use panel::Panel;
