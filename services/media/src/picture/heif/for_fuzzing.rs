//! See `picture::for_fuzzing`.

use std::fs::File;

use super::{
    super::{Limits, Reason, for_fuzzing::refused},
    av1,
    bmff::Budget,
    hevc,
    meta::Meta,
};

/// What the header of a HEIC or AVIF file tells.
#[derive(Debug, PartialEq, Eq)]
pub struct Heif {
    /// Of the shown part, in pixels.
    pub size: (u32, u32),
    /// Where that begins in the whole, and the size of the whole.
    pub within: [u32; 4],
    /// Columns and rows of tiles, and the size of each.
    pub grid: [u32; 4],
    /// Tiles whose places are known.
    pub tiles: usize,
    /// Bytes that decoding takes, and that it hands out.
    pub bytes: (u64, u64),
    /// Bytes of the colour profile.
    pub icc_bytes: usize,
}

/// The header of a HEIC or AVIF file.
pub fn heif(file: &File, limits: &Limits) -> Result<Heif, Reason> {
    let header = refused(super::probe(file, limits))?;
    let (window, plan) = (header.window, &header.picture);
    Ok(Heif {
        size: (header.width, header.height),
        within: [window.left, window.top, plan.width, plan.height],
        grid: [plan.columns, plan.rows, plan.tile_width, plan.tile_height],
        tiles: plan.tiles.len(),
        bytes: (header.decoding_bytes, header.decoded_bytes),
        icc_bytes: header.icc.as_ref().map_or(0, Vec::len),
    })
}

/// The body of a `meta` box: the primary item, and whether it is there.
pub fn meta(body: &[u8]) -> Result<(u32, bool), Reason> {
    let meta = Meta::parse(body, &mut Budget::new())?;
    Ok((meta.primary, meta.item(meta.primary).is_ok()))
}

/// The body of an `hvcC` box: what it promises of width, height, chroma and depth.
pub fn hevc_configuration(body: &[u8]) -> Result<[u32; 4], Reason> {
    let sequence = hevc::Configuration::parse(body)?.sequence;
    Ok([sequence.width, sequence.height, sequence.chroma, sequence.depth])
}

/// The body of an `av1C` box: depth, and by how many bits chroma is smaller.
pub fn av1_configuration(body: &[u8]) -> Result<(u32, Option<(u8, u8)>), Reason> {
    let configuration = av1::Configuration::parse(body)?;
    Ok((configuration.depth, configuration.shift))
}
