//! What is made of a film, in which order.

use super::probe::{Audio, Colours, Streams, Video};

/// The short sides of the rungs, in pixels, and what each may take at most, in bits per second.
const RUNGS: [(u16, u32); 4] = [
    (240, 350_000),
    (480, 1_100_000),
    (720, 2_600_000),
    (1080, 4_800_000),
];

/// The rung that is made first: soon there, and good enough to judge by.
const FIRST: u16 = 480;

/// Of sound alone, in bits per second: for networks that carry no film.
const SOUND: u16 = 64;

/// Of a sound that is all there is, in thousands of bits per second.
const SOUND_ONLY: u16 = 96;

/// Pictures a second: on the small rungs, and on the others.
const SMALL_RATE: u32 = 30;
const LARGE_RATE: u32 = 60;

/// The most tiles of a sprite sheet, and how far they are apart at least, in milliseconds.
const TILES: u64 = 48;
const TILE_MS: u64 = 2_000;

/// Tiles side by side, and the longest side of one, in pixels.
const COLUMNS: u64 = 8;
const TILE_SIDE: u32 = 160;

/// The longest side of a poster, in pixels.
const POSTER_SIDE: u32 = 1280;

/// What every browser plays takes at most so many bits per second to be passed on as it is.
const SAFE_BITS: u64 = 20_000_000;

/// One thing that is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// The film as it was encoded, packed anew. `slot`: one more than the rung that it stands for.
    Packed { slot: u16, width: u32, height: u32 },
    /// The same with its sound made even.
    Copied { slot: u16, width: u32, height: u32 },
    /// The film encoded.
    Encoded {
        slot: u16,
        width: u32,
        height: u32,
        most_bits: u32,
        rate_milli: u32,
    },
    /// The sound alone, encoded. `slot`: in thousands of bits per second.
    Sound { slot: u16 },
}

impl Step {
    pub(crate) fn slot(self) -> u16 {
        match self {
            Self::Packed { slot, .. }
            | Self::Copied { slot, .. }
            | Self::Encoded { slot, .. }
            | Self::Sound { slot } => slot,
        }
    }

    /// Width and height, in pixels; none of sound.
    pub(crate) fn size(self) -> (u32, u32) {
        match self {
            Self::Packed { width, height, .. }
            | Self::Copied { width, height, .. }
            | Self::Encoded { width, height, .. } => (width, height),
            Self::Sound { .. } => (0, 0),
        }
    }
}

/// Pictures of a film at even distances, on one sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SpriteSheet {
    pub(crate) tiles: u16,
    pub(crate) columns: u16,
    pub(crate) rows: u16,
    /// Between two tiles, in milliseconds.
    pub(crate) every_ms: u32,
    /// Of one tile, in pixels.
    pub(crate) width: u32,
    /// Of one tile, in pixels.
    pub(crate) height: u32,
}

/// All that is made of one file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Plan {
    /// With which the medium is ready.
    pub(crate) first: Step,
    /// All others, by one run.
    pub(crate) ladder: Vec<Step>,
    /// Of the poster, in pixels; none of sound.
    pub(crate) poster: Option<(u32, u32)>,
    pub(crate) sprite: Option<SpriteSheet>,
}

impl Plan {
    /// Whether the first step takes no encoder, and is done at once.
    pub(crate) fn is_quick(&self) -> bool {
        matches!(self.first, Step::Packed { .. })
    }
}

