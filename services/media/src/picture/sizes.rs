//! Which sizes are made of a picture.

/// The widths that pages ask for, in pixels, smallest first.
const SLOTS: [u16; 4] = [320, 640, 1280, 2048];

/// The longest side that a WebP can have, in pixels (RFC 9649, 2.5).
pub(crate) const MAX_SIDE: u32 = 16_383;

/// One size of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Size {
    /// The width this size stands for.
    pub(crate) slot: u16,
    /// The width it has: less than the slot if the original is narrower.
    pub(crate) width: u32,
    /// Its height.
    pub(crate) height: u32,
}

/// The sizes of an upright picture of `width` × `height` pixels, largest first.
///
/// A picture is never made larger: the last slot is the first one that covers the original, at the original's own
/// width. Every height comes from the original's, so that rounding does not add up.
pub(crate) fn sizes(width: u32, height: u32) -> Vec<Size> {
    let mut sizes = Vec::with_capacity(SLOTS.len());
    for slot in SLOTS {
        let (fitted_width, fitted_height) = fit(width, height, u32::from(slot).min(width));
        sizes.push(Size {
            slot,
            width: fitted_width,
            height: fitted_height,
        });
        if u32::from(slot) >= width {
            break;
        }
    }
    sizes.reverse();
    sizes
}

/// `width` × `height` brought to the width `to`, or to less if it would become too tall.
fn fit(width: u32, height: u32, to: u32) -> (u32, u32) {
    let scaled = scale(height, to, width);
    if scaled <= MAX_SIDE {
        (to, scaled)
    } else {
        (scale(width, MAX_SIDE, height).min(to), MAX_SIDE)
    }
}

/// `length × to ÷ from`, rounded, and at least one.
fn scale(length: u32, to: u32, from: u32) -> u32 {
    let from = u64::from(from.max(1));
    let scaled = (u64::from(length) * u64::from(to) + from / 2) / from;
    u32::try_from(scaled).unwrap_or(u32::MAX).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(width: u32, height: u32) -> Vec<(u16, u32, u32)> {
        sizes(width, height)
            .into_iter()
            .map(|size| (size.slot, size.width, size.height))
            .collect()
    }

    #[test]
    fn a_large_picture_gets_every_width_with_heights_of_the_original() {
        let expected = [
            (2048, 2048, 2731),
            (1280, 1280, 1707),
            (640, 640, 853),
            (320, 320, 427),
        ];
        assert_eq!(made(3024, 4032), expected);
    }

    #[test]
    fn no_picture_is_made_larger() {
        assert_eq!(made(500, 100), [(640, 500, 100), (320, 320, 64)]);
        assert_eq!(made(320, 200), [(320, 320, 200)]);
        assert_eq!(made(3, 2), [(320, 3, 2)]);
        assert_eq!(made(1, 1), [(320, 1, 1)]);
    }

    #[test]
    fn the_thinnest_pictures_keep_at_least_one_pixel_and_fit_every_format() {
        assert_eq!(made(1, 16_384), [(320, 1, MAX_SIDE)]);
        assert_eq!(
            made(16_384, 1),
            [(2048, 2048, 1), (1280, 1280, 1), (640, 640, 1), (320, 320, 1)]
        );
        assert_eq!(made(400, 16_384), [(640, 400, MAX_SIDE), (320, 320, 13_107)]);
    }
}
