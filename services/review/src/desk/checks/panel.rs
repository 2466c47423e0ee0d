//! The part of a contribution's page.

use askama::Template;
use ground::{lang::Message, msg, viewer::Role, web::Cx};
use sqlx::PgConnection;

use super::{
    asked, checked,
    door::HOW_MAX,
    items::{Item, Level},
    sorting::TYPED_MAX,
};
use crate::{
    desk::{address_of, door::Asking},
    store::checks::{self as store, Row},
    submission::Submission,
};

/// One line of the list.
pub(crate) struct Line {
    item: Item,
    level: Level,
    /// Who said so, when and how.
    said: Option<Row>,
    /// It is asked before anything of this goes out.
    asked: bool,
    /// Whether who looks may say otherwise.
    open: bool,
}

/// How far it is checked.
#[derive(Template)]
#[template(path = "review/desk/checks.html")]
pub(crate) struct Panel {
    cx: Cx,
    address: String,
    version: i32,
    lines: Vec<Line>,
    /// What it is sorted by, in words.
    category: Option<String>,
    two_people: bool,
    chosen: String,
    /// Codes and names.
    categories: Vec<(String, String)>,
    /// As they are written.
    tags: Vec<String>,
    /// Who looks says what categories there are.
    rules: bool,
}

impl Panel {
    pub(crate) async fn load(
        conn: &mut PgConnection,
        asking: &Asking<'_>,
        submission: &Submission,
    ) -> sqlx::Result<Self> {
        let cx = asking.cx;
        let chosen = submission.category.clone().unwrap_or_default();
        let mut rows = store::list(&mut *conn, submission.submission_id).await?;
        let known = store::list_categories(&mut *conn, cx.lang()).await?;
        let tags = store::list_labels(conn, &submission.tags).await?;
        let current = known.iter().find(|known| known.category == chosen);
        let asked = current.map(|current| asked(&current.asked)).unwrap_or_default();
        let lines = Item::ALL.map(|item| {
            let place = rows.iter().position(|row| row.item == item.code());
            let said = place.map(|place| rows.swap_remove(place));
            Line {
                item,
                level: said
                    .as_ref()
                    .and_then(checked)
                    .map_or(Level::Open, super::Checked::level),
                said,
                asked: asked.contains(&item),
                open: item.is_for(asking.editor.role),
            }
        });
        let offered = |known: &&store::Category| known.position.is_some() || known.category == chosen;
        let mut categories = vec![(String::new(), cx.t("vet-category-none"))];
        categories.extend(
            known
                .iter()
                .filter(offered)
                .map(|known| (known.category.clone(), known.name.clone())),
        );
        Ok(Self {
            cx: cx.clone(),
            address: address_of(submission.submission_id),
            version: submission.version,
            lines: lines.into(),
            category: current.map(|current| current.name.clone()),
            two_people: current.is_some_and(|current| current.two_people),
            chosen,
            categories,
            tags,
            rules: asking.editor.role >= Role::Chief,
        })
    }

    /// "5 of 8 checked", and what is asked and open.
    fn summary(&self) -> Message {
        let count = |number: usize| i64::try_from(number).unwrap_or_default();
        let done = self.lines.iter().filter(|line| line.level.is_done()).count();
        let legal = self
            .lines
            .iter()
            .any(|line| line.item == Item::Legal && line.level.is_done());
        let words = if legal {
            msg!("vet-summary")
        } else {
            msg!("vet-summary-legal-open")
        };
        words.n("done", count(done)).n("all", count(self.lines.len()))
    }

    fn tags_typed(&self) -> String {
        self.tags.join(if self.cx.lang().dir() == "rtl" {
            "، "
        } else {
            ", "
        })
    }

    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn how_max(&self) -> usize {
        HOW_MAX
    }

    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn tags_max(&self) -> usize {
        TYPED_MAX
    }
}
