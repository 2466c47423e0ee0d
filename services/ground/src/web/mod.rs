//! Web manners that every page shares: the context of a request, pages, errors, headers, same-origin.

mod assets;
mod context;
mod errors;
#[doc(hidden)]
pub mod for_fuzzing;
mod headers;
mod limits;
mod object;
mod page;
mod polled;
mod problems;
mod range;
mod same_origin;
mod work;

pub use assets::{Asset, Assets};
pub use context::{Cx, Site, context};
pub use errors::error_pages;
pub use headers::security_headers;
pub(crate) use headers::shared_policy;
pub use limits::{Limiter, Source, Sources, Taken};
pub use object::object;
pub use page::{Page, see_other};
pub use polled::polled;
pub use problems::Problems;
pub use same_origin::same_origin;
pub use work::{Pass, Puzzle, Work};
