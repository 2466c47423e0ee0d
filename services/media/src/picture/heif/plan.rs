//! Which tiles make a picture, and what part of it is shown which way up.

use std::fs::File;

use image::metadata::Orientation;

use super::{
    super::{Limits, Reason, Stop},
    av1,
    bmff::Bytes,
    frame::Window,
    hevc,
    meta::{Cicp, Clap, Item, MAX_TILES, Meta, Piece, Property},
    read,
};

/// A picture to be decoded.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) columns: u32,
    pub(super) rows: u32,
    pub(super) tile_width: u32,
    pub(super) tile_height: u32,
    pub(super) codec: Codec,
    pub(super) icc: Option<Vec<u8>>,
    pub(super) cicp: Option<Cicp>,
    /// Where the bytes of each tile lie, row by row.
    pub(super) tiles: Vec<Vec<Piece>>,
}

/// How tiles are coded, the same for all of one picture.
#[derive(Debug, PartialEq)]
pub(super) enum Codec {
    Hevc(hevc::Configuration),
    Av1(av1::Configuration),
}

impl Codec {
    fn of<'a>(kind: [u8; 4], mut properties: impl Iterator<Item = &'a Property>) -> Result<Self, Reason> {
        let codec = match &kind {
            b"hvc1" | b"hev1" => properties.find_map(|property| match property {
                Property::HevcConfiguration(body) => Some(hevc::Configuration::parse(body).map(Self::Hevc)),
                _ => None,
            }),
            b"av01" => properties.find_map(|property| match property {
                Property::Av1Configuration(body) => Some(av1::Configuration::parse(body).map(Self::Av1)),
                _ => None,
            }),
            _ => return Err(Reason::UnsupportedType),
        };
        codec.ok_or(Reason::Broken)?
    }

    /// How many bits chroma is narrower and lower, if there is chroma.
    fn shift(&self) -> Option<(u8, u8)> {
        match self {
            Self::Hevc(configuration) => match configuration.sequence.chroma {
                0 => None,
                1 => Some((1, 1)),
                2 => Some((1, 0)),
                _ => Some((0, 0)),
            },
            Self::Av1(configuration) => configuration.shift,
        }
    }

    fn depth(&self) -> u32 {
        match self {
            Self::Hevc(configuration) => configuration.sequence.depth,
            Self::Av1(configuration) => configuration.depth,
        }
    }
}

impl Plan {
    /// Looks at the item `id` and at its tiles.
    pub(super) fn of(meta: &Meta, id: u32, file: &File, limits: &Limits) -> Result<Self, Stop> {
        let item = meta.item(id)?;
        let mut plan = if item.kind == *b"grid" {
            Self::of_grid(meta, id, item, file)?
        } else {
            let (width, height) = size_of(meta, item)?;
            Self {
                width,
                height,
                columns: 1,
                rows: 1,
                tile_width: width,
                tile_height: height,
                codec: Codec::of(item.kind, meta.properties_of(item))?,
                icc: None,
                cicp: None,
                tiles: vec![item.pieces.clone()],
            }
        };
        // Nor could it be read; and what it costs can be counted.
        if plan.longest_tile() > limits.max_bytes {
            return Err(Reason::Broken.into());
        }
        limits.check_dimensions(plan.width, plan.height)?;
        limits.check_dimensions(plan.tile_width, plan.tile_height)?;
        if let Codec::Hevc(configuration) = &plan.codec {
            limits.check_dimensions(configuration.sequence.width, configuration.sequence.height)?;
        }
        let covers = |length: u32, tile: u32, count: u32| {
            let but_one = u64::from(tile) * u64::from(count - 1);
            but_one < u64::from(length) && u64::from(length) <= but_one + u64::from(tile)
        };
        if !covers(plan.width, plan.tile_width, plan.columns)
            || !covers(plan.height, plan.tile_height, plan.rows)
        {
            return Err(Reason::Broken.into());
        }
        // Some programs describe the colours of the tiles, and not those of the whole.
        let tile = meta
            .references_of(*b"dimg", id)
            .first()
            .map(|&tile| meta.item(tile))
            .transpose()?;
        for property in tile
            .into_iter()
            .chain([item])
            .flat_map(|item| meta.properties_of(item))
        {
            match property {
                Property::Icc(profile) => plan.icc = Some(profile.clone()),
                Property::Cicp(cicp) => plan.cicp = Some(*cicp),
                _ => {}
            }
        }
        Ok(plan)
    }

