//! The address of a list, read and written.

use super::*;

#[test]
fn what_is_asked_for_is_read_whatever_its_order() {
    let person = "018f0000-0000-7000-8000-000000000001";
    let asked = Asked::parse(&format!(
        "tag=flood&queue=answer&language=ckb&language=ar&kind=film&has=gps&has=c2pa&state=in_review&consent=named\
         &category=floods&person={person}&place=Kobane&since=2026-11-01&until=2026-11-30&older=3d&claimed=nobody\
         &q=%20bridge%20&group=place&view=grid&order=newest&warn=graphic"
    ))
    .unwrap();
    assert_eq!(asked.queue(), Queue::Answer);
    assert_eq!(asked.langs, [Lang::Ckb, Lang::Ar]);
    assert_eq!(asked.kinds, [Kind::Film]);
    assert_eq!(asked.has, [Has::Gps, Has::C2pa]);
    assert_eq!(asked.states, [State::InReview]);
    assert_eq!(asked.consents, [Consent::Named]);
    assert_eq!(
        (asked.categories.as_slice(), asked.tags.as_slice()),
        (&["floods".to_owned()][..], &["flood".to_owned()][..])
    );
    assert_eq!(asked.person.unwrap().to_string(), person);
    assert_eq!(asked.words.as_deref(), Some("bridge"));
    assert_eq!(
        (asked.older, asked.claimed),
        (Some(Older::Days), Some(Claimed::Nobody))
    );
    assert_eq!(asked.since.unwrap().to_string(), "2026-11-01");
    assert!(asked.is_grid() && asked.order() == Order::Newest && asked.group == Some(Group::Place));
    assert!(asked.unread.is_empty());
    assert_eq!(
        Asked::parse(&asked.query()).unwrap(),
        asked,
        "written and read it is the same"
    );
}

#[test]
fn what_cannot_be_read_is_said_and_what_is_none_of_ours_is_not() {
    for (query, unread) in [
        ("language=xx", vec!["language=xx"]),
        ("since=yesterday&kind=photo", vec!["since=yesterday"]),
        (
            "since=0001-01-01&until=99999-01-01",
            vec!["since=0001-01-01", "until=99999-01-01"],
        ),
        ("person=me&like=x", vec!["person=me", "like=x"]),
        ("place=a%00b", vec!["place=a\0b"]),
        (
            "category=Floods&warn=%3Cb%3E",
            vec!["category=Floods", "warn=<b>"],
        ),
        ("utm_source=mail&lang=ckb", vec![]),
        ("language=&since=&q=", vec![]),
    ] {
        assert_eq!(Asked::parse(query).unwrap().unread, unread, "{query}");
    }
}

#[test]
fn a_queue_or_a_place_that_cannot_be_is_nowhere() {
    for query in [
        "queue=shredded",
        "before=1",
        "after=x.y",
        "before=99999999999999999999.x",
        "queue=Open",
    ] {
        assert!(matches!(Asked::parse(query), Err(Failure::NotFound)), "{query}");
    }
}

#[test]
fn what_waits_is_asked_for_oldest_first_and_a_state_by_itself_everywhere() {
    for (query, queue, order) in [
        ("", Queue::Open, Order::Oldest),
        ("queue=new", Queue::New, Order::Oldest),
        ("queue=risk", Queue::Risk, Order::Oldest),
        ("queue=published", Queue::Published, Order::Newest),
        ("queue=not_used&order=oldest", Queue::NotUsed, Order::Oldest),
        ("state=spam", Queue::All, Order::Newest),
        ("state=spam&queue=open", Queue::Open, Order::Oldest),
    ] {
        let asked = Asked::parse(query).unwrap();
        assert_eq!((asked.queue(), asked.order()), (queue, order), "{query}");
    }
}

#[test]
fn one_filter_is_taken_away_and_the_others_stay() {
    let asked = Asked::parse("queue=new&language=ckb&language=ar&tag=a%26b&view=grid").unwrap();
    assert_eq!(
        asked.without("language", "ckb").address(),
        "/desk?queue=new&language=ar&tag=a%26b&view=grid"
    );
    assert_eq!(
        asked.without("tag", "a&b").address(),
        "/desk?queue=new&language=ckb&language=ar&view=grid"
    );
    assert_eq!(Asked::parse("").unwrap().address(), "/desk");
}

/// Numbers that look as if by chance and are the same each time (splitmix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(end).unwrap()).unwrap()
    }

    fn one_of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }

    fn text(&mut self, pieces: &[&str], most: usize) -> String {
        let count = self.below(most + 1);
        (0..count).map(|_| self.one_of(pieces)).collect()
    }
}

#[test]
fn no_address_breaks_it_and_what_is_written_is_read_as_it_was_meant() {
    let pieces = [
        "&",
        "=",
        "%",
        "+",
        ";",
        "%00",
        "%ff",
        "queue=new",
        "tag=",
        "q=",
        "place=",
        "since=2026-11-01",
        "like=",
        "a",
        "ی",
        "\u{202e}",
        "\0",
        "older=1h",
        "claimed=me",
        "has=gps",
        "&language=tr",
        " ",
        "😀",
        "e\u{301}",
    ];
    let mut chance = Chance(7);
    for _ in 0..5000 {
        let query = chance.text(&pieces, 40);
        let Ok(asked) = Asked::parse(&query) else { continue };
        let again = Asked::parse(&asked.query()).unwrap();
        assert_eq!(again.query(), asked.query(), "{query:?}");
        assert_eq!(again.filters(), asked.filters(), "{query:?}");
    }
}

#[test]
fn filters_of_any_text_come_through_and_each_can_be_taken_away() {
    let names = [
        "q", "tag", "place", "language", "kind", "has", "since", "claimed", "older", "category",
    ];
    let pieces = [
        "a",
        "&",
        "=",
        "%",
        " ",
        "#",
        "?",
        "ckb",
        "photo",
        "gps",
        "me",
        "1h",
        "2026-01-01",
        "کۆبانی",
        "\"",
        "'",
    ];
    let mut chance = Chance(8);
    for _ in 0..2000 {
        let mut pairs = Vec::new();
        for _ in 0..chance.below(12) {
            pairs.push((chance.one_of(&names), chance.text(&pieces, 3)));
        }
        let query = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(&pairs)
            .finish();
        let asked = Asked::parse(&query).unwrap();
        assert_eq!(
            Asked::parse(&asked.query()).unwrap().filters(),
            asked.filters(),
            "{query}"
        );
        for (name, value) in asked.filters() {
            let less = asked.without(name, &value).filters();
            assert!(!less.contains(&(name, value)), "{query}");
            assert_eq!(less.len() + 1, asked.filters().len(), "{query}");
        }
    }
}
