//! How ffmpeg and ffprobe are called. Names of files are those of the folder in which they run.

use super::loudness::INTEGRATED;
use super::plan::{SpriteSheet, Step};
use super::probe::{Audio, Colours, Streams, Video};
use crate::likeness::FRAME_SIDE;

/// What came.
pub(crate) const ORIGINAL: &str = "original";
/// The first rung, and the list of its segments.
pub(crate) const RUNG: &str = "rung.m4s";
pub(crate) const LIST: &str = "rung.m3u8";
/// Ends of the names of the ladder's rungs and lists, behind their slots.
pub(crate) const LADDER_RUNG: &str = ".m4s";
pub(crate) const LADDER_LIST: &str = ".m3u8";
pub(crate) const POSTER: &str = "poster.png";
pub(crate) const SPRITE: &str = "sprite.png";
/// Grey squares of [`FRAME_SIDE`] pixels, one behind the other, each [`FRAME_MS`] after the one before.
pub(crate) const FRAMES: &str = "frames.grey";
pub(crate) const FRAME_MS: u32 = 2000;
/// Samples of the sound: signed, 16 bits, the smaller half first.
pub(crate) const SOUND: &str = "sound.pcm";

/// How loud the sound is, again and again.
pub(crate) const LOUDNESS: &str = "loudness";
/// More of it is not listened to before a film is encoded, in seconds.
const LISTENING: u32 = 300;

/// How many samples of the sound a second there are.
pub(super) const SAMPLES: &str = "4000";

/// Seconds of a segment.
const SEGMENT: &str = "2";
/// And of the first two of a rung that somebody waits for.
const SOON: &str = "1";

/// Nothing but the streams that are named passes, and nothing says when or by what it was made.
const BARE: &str =
    "-sn -dn -map_metadata -1 -map_chapters -1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact";

/// Without gaps, at one rate, and no peak above -1.5 dB.
const GAPLESS: &str = "aresample=async=1:first_pts=0";
const LIMITED: &str = "alimiter=limit=0.84:level=false,aresample=48000,aformat=channel_layouts=stereo";

/// Where segments begin: each two seconds; of a rung that somebody waits for, the first two each second.
const KEYS: &str = "expr:gte(t,n_forced*2)";
const SOON_KEYS: &str = "expr:gte(t,if(lt(n_forced,2),n_forced,(n_forced-1)*2))";

/// Of the sound beside a film.
const SOUND_BITS: &str = "96k";

/// Brightness and colours of HDR (ITU-R BT.2100) as screens without show them.
const TONES: &str = "zscale=t=linear:npl=203,format=gbrpf32le,zscale=p=bt709,tonemap=mobius:desat=0,zscale=t=bt709:m=bt709:r=tv";

/// What ffprobe is asked for.
pub(crate) fn probing() -> Vec<&'static str> {
    let shown = "format=duration,bit_rate:stream=index,codec_type,codec_name,profile,level,width,height,pix_fmt,\
                 sample_aspect_ratio,avg_frame_rate,r_frame_rate,color_space,color_range,color_transfer,duration,\
                 bit_rate,channels:\
                 stream_disposition=attached_pic:stream_side_data=displaymatrix";
    vec!["-show_entries", shown, "-of", "json"]
}

/// Packs film and sound, which are these streams, as they are: what is written between the pictures is still in it. It is
/// told of once it is all there, so that nobody watches it before that is gone.
pub(crate) fn packing((video, audio): (u32, Option<u32>), most_seconds: u32) -> Vec<String> {
    let mut line = Line::default();
    line.say("-map")
        .own(format!("0:{video}"))
        .say("-c:v copy -map_metadata:s:v -1");
    if let Some(audio) = audio {
        line.say("-map").own(format!("0:{audio}")).say("-c:a copy");
    }
    line.say(BARE).say("-t").own(most_seconds.to_string());
    line.listed(("vod", SEGMENT), RUNG, LIST);
    line.0
}

/// Makes the first rung.
pub(crate) fn first_rung(streams: &Streams, step: Step, most_seconds: u32) -> Vec<String> {
    let mut line = Line::default();
    let (video, audio) = (streams.video.as_ref(), streams.audio.as_ref());
    if let (Some(video), false) = (video, matches!(step, Step::Sound { .. })) {
        line.say("-map").own(format!("0:{}", video.index));
        match step {
            Step::Encoded { .. } => line.say("-vf").own(shown(video, step)).encoded(step, SOON_KEYS),
            _ => line.say("-c:v copy").without_notes(),
        };
    }
    if let Some(audio) = audio {
        line.say("-map").own(format!("0:{}", audio.index));
        match step {
            Step::Packed { .. } => line.say("-c:a copy"),
            _ => line.say("-af").own(even(audio)).sounding(step),
        };
    }
    line.say(BARE).say("-t").own(most_seconds.to_string());
    let seconds = if matches!(step, Step::Encoded { .. }) {
        SOON
    } else {
        SEGMENT
    };
    line.listed(("event", seconds), RUNG, LIST);
    line.0
}