    fn of_grid(meta: &Meta, id: u32, item: &Item, file: &File) -> Result<Self, Stop> {
        let body = read(file, &meta.idat, &item.pieces)?;
        let mut body = Bytes::new(&body);
        let [_, flags, rows, columns] = body.array()?;
        let (rows, columns) = (u32::from(rows) + 1, u32::from(columns) + 1);
        let long = flags & 1 == 1;
        let (width, height) = (body.id(long)?, body.id(long)?);
        let tiles = meta.references_of(*b"dimg", id);
        let first = meta.item(*tiles.first().ok_or(Reason::Broken)?)?;
        if u32::try_from(tiles.len()).ok() != rows.checked_mul(columns) {
            return Err(Reason::Broken.into());
        }
        // Few items can be many tiles, if one is named again and again.
        if tiles.len() > MAX_TILES {
            return Err(Reason::TooHeavy.into());
        }
        let codec = Codec::of(first.kind, meta.properties_of(first))?;
        let (tile_width, tile_height) = size_of(meta, first)?;
        let mut pieces = Vec::new();
        for &tile in tiles {
            let tile = meta.item(tile)?;
            if size_of(meta, tile)? != (tile_width, tile_height)
                || Codec::of(tile.kind, meta.properties_of(tile))? != codec
            {
                return Err(Reason::Broken.into());
            }
            pieces.push(tile.pieces.clone());
        }
        Ok(Self {
            width,
            height,
            columns,
            rows,
            tile_width,
            tile_height,
            codec,
            icc: None,
            cicp: None,
            tiles: pieces,
        })
    }

    /// What the shown part takes, at a byte for a sample.
    pub(super) fn decoded_bytes(&self, window: Window) -> u64 {
        let luma = u64::from(window.width) * u64::from(window.height);
        luma + self.codec.shift().map_or(0, |(across, down)| {
            2 * u64::from(window.width.div_ceil(1 << across)) * u64::from(window.height.div_ceil(1 << down))
        })
    }

    /// What the codec takes for one tile, with the tile's own bytes.
    pub(super) fn codec_bytes(&self) -> u64 {
        let (width, height) = match &self.codec {
            Codec::Hevc(configuration) => (configuration.sequence.width, configuration.sequence.height),
            Codec::Av1(_) => (self.tile_width, self.tile_height),
        };
        let whole = Window {
            left: 0,
            top: 0,
            width,
            height,
        };
        let samples = self.decoded_bytes(whole) * if self.codec.depth() > 8 { 2 } else { 1 };
        // The picture twice, because one of the filters needs it unfiltered, and what it says of every block.
        2 * samples + 2 * u64::from(width) * u64::from(height) + 2 * self.longest_tile() + FIXED_BYTES
    }

    /// The most bytes that a tile says it has.
    fn longest_tile(&self) -> u64 {
        let length = |pieces: &Vec<Piece>| {
            pieces
                .iter()
                .map(|piece| piece.length)
                .fold(0, u64::saturating_add)
        };
        self.tiles.iter().map(length).max().unwrap_or_default()
    }
}

/// What a codec takes for the smallest picture.
const FIXED_BYTES: u64 = 4 * super::super::MIB;

fn size_of(meta: &Meta, item: &Item) -> Result<(u32, u32), Reason> {
    meta.properties_of(item)
        .find_map(|property| match property {
            Property::Size { width, height } => Some((*width, *height)),
            _ => None,
        })
        .ok_or(Reason::Broken)
}

