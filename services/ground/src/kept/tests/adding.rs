//! Pages of threads to which something only comes, and from which something is taken back.

use super::house::{House, THREAD, added};

#[tokio::test]
async fn in_a_storm_of_additions_a_page_is_made_four_times_a_second_and_nobody_waits() {
    let house = House::new(1 << 20);
    house.get().await;
    for round in 0..20_usize {
        house.say(&format!("round {round}."));
        house.kept.change(&added());
        house.wait(100);
        // As it was at most 300 ms ago.
        let page = house.get().await;
        let lately = (round.saturating_sub(3)..round).any(|shown| page.contains(&format!("round {shown}.")));
        assert!(lately || round < 3 && page.contains("one"), "{round}: {page}");
        house.settle(1 + (round + 1) / 3).await;
    }
}

#[tokio::test]
async fn what_was_added_long_ago_is_there_for_the_first_who_asks() {
    let house = House::new(1 << 20);
    house.get().await;
    house.say("two");
    house.kept.change(&added());
    house.wait(1000);
    assert!(house.get().await.contains("two"));
}

#[tokio::test]
async fn what_is_taken_back_after_something_was_added_is_gone_as_soon_as_ever() {
    let house = House::new(1 << 20);
    house.get().await;
    house.kept.change(&added());
    house.wait(251);
    house.say("two");
    house.kept.change(&format!("thread:{THREAD}"));
    house.kept.change(&added());
    assert!(house.get().await.contains("two"), "not even once");
    // A page that is being made is not waited for by those who came after it was taken back.
    house.gate.acquire().await.unwrap().forget();
    house.kept.change(&added());
    house.wait(300);
    assert!(house.get().await.contains("two"), "shown while it is made");
    while house.made() < 3 {
        tokio::task::yield_now().await;
    }
    house.say("three");
    house.kept.change(&format!("thread:{THREAD}"));
    house.wait(251);
    let (page, ()) = tokio::join!(house.get(), async {
        while house.made() < 4 {
            tokio::task::yield_now().await;
        }
        house.gate.add_permits(1);
    });
    assert!(page.contains("three"));
}