/// Makes all other rungs: decodes once, scales the next smaller one from each, evens the sound once.
pub(crate) fn ladder(streams: &Streams, steps: &[Step], most_seconds: u32) -> Vec<String> {
    let mut line = Line::default();
    let graph = graph(streams.video.as_ref(), streams.audio.as_ref(), steps);
    line.say("-filter_complex").own(graph);
    for &step in steps {
        let slot = step.slot();
        if let Some(video) = &streams.video {
            match step {
                Step::Encoded { .. } => {
                    line.say("-map").own(format!("[v{slot}]")).encoded(step, KEYS);
                }
                Step::Copied { .. } | Step::Packed { .. } => {
                    line.say("-map")
                        .own(format!("0:{}", video.index))
                        .say("-c:v copy")
                        .without_notes();
                }
                Step::Sound { .. } => {}
            }
        }
        if streams.audio.is_some() {
            line.say("-map").own(format!("[a{slot}]")).sounding(step);
        }
        line.say(BARE).say("-t").own(most_seconds.to_string());
        line.listed(
            ("vod", SEGMENT),
            &format!("{slot}{LADDER_RUNG}"),
            &format!("{slot}{LADDER_LIST}"),
        );
    }
    line.0
}

/// A picture of the film: `before` the input, and behind it.
pub(crate) fn poster(video: &Video, size: (u32, u32), at_ms: u64) -> (Vec<String>, Vec<String>) {
    let before = vec!["-ss".to_owned(), format!("{}.{:03}", at_ms / 1000, at_ms % 1000)];
    let mut line = Line::default();
    line.say("-map")
        .own(format!("0:{}", video.index))
        .say("-vf")
        .own(still(video, size));
    line.say(BARE)
        .say("-frames:v 1 -c:v png -compression_level 1 -f image2")
        .own(format!("file:{POSTER}"));
    (before, line.0)
}

/// The sprite sheet, if one is wanted, and small grey frames to know the film again by; of key frames only: no more is
/// decoded.
pub(crate) fn leaves(
    video: &Video,
    sheet: Option<&SpriteSheet>,
    most_seconds: u32,
) -> (Vec<String>, Vec<String>) {
    // Of pictures that are made so small nobody sees whether the edges of blocks were smoothed.
    let before = ["-skip_frame", "nokey", "-skip_loop_filter", "all"]
        .map(str::to_owned)
        .into();
    let mut line = Line::default();
    let from = format!("0:{}", video.index);
    if let Some(sheet) = sheet {
        // Behind the last key frame no other comes: that one fills the sheet.
        let tiles = format!(
            "fps=1000/{}:start_time=0:round=near,{},tpad=stop=-1:stop_mode=clone,tile={}x{}:nb_frames={}",
            sheet.every_ms,
            still(video, (sheet.width, sheet.height)),
            sheet.columns,
            sheet.rows,
            sheet.tiles,
        );
        line.say("-map").own(from.clone()).say("-vf").own(tiles);
        line.say(BARE)
            .say("-frames:v 1 -c:v png -compression_level 1 -f image2")
            .own(format!("file:{SPRITE}"));
    }
    let side = u32::try_from(FRAME_SIDE).unwrap_or_default();
    let frames = format!(
        "fps=1000/{FRAME_MS}:start_time=0:round=near,{},format=gray",
        still(video, (side, side))
    );
    line.say("-map").own(from).say("-vf").own(frames);
    line.say(BARE)
        .say("-t")
        .own(most_seconds.to_string())
        .say("-c:v rawvideo -f rawvideo")
        .own(format!("file:{FRAMES}"));
    (before, line.0)
}

/// Prints how loud the sound is (EBU R 128).
pub(crate) fn listening(audio: &Audio, most_seconds: u32) -> Vec<String> {
    let mut line = Line::default();
    line.say("-map")
        .own(format!("0:{}", audio.index))
        .say(BARE)
        .say("-t")
        .own(most_seconds.min(LISTENING).to_string())
        .say("-af")
        .own(format!(
            "ebur128=metadata=1,ametadata=mode=print:key={INTEGRATED}:file={LOUDNESS}"
        ))
        .say("-f null -");
    line.0
}

/// The samples of which a waveform is drawn.
pub(crate) fn samples(audio: &Audio, most_seconds: u32) -> Vec<String> {
    let mut line = Line::default();
    line.say("-map")
        .own(format!("0:{}", audio.index))
        .say(BARE)
        .say("-t")
        .own(most_seconds.to_string());
    line.say("-ac 1 -ar")
        .say(SAMPLES)
        .say("-c:a pcm_s16le -f s16le")
        .own(format!("file:{SOUND}"));
    line.0
}

/// A call, word by word.
#[derive(Default)]
struct Line(Vec<String>);

impl Line {
    /// Words of ours, parted by spaces.
    fn say(&mut self, words: &str) -> &mut Self {
        self.0.extend(words.split_whitespace().map(str::to_owned));
        self
    }

    /// One word, whatever is in it.
    fn own(&mut self, word: String) -> &mut Self {
        self.0.push(word);
        self
    }