/// How the primary picture is shown.
pub(super) struct Shown {
    pub(super) window: Window,
    pub(super) orientation: Orientation,
}

pub(super) fn shown(meta: &Meta, plan: &Plan) -> Result<Shown, Reason> {
    let mut shown = Shown {
        window: Window {
            left: 0,
            top: 0,
            width: plan.width,
            height: plan.height,
        },
        orientation: Orientation::NoTransforms,
    };
    let mut turn = Turn::default();
    for property in meta.properties_of(meta.item(meta.primary)?) {
        match property {
            Property::Rotation(quarters) => turn = turn.rotated(4 - quarters),
            Property::Mirror { top_and_bottom } => turn = turn.mirrored(*top_and_bottom),
            // It comes first (ISO/IEC 23000-22, 7.3.6.7).
            Property::Clap(clap) if turn == Turn::default() => shown.window = window(clap, plan)?,
            Property::Clap(_) => return Err(Reason::Broken),
            _ => {}
        }
    }
    shown.orientation = turn.orientation();
    Ok(shown)
}

/// The item that tells how transparent the primary picture is.
pub(super) fn alpha_of(meta: &Meta) -> Option<u32> {
    const PURPOSES: [&[u8]; 2] = [
        b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha",
        b"urn:mpeg:hevc:2015:auxid:1",
    ];
    meta.references_to(*b"auxl", meta.primary).find(|&id| {
        meta.item(id).is_ok_and(|item| {
            meta.properties_of(item).any(|property| match property {
                Property::Purpose(purpose) => PURPOSES.iter().any(|known| purpose.starts_with(known)),
                _ => false,
            })
        })
    })
}

fn window(clap: &Clap, plan: &Plan) -> Result<Window, Reason> {
    let (left, width) = crop(plan.width, clap.width, clap.right)?;
    let (top, height) = crop(plan.height, clap.height, clap.down)?;
    Ok(Window {
        left,
        top,
        width,
        height,
    })
}

/// The first pixel and the length of what is left of `length`; the offset is that of its centre.
///
/// The first pixel is an even one, so that chroma stays in its place.
fn crop(length: u32, left: (u32, u32), offset: (i32, u32)) -> Result<(u32, u32), Reason> {
    let whole = left.0.checked_div(left.1).ok_or(Reason::Broken)?;
    let (numerator, denominator) = (i64::from(offset.0), i64::from(offset.1));
    let twice_offset = (2 * numerator).checked_div(denominator).ok_or(Reason::Broken)?;
    let first = (i64::from(length) - i64::from(whole) + twice_offset).div_euclid(2) & !1;
    let first = u32::try_from(first).map_err(|_| Reason::Broken)?;
    if whole == 0 || u64::from(first) + u64::from(whole) > u64::from(length) {
        return Err(Reason::Broken);
    }
    Ok((first, whole))
}

/// Quarter turns with the clock, and then perhaps left for right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Turn {
    quarters: u8,
    mirrored: bool,
}

impl Turn {
    fn rotated(self, quarters: u8) -> Self {
        // Turning what is mirrored is turning the other way and mirroring then.
        let more = if self.mirrored { 4 - quarters % 4 } else { quarters };
        Self {
            quarters: (self.quarters + more) % 4,
            ..self
        }
    }

    fn mirrored(self, top_and_bottom: bool) -> Self {
        let turned = if top_and_bottom { self.rotated(2) } else { self };
        Self {
            mirrored: !turned.mirrored,
            ..turned
        }
    }

    fn orientation(self) -> Orientation {
        match (self.quarters, self.mirrored) {
            (0, false) => Orientation::NoTransforms,
            (1, false) => Orientation::Rotate90,
            (2, false) => Orientation::Rotate180,
            (_, false) => Orientation::Rotate270,
            (0, true) => Orientation::FlipHorizontal,
            (1, true) => Orientation::Rotate90FlipH,
            (2, true) => Orientation::FlipVertical,
            (_, true) => Orientation::Rotate270FlipH,
        }
    }
}
