use super::*;

fn id(n: u128) -> MediaId {
    MediaId(uuid::Uuid::from_u128(n))
}

fn pairs(of: &[(&str, &str)]) -> Vec<(String, String)> {
    of.iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

fn good() -> ComposeForm {
    ComposeForm {
        version: 1,
        title: "Title".to_owned(),
        body: "Body".to_owned(),
        language: "ckb".to_owned(),
        byline: "Ada".to_owned(),
        ..ComposeForm::default()
    }
}

#[test]
fn pictures_stand_in_the_order_of_their_numbers_and_those_without_come_last() {
    let form = ComposeForm::read(
        &pairs(&[
            ("title", "T"),
            ("body", "B"),
            ("language", "en"),
            ("use", &id(1).to_string()),
            ("use", &id(2).to_string()),
            ("use", &id(3).to_string()),
            (&format!("order-{}", id(1)), ""),
            (&format!("order-{}", id(2)), "2"),
            (&format!("order-{}", id(3)), "1"),
            (&format!("caption-{}", id(3)), " by the \r\n river "),
        ]),
        &[id(1), id(2), id(3), id(4)],
    );
    let draft = form.check_as(Consent::Anonymous, None).unwrap();
    let order: Vec<_> = draft.pictures.iter().map(|picture| picture.media_id).collect();
    assert_eq!(order, [id(3), id(2), id(1)]);
    assert_eq!(draft.pictures[0].caption, "by the river");
}

#[test]
fn a_picture_of_another_contribution_is_not_seen() {
    let form = ComposeForm::read(&pairs(&[("use", &id(9).to_string())]), &[id(1)]);
    assert_eq!(form.pictures.len(), 1);
    assert!(!form.pictures[0].used);
}

#[test]
fn only_who_wants_to_be_named_has_a_byline() {
    assert_eq!(
        good().check_as(Consent::Named, None).unwrap().byline.as_deref(),
        Some("Ada")
    );
    let by_their_name = ComposeForm {
        by_their_name: true,
        ..good()
    };
    let named = by_their_name
        .check_as(Consent::Named, Some("Ada Lovelace"))
        .unwrap();
    assert_eq!(named.byline.as_deref(), Some("Ada Lovelace"));
    let unnamed = by_their_name.check_as(Consent::Anonymous, Some("Ada Lovelace"));
    assert_eq!(unnamed.unwrap().byline, None);
    for consent in [Consent::Anonymous, Consent::AskFirst, Consent::InformationOnly] {
        assert_eq!(good().check_as(consent, Some("Ada")).unwrap().byline, None);
    }
}

#[test]
fn everything_that_is_wrong_is_said_at_once() {
    let form = ComposeForm {
        title: String::new(),
        body: "x".repeat(BODY_CHARS + 1),
        language: "ku".to_owned(),
        byline: "x".repeat(NAME_CHARS + 1),
        place: "x".repeat(NAME_CHARS + 1),
        pictures: vec![PictureForm {
            media_id: id(1),
            used: true,
            order: "first".to_owned(),
            caption: "x".repeat(CAPTION_CHARS + 1),
            alt: String::new(),
        }],
        ..ComposeForm::default()
    };
    let problems = form.check_as(Consent::Named, None).unwrap_err();
    for field in ["title", "body", "language", "byline", "place", "pictures"] {
        assert!(problems.of(field).is_some(), "{field}");
    }
    let pictures_alone = ComposeForm {
        body: String::new(),
        ..good()
    };
    assert!(
        pictures_alone
            .check_as(Consent::Named, None)
            .unwrap_err()
            .of("body")
            .is_some()
    );
}
