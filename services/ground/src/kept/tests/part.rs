//! What stands on many pages.

use super::{
    super::{Parts, Topic},
    house::{House, THREAD, added},
};
use crate::lang::Lang;

/// What is kept of a part about threads, or `fresh`.
async fn read(house: &House, parts: &Parts<u32>, lang: Lang, fresh: u32) -> u32 {
    let until = *house.until.lock().unwrap();
    let make = async { Ok((fresh, until)) };
    let topics = [Topic::Threads];
    *house.kept.part(parts, lang, &topics, make).await.unwrap()
}

#[tokio::test]
async fn a_part_is_made_anew_as_soon_as_something_came_and_in_each_language() {
    let (house, parts) = (House::new(1 << 20), Parts::default());
    assert_eq!(read(&house, &parts, Lang::En, 1).await, 1);
    assert_eq!(read(&house, &parts, Lang::En, 2).await, 1);
    assert_eq!(read(&house, &parts, Lang::Ckb, 3).await, 3);
    house.kept.change("elsewhere");
    assert_eq!(read(&house, &parts, Lang::En, 4).await, 1);
    house.kept.change(&added());
    assert_eq!(read(&house, &parts, Lang::En, 5).await, 5);
    house.kept.change(&format!("thread:{THREAD}"));
    assert_eq!(read(&house, &parts, Lang::En, 6).await, 6);
    house.kept.change("what no version says");
    assert_eq!(read(&house, &parts, Lang::En, 7).await, 7);
}

#[tokio::test]
async fn time_ends_a_part_and_where_nobody_listens_there_is_none() {
    let (house, parts) = (House::new(1 << 20), Parts::default());
    *house.until.lock().unwrap() = Some(house.clock.now() + chrono::TimeDelta::seconds(5));
    assert_eq!(read(&house, &parts, Lang::En, 1).await, 1);
    house.wait(4_999);
    assert_eq!(read(&house, &parts, Lang::En, 2).await, 1);
    house.wait(1);
    *house.until.lock().unwrap() = None;
    assert_eq!(read(&house, &parts, Lang::En, 3).await, 3);
    house.wait(30_000);
    assert_eq!(read(&house, &parts, Lang::En, 4).await, 4);
    house.kept.deafen();
    assert_eq!(read(&house, &parts, Lang::En, 5).await, 5);
}