    /// H.264 as every browser decodes it, each segment beginning with a key frame.
    fn encoded(&mut self, step: Step, keys: &str) -> &mut Self {
        let Step::Encoded { most_bits, .. } = step else {
            return self;
        };
        self.say("-c:v libx264 -preset veryfast -crf 23 -profile:v high -pix_fmt yuv420p -threads:v 2");
        self.say("-maxrate")
            .own(most_bits.to_string())
            .say("-bufsize")
            .own((most_bits * 2).to_string());
        self.say(
            "-color_range tv -colorspace bt709 -color_primaries bt709 -color_trc bt709 -force_key_frames",
        );
        self.own(keys.into());
        // Unit 6 is where x264 writes its name and its settings.
        self.say("-bsf:v filter_units=remove_types=6")
    }

    fn sounding(&mut self, step: Step) -> &mut Self {
        let bits = match step {
            Step::Sound { slot } => format!("{slot}k"),
            _ => SOUND_BITS.into(),
        };
        self.say("-c:a aac -b:a").own(bits)
    }

    /// Copied pictures, which are H.264, lose what is written between them, as in `notes`.
    fn without_notes(&mut self) -> &mut Self {
        self.say("-bsf:v filter_units=remove_types=0|6|12|16-18|22-31 -map_metadata:s:v -1")
    }

    /// One file of fragments, and the list of them.
    fn listed(&mut self, (kind, seconds): (&str, &str), rung: &str, list: &str) -> &mut Self {
        self.say(
            "-f hls -hls_segment_type fmp4 -hls_flags single_file+independent_segments+temp_file -hls_time",
        );
        self.say(seconds)
            .say("-hls_list_size 0 -hls_playlist_type")
            .say(kind);
        self.say("-hls_segment_filename")
            .own(rung.to_owned())
            .own(list.to_owned())
    }
}

/// One decoding for all: from each size the next smaller one is made.
fn graph(video: Option<&Video>, audio: Option<&Audio>, steps: &[Step]) -> String {
    let mut parts = Vec::new();
    let mut films: Vec<Step> = steps
        .iter()
        .copied()
        .filter(|step| matches!(step, Step::Encoded { .. }))
        .collect();
    films.sort_by_key(|step| std::cmp::Reverse(step.slot()));
    if let Some(video) = video {
        let mut from = format!("[0:{}]", video.index);
        let count = films.len();
        for (place, &step) in films.iter().enumerate() {
            let slot = step.slot();
            let filters = if place == 0 {
                shown(video, step)
            } else {
                smaller(step)
            };
            if place + 1 < count {
                parts.push(format!("{from}{filters},split=2[v{slot}][f{slot}]"));
                from = format!("[f{slot}]");
            } else {
                parts.push(format!("{from}{filters}[v{slot}]"));
            }
        }
    }
    if let Some(audio) = audio {
        let ends: Vec<_> = steps.iter().map(|step| format!("[a{}]", step.slot())).collect();
        parts.push(format!(
            "[0:{}]{},asplit={}{}",
            audio.index,
            even(audio),
            steps.len(),
            ends.concat()
        ));
    }
    parts.join(";")
}

/// As loud as others: by one gain for the whole, so that soft stays soft beside loud.
fn even(audio: &Audio) -> String {
    let decibels = f64::from(audio.gain) / 100.0;
    format!("{GAPLESS},volume={decibels:.2}dB,{LIMITED}")
}

/// From the decoder to a rung.
fn shown(video: &Video, step: Step) -> String {
    let (rate, told) = (rate(step), told(video));
    let television = matches!(video.colours, Colours::Television | Colours::TakenForTelevision);
    if television && video.plain && step.size() == (video.width, video.height) {
        return format!("{rate}{told}setsar=1,format=yuv420p");
    }
    let scaled = scaled(video, step.size());
    format!("{rate}{told}{scaled},setsar=1,format=yuv420p")
}

/// From a larger rung.
fn smaller(step: Step) -> String {
    format!("{}{},setsar=1", rate(step), scale(step.size()))
}

fn still(video: &Video, size: (u32, u32)) -> String {
    format!("{}{},setsar=1,format=rgb24", told(video), scaled(video, size))
}

/// Says what the film does not say of its colours.
fn told(video: &Video) -> &'static str {
    if video.colours == Colours::TakenForTelevision {
        "setparams=colorspace=bt709,"
    } else {
        ""
    }
}

/// In the colours of television, whatever they were.
fn scaled(video: &Video, size: (u32, u32)) -> String {
    let (width, height) = size;
    match video.colours {
        Colours::Hdr => format!("scale={width}:{height}:flags=bicubic,{TONES}"),
        _ => scale(size),
    }
}

fn scale((width, height): (u32, u32)) -> String {
    format!("scale={width}:{height}:flags=bicubic:out_range=tv:out_color_matrix=bt709")
}

/// Before anything else is done with them, so that nothing is done with those that are left out.
fn rate(step: Step) -> String {
    match step {
        Step::Encoded { rate_milli, .. } => format!("fps={rate_milli}/1000,"),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests;
