//! Decodes the pictures of an AVIF file with rav1d, in this thread alone.

use re_rav1d::dav1d::{
    Decoder, Error, Picture, PixelLayout, PlanarImageComponent, Plane, Settings, pixel::YUVRange,
};

use super::{
    super::{Reason, Stop},
    bmff::Bytes,
    frame::{Frame, View},
    meta::Cicp,
};

/// An `av1C` box (AV1 Codec ISO Media File Format Binding, 2.3).
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Configuration {
    /// 8, or more.
    pub(super) depth: u32,
    /// By how many bits chroma is narrower and lower; nothing if there is none.
    pub(super) shift: Option<(u8, u8)>,
    /// The sequence header, if it is not with the picture.
    header: Vec<u8>,
}

impl Configuration {
    pub(super) fn parse(body: &[u8]) -> Result<Self, Reason> {
        let mut body = Bytes::new(body);
        let [_, _, flags, _] = body.array()?;
        let flag = |bit: u8| flags >> bit & 1;
        Ok(Self {
            depth: 8 + 2 * u32::from(flag(6)) + 2 * u32::from(flag(5)),
            shift: (flag(4) == 0).then_some((flag(3), flag(2))),
            header: body.rest().to_vec(),
        })
    }
}

/// A decoder for all tiles of one picture.
pub(super) struct Av1<'a> {
    configuration: &'a Configuration,
    settings: Settings,
}

impl<'a> Av1<'a> {
    /// For pictures of at most `width` × `height` pixels.
    pub(super) fn new(configuration: &'a Configuration, width: u32, height: u32) -> Self {
        let mut settings = Settings::new();
        settings.set_n_threads(1);
        settings.set_max_frame_delay(1);
        settings.set_all_layers(false);
        settings.set_frame_size_limit(width.saturating_mul(height));
        Self {
            configuration,
            settings,
        }
    }

    /// Decodes the one picture that an item's bytes hold, and shows it to `taker`.
    pub(super) fn decode(
        &mut self,
        item: Vec<u8>,
        taker: impl FnOnce(&Frame<'_>) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        let mut decoder = Decoder::with_settings(&self.settings).map_err(stop)?;
        let mut bytes = self.configuration.header.clone();
        bytes.extend(item);
        let mut sent = decoder.send_data(bytes, None, None, None);
        let picture = loop {
            match decoder.get_picture() {
                Ok(picture) => break picture,
                Err(Error::Again) if sent == Err(Error::Again) => sent = decoder.send_pending_data(),
                Err(error) => return Err(stop(error)),
            }
        };
        show(&picture, taker)
    }
}

fn show(picture: &Picture, taker: impl FnOnce(&Frame<'_>) -> Result<(), Stop>) -> Result<(), Stop> {
    use PlanarImageComponent::{U, V, Y};
    let (components, shift): (&[PlanarImageComponent], _) = match picture.pixel_layout() {
        PixelLayout::I400 => (&[Y], (0, 0)),
        PixelLayout::I420 => (&[Y, U, V], (1, 1)),
        PixelLayout::I422 => (&[Y, U, V], (1, 0)),
        PixelLayout::I444 => (&[Y, U, V], (0, 0)),
    };
    let planes: Vec<(PlanarImageComponent, Plane)> = components
        .iter()
        .map(|&component| (component, picture.plane(component)))
        .collect();
    let mut views = Vec::new();
    for (component, plane) in &planes {
        let (across, down) = if *component == Y { (0, 0) } else { shift };
        views.push(View {
            samples: plane,
            stride: picture.stride(*component) as usize,
            width: (picture.width() + u32::from(across)) >> across,
            height: (picture.height() + u32::from(down)) >> down,
        });
    }
    taker(&Frame {
        planes: views,
        shift,
        depth: u32::try_from(picture.bit_depth()).map_err(|_| Reason::Broken)?,
        colours: Cicp {
            primaries: 2,
            transfer: 2,
            matrix: picture.matrix_coefficients() as u16, // by its number in ITU-T H.273
            full_range: picture.color_range() == YUVRange::Full,
        },
    })
}

fn stop(error: Error) -> Stop {
    match error {
        Error::NotEnoughMemory => Reason::TooHeavy.into(),
        _ => Reason::Broken.into(),
    }
}