/// Decides.
pub(crate) fn plan(streams: &Streams) -> Plan {
    let Some(video) = &streams.video else {
        return Plan {
            first: Step::Sound { slot: SOUND_ONLY },
            ladder: Vec::new(),
            poster: None,
            sprite: None,
        };
    };
    let short = video.width.min(video.height);
    let top = RUNGS
        .iter()
        .position(|(side, _)| short <= u32::from(*side))
        .unwrap_or(RUNGS.len() - 1);
    let rungs = RUNGS.get(..=top).unwrap_or(&RUNGS);
    let encoded = |&(slot, most_bits): &(u16, u32)| {
        let (width, height) = scaled(video, short.min(slot.into()));
        let cap = if slot < 720 { SMALL_RATE } else { LARGE_RATE };
        let rate_milli = even_rate(video, cap);
        Step::Encoded {
            slot,
            width,
            height,
            most_bits,
            rate_milli,
        }
    };
    let safe = is_safe(video, streams.audio.as_ref());
    let (first, mut ladder) = match rungs {
        [below @ .., (slot, _)] if safe => {
            let (slot, width, height) = (*slot, video.width, video.height);
            let mut ladder: Vec<_> = below.iter().map(encoded).collect();
            if streams.audio.is_some() {
                ladder.push(Step::Copied { slot, width, height });
            }
            (
                Step::Packed {
                    slot: slot + 1,
                    width,
                    height,
                },
                ladder,
            )
        }
        _ => {
            let first = rungs.iter().rposition(|(slot, _)| *slot <= FIRST).unwrap_or(0);
            let others = rungs.iter().enumerate().filter(|(place, _)| *place != first);
            let others = others.map(|(_, rung)| encoded(rung)).collect();
            (
                rungs.get(first).map_or(Step::Sound { slot: SOUND }, encoded),
                others,
            )
        }
    };
    if streams.audio.is_some() {
        ladder.push(Step::Sound { slot: SOUND });
    }
    Plan {
        first,
        ladder,
        poster: Some(fitted((video.width, video.height), POSTER_SIDE)),
        sprite: streams
            .duration_ms
            .and_then(|duration| sprite_sheet(video, duration)),
    }
}

/// Thousandths of pictures a second, as even as an encoder likes them: each picture of a film whose pictures come as they
/// please stands for as long as it did, and none is lost unless there are more than `cap`.
fn even_rate(video: &Video, cap: u32) -> u32 {
    let cap = f64::from(cap);
    let rate = if (1.0..=cap * 1.05).contains(&video.finest_rate) {
        video.finest_rate
    } else if (1.0..=cap).contains(&video.rate) {
        video.rate.round()
    } else {
        cap
    };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between one and some dozens"
    )]
    let thousandths = (rate * 1000.0).round() as u32;
    thousandths
}

/// What every browser of today plays (H.264 of eight bits, AAC), upright without our help, at a size and rate that
/// phones decode.
fn is_safe(video: &Video, audio: Option<&Audio>) -> bool {
    video.codec == "h264"
        && matches!(
            video.profile.as_str(),
            "Constrained Baseline" | "Baseline" | "Main" | "High"
        )
        && matches!(video.pix_fmt.as_str(), "yuv420p" | "yuvj420p")
        && (10..=42).contains(&video.level)
        && is_of_phones(video.width, video.height)
        && (1.0..=61.0).contains(&video.rate)
        && video.plain
        && video.colours != Colours::Hdr
        && video.bits_per_second.is_some_and(|bits| bits <= SAFE_BITS)
        && audio.is_none_or(|audio| audio.codec == "aac" && audio.profile == "LC" && audio.channels <= 2)
}

/// Whether phones decode pictures so large.
pub(super) fn is_of_phones(width: u32, height: u32) -> bool {
    width.min(height) <= 1080 && width.max(height) <= 1920
}

/// Of this short side; even, because chroma has half of it.
fn scaled(video: &Video, short: u32) -> (u32, u32) {
    let of = video.width.min(video.height).max(1);
    let side = |length: u32| {
        let scaled = u64::from(length) * u64::from(short) / u64::from(of);
        u32::try_from(scaled & !1).unwrap_or(2).max(2)
    };
    (side(video.width), side(video.height))
}

fn fitted((width, height): (u32, u32), longest: u32) -> (u32, u32) {
    let of = width.max(height).max(1);
    let side = |length: u32| {
        let scaled = u64::from(length) * u64::from(longest.min(of)) / u64::from(of);
        u32::try_from(scaled).unwrap_or(1).max(1)
    };
    (side(width), side(height))
}

