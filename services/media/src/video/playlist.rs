//! Playlists: the ones that ffmpeg writes are read, the ones that players read are written (RFC 8216).

use std::fmt::Write as _;

use ground::blobs::{PictureFormat, Rendition};

/// Most segments of a rung: an hour of two seconds each, twice.
const MOST: usize = 3600;

/// A piece of a rung that can be played by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// How long it is, in milliseconds.
    pub milliseconds: u32,
    /// How long it is, in bytes.
    pub bytes: u64,
}

/// A rung as it stands in the store: its segments follow each other, and what tells a player how to decode them comes
/// first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rung {
    /// Which object it is.
    pub rendition: Rendition,
    /// In pixels; 0 of sound.
    pub width: i32,
    /// In pixels; 0 of sound.
    pub height: i32,
    /// As players are told (RFC 6381).
    pub codecs: String,
    /// What comes before the first segment, in bytes.
    pub head_bytes: u64,
    /// One behind the other.
    pub segments: Vec<Segment>,
}

impl Rung {
    /// Whether there is nothing to see in it.
    pub fn is_sound(&self) -> bool {
        self.rendition.format == PictureFormat::M4a
    }

    /// How long it is, in milliseconds.
    pub fn milliseconds(&self) -> u64 {
        self.segments
            .iter()
            .map(|segment| u64::from(segment.milliseconds))
            .sum()
    }

    /// What the dearest of its segments takes, in bits per second.
    fn peak(&self) -> u64 {
        let rate = |segment: &Segment| segment.bytes * 8000 / u64::from(segment.milliseconds.max(1));
        // A last splinter of a segment says nothing about the others.
        let long = self
            .segments
            .iter()
            .filter(|segment| segment.milliseconds >= 500)
            .map(rate)
            .max();
        long.or_else(|| self.segments.iter().map(rate).max())
            .unwrap_or(1)
            .max(1)
    }

    /// The playlist of this rung, which lies at the address `file`.
    pub fn playlist(&self, file: &str) -> String {
        let mut text = head(&self.segments);
        let _infallible = writeln!(
            text,
            "#EXT-X-MAP:URI=\"{file}\",BYTERANGE=\"{}@0\"",
            self.head_bytes
        );
        let mut offset = self.head_bytes;
        for segment in &self.segments {
            let _infallible = writeln!(
                text,
                "#EXTINF:{},\n#EXT-X-BYTERANGE:{}@{offset}\n{file}",
                seconds(segment.milliseconds),
                segment.bytes
            );
            offset += segment.bytes;
        }
        text.push_str("#EXT-X-ENDLIST\n");
        text
    }
}

/// All rungs of a film.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ladder(pub Vec<Rung>);

impl Ladder {
    /// The list of the rungs, which lie at the addresses that `address` gives them. One that was only packed anew is
    /// left out once its better copy is there.
    pub fn playlist(&self, address: impl Fn(Rendition) -> String) -> String {
        let mut text = "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n".to_owned();
        for rung in self.listed() {
            let _infallible = write!(text, "#EXT-X-STREAM-INF:BANDWIDTH={}", rung.peak());
            if !rung.codecs.is_empty() {
                let _infallible = write!(text, ",CODECS=\"{}\"", rung.codecs);
            }
            if !rung.is_sound() {
                let _infallible = write!(text, ",RESOLUTION={}x{}", rung.width, rung.height);
            }
            let _infallible = writeln!(text, "\n{}", address(rung.rendition));
        }
        text
    }

    /// Those that a player may choose from: what it begins with first, then upwards.
    fn listed(&self) -> Vec<&Rung> {
        let has = |slot: u16| {
            self.0
                .iter()
                .any(|rung| rung.rendition.width == slot && !rung.is_sound())
        };
        let mut listed: Vec<&Rung> = self
            .0
            .iter()
            .filter(|rung| {
                rung.is_sound() || rung.rendition.width % 10 != 1 || !has(rung.rendition.width - 1)
            })
            .collect();
        // Players begin with the first: a middle one, neither dear nor hard to watch.
        listed.sort_by_key(|rung| {
            (
                rung.is_sound(),
                rung.rendition.width.abs_diff(480) > 1,
                rung.rendition.width,
            )
        });
        listed
    }

    /// The one that stands for all where a player knows no playlists: a middle one.
    pub fn plain(&self) -> Option<&Rung> {
        self.listed().into_iter().next()
    }
}

