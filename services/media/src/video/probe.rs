//! What ffprobe says of a file, read strictly: its words are made of a stranger's bytes.

use serde::Deserialize;

use super::limits::FilmLimits;
use crate::picture::Reason;

/// From this short side on pictures whose colours are not told are those of HD television.
const HD: u32 = 720;

/// The streams that count: the first film that is no cover, and the first sound.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Streams {
    /// As the file says, in milliseconds; some recorders do not say.
    pub(crate) duration_ms: Option<u64>,
    pub(crate) video: Option<Video>,
    pub(crate) audio: Option<Audio>,
}

/// A film's pictures.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Video {
    /// Which stream of the file.
    pub(crate) index: u32,
    /// In ffmpeg's name.
    pub(crate) codec: String,
    pub(crate) profile: String,
    pub(crate) level: i32,
    pub(crate) pix_fmt: String,
    /// As shown: upright, of square pixels.
    pub(crate) width: u32,
    /// As shown: upright, of square pixels.
    pub(crate) height: u32,
    /// Whether its pixels are square, and it is turned by quarters at most, not mirrored.
    pub(crate) plain: bool,
    /// How a plain film is turned, where it is.
    pub(crate) matrix: Option<[i32; 9]>,
    /// Pictures a second, on average; 0 when unknown.
    pub(crate) rate: f64,
    /// Pictures a second with which the time of each can be told; 0 when unknown.
    pub(crate) finest_rate: f64,
    pub(crate) colours: Colours,
    pub(crate) bits_per_second: Option<u64>,
}

/// What is to be done with a film's colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Colours {
    /// Brighter than a page: ITU-R BT.2100.
    Hdr,
    /// Eight bits a sample, in the colours of HD television and their range (ITU-R BT.709): what encoders are given.
    Television,
    /// The same, but which colours they are is not told. Players take large pictures for BT.709, as we do.
    TakenForTelevision,
    /// Anything else.
    Other,
}

/// A film's sound, or a sound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Audio {
    /// Which stream of the file.
    pub(crate) index: u32,
    /// In ffmpeg's name.
    pub(crate) codec: String,
    pub(crate) profile: String,
    pub(crate) channels: u32,
    /// By how much it is to be changed to be as loud as others, in hundredths of a decibel.
    pub(crate) gain: i32,
}

#[derive(Deserialize)]
struct Answer {
    #[serde(default)]
    streams: Vec<Stream>,
    format: Option<Format>,
}

#[derive(Deserialize)]
struct Format {
    duration: Option<String>,
    bit_rate: Option<String>,
}

#[derive(Deserialize)]
struct Stream {
    index: u32,
    codec_type: Option<String>,
    codec_name: Option<String>,
    #[serde(default)]
    profile: String,
    #[serde(default)]
    level: i32,
    #[serde(default)]
    width: u32,
    #[serde(default)]
    height: u32,
    #[serde(default)]
    pix_fmt: String,
    sample_aspect_ratio: Option<String>,
    avg_frame_rate: Option<String>,
    r_frame_rate: Option<String>,
    color_space: Option<String>,
    color_range: Option<String>,
    color_transfer: Option<String>,
    duration: Option<String>,
    bit_rate: Option<String>,
    #[serde(default)]
    channels: u32,
    #[serde(default)]
    disposition: Disposition,
    #[serde(default)]
    side_data_list: Vec<SideData>,
}

#[derive(Default, Deserialize)]
struct Disposition {
    #[serde(default)]
    attached_pic: u8,
}

#[derive(Deserialize)]
struct SideData {
    displaymatrix: Option<String>,
}

