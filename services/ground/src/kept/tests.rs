mod adding;
mod house;
mod layer;
mod live;
mod part;

use axum::http::{Request, StatusCode};
use chrono::TimeDelta;

use super::*;
use crate::viewer::{SignedIn, Viewer};
use house::{House, said};

#[tokio::test]
async fn who_comes_second_gets_the_same_page_and_nothing_is_made() {
    let house = House::new(1 << 20);
    let first = house.ask("/page", &[]).await;
    house.say("two");
    let second = house.ask("/page", &[]).await;
    assert_eq!(house.made(), 1);
    assert!(first.body.contains("one"));
    assert_eq!(first.body, second.body);
    assert_eq!(second.header("cache-control"), "public, no-cache");
    assert_eq!(
        second.header("vary"),
        "Accept-Language, Cookie, Save-Data, Accept-Encoding"
    );
    assert_eq!(second.header("content-type"), "text/html; charset=utf-8");
}

#[tokio::test]
async fn each_language_and_each_address_has_a_page_of_its_own() {
    let house = House::new(1 << 20);
    for (path, language) in [("/page", "en"), ("/page", "ckb"), ("/long", "en")] {
        let answer = house.ask(path, &[("accept-language", language)]).await;
        assert_eq!(answer.header("content-language"), language);
        house.ask(path, &[("accept-language", language)]).await;
    }
    assert_eq!(house.made(), 3);
}

#[tokio::test]
async fn what_a_stranger_puts_into_the_query_makes_no_page_and_gets_into_none() {
    let house = House::new(1 << 20);
    let first = house.ask("/page?t=stranger&x=1", &[]).await;
    let second = house.ask("/page?y=2", &[]).await;
    assert_eq!(house.made(), 1);
    assert!(!first.body.contains("stranger"));
    assert_eq!(first.body, second.body);
}

#[tokio::test]
async fn a_shared_page_has_no_nonce_and_allows_nothing_inline() {
    let house = House::new(1 << 20);
    let answer = house.ask("/page", &[]).await;
    let policy = answer.header("content-security-policy");
    assert!(
        policy.starts_with("default-src 'none'; script-src 'self'; style-src 'self'; "),
        "{policy}"
    );
    assert!(policy.contains("require-trusted-types-for 'script'"));
    assert!(!policy.contains("nonce") && !policy.contains("unsafe"));
    assert!(answer.body.contains("\"></a>"), "{}", answer.body);
    let feed = house.ask("/feed", &[]).await;
    assert_eq!(
        feed.header("content-security-policy"),
        "default-src 'none'; frame-ancestors 'none'"
    );
}

#[tokio::test]
async fn who_is_known_has_pages_of_their_own() {
    let house = House::new(1 << 20);
    house.get().await;
    house.say("mine");
    let own = house.ask("/page", &[("cookie", "__Host-commenter=abc")]).await;
    assert!(own.body.contains("mine"));
    assert_eq!(own.header("cache-control"), "private, no-cache");
    assert_eq!(own.header("etag"), "");
    assert!(
        own.header("content-security-policy")
            .contains("script-src 'nonce-")
    );
    assert!(house.get().await.contains("one"), "and nobody else gets them");
    let person = SignedIn {
        account_id: crate::ids::AccountId(uuid::Uuid::from_u128(1)),
        name: "Ada".to_owned(),
        role: None,
        sees_at_risk: false,
        confirmed_at: house.clock.now(),
    };
    let (mut parts, ()) = Request::get("/page").body(()).unwrap().into_parts();
    parts.extensions.insert(Viewer(Some(person)));
    let asked = <Asked as axum::extract::FromRequestParts<()>>::from_request_parts(&mut parts, &()).await;
    assert!(asked.unwrap().is_own());
}

#[tokio::test]
async fn who_has_the_page_already_is_told_so() {
    let house = House::new(1 << 20);
    let tag = house.ask("/page", &[]).await.header("etag").to_owned();
    let same = house.ask("/page", &[("if-none-match", &tag)]).await;
    assert_eq!((same.status, &*same.body), (StatusCode::NOT_MODIFIED, ""));
    assert_eq!(same.header("etag"), tag);
    house.say("two");
    house.kept.change(&said());
    house.wait(300);
    let other = house.ask("/page", &[("if-none-match", &tag)]).await;
    assert_eq!(other.status, StatusCode::OK);
    assert_ne!(other.header("etag"), tag);
}

