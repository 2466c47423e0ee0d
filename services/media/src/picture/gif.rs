//! GIF: what its blocks say, and its frames one after the other, on white.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read, Seek},
    num::NonZeroU64,
};

use gif::{ColorOutput, DecodeOptions, Decoder, DecodingError, DisposalMethod, Frame, MemoryLimit};

use super::{
    Limits, Reason, Stop,
    decode::{Channels, Pixels},
};

/// Frames behind this one are not looked at.
pub(super) const MAX_FRAMES: usize = 500;

/// Nor are those behind this many pixels, counted over all frames.
pub(super) const MAX_PIXELS_OF_ALL: u64 = 200_000_000;

/// What a GIF says of itself, without its pixels.
#[derive(Debug, PartialEq)]
pub(super) struct GifHeader {
    pub(super) width: u32,
    pub(super) height: u32,
    /// How long each frame is shown, in milliseconds, for as many as are looked at.
    pub(super) delays: Vec<u32>,
    /// The most memory that decoding takes, in bytes.
    pub(super) decoding_bytes: u64,
}

/// Reads the blocks of `file`, which stands at its beginning, and refuses what is over the limits.
///
/// Whatever follows the first frame may be broken: there is a picture.
pub(super) fn probe(file: &File, limits: &Limits) -> Result<GifHeader, Stop> {
    let mut blocks = BufReader::new(file);
    let mut head = [0; 13];
    blocks.read_exact(&mut head)?;
    let [_, _, _, _, _, _, w0, w1, h0, h1, flags, _, _] = head;
    let screen = (u16::from_le_bytes([w0, w1]), u16::from_le_bytes([h0, h1]));
    skip(&mut blocks, palette_bytes(flags))?;
    let mut walk = Walk::default();
    let ended = walk.read(&mut blocks, limits);
    let Some(first) = walk.first else {
        return Err(ended.err().unwrap_or(Reason::Broken.into()));
    };
    // A screen without pixels is as large as what is shown on it.
    let (width, height) = if screen.0 == 0 || screen.1 == 0 {
        first
    } else {
        screen
    };
    let (width, height) = (u32::from(width), u32::from(height));
    limits.check_dimensions(width, height)?;
    limits.check_dimensions(first.0.into(), first.1.into())?;
    if let Err(Stop::Failed(error)) = ended {
        return Err(Stop::Failed(error));
    }
    let canvas = 3 * u64::from(width) * u64::from(height);
    Ok(GifHeader {
        width,
        height,
        delays: walk.delays,
        decoding_bytes: canvas + u64::from(first.0) * u64::from(first.1),
    })
}

/// The first frame of `file`, which stands at its beginning.
pub(super) fn decode(mut file: &File, limits: &Limits) -> Result<Pixels, Stop> {
    let header = probe(file, limits)?;
    file.rewind()?;
    let mut frames = Frames::new(file, &header, limits)?;
    if !frames.advance()? {
        return Err(Reason::Broken.into());
    }
    Ok(Pixels {
        width: header.width,
        height: header.height,
        channels: Channels::Rgb,
        samples: frames.canvas,
    })
}

#[derive(Default)]
struct Walk {
    first: Option<(u16, u16)>,
    delays: Vec<u32>,
    pixels: u64,
}

impl Walk {
    /// Reads up to the end, or to where no more is looked at.
    fn read(&mut self, blocks: &mut impl BufRead, limits: &Limits) -> Result<(), Stop> {
        let mut delay = 0;
        loop {
            match byte(blocks)? {
                0x2C => {
                    let mut image = [0; 9];
                    blocks.read_exact(&mut image)?;
                    let [_, _, _, _, w0, w1, h0, h1, flags] = image;
                    let size = (u16::from_le_bytes([w0, w1]), u16::from_le_bytes([h0, h1]));
                    let pixels = u64::from(size.0) * u64::from(size.1);
                    self.pixels = self.pixels.saturating_add(pixels);
                    let more = self.delays.len() < MAX_FRAMES && self.pixels <= MAX_PIXELS_OF_ALL;
                    if self.first.is_some() && !(more && pixels <= limits.max_pixels) {
                        return Ok(());
                    }
                    self.first.get_or_insert(size);
                    skip(blocks, palette_bytes(flags) + 1)?;
                    skip_sub_blocks(blocks)?;
                    self.delays.push(10 * u32::from(delay));
                    delay = 0;
                }
                0x21 if byte(blocks)? == 0xF9 => {
                    let mut control = [0; 5];
                    blocks.read_exact(&mut control)?;
                    let [length, _, d0, d1, _] = control;
                    if length != 4 {
                        return Err(Reason::Broken.into());
                    }
                    delay = u16::from_le_bytes([d0, d1]);
                    skip_sub_blocks(blocks)?;
                }
                0x21 => skip_sub_blocks(blocks)?,
                _ => return Ok(()),
            }
        }
    }
}

/// How long the palette is that these flags of a screen or an image announce, in bytes.
fn palette_bytes(flags: u8) -> u64 {
    if flags & 0x80 == 0 {
        0
    } else {
        3 << ((flags & 7) + 1)
    }
}

