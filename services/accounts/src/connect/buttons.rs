//! "Connect using …": one button for each service that is configured.
//!
//! In words alone: the services' own marks may only be shown unchanged and by their rules, and nothing here may be
//! fetched from them. "Continue with …" is what all of them allow.

use askama::Template;
use ground::web::Cx;

use super::Connect;

/// The buttons; nothing when no service is configured. Pages show it by `{{ connect|safe }}`.
#[derive(Template)]
#[template(path = "accounts/connect_buttons.html")]
pub(crate) struct Buttons {
    cx: Cx,
    offers: Vec<Offer>,
    /// A path of ours, or empty.
    next: String,
    /// To join the account that is signed in, instead of signing in.
    link: bool,
}

struct Offer {
    key: String,
    name: String,
}

impl Connect {
    /// To sign in or make an account; `next`: where to go afterwards, a path of ours, or empty.
    pub(crate) fn buttons(&self, cx: &Cx, next: &str) -> Buttons {
        self.offer(cx, next, false, |_| true)
    }

    /// To join services to the account that is signed in, but those that it has.
    pub(super) fn link_buttons(&self, cx: &Cx, has: &[String]) -> Buttons {
        self.offer(cx, "", true, |key| !has.iter().any(|has| has == key))
    }

    fn offer(&self, cx: &Cx, next: &str, link: bool, is_offered: impl Fn(&str) -> bool) -> Buttons {
        let offered = self
            .0
            .providers
            .iter()
            .filter(|provider| is_offered(&provider.key));
        Buttons {
            cx: cx.clone(),
            offers: offered
                .map(|provider| Offer {
                    key: provider.key.clone(),
                    name: provider.name.clone(),
                })
                .collect(),
            next: next.to_owned(),
            link,
        }
    }
}