#[tokio::test]
async fn a_hundred_at_once_have_it_made_once() {
    let house = House::new(1 << 20);
    house.gate.acquire().await.unwrap().forget();
    let all = futures_util::future::join_all((0..100).map(|_| house.get()));
    let open = async {
        while house.made() == 0 {
            tokio::task::yield_now().await;
        }
        house.gate.add_permits(1);
    };
    let (answers, ()) = tokio::join!(all, open);
    assert_eq!(house.made(), 1);
    assert!(answers.iter().all(|answer| answer.contains("one")));
}

#[tokio::test]
async fn who_leaves_does_not_interrupt_it() {
    let house = House::new(1 << 20);
    house.gate.acquire().await.unwrap().forget();
    let left = tokio::time::timeout(std::time::Duration::from_millis(20), house.get()).await;
    assert!(left.is_err());
    house.gate.add_permits(1);
    house.settle(1).await;
    assert!(house.get().await.contains("one"));
    assert_eq!(house.made(), 1);
}

#[tokio::test]
async fn a_page_that_changed_is_shown_for_a_moment_while_it_is_made_anew() {
    let house = House::new(1 << 20);
    house.get().await;
    house.say("two");
    house.kept.change("thread:00000000-0000-0000-0000-000000000007");
    assert!(house.get().await.contains("one"), "it is about something else");
    house.kept.change(&said());
    house.wait(100);
    assert!(house.get().await.contains("one"));
    house.settle(2).await;
    assert!(house.get().await.contains("two"));
    assert_eq!(house.made(), 2);
}

#[tokio::test]
async fn a_page_that_changed_long_ago_is_shown_to_nobody() {
    let house = House::new(1 << 20);
    house.get().await;
    house.say("two");
    house.kept.change(&said());
    house.wait(251);
    assert!(house.get().await.contains("two"));
    // Where changes do not end, a page is never older than that either.
    for round in 0..10 {
        house.say(&format!("round {round}"));
        house.kept.change(&said());
        house.wait(300);
        assert!(house.get().await.contains(&format!("round {round}")));
    }
}

#[tokio::test]
async fn what_changes_while_a_page_is_made_is_on_the_next_one() {
    let house = House::new(1 << 20);
    house.gate.acquire().await.unwrap().forget();
    let meanwhile = async {
        while house.made() == 0 {
            tokio::task::yield_now().await;
        }
        house.kept.change(&said());
        house.gate.add_permits(1);
    };
    tokio::join!(house.get(), meanwhile);
    house.say("two");
    house.wait(251);
    assert!(house.get().await.contains("two"));
}

#[tokio::test]
async fn time_makes_a_page_old_though_nothing_was_said() {
    let house = House::new(1 << 20);
    house.get().await;
    house.say("two");
    house.wait(29_999);
    assert!(house.get().await.contains("one"));
    house.wait(1);
    assert!(house.get().await.contains("one"));
    house.settle(2).await;
    assert!(house.get().await.contains("two"));
    house.say("three");
    house.wait(300_000);
    assert!(
        house.get().await.contains("three"),
        "too old to be shown even once"
    );
}

#[tokio::test]
async fn what_begins_by_itself_is_there_when_it_begins() {
    let house = House::new(1 << 20);
    *house.until.lock().unwrap() = Some(house.clock.now() + TimeDelta::seconds(10));
    house.get().await;
    house.say("two");
    *house.until.lock().unwrap() = None;
    house.wait(9_999);
    assert!(house.get().await.contains("one"));
    house.wait(300);
    assert!(house.get().await.contains("two"));
}

#[tokio::test]
async fn where_nobody_listens_nothing_is_kept() {
    let house = House::new(1 << 20);
    house.get().await;
    house.kept.deafen();
    for _ in 0..2 {
        let answer = house.ask("/page", &[]).await;
        assert!(
            answer
                .header("content-security-policy")
                .contains("script-src 'self'")
        );
        assert_eq!(answer.header("cache-control"), "public, no-cache");
    }
    assert_eq!(house.made(), 3);
    house.kept.hear();
    house.get().await;
    house.get().await;
    assert_eq!(house.made(), 4);
    house.kept.change("what no version says");
    house.get().await;
    assert_eq!(house.made(), 5, "everything went");
}

