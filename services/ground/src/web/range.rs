//! Which bytes of a file a request asks for (RFC 9110, 14).

use std::ops::RangeInclusive;

/// What a `Range` header means for a file of a known size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// No range, or one that may be ignored: several ranges, another unit, nonsense.
    All,
    /// These bytes, first and last.
    Part(RangeInclusive<u64>),
    /// A range that lies outside of the file.
    Nothing,
}

/// Reads a `Range` header. `size` is in bytes.
pub(super) fn wanted(header: Option<&str>, size: u64) -> Wanted {
    let Some(spec) = header.and_then(|header| header.trim().strip_prefix("bytes=")) else {
        return Wanted::All;
    };
    let Some((first, last)) = spec.split_once('-') else {
        return Wanted::All;
    };
    let (first, last) = (number(first), number(last));
    match (first, last) {
        (Number::Of(first), Number::Of(last)) if first > last => Wanted::All,
        (Number::Of(first), _) if first >= size => Wanted::Nothing,
        (Number::Of(first), Number::Of(last)) => Wanted::Part(first..=last.min(size - 1)),
        (Number::Of(first), Number::None) => Wanted::Part(first..=size - 1),
        (Number::None, Number::Of(0)) => Wanted::Nothing,
        (Number::None, Number::Of(_)) if size == 0 => Wanted::Nothing,
        (Number::None, Number::Of(tail)) => Wanted::Part(size.saturating_sub(tail)..=size - 1),
        _ => Wanted::All,
    }
}

enum Number {
    None,
    Of(u64),
    Bad,
}

fn number(text: &str) -> Number {
    if text.is_empty() {
        Number::None
    } else if text.bytes().all(|byte| byte.is_ascii_digit()) {
        // More digits than fit still mean "beyond the end".
        Number::Of(text.parse().unwrap_or(u64::MAX))
    } else {
        Number::Bad
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_range_is_served_and_what_is_not_understood_is_ignored() {
        for (header, expected) in [
            ("bytes=0-3", Wanted::Part(0..=3)),
            ("bytes=4-", Wanted::Part(4..=9)),
            ("bytes=-4", Wanted::Part(6..=9)),
            ("bytes=-40", Wanted::Part(0..=9)),
            ("bytes=8-99999999999999999999999", Wanted::Part(8..=9)),
            ("bytes=10-", Wanted::Nothing),
            ("bytes=-0", Wanted::Nothing),
            ("bytes=5-4", Wanted::All),
            ("bytes=0-1,3-4", Wanted::All),
            ("bytes=-", Wanted::All),
            ("bytes=+1-2", Wanted::All),
            ("lines=0-3", Wanted::All),
            ("", Wanted::All),
        ] {
            assert_eq!(wanted(Some(header), 10), expected, "{header}");
        }
        assert_eq!(wanted(None, 10), Wanted::All);
        assert_eq!(wanted(Some("bytes=0-"), 0), Wanted::Nothing);
        assert_eq!(wanted(Some("bytes=-5"), 0), Wanted::Nothing);
    }
}
