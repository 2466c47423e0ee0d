//! The form through its door.

mod crowd;
mod files;
mod filling;
mod hard;
mod person;
mod sender;
mod sending;

use std::collections::HashSet;

use axum::http::StatusCode;

use crate::testing::{Answer, Door};

async fn blank(door: &Door) -> Answer {
    door.get("/contribute", "").await
}

/// What the summary names, and that each of its links lands.
fn problems(page: &Answer) -> Vec<String> {
    let form_again = [StatusCode::UNPROCESSABLE_ENTITY, StatusCode::PAYLOAD_TOO_LARGE];
    assert!(form_again.contains(&page.status), "{}", page.text);
    let links = page.attributes(".error-summary a", "href");
    let ids: HashSet<_> = page.attributes("main [id]", "id").into_iter().collect();
    for link in &links {
        assert!(ids.contains(link.trim_start_matches('#')), "{link} leads nowhere");
    }
    assert_eq!(
        page.texts(".error-words").len(),
        links.iter().collect::<HashSet<_>>().len()
    );
    links
}