/// Reads the answer of ffprobe and holds it against the limits.
///
/// # Errors
/// When there is nothing to see or hear in it, or more than allowed.
pub(crate) fn parse(answer: &[u8], limits: &FilmLimits) -> Result<Streams, Reason> {
    let answer: Answer = serde_json::from_slice(answer).map_err(|_| Reason::Broken)?;
    let of_type = |kind: &'static str| {
        answer
            .streams
            .iter()
            .filter(move |stream| stream.codec_type.as_deref() == Some(kind))
    };
    let films = || of_type("video").filter(|stream| stream.disposition.attached_pic == 0);
    let known = |stream: &&Stream| stream.codec_name.is_some();
    if films().chain(of_type("audio")).next().is_some() && !films().chain(of_type("audio")).any(|s| known(&s))
    {
        return Err(Reason::UnknownCodec);
    }
    let video = films().find(|stream| known(stream) && stream.width > 0 && stream.height > 0);
    let audio = of_type("audio").find(|stream| known(stream) && stream.channels > 0);
    if video.is_none() && (audio.is_none() || films().next().is_some()) {
        // Sound of a film whose pictures nobody can read is not what was sent.
        return Err(if films().next().is_some() {
            Reason::UnknownCodec
        } else {
            Reason::Broken
        });
    }
    let format = answer.format.as_ref();
    let duration_ms = format
        .and_then(|format| format.duration.as_deref())
        .into_iter()
        .chain(
            [video, audio]
                .into_iter()
                .flatten()
                .filter_map(|stream| stream.duration.as_deref()),
        )
        .find_map(milliseconds);
    if let Some(duration_ms) = duration_ms {
        limits.check_duration(duration_ms)?;
    }
    let whole_rate = format.and_then(|format| format.bit_rate.as_deref()?.parse().ok());
    Ok(Streams {
        duration_ms,
        video: video.map(|stream| film(stream, whole_rate, limits)).transpose()?,
        audio: audio.map(sound),
    })
}

fn film(stream: &Stream, whole_rate: Option<u64>, limits: &FilmLimits) -> Result<Video, Reason> {
    limits.check_frame(stream.width, stream.height)?;
    let matrix = stream
        .side_data_list
        .iter()
        .find_map(|data| data.displaymatrix.as_deref());
    let matrix = matrix.map(numbers_of).unwrap_or_default();
    let turn = turn_of(&matrix);
    let aspect = stream
        .sample_aspect_ratio
        .as_deref()
        .and_then(|text| ratio(text, ':'));
    // What cannot be a pixel's shape is taken for a square.
    let aspect = aspect
        .filter(|aspect| (0.1..=10.0).contains(aspect))
        .unwrap_or(1.0);
    let square = (aspect - 1.0).abs() < 0.001;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a side of some thousands of pixels, at most ten times as wide"
    )]
    let width = if square {
        stream.width
    } else {
        (f64::from(stream.width) * aspect).round().max(1.0) as u32
    };
    limits.check_frame(width, stream.height)?;
    let (width, height) = match turn {
        Turn::Quarter | Turn::MirroredQuarter => (stream.height, width),
        _ => (width, stream.height),
    };
    Ok(Video {
        index: stream.index,
        codec: stream.codec_name.clone().unwrap_or_default(),
        profile: stream.profile.clone(),
        level: stream.level,
        pix_fmt: stream.pix_fmt.clone(),
        width,
        height,
        plain: square && matches!(turn, Turn::None | Turn::Quarter | Turn::Half),
        matrix: matrix
            .try_into()
            .ok()
            .filter(|_| matches!(turn, Turn::Quarter | Turn::Half)),
        rate: stream
            .avg_frame_rate
            .as_deref()
            .and_then(|text| ratio(text, '/'))
            .unwrap_or(0.0),
        finest_rate: stream
            .r_frame_rate
            .as_deref()
            .and_then(|text| ratio(text, '/'))
            .unwrap_or(0.0),
        colours: colours(stream, width.min(height)),
        bits_per_second: stream
            .bit_rate
            .as_deref()
            .and_then(|text| text.parse().ok())
            .or(whole_rate),
    })
}