/// The playlist of what is made of a rung so far: its pieces, each an object of its own at the address that `address`
/// gives its number. Number 0 tells how to decode the others. It ends with the last of them, and whoever comes to its end
/// asks again: of a list that says it will grow, Chromium (156) gives up the second reading.
pub(crate) fn so_far(milliseconds: &[i32], address: impl Fn(usize) -> String) -> String {
    let segments: Vec<Segment> = milliseconds
        .iter()
        .map(|&milliseconds| Segment {
            milliseconds: milliseconds.unsigned_abs(),
            bytes: 0,
        })
        .collect();
    let mut text = head(&segments);
    let _infallible = writeln!(text, "#EXT-X-MAP:URI=\"{}\"", address(0));
    for (number, segment) in segments.iter().enumerate() {
        let _infallible = writeln!(
            text,
            "#EXTINF:{},\n{}",
            seconds(segment.milliseconds),
            address(number + 1)
        );
    }
    text.push_str("#EXT-X-ENDLIST\n");
    text
}

fn head(segments: &[Segment]) -> String {
    let longest = segments
        .iter()
        .map(|segment| segment.milliseconds)
        .max()
        .unwrap_or(2000);
    format!(
        "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:{}\n#EXT-X-MEDIA-SEQUENCE:0\n#EXT-X-PLAYLIST-TYPE:VOD\n\
         #EXT-X-INDEPENDENT-SEGMENTS\n",
        // Rounded to the nearest second (RFC 8216, 4.3.3.1).
        ((longest + 500) / 1000).max(1)
    )
}

fn seconds(milliseconds: u32) -> String {
    format!("{}.{:03}", milliseconds / 1000, milliseconds % 1000)
}

/// What ffmpeg has written until now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Written {
    pub(crate) head_bytes: u64,
    pub(crate) segments: Vec<Segment>,
}

/// Reads a playlist of ffmpeg's. `None` when it is none, or its pieces do not follow each other.
pub(crate) fn read(text: &str) -> Option<Written> {
    let mut lines = text.lines();
    if lines.next() != Some("#EXTM3U") {
        return None;
    }
    let mut written = Written::default();
    let mut milliseconds = None;
    let mut next = 0;
    for line in lines {
        if let Some(map) = line.strip_prefix("#EXT-X-MAP:") {
            let (_, range) = map.split_once("BYTERANGE=\"")?;
            let (bytes, offset) = range.strip_suffix('"')?.split_once('@')?;
            written.head_bytes = bytes.parse().ok()?;
            next = written.head_bytes;
            (offset == "0").then_some(())?;
        } else if let Some(length) = line.strip_prefix("#EXTINF:") {
            let length: f64 = length.split(',').next()?.parse().ok()?;
            let rounded = (length * 1000.0).round();
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "checked to be a moderate positive number"
            )]
            let whole = (0.0..1e9).contains(&rounded).then_some(rounded as u32)?;
            milliseconds = Some(whole);
        } else if let Some(range) = line.strip_prefix("#EXT-X-BYTERANGE:") {
            let (bytes, offset) = range.split_once('@')?;
            let bytes: u64 = bytes.parse().ok()?;
            if offset.parse() != Ok(next) || written.segments.len() >= MOST {
                return None;
            }
            next += bytes;
            written.segments.push(Segment {
                milliseconds: milliseconds.take()?,
                bytes,
            });
        }
    }
    (written.head_bytes > 0).then_some(written)
}

