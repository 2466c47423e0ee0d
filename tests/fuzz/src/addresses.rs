//! What stands in addresses, in names of objects, and on receipts.

use ground::{
    blobs::{BlobKey, Bucket, PublicName, Rendition},
    ids::StoryId,
    lang::Lang,
};
use publishing::for_fuzzing as publishing;
use review::for_fuzzing as review;
use uuid::Uuid;

/// Whatever is read as a name of ours is written again as it was.
pub fn addresses(bytes: &[u8]) {
    let text = &*String::from_utf8_lossy(bytes);
    for bucket in [Bucket::Private, Bucket::Public] {
        if let Some(listed) = BlobKey::parse_listed(bucket, text) {
            let key = BlobKey::from(listed);
            assert_eq!((key.bucket(), key.path()), (bucket, text));
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"_-/".contains(&byte);
            assert!(text.bytes().all(plain));
        }
    }
    if let Ok(rendition) = text.parse::<Rendition>() {
        assert_eq!(rendition.to_string(), text);
    }
    if let Ok(name) = text.parse::<PublicName>() {
        assert_eq!((name.as_str(), name.as_str().len()), (text, 22));
    }
    if let Some(address) = publishing::picture_address(text) {
        assert_eq!(address, format!("/m/{text}"));
    }
    if let Some(written) = review::desk_cursor(text) {
        assert_eq!(review::desk_cursor(&written), Some(written));
    }
    if let Some((micros, id)) = publishing::place(text) {
        assert_eq!(publishing::place(&format!("{micros}.{id}")), Some((micros, id)));
    }
    for lang in Lang::ALL {
        let (slug, path) = publishing::slug(text, lang, StoryId(Uuid::from_u128(7)));
        assert!(slug.chars().all(|c| c.is_alphanumeric() || c == '-'), "{slug:?}");
        assert!(slug.chars().count() <= 129 && !slug.starts_with('-') && slug.ends_with("00000007"));
        assert!(path.is_ascii());
        let base: url::Url = "https://news.example".parse().unwrap();
        let resolved = base.join(&path).unwrap();
        assert_eq!(
            (resolved.path(), resolved.query(), resolved.fragment()),
            (&*path, None, None)
        );
    }
}

/// A code as a person types it.
pub fn receipt_code(bytes: &[u8]) {
    let typed = String::from_utf8_lossy(bytes);
    let Some(shown) = review::receipt_code(&typed) else {
        return;
    };
    let groups: Vec<&str> = shown.split('-').collect();
    assert!(groups.len() == 5 && groups.iter().all(|group| group.len() == 4));
    assert!(
        shown
            .bytes()
            .all(|byte| b"0123456789ABCDEFGHJKMNPQRSTVWXYZ-".contains(&byte))
    );
    for again in [shown.clone(), shown.to_lowercase(), shown.replace('-', " ")] {
        assert_eq!(review::receipt_code(&again).as_ref(), Some(&shown));
    }
}
