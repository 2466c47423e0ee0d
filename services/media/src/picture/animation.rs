//! Moving pictures as raw film, from which ffmpeg makes a short silent MP4.
//!
//! The frames of a GIF or WebP stand for as long as each says; a film has one rate for all. Only what is seen passes
//! over: frames of eight bits, of television's range and colours.

pub(super) mod for_fuzzing;
mod timing;
mod y4m;

use std::{
    fs::File,
    io::{BufReader, Seek, Write},
};

use fast_image_resize::{
    FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer,
    images::{Image, ImageRef},
};

use self::{timing::Timing, y4m::Film};
use super::{
    Kind, Limits, Reason, Stop,
    gif::{self, Frames, MAX_FRAMES, MAX_PIXELS_OF_ALL},
};

/// The slot that a film fills among the renditions: the widest there is, in pixels.
pub(crate) const SLOT: u16 = 640;

/// The tallest film, in pixels.
const MAX_HEIGHT: u32 = 1280;

/// Whether `file` has more than one frame that we show: of APNG and of sequences in AVIF and HEIF that is the first one.
pub(crate) fn is_animated(mut file: &File, kind: Kind, limits: &Limits) -> Result<bool, Stop> {
    file.rewind()?;
    Ok(match kind {
        Kind::Gif => gif::probe(file, limits)?.delays.len() > 1,
        Kind::WebP => {
            let decoder = image_webp::WebPDecoder::new(BufReader::new(file)).map_err(webp_stop)?;
            decoder.is_animated() && decoder.num_frames() > 1
        }
        _ => false,
    })
}

/// Writes the animation in `file` as YUV4MPEG2 to `out`.
pub(crate) fn write_y4m(mut file: &File, kind: Kind, limits: &Limits, out: impl Write) -> Result<(), Stop> {
    file.rewind()?;
    match kind {
        Kind::Gif => write_gif(file, limits, out),
        Kind::WebP => write_webp(file, limits, out),
        _ => Err(Reason::UnsupportedType.into()),
    }
}

/// What makes ffmpeg write such a film as an MP4 named `output`: H.264, no sound, nothing that tells when or by what it
/// was made.
pub(crate) fn film_arguments(output: &str) -> Vec<&str> {
    const ONLY_PICTURES: &str = "-an -sn -dn -map_metadata -1 -fflags +bitexact -flags:v +bitexact";
    const H264: &str = "-c:v libx264 -profile:v high -pix_fmt yuv420p -preset veryfast -crf 26 -threads 1";
    const COLOURS: &str = "-color_range tv -colorspace bt709 -color_primaries bt709 -color_trc bt709";
    // Unit 6 is where x264 writes its name and its settings.
    const FILE: &str = "-bsf:v filter_units=remove_types=6 -movflags +faststart -f mp4";
    let mut arguments: Vec<_> = [ONLY_PICTURES, H264, COLOURS, FILE]
        .into_iter()
        .flat_map(str::split_whitespace)
        .collect();
    // Left to itself, ffmpeg names the encoder.
    arguments.extend(["-metadata:s:v", "encoder= ", output]);
    arguments
}

fn write_gif(file: &File, limits: &Limits, out: impl Write) -> Result<(), Stop> {
    let header = gif::probe(file, limits)?;
    let mut rewound = file;
    rewound.rewind()?;
    let mut studio = Studio::new(
        (header.width, header.height),
        PixelType::U8x3,
        &header.delays,
        out,
    )?;
    let mut frames = Frames::new(file, &header, limits)?;
    for &delay in &header.delays {
        // What comes behind a broken frame is not shown.
        match frames.advance() {
            Ok(true) => {}
            Ok(false) | Err(Stop::Refused(_)) => break,
            Err(failed) => return Err(failed),
        }
        if !studio.show(&frames.canvas, delay)? {
            return Ok(());
        }
    }
    studio.hold()
}

