//! PNG, by the `png` crate: to planes some rows at a time, so that a picture is never there as RGBA.

use std::{cell::Cell, fs::File, io::BufReader};

use super::{
    Facts, Reason, Stop,
    decode::{Channels, Picture, Pixels, zeroed},
    planes::Planes,
    rgb_rows::RgbRows,
};

type Reader<'a> = png::Reader<BufReader<&'a File>>;

/// What the `png` crate may allocate besides the pixels: rows and ancillary chunks. Text and profiles are skipped.
const BUFFERS: usize = 8 * 1024 * 1024;

/// Decodes the PNG in `file`, which stands at its beginning and whose header is `facts`.
pub(super) fn decode(file: BufReader<&File>, facts: &Facts) -> Result<Picture, Stop> {
    let mut decoder = png::Decoder::new_with_limits(file, png::Limits { bytes: BUFFERS });
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::STRIP_16);
    let reader = decoder.read_info().map_err(stop)?;
    let info = reader.info();
    let frame = info.frame_control.map(|frame| (frame.width, frame.height));
    let size = (facts.width, facts.height);
    if info.size() != size || frame.is_some_and(|frame| frame != size) {
        return Err(Reason::Broken.into());
    }
    let (colour, png::BitDepth::Eight) = reader.output_color_type() else {
        return Err(Reason::Broken.into());
    };
    let (channels, transparent) = match colour {
        png::ColorType::Grayscale => (Channels::Grey, false),
        png::ColorType::GrayscaleAlpha => (Channels::Grey, true),
        png::ColorType::Rgb => (Channels::Rgb, false),
        png::ColorType::Rgba => (Channels::Rgb, true),
        png::ColorType::Indexed => return Err(Reason::Broken.into()),
    };
    if info.interlaced {
        Ok(whole(reader, facts, channels, transparent)?.into())
    } else {
        Ok(row_by_row(reader, facts, channels, transparent)?.into())
    }
}

fn row_by_row(
    mut reader: Reader<'_>,
    facts: &Facts,
    channels: Channels,
    transparent: bool,
) -> Result<Planes, Stop> {
    let (width, height) = (facts.width as usize, facts.height as usize);
    let mut planes = Planes::blank(width, height, channels == Channels::Rgb)?;
    let length = reader.output_line_size(facts.width).ok_or(Reason::TooHeavy)?;
    let mut transparent_row = vec![0; if transparent { length } else { 0 }];
    // Reads the next row; without the alpha behind its pixels, if it has that.
    let mut read = |opaque: &mut [u8]| -> Result<(), Stop> {
        let row = if transparent {
            &mut transparent_row
        } else {
            &mut *opaque
        };
        if row.len() != length || reader.read_row(row).map_err(stop)?.is_none() {
            return Err(Reason::Broken.into());
        }
        if transparent {
            flatten(&mut transparent_row, channels);
            opaque.copy_from_slice(transparent_row.get(..opaque.len()).ok_or(Reason::Broken)?);
        }
        Ok(())
    };
    if channels == Channels::Grey {
        planes.luma.rows_mut().try_for_each(read)?;
    } else {
        let (mut rows, mut rgb) = (RgbRows::new()?, Vec::new());
        for mut strip in planes.strips_mut() {
            rgb.resize(strip.rgb_length(), 0);
            rgb.chunks_exact_mut(3 * width).try_for_each(&mut read)?;
            strip.set_rgb(&mut rows, &rgb)?;
        }
    }
    // Reads what follows the last row, and with it whether the file ends there as it should.
    match reader.next_row().map_err(stop)? {
        None => Ok(planes),
        Some(_) => Err(Reason::Broken.into()),
    }
}

/// The rows of an interlaced PNG come in no order.
fn whole(
    mut reader: Reader<'_>,
    facts: &Facts,
    channels: Channels,
    transparent: bool,
) -> Result<Pixels, Stop> {
    let mut samples = zeroed(reader.output_buffer_size().ok_or(Reason::TooHeavy)?)?;
    let frame = reader.next_frame(&mut samples).map_err(stop)?;
    if (frame.width, frame.height) != (facts.width, facts.height) {
        return Err(Reason::Broken.into());
    }
    if transparent {
        let count = flatten(&mut samples, channels);
        samples.truncate(count);
    }
    Ok(Pixels {
        width: facts.width,
        height: facts.height,
        channels,
        samples,
    })
}

fn stop(error: png::DecodingError) -> Stop {
    match error {
        png::DecodingError::IoError(error) => error.into(),
        png::DecodingError::LimitsExceeded => Reason::TooHeavy.into(),
        png::DecodingError::Format(_) | png::DecodingError::Parameter(_) => Reason::Broken.into(),
    }
}

/// Lays `opaque` samples, each followed by its alpha, on white: in place, because there may be 256 MB of them.
/// Says how many samples there are now.
pub(super) fn flatten(samples: &mut [u8], opaque: Channels) -> usize {
    let colours = opaque.count();
    let cells = Cell::from_mut(samples).as_slice_of_cells();
    let pixels = cells.chunks_exact(colours + 1);
    let count = pixels.len();
    for (from, to) in pixels.zip(cells.chunks_exact(colours)) {
        let Some((alpha, from)) = from.split_last() else {
            continue;
        };
        let alpha = u32::from(alpha.get());
        for (from, to) in from.iter().zip(to) {
            let mixed = u32::from(from.get()) * alpha + 255 * (255 - alpha);
            to.set(u8::try_from((mixed + 127) / 255).unwrap_or(u8::MAX));
        }
    }
    count * colours
}
