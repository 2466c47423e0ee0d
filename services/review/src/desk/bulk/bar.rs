//! Below a list: what can be done to those that are chosen. Its buttons belong to the form of the checkboxes.

use askama::Template;
use ground::web::Cx;

use crate::deed::Deed;

/// The form `bulk`, and its buttons.
#[derive(Template)]
#[template(path = "review/desk/bulk_bar.html")]
pub(crate) struct Bar {
    cx: Cx,
    /// The list, to come back to.
    here: String,
    actions: Vec<(Deed, &'static str)>,
}

impl Bar {
    /// For a list of open contributions, or of those that are decided on.
    pub(crate) fn new(cx: &Cx, here: String, open: bool, machine: bool) -> Self {
        let actions = if machine {
            vec![(Deed::Confirm, ""), (Deed::Reopen, "quiet")]
        } else if open {
            vec![
                (Deed::Accept, ""),
                (Deed::Decline, "quiet"),
                (Deed::Spam, "quiet"),
                (Deed::Take, "quiet"),
            ]
        } else {
            vec![(Deed::Reopen, "")]
        };
        Self {
            cx: cx.clone(),
            here,
            actions: actions
                .into_iter()
                .chain([(Deed::Tag, "quiet"), (Deed::Category, "quiet")])
                .collect(),
        }
    }

    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn look(&self, look: &str) -> String {
        format!("small {look}")
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates pass references")]
    fn words(&self, deed: &Deed) -> String {
        match deed {
            Deed::Accept => self.cx.t("desk-accept"),
            Deed::Decline => self.cx.t("desk-decline"),
            Deed::Spam => self.cx.t("desk-spam"),
            Deed::Confirm => self.cx.t("decide-confirm"),
            Deed::Reopen => self.cx.t("desk-reopen"),
            Deed::Tag => self.cx.t("decide-tag"),
            Deed::Category => self.cx.t("decide-category"),
            Deed::Take | Deed::Publish => self.cx.t("desk-take"),
        }
    }
}