fn colours(stream: &Stream, short_side: u32) -> Colours {
    if matches!(
        stream.color_transfer.as_deref(),
        Some("smpte2084" | "arib-std-b67")
    ) {
        return Colours::Hdr;
    }
    if stream.pix_fmt != "yuv420p" || stream.color_range.as_deref() == Some("pc") {
        return Colours::Other;
    }
    match stream.color_space.as_deref() {
        Some("bt709") => Colours::Television,
        None | Some("unknown") if short_side >= HD => Colours::TakenForTelevision,
        _ => Colours::Other,
    }
}

fn sound(stream: &Stream) -> Audio {
    Audio {
        index: stream.index,
        codec: stream.codec_name.clone().unwrap_or_default(),
        profile: stream.profile.clone(),
        channels: stream.channels,
        gain: 0,
    }
}

/// How a film is turned to be upright.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    None,
    /// Once or three times by a quarter: its sides change places.
    Quarter,
    Half,
    /// Mirrored besides: its sides change places, too.
    MirroredQuarter,
    /// Mirrored, or anything else.
    Other,
}

/// The numbers of a display matrix (ISO/IEC 14496-12, 6.2.2) as ffprobe prints it.
fn numbers_of(printed: &str) -> Vec<i32> {
    printed
        .lines()
        .filter_map(|line| line.split_once(':'))
        .flat_map(|(_, row)| row.split_whitespace())
        .filter_map(|number| number.parse().ok())
        .collect()
}

fn turn_of(matrix: &[i32]) -> Turn {
    match matrix {
        [] | [65536, 0, _, 0, 65536, ..] => Turn::None,
        [-65536, 0, _, 0, -65536, ..] => Turn::Half,
        [0, 65536, _, -65536, 0, ..] | [0, -65536, _, 65536, 0, ..] => Turn::Quarter,
        [0, _, _, _, 0, ..] => Turn::MirroredQuarter,
        _ => Turn::Other,
    }
}

fn milliseconds(seconds: &str) -> Option<u64> {
    let seconds: f64 = seconds.parse().ok()?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked to be a moderate positive number"
    )]
    (seconds.is_finite() && seconds > 0.0 && seconds < 1e12).then(|| (seconds * 1000.0).round() as u64)
}