/// What a rung's head says of its codecs (RFC 6381): H.264 with profile and level, AAC.
pub(crate) fn codecs(head: &[u8]) -> String {
    let mut codecs = Vec::new();
    // ISO/IEC 14496-15, 5.3.3.1: behind the name a version, then profile, compatibility, level.
    let found = head.windows(8).find(|window| window.starts_with(b"avcC\x01"));
    if let Some(&[_, _, _, _, _, profile, compatibility, level]) = found {
        codecs.push(format!("avc1.{profile:02x}{compatibility:02x}{level:02x}"));
    }
    if head.windows(4).any(|window| window == b"mp4a") {
        codecs.push("mp4a.40.2".to_owned());
    }
    codecs.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    const OF_FFMPEG: &str = "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:4\n#EXT-X-MEDIA-SEQUENCE:0\n\
        #EXT-X-PLAYLIST-TYPE:EVENT\n#EXT-X-INDEPENDENT-SEGMENTS\n#EXT-X-MAP:URI=\"rung.m4s\",BYTERANGE=\"1356@0\"\n\
        #EXTINF:4.000000,\n#EXT-X-BYTERANGE:7903082@1356\nrung.m4s\n#EXTINF:0.640000,\n\
        #EXT-X-BYTERANGE:7952@7904438\nrung.m4s\n";

    fn rung(slot: u16) -> Rung {
        Rung {
            rendition: Rendition {
                width: slot,
                format: PictureFormat::M4s,
            },
            width: i32::from(slot) * 16 / 9,
            height: slot.into(),
            codecs: "avc1.64001f,mp4a.40.2".into(),
            head_bytes: 1000,
            segments: vec![
                Segment {
                    milliseconds: 2000,
                    bytes: 250_000,
                },
                Segment {
                    milliseconds: 100,
                    bytes: 100_000,
                },
            ],
        }
    }

    #[test]
    fn what_ffmpeg_wrote_is_read() {
        let written = read(OF_FFMPEG).unwrap();
        assert_eq!(written.head_bytes, 1356);
        assert_eq!(
            written.segments,
            [
                Segment {
                    milliseconds: 4000,
                    bytes: 7_903_082
                },
                Segment {
                    milliseconds: 640,
                    bytes: 7_952
                }
            ]
        );
    }

    #[test]
    fn a_list_that_is_cut_or_does_not_follow_is_none() {
        for cut in 0..OF_FFMPEG.len() {
            if let Some(written) = read(&OF_FFMPEG[..cut]) {
                assert!(written.segments.len() <= 2);
            }
        }
        assert_eq!(read(&OF_FFMPEG.replace("@7904438", "@7904439")), None);
        assert_eq!(read(&OF_FFMPEG.replace("1356@0", "1356@1")), None);
        assert_eq!(read("#EXTM3U\n"), None);
        assert_eq!(read(""), None);
    }

    #[test]
    fn a_rung_lists_its_ranges() {
        let text = rung(720).playlist("720.m4s");
        assert!(
            text.contains("#EXT-X-MAP:URI=\"720.m4s\",BYTERANGE=\"1000@0\""),
            "{text}"
        );
        assert!(
            text.contains("#EXTINF:0.100,\n#EXT-X-BYTERANGE:100000@251000\n720.m4s"),
            "{text}"
        );
        assert!(text.ends_with("#EXT-X-ENDLIST\n"));
    }

    #[test]
    fn a_ladder_begins_in_the_middle_and_leaves_out_what_has_a_better_copy() {
        let sound = Rung {
            rendition: Rendition {
                width: 64,
                format: PictureFormat::M4a,
            },
            width: 0,
            height: 0,
            ..rung(64)
        };
        let ladder = Ladder(vec![sound, rung(1081), rung(1080), rung(240), rung(480)]);
        let text = ladder.playlist(|rendition| rendition.to_string());
        let files: Vec<_> = text.lines().filter(|line| !line.starts_with('#')).collect();
        assert_eq!(files, ["480.m4s", "240.m4s", "1080.m4s", "64.m4a"]);
        assert!(
            text.contains("BANDWIDTH=1000000,CODECS=\"avc1.64001f,mp4a.40.2\",RESOLUTION=853x480"),
            "{text}"
        );
        assert_eq!(ladder.plain().map(|rung| rung.rendition.width), Some(480));
        let alone = Ladder(vec![rung(1081)]);
        assert!(
            alone
                .playlist(|rendition| rendition.to_string())
                .contains("\n1081.m4s\n")
        );
    }

    #[test]
    fn what_is_being_made_is_listed_as_far_as_it_is() {
        let text = so_far(&[2000, 1960], |number| format!("live_{number}.m4s"));
        assert!(
            text.contains("MAP:URI=\"live_0.m4s\"")
                && text.ends_with("#EXTINF:1.960,\nlive_2.m4s\n#EXT-X-ENDLIST\n"),
            "{text}"
        );
    }

    #[test]
    fn codecs_are_read_from_the_head() {
        let head = b"....avcC\x01\x64\x00\x1f....mp4a...";
        assert_eq!(codecs(head), "avc1.64001f,mp4a.40.2");
        assert_eq!(codecs(b"nothing"), "");
    }
}