fn write_webp(file: &File, limits: &Limits, out: impl Write) -> Result<(), Stop> {
    let delays = timing::webp_delays(&mut BufReader::new(file))?;
    let mut rewound = file;
    rewound.rewind()?;
    let mut decoder = image_webp::WebPDecoder::new(BufReader::new(file)).map_err(webp_stop)?;
    let (width, height) = decoder.dimensions();
    limits.check_dimensions(width, height)?;
    if !decoder.is_animated() {
        return Err(Reason::Broken.into());
    }
    let kind = if decoder.has_alpha() {
        PixelType::U8x4
    } else {
        PixelType::U8x3
    };
    // Where nothing is drawn, the page shines through.
    decoder.set_background_color([u8::MAX; 4]).map_err(webp_stop)?;
    let mut canvas = vec![0; decoder.output_buffer_size().ok_or(Reason::TooHeavy)?];
    let mut studio = Studio::new((width, height), kind, &delays, out)?;
    let pixels = u64::from(width) * u64::from(height);
    for number in 0..MAX_FRAMES.min(delays.len()) {
        if pixels * (number as u64 + 1) > MAX_PIXELS_OF_ALL {
            break;
        }
        match decoder.read_frame(&mut canvas).map_err(webp_stop) {
            Ok(delay) => {
                if !studio.show(&canvas, delay)? {
                    return Ok(());
                }
            }
            Err(Stop::Refused(_)) if number > 0 => break,
            Err(stop) => return Err(stop),
        }
    }
    studio.hold()
}

fn webp_stop(error: image_webp::DecodingError) -> Stop {
    match error {
        image_webp::DecodingError::IoError(error) => error.into(),
        image_webp::DecodingError::MemoryLimitExceeded | image_webp::DecodingError::ImageTooLarge => {
            Reason::TooHeavy.into()
        }
        _ => Reason::Broken.into(),
    }
}

/// Makes every frame small and as long as it should stand.
struct Studio<W: Write> {
    film: Film<W>,
    timing: Timing,
    from: (u32, u32),
    kind: PixelType,
    resizer: Resizer,
    small: Image<'static>,
}

impl<W: Write> Studio<W> {
    fn new(from: (u32, u32), kind: PixelType, delays: &[u32], out: W) -> Result<Self, Stop> {
        let (width, height) = size(from);
        let timing = Timing::of(delays);
        Ok(Self {
            film: Film::begin(width, height, timing.step(), out)?,
            timing,
            from,
            kind,
            resizer: Resizer::new(),
            small: Image::new(width, height, kind),
        })
    }

    /// Shows `pixels` for `delay` milliseconds; `false` once the film is long enough.
    fn show(&mut self, pixels: &[u8], delay: u32) -> Result<bool, Stop> {
        let times = self.timing.times(delay);
        if times > 0 {
            let source =
                ImageRef::new(self.from.0, self.from.1, pixels, self.kind).map_err(anyhow::Error::from)?;
            let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Bilinear));
            self.resizer
                .resize(&source, &mut self.small, &options)
                .map_err(anyhow::Error::from)?;
            if self.kind == PixelType::U8x4 {
                self.film.draw(&on_white(self.small.buffer()));
            } else {
                self.film.draw(self.small.buffer());
            }
        }
        for _ in 0..times {
            self.film.expose()?;
        }
        Ok(!self.timing.is_over())
    }

    /// Ends the film; one that would have no frame at all is not one.
    fn hold(mut self) -> Result<(), Stop> {
        if self.timing.is_empty() {
            return Err(Reason::Broken.into());
        }
        self.film.end()
    }
}

fn on_white(rgba: &[u8]) -> Vec<u8> {
    let (pixels, _) = rgba.as_chunks::<4>();
    pixels
        .iter()
        .flat_map(|&[red, green, blue, alpha]| {
            [red, green, blue].map(|colour| {
                let alpha = u32::from(alpha);
                let mixed = u32::from(colour) * alpha + 255 * (255 - alpha);
                u8::try_from((mixed + 127) / 255).unwrap_or(u8::MAX)
            })
        })
        .collect()
}

/// The size of a film of pictures of this size: even, because chroma has half of it.
pub(crate) fn size((width, height): (u32, u32)) -> (u32, u32) {
    let (wide, tall) = (u64::from(width.max(1)), u64::from(height.max(1)));
    let (by_width, by_height) = (u64::from(SLOT), u64::from(MAX_HEIGHT));
    let (wide, tall) = if wide <= by_width && tall <= by_height {
        (wide, tall)
    } else if wide * by_height >= tall * by_width {
        (by_width, tall * by_width / wide)
    } else {
        (wide * by_height / tall, by_height)
    };
    let even = |length: u64| u32::try_from(length & !1).unwrap_or(2).max(2);
    (even(wide), even(tall))
}

#[cfg(test)]
mod tests;
