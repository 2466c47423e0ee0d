//! Lengths of time in words.

use ground::{lang::Message, msg};

/// A length of time: minutes, then hours, then days.
pub(crate) fn span(hours: f64) -> Message {
    let whole = |number: f64| {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "rounded, and of a few thousand years at most"
        )]
        let rounded = number.round() as i64;
        rounded
    };
    if hours < 1.0 {
        msg!("item-span-minutes").n("count", whole(hours * 60.0))
    } else if hours < 48.0 {
        msg!("item-span-hours").n("count", whole(hours))
    } else {
        msg!("item-span-days").n("count", whole(hours / 24.0))
    }
}

#[cfg(test)]
mod tests {
    use ground::lang::Lang;

    use super::*;

    #[test]
    fn a_span_is_as_precise_as_it_is_short() {
        for (hours, words) in [
            (0.0, "0 minutes"),
            (0.5, "30 minutes"),
            (1.0, "1 hour"),
            (47.4, "47 hours"),
            (72.0, "3 days"),
        ] {
            let said = span(hours).text(Lang::En);
            let plain: String = said
                .chars()
                .filter(|c| !matches!(c, '\u{2066}'..='\u{2069}'))
                .collect();
            assert_eq!(plain, words);
        }
    }
}