/// None of a clip that is over before there is a second tile.
fn sprite_sheet(video: &Video, duration_ms: u64) -> Option<SpriteSheet> {
    let every_ms = duration_ms.div_ceil(TILES).max(TILE_MS);
    let tiles = duration_ms.div_ceil(every_ms);
    if tiles < 2 {
        return None;
    }
    let columns = tiles.min(COLUMNS);
    let (width, height) = fitted((video.width, video.height), TILE_SIDE);
    Some(SpriteSheet {
        tiles: u16::try_from(tiles).ok()?,
        columns: u16::try_from(columns).ok()?,
        rows: u16::try_from(tiles.div_ceil(columns)).ok()?,
        every_ms: u32::try_from(every_ms).ok()?,
        width,
        height,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn video(codec: &str, width: u32, height: u32) -> Video {
        Video {
            index: 0,
            codec: codec.into(),
            profile: "High".into(),
            level: 40,
            pix_fmt: "yuv420p".into(),
            width,
            height,
            plain: true,
            rate: 30.0,
            finest_rate: 30.0,
            matrix: None,
            colours: Colours::Television,
            bits_per_second: Some(8_000_000),
        }
    }

    fn aac() -> Audio {
        Audio {
            index: 1,
            codec: "aac".into(),
            profile: "LC".into(),
            channels: 2,
            gain: 0,
        }
    }

    fn streams(video: Option<Video>, audio: Option<Audio>) -> Streams {
        Streams {
            duration_ms: Some(60_000),
            video,
            audio,
        }
    }

    fn slots(steps: &[Step]) -> Vec<u16> {
        steps.iter().map(|step| step.slot()).collect()
    }

    #[test]
    fn what_every_browser_plays_is_packed_and_its_ladder_is_below() {
        let plan = plan(&streams(Some(video("h264", 1080, 1920)), Some(aac())));
        assert_eq!(
            plan.first,
            Step::Packed {
                slot: 1081,
                width: 1080,
                height: 1920
            }
        );
        assert!(plan.is_quick());
        assert_eq!(slots(&plan.ladder), [240, 480, 720, 1080, 64]);
        assert!(matches!(plan.ladder.get(3), Some(Step::Copied { .. })));
        assert_eq!(plan.ladder.first().map(|step| step.size()), Some((240, 426)));
    }

    #[test]
    fn everything_else_is_encoded_small_first() {
        let plan = plan(&streams(Some(video("hevc", 3840, 2160)), Some(aac())));
        assert_eq!((plan.first.slot(), plan.first.size()), (480, (852, 480)));
        assert_eq!(slots(&plan.ladder), [240, 720, 1080, 64]);
        assert_eq!(plan.poster, Some((1280, 720)));
        assert_eq!(
            plan.sprite
                .map(|sheet| (sheet.tiles, sheet.columns, sheet.rows, sheet.every_ms)),
            Some((30, 8, 4, 2000))
        );
    }

    #[test]
    fn nothing_is_made_larger() {
        let plan = plan(&streams(Some(video("vp9", 161, 121)), None));
        assert_eq!((plan.first.slot(), plan.first.size()), (240, (160, 120)));
        assert!(plan.ladder.is_empty());
    }

    #[test]
    fn one_thing_that_is_not_safe_is_enough_to_encode() {
        let base = video("h264", 1280, 720);
        let safe = |video: Video, audio| plan(&streams(Some(video), audio)).is_quick();
        assert!(safe(base.clone(), None));
        for other in [
            Video {
                profile: "High 10".into(),
                ..base.clone()
            },
            Video {
                pix_fmt: "yuv422p".into(),
                ..base.clone()
            },
            Video {
                plain: false,
                ..base.clone()
            },
            Video {
                colours: Colours::Hdr,
                ..base.clone()
            },
            Video {
                rate: 120.0,
                ..base.clone()
            },
            Video {
                bits_per_second: Some(90_000_000),
                ..base.clone()
            },
            Video {
                bits_per_second: None,
                ..base.clone()
            },
        ] {
            assert!(!safe(other.clone(), None), "{other:?}");
        }
        assert!(!safe(
            base,
            Some(Audio {
                codec: "amr_nb".into(),
                ..aac()
            })
        ));
    }

    #[test]
    fn pictures_that_come_as_they_please_are_made_even() {
        let of = |rate, finest_rate| {
            let video = Video {
                rate,
                finest_rate,
                ..video("hevc", 640, 480)
            };
            even_rate(&video, 30)
        };
        assert_eq!(of(13.3, 30.0), 30_000);
        assert_eq!(of(29.97, 29.97), 29_970);
        assert_eq!(of(240.0, 240.0), 30_000);
        assert_eq!(of(25.2, 1000.0), 25_000);
        assert_eq!(of(0.0, 0.0), 30_000);
    }

    #[test]
    fn sound_alone_is_one_rung() {
        let plan = plan(&streams(None, Some(aac())));
        assert_eq!(
            (plan.first, plan.ladder.len(), plan.poster),
            (Step::Sound { slot: 96 }, 0, None)
        );
    }
}