fn byte(blocks: &mut impl Read) -> io::Result<u8> {
    let mut byte = [0];
    blocks.read_exact(&mut byte)?;
    let [byte] = byte;
    Ok(byte)
}

fn skip_sub_blocks(blocks: &mut impl BufRead) -> Result<(), Stop> {
    loop {
        match byte(blocks)? {
            0 => return Ok(()),
            length => skip(blocks, length.into())?,
        }
    }
}

fn skip(blocks: &mut impl BufRead, bytes: u64) -> Result<(), Stop> {
    if io::copy(&mut blocks.take(bytes), &mut io::sink())? == bytes {
        Ok(())
    } else {
        Err(Reason::Broken.into())
    }
}

/// The frames of a GIF, each laid over the one before.
pub(super) struct Frames<'a> {
    decoder: Decoder<&'a File>,
    limits: &'a Limits,
    width: usize,
    height: usize,
    /// RGB: what is seen now.
    pub(super) canvas: Vec<u8>,
    /// What becomes of the frame that is seen now.
    disposal: Disposal,
}

enum Disposal {
    Keep,
    /// The area turns white again.
    Clear(Area),
    /// What was seen before comes back.
    Restore(Vec<u8>),
}

/// The part of a canvas that a frame covers.
#[derive(Clone, Copy)]
struct Area {
    left: usize,
    top: usize,
    width: usize,
    height: usize,
}

impl<'a> Frames<'a> {
    pub(super) fn new(file: &'a File, header: &GifHeader, limits: &'a Limits) -> Result<Self, Stop> {
        let mut options = DecodeOptions::new();
        options.set_color_output(ColorOutput::Indexed);
        options.allow_unknown_blocks(true);
        if let Some(most) = NonZeroU64::new(limits.max_pixels) {
            options.set_memory_limit(MemoryLimit::Bytes(most));
        }
        let (width, height) = (header.width as usize, header.height as usize);
        let mut canvas = Vec::new();
        canvas
            .try_reserve_exact(width * height * 3)
            .map_err(|_| Reason::TooHeavy)?;
        canvas.resize(width * height * 3, u8::MAX);
        Ok(Self {
            decoder: options.read_info(file).map_err(stop)?,
            limits,
            width,
            height,
            canvas,
            disposal: Disposal::Keep,
        })
    }

    /// Brings the next frame onto the canvas; `false` if there is none.
    pub(super) fn advance(&mut self) -> Result<bool, Stop> {
        match std::mem::replace(&mut self.disposal, Disposal::Keep) {
            Disposal::Keep => {}
            Disposal::Clear(area) => self.clear(area),
            Disposal::Restore(before) => self.canvas = before,
        }
        let Some(promised) = self.decoder.next_frame_info().map_err(stop)? else {
            return Ok(false);
        };
        self.limits
            .check_dimensions(promised.width.into(), promised.height.into())?;
        let mut indices = Vec::new();
        let length = self.decoder.buffer_size();
        indices.try_reserve_exact(length).map_err(|_| Reason::TooHeavy)?;
        indices.resize(length, 0);
        self.decoder.read_into_buffer(&mut indices).map_err(stop)?;
        let palette = self.decoder.palette().map_err(stop)?.to_vec();
        let Some(frame) = self.decoder.current_frame_info() else {
            return Ok(false);
        };
        let (area, disposal, transparent) = (self.area(frame), frame.dispose, frame.transparent);
        let wide = usize::from(frame.width).max(1);
        self.disposal = match disposal {
            DisposalMethod::Any | DisposalMethod::Keep => Disposal::Keep,
            DisposalMethod::Background => Disposal::Clear(area),
            DisposalMethod::Previous => Disposal::Restore(self.canvas.clone()),
        };
        let (palette, _) = palette.as_chunks::<3>();
        for (row, indices) in self.rows(area).zip(indices.chunks(wide)) {
            let (pixels, _) = row.as_chunks_mut::<3>();
            for (pixel, &index) in pixels.iter_mut().zip(indices) {
                if Some(index) != transparent
                    && let Some(colour) = palette.get(usize::from(index))
                {
                    *pixel = *colour;
                }
            }
        }
        Ok(true)
    }

    fn area(&self, frame: &Frame<'_>) -> Area {
        let (left, top) = (
            usize::from(frame.left).min(self.width),
            usize::from(frame.top).min(self.height),
        );
        Area {
            left,
            top,
            width: usize::from(frame.width).min(self.width - left),
            height: usize::from(frame.height).min(self.height - top),
        }
    }

    fn rows(&mut self, area: Area) -> impl Iterator<Item = &mut [u8]> {
        self.canvas
            .chunks_mut(self.width.max(1) * 3)
            .skip(area.top)
            .take(area.height)
            .filter_map(move |row| row.get_mut(area.left * 3..(area.left + area.width) * 3))
    }

    fn clear(&mut self, area: Area) {
        for row in self.rows(area) {
            row.fill(u8::MAX);
        }
    }
}

fn stop(error: DecodingError) -> Stop {
    match error {
        DecodingError::Io(error) => error.into(),
        DecodingError::OutOfMemory | DecodingError::MemoryLimit => Reason::TooHeavy.into(),
        _ => Reason::Broken.into(),
    }
}

#[cfg(test)]
pub(super) mod tests;
