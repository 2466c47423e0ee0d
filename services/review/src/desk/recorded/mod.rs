//! On a contribution's page: what was claimed beside what was recorded.
//!
//! What a file says may be false, and most files say little; what is missing means nothing. So differences are told as
//! kilometres and hours, and nobody is told what to think of them.

mod claimed;
mod differences;
mod gazetteer;
mod locator;
mod metadata;
mod panel;
mod record;

pub(crate) use panel::Panel;
