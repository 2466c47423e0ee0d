//! Digits and links, without a database.

use super::*;

fn id(number: u128) -> MailCodeId {
    MailCodeId(Uuid::from_u128(number))
}

#[test]
fn the_same_id_gives_the_same_digits_and_link_and_another_gives_others() {
    let key = ServerKey::fixed();
    assert_eq!(digits_of(&key, id(1)), digits_of(&key, id(1)));
    assert_eq!(link_token(&key, id(1)), link_token(&key, id(1)));
    assert_ne!(link_token(&key, id(1)), link_token(&key, id(2)));
    for number in 0..1000 {
        let digits = digits_of(&key, id(number));
        assert!(
            digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit()),
            "{digits}"
        );
    }
    let leading_zeros = (0..1000).filter(|number| digits_of(&key, id(*number)).starts_with('0'));
    assert!(
        (60..140).contains(&leading_zeros.count()),
        "all digits are as likely"
    );
}

#[test]
fn a_link_is_read_back_and_no_other_text_is_one() {
    let key = ServerKey::fixed();
    let link = link_token(&key, id(7));
    assert_eq!(link.len(), 54);
    assert_eq!(read_link(&key, &link), Some(id(7)));
    let other = link_token(&key, id(8));
    let mixed = format!("{}{}", &link[..22], &other[22..]);
    let padded = format!("{link}=");
    let longer = format!("{link}AA");
    for bad in [
        "",
        "a",
        &link[..53],
        &mixed,
        &padded,
        &longer,
        "\u{0}",
        &"A".repeat(54),
    ] {
        assert_eq!(read_link(&key, bad), None, "{bad}");
    }
    let elsewhere = ServerKey::parse(&BASE64URL_NOPAD.encode(&[9; 32])).unwrap();
    assert_eq!(read_link(&elsewhere, &link), None);
}

#[test]
fn people_type_their_own_digits_and_spaces() {
    assert_eq!(plain_digits(" 123 456 "), "123456");
    assert_eq!(plain_digits("١٢٣-٤٥٦"), "123456");
    assert_eq!(plain_digits("۱۲۳۴۵۶"), "123456");
    assert_eq!(plain_digits("12345x"), "12345x");
}
