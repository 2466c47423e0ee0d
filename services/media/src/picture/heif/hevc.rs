//! Decodes the pictures of a HEIC file with libde265, in this thread alone.

use libde265_rs::{
    Channel, ChromaFormat, DeError, DecodeResult, DecoderInput, DecoderOutput, Image, new_decoder,
};

use super::{
    super::{Reason, Stop},
    bmff::Bytes,
    frame::{Frame, View},
    hevc_sequence::{Sequence, sequence},
    meta::Cicp,
};

/// The types of the units that describe a bitstream (ITU-T H.265, table 7-1); those below hold pictures.
const PARAMETER_SETS: std::ops::RangeInclusive<u8> = 32..=34;
const SEQUENCE_PARAMETER_SET: u8 = 33;

/// An `hvcC` box (ISO/IEC 14496-15, 8.3.2.1).
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Configuration {
    /// How many bytes tell the length of a unit.
    length_size: u8,
    parameter_sets: Vec<Vec<u8>>,
    /// The largest of what it promises.
    pub(super) sequence: Sequence,
}

impl Configuration {
    pub(super) fn parse(body: &[u8]) -> Result<Self, Reason> {
        let mut body = Bytes::new(body);
        body.take(21)?;
        let length_size = (body.u8()? & 3) + 1;
        let mut parameter_sets = Vec::new();
        let mut promised = None;
        for _ in 0..body.u8()? {
            body.u8()?;
            for _ in 0..body.u16()? {
                let length = body.u16()?;
                let unit = body.take(usize::from(length))?;
                let kind = unit_type(unit);
                if !PARAMETER_SETS.contains(&kind) {
                    continue;
                }
                if kind == SEQUENCE_PARAMETER_SET {
                    let one = sequence(unit)?;
                    let area = |one: &Sequence| u64::from(one.width) * u64::from(one.height);
                    promised = promised.into_iter().chain([one]).max_by_key(area);
                }
                parameter_sets.push(unit.to_vec());
            }
        }
        Ok(Self {
            length_size,
            parameter_sets,
            sequence: promised.ok_or(Reason::Broken)?,
        })
    }
}

fn unit_type(unit: &[u8]) -> u8 {
    unit.first().map_or(u8::MAX, |byte| byte >> 1 & 0x3F)
}

/// A decoder for all tiles of one picture.
pub(super) struct Hevc<'a> {
    configuration: &'a Configuration,
    input: DecoderInput,
    output: DecoderOutput,
}

impl<'a> Hevc<'a> {
    pub(super) fn new(configuration: &'a Configuration) -> Result<Self, Stop> {
        let (input, output) = new_decoder().map_err(stop)?;
        Ok(Self {
            configuration,
            input,
            output,
        })
    }

    /// Decodes the one picture that an item's bytes hold, and shows it to `taker`.
    ///
    /// What an item says of its size is in its configuration, and was judged there: it may not say it again.
    pub(super) fn decode(
        &mut self,
        item: &[u8],
        taker: impl FnOnce(&Frame<'_>) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        self.input.reset();
        for unit in &self.configuration.parameter_sets {
            self.input.push_nal(unit, 0, 0).map_err(stop)?;
        }
        let mut item = Bytes::new(item);
        while !item.rest().is_empty() {
            let length = match self.configuration.length_size {
                3 => return Err(Reason::Broken.into()),
                size => item.uint(size)?,
            };
            let unit = item.take(usize::try_from(length).map_err(|_| Reason::Broken)?)?;
            if unit_type(unit) < *PARAMETER_SETS.start() {
                self.input.push_nal(unit, 0, 0).map_err(stop)?;
            }
        }
        self.input.flush_data().map_err(stop)?;
        loop {
            let more = match self.input.decode() {
                Ok(DecodeResult::CallAgain) => true,
                Ok(DecodeResult::Done) | Err(DeError::ErrorWaitingForInputData) => false,
                Err(error) => return Err(stop(error)),
            };
            if let Some(image) = self.output.next_picture() {
                return taker(&frame(&image)?);
            }
            if !more {
                return Err(Reason::Broken.into());
            }
        }
    }
}

fn frame<'a>(image: &'a Image<'_>) -> Result<Frame<'a>, Reason> {
    let (channels, shift): (&[Channel], _) = match image.chroma_format() {
        ChromaFormat::Mono => (&[Channel::Y], (0, 0)),
        ChromaFormat::C420 => (&[Channel::Y, Channel::Cb, Channel::Cr], (1, 1)),
        ChromaFormat::C422 => (&[Channel::Y, Channel::Cb, Channel::Cr], (1, 0)),
        ChromaFormat::C444 => (&[Channel::Y, Channel::Cb, Channel::Cr], (0, 0)),
    };
    let depth = image.bits_per_pixel(Channel::Y);
    let same = |channel: &Channel| image.bits_per_pixel(*channel) == depth;
    if !channels.iter().all(same) || !(8..=16).contains(&depth) {
        return Err(Reason::Broken);
    }
    let view = |&channel: &Channel| {
        let (samples, stride) = image.plane(channel);
        View {
            samples,
            stride,
            width: image.width(channel),
            height: image.height(channel),
        }
    };
    Ok(Frame {
        planes: channels.iter().map(view).collect(),
        shift,
        depth,
        colours: Cicp {
            primaries: image.colour_primaries().into(),
            transfer: image.transfer_characteristics().into(),
            matrix: image.matrix_coefficients().into(),
            full_range: image.full_range(),
        },
    })
}

fn stop(error: DeError) -> Stop {
    match error {
        DeError::ErrorOutOfMemory => Reason::TooHeavy.into(),
        _ => Reason::Broken.into(),
    }
}