#[tokio::test]
async fn a_page_that_was_begun_before_everything_went_is_not_kept() {
    let house = House::new(1 << 20);
    house.gate.acquire().await.unwrap().forget();
    let meanwhile = async {
        while house.made() == 0 {
            tokio::task::yield_now().await;
        }
        house.kept.hear();
        house.gate.add_permits(1);
    };
    tokio::join!(house.get(), meanwhile);
    house.get().await;
    assert_eq!(house.made(), 2);
}

#[tokio::test]
async fn failures_redirections_and_cookies_are_not_kept() {
    let house = House::new(1 << 20);
    for (path, status) in [
        ("/gone", StatusCode::GONE),
        ("/elsewhere", StatusCode::SEE_OTHER),
        ("/cookie", StatusCode::OK),
    ] {
        let before = house.made();
        for _ in 0..2 {
            let answer = house.ask(path, &[]).await;
            assert_eq!(answer.status, status);
            assert_eq!(answer.header("cache-control"), "no-store");
            assert_eq!(answer.header("etag"), "");
        }
        assert_eq!(house.made(), before + 2, "{path}");
    }
    let gone = house.ask("/gone", &[]).await;
    assert!(
        gone.body.contains("<h1"),
        "the error page is there: {}",
        gone.body
    );
}

#[tokio::test]
async fn a_maker_that_breaks_down_harms_nobody_after_it() {
    let house = House::new(1 << 20);
    for _ in 0..2 {
        let answer = house.ask("/broken", &[]).await;
        assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
    }
    assert_eq!(house.made(), 2);
    assert!(house.get().await.contains("one"));
}

#[tokio::test]
async fn what_was_not_used_for_longest_goes_first() {
    // Each takes about 2.3 KiB.
    let house = House::new(24 << 10);
    for page in 0..8 {
        house.ask(&format!("/page{page}"), &[]).await;
        house.wait(1);
    }
    house.ask("/page0", &[]).await;
    house.wait(1);
    for page in 8..12 {
        house.ask(&format!("/page{page}"), &[]).await;
        house.wait(1);
    }
    let (weight, pages, real) = {
        let shelf = house.kept.0.shelf.read().unwrap();
        let real: usize = shelf.pages.values().map(|page| page.weight()).sum();
        (shelf.weight, shelf.pages.len(), real)
    };
    assert!(weight <= 24 << 10 && weight == real, "{weight} {real}");
    assert!(pages < 12);
    let made = house.made();
    house.ask("/page0", &[]).await;
    house.ask("/page11", &[]).await;
    assert_eq!(house.made(), made);
    house.ask("/page1", &[]).await;
    assert_eq!(house.made(), made + 1);
}

#[tokio::test]
async fn who_asks_for_very_many_pages_once_takes_none_that_others_ask_for() {
    let house = House::new(24 << 10);
    for page in ["/page-a", "/page-b"] {
        house.ask(page, &[]).await;
        house.wait(1);
        house.ask(page, &[]).await;
    }
    for page in 0..50 {
        house.ask(&format!("/page{page}"), &[]).await;
        house.wait(1);
    }
    let made = house.made();
    for page in ["/page-a", "/page-b"] {
        house.ask(page, &[]).await;
    }
    assert_eq!(house.made(), made);
    // Once they are too old to be shown, they are the first to go.
    house.wait(300_000);
    for page in 0..20 {
        house.ask(&format!("/new{page}"), &[]).await;
        house.wait(1);
    }
    let shelf = house.kept.0.shelf.read().unwrap();
    assert!(!shelf.pages.keys().any(|key| key.address.contains("/page-")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_stays_is_compressed_and_a_new_one_that_says_the_same_keeps_it() {
    let house = House::new(1 << 20);
    house.say(&"word after word ".repeat(500));
    let accept = [("accept-encoding", "gzip, br, zstd")];
    assert_eq!(
        house.ask("/page", &accept).await.header("content-encoding"),
        "zstd"
    );
    house.wait(1000);
    let mut coding = String::new();
    for _ in 0..500 {
        coding = house
            .ask("/page", &accept)
            .await
            .header("content-encoding")
            .to_owned();
        if coding == "br" {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    assert_eq!(coding, "br");
    house.kept.change(&said());
    house.wait(300);
    assert_eq!(house.ask("/page", &accept).await.header("content-encoding"), "br");
    assert_eq!(house.made(), 2);
    assert_eq!(house.ask("/page", &[]).await.header("content-encoding"), "");
}