fn ratio(text: &str, between: char) -> Option<f64> {
    let (above, below) = text.split_once(between)?;
    let (above, below): (f64, f64) = (above.parse().ok()?, below.parse().ok()?);
    (above > 0.0 && below > 0.0).then(|| above / below)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(answer: &str) -> Result<Streams, Reason> {
        parse(answer.as_bytes(), &FilmLimits::default())
    }

    fn phone(matrix: &str) -> String {
        format!(
            r#"{{"streams":[
                {{"index":0,"codec_type":"audio","codec_name":"aac","profile":"LC","channels":2}},
                {{"index":1,"codec_type":"video","codec_name":"h264","profile":"High","level":40,"width":1920,
                  "height":1080,"pix_fmt":"yuv420p","sample_aspect_ratio":"1:1","avg_frame_rate":"30000/1001",
                  "side_data_list":[{{"displaymatrix":"{matrix}"}}]}},
                {{"index":2,"codec_type":"data"}}],
               "format":{{"duration":"4.001667","bit_rate":"9000000"}}}}"#
        )
    }

    const QUARTER: &str =
        "\\n00000000:  0  65536  0\\n00000001:  -65536  0  0\\n00000002:  70778880  0  1073741824\\n";
    const MIRRORED: &str =
        "\\n00000000:  0  65536  0\\n00000001:  65536  0  0\\n00000002:  0  0  1073741824\\n";

    #[test]
    fn a_phones_clip_is_upright_and_its_data_is_left() {
        let streams = parsed(&phone(QUARTER)).unwrap();
        let video = streams.video.unwrap();
        assert_eq!((video.width, video.height, video.plain), (1080, 1920, true));
        assert_eq!(video.matrix.map(|matrix| matrix[6]), Some(70_778_880));
        assert_eq!((video.index, streams.audio.unwrap().index), (1, 0));
        assert_eq!(streams.duration_ms, Some(4002));
        assert_eq!(video.bits_per_second, Some(9_000_000));
    }

    #[test]
    fn a_mirrored_clip_is_not_plain() {
        let video = parsed(&phone(MIRRORED)).unwrap().video.unwrap();
        assert_eq!((video.width, video.height, video.plain), (1080, 1920, false));
    }

    #[test]
    fn pixels_that_are_not_square_make_a_wider_film() {
        let answer = r#"{"streams":[{"index":0,"codec_type":"video","codec_name":"h263","width":352,"height":288,
            "sample_aspect_ratio":"63:44"}]}"#;
        let video = parsed(answer).unwrap().video.unwrap();
        assert_eq!((video.width, video.height, video.plain), (504, 288, false));
    }

    #[test]
    fn colours_are_those_of_television_where_a_film_says_so_or_is_large() {
        let colours = |height: u32, more: &str| {
            let answer = format!(
                r#"{{"streams":[{{"index":0,"codec_type":"video","codec_name":"h264","width":1920,"height":{height},
                    {more}}}]}}"#
            );
            parsed(&answer).unwrap().video.unwrap().colours
        };
        let eight = r#""pix_fmt":"yuv420p""#;
        assert_eq!(colours(1080, eight), Colours::TakenForTelevision);
        assert_eq!(
            colours(1080, r#""pix_fmt":"yuv420p","color_space":"unknown""#),
            Colours::TakenForTelevision
        );
        assert_eq!(colours(480, eight), Colours::Other);
        assert_eq!(
            colours(480, r#""pix_fmt":"yuv420p","color_space":"bt709""#),
            Colours::Television
        );
        for other in [
            r#""pix_fmt":"yuvj420p","color_space":"bt709""#,
            r#""pix_fmt":"yuv420p","color_space":"bt709","color_range":"pc""#,
            r#""pix_fmt":"yuv420p","color_space":"smpte170m""#,
            r#""pix_fmt":"yuv420p10le","color_space":"bt709""#,
        ] {
            assert_eq!(colours(1080, other), Colours::Other, "{other}");
        }
        let bright = r#""pix_fmt":"yuv420p","color_space":"bt709","color_transfer":"arib-std-b67""#;
        assert_eq!(colours(1080, bright), Colours::Hdr);
    }

    #[test]
    fn what_cannot_be_shown_is_told_apart() {
        for (answer, reason) in [
            ("{", Reason::Broken),
            (r#"{"streams":[]}"#, Reason::Broken),
            (r#"{"streams":[{"index":0,"codec_type":"data"}]}"#, Reason::Broken),
            (
                r#"{"streams":[{"index":0,"codec_type":"video","width":320,"height":180},
                    {"index":1,"codec_type":"audio","codec_name":"aac","channels":2}]}"#,
                Reason::UnknownCodec,
            ),
            (
                r#"{"streams":[{"index":0,"codec_type":"video","codec_name":"h264","width":9000,"height":180}]}"#,
                Reason::TooManyPixels,
            ),
            (
                r#"{"streams":[{"index":0,"codec_type":"audio","codec_name":"mp3","channels":2}],
                    "format":{"duration":"143165.6"}}"#,
                Reason::TooLong,
            ),
        ] {
            assert_eq!(parsed(answer), Err(reason), "{answer}");
        }
    }

    #[test]
    fn a_sound_with_a_cover_is_a_sound() {
        let answer = r#"{"streams":[{"index":0,"codec_type":"audio","codec_name":"mp3","channels":2},
            {"index":1,"codec_type":"video","codec_name":"mjpeg","width":600,"height":600,
             "disposition":{"attached_pic":1}}],"format":{"duration":"N/A"}}"#;
        let streams = parsed(answer).unwrap();
        assert!(streams.video.is_none() && streams.audio.is_some());
        assert_eq!(streams.duration_ms, None);
    }
}
