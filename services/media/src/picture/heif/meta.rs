//! The `meta` box: which items a file holds, what they are, where they lie and how they belong together
//! (ISO/IEC 14496-12, 8.11; ISO/IEC 23008-12, clause 9).

use std::collections::{BTreeMap, BTreeSet};

use super::{
    super::{Reason, limits::PROFILE_BYTES},
    bmff::{Budget, Bytes, Name},
};

/// Most items of one file that are not tiles of a picture.
const MAX_ITEMS: usize = 200;

/// Most tiles: 48 megapixels of a phone are 192, and their brightness map 48 more.
pub(super) const MAX_TILES: usize = 800;

const MAX_ITEMS_AND_TILES: u32 = 1000;

/// Most pieces that one item's bytes may lie in.
const MAX_PIECES: u16 = 64;

/// One item: a picture, a tile, metadata.
#[derive(Debug, Default)]
pub(super) struct Item {
    pub(super) kind: Name,
    pub(super) pieces: Vec<Piece>,
    properties: Vec<usize>,
}

/// Where some of an item's bytes lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// In the `idat` box, not in the file.
    pub(super) in_meta: bool,
    pub(super) offset: u64,
    /// Zero: up to the end.
    pub(super) length: u64,
}

/// What is said of an item.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Property {
    Size {
        width: u32,
        height: u32,
    },
    HevcConfiguration(Vec<u8>),
    Av1Configuration(Vec<u8>),
    Icc(Vec<u8>),
    Cicp(Cicp),
    /// Quarter turns against the clock.
    Rotation(u8),
    /// The parts that change places: top and bottom, or else left and right.
    Mirror {
        top_and_bottom: bool,
    },
    Clap(Clap),
    /// What an auxiliary picture is for.
    Purpose(Vec<u8>),
}

/// Colours by numbers (ITU-T H.273).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cicp {
    pub(super) primaries: u16,
    pub(super) transfer: u16,
    pub(super) matrix: u16,
    pub(super) full_range: bool,
}

/// The clean aperture: fractions of pixels (ISO/IEC 14496-12, 12.1.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clap {
    pub(super) width: (u32, u32),
    pub(super) height: (u32, u32),
    pub(super) right: (i32, u32),
    pub(super) down: (i32, u32),
}

/// All that the box says that matters here.
#[derive(Debug, Default)]
pub(super) struct Meta {
    pub(super) primary: u32,
    pub(super) idat: Vec<u8>,
    items: BTreeMap<u32, Item>,
    references: Vec<(Name, u32, Vec<u32>)>,
    properties: Vec<Option<Property>>,
}

impl Meta {
    pub(super) fn parse(body: &[u8], budget: &mut Budget) -> Result<Self, Reason> {
        let mut meta = Self::default();
        let mut within = Bytes::new(body);
        within.version()?;
        let (mut primary, mut items, mut places, mut properties, mut references) =
            (None, None, None, None, None);
        while let Some((name, body)) = budget.next(&mut within)? {
            let seen = match &name {
                b"hdlr" => {
                    let mut body = body;
                    body.take(8)?;
                    if body.array()? != *b"pict" {
                        return Err(Reason::UnsupportedType);
                    }
                    continue;
                }
                b"pitm" => &mut primary,
                b"iinf" => &mut items,
                b"iloc" => &mut places,
                b"iprp" => &mut properties,
                b"iref" => &mut references,
                b"idat" => {
                    meta.idat = body.rest().to_vec();
                    continue;
                }
                _ => continue,
            };
            seen.get_or_insert(body);
        }
        meta.read_items(items.ok_or(Reason::Broken)?, budget)?;
        meta.read_places(places.ok_or(Reason::Broken)?)?;
        if let Some(references) = references {
            meta.read_references(references, budget)?;
        }
        meta.limit_items()?;
        if let Some(properties) = properties {
            meta.read_properties(properties, budget)?;
        }
        let mut primary = primary.ok_or(Reason::Broken)?;
        let (version, _) = primary.version()?;
        meta.primary = primary.id(version > 0)?;
        Ok(meta)
    }

    pub(super) fn item(&self, id: u32) -> Result<&Item, Reason> {
        self.items.get(&id).ok_or(Reason::Broken)
    }

    /// What is said of an item, in the order in which it applies.
    pub(super) fn properties_of<'a>(&'a self, item: &'a Item) -> impl Iterator<Item = &'a Property> {
        let property = |&index: &usize| self.properties.get(index)?.as_ref();
        item.properties.iter().filter_map(property)
    }

    /// The items that `from` points to.
    pub(super) fn references_of(&self, kind: Name, from: u32) -> &[u32] {
        self.references
            .iter()
            .find(|(found, item, _)| (*found, *item) == (kind, from))
            .map_or(&[], |(_, _, to)| to)
    }

    /// The items that point to `to`.
    pub(super) fn references_to(&self, kind: Name, to: u32) -> impl Iterator<Item = u32> {
        self.references
            .iter()
            .filter(move |(found, _, items)| *found == kind && items.contains(&to))
            .map(|(_, from, _)| *from)
    }

    fn read_items(&mut self, mut body: Bytes<'_>, budget: &mut Budget) -> Result<(), Reason> {
        let (version, _) = body.version()?;
        let count = body.id(version > 0)?;
        limit_entries(count)?;
        while let Some((name, mut entry)) = budget.next(&mut body)? {
            if name != *b"infe" {
                continue;
            }
            let (version, _) = entry.version()?;
            if version < 2 {
                continue; // of a time before pictures
            }
            let id = entry.id(version > 2)?;
            entry.take(2)?;
            let kind = entry.array()?;
            self.items.insert(
                id,
                Item {
                    kind,
                    ..Item::default()
                },
            );
        }
        limit_entries(u32::try_from(self.items.len()).unwrap_or(u32::MAX))
    }

    fn read_places(&mut self, mut body: Bytes<'_>) -> Result<(), Reason> {
        let (version, _) = body.version()?;
        let [sizes, more_sizes] = body.array::<2>()?;
        let (offset_size, length_size) = (sizes >> 4, sizes & 15);
        let base_size = more_sizes >> 4;
        let index_size = if version > 0 { more_sizes & 15 } else { 0 };
        let count = body.id(version > 1)?;
        limit_entries(count)?;
        for _ in 0..count {
            let id = body.id(version > 1)?;
            let method = if version > 0 { body.u16()? & 15 } else { 0 };
            body.take(2)?; // the file it lies in: this one
            let base = body.uint(base_size)?;
            let count = body.u16()?;
            if count > MAX_PIECES {
                return Err(Reason::TooHeavy);
            }
            let mut pieces = Vec::new();
            for _ in 0..count {
                body.uint(index_size)?;
                let offset = body.uint(offset_size)?;
                pieces.push(Piece {
                    in_meta: method == 1,
                    offset: base.checked_add(offset).ok_or(Reason::Broken)?,
                    length: body.uint(length_size)?,
                });
            }
            if let Some(item) = self.items.get_mut(&id)
                && method < 2
            {
                item.pieces = pieces;
            }
        }
        Ok(())
    }

    fn read_references(&mut self, mut body: Bytes<'_>, budget: &mut Budget) -> Result<(), Reason> {
        let (version, _) = body.version()?;
        let long = version > 0;
        while let Some((kind, mut entry)) = budget.next(&mut body)? {
            let from = entry.id(long)?;
            let count = entry.u16()?;
            let to = (0..count).map(|_| entry.id(long)).collect::<Result<_, _>>()?;
            self.references.push((kind, from, to));
        }
        Ok(())
    }

    fn limit_items(&self) -> Result<(), Reason> {
        let tiles: BTreeSet<u32> = self
            .references
            .iter()
            .filter(|(kind, _, to)| kind == b"dimg" && to.len() > 1)
            .flat_map(|(_, _, to)| to.iter().copied())
            .collect();
        let count = |tile: bool| self.items.keys().filter(|id| tiles.contains(*id) == tile).count();
        if count(false) > MAX_ITEMS || count(true) > MAX_TILES {
            return Err(Reason::TooHeavy);
        }
        Ok(())
    }

    fn read_properties(&mut self, mut body: Bytes<'_>, budget: &mut Budget) -> Result<(), Reason> {
        while let Some((name, mut body)) = budget.next(&mut body)? {
            match &name {
                b"ipco" => {
                    while let Some((name, body)) = budget.next(&mut body)? {
                        self.properties.push(property(name, body)?);
                    }
                }
                b"ipma" => self.read_associations(body)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn read_associations(&mut self, mut body: Bytes<'_>) -> Result<(), Reason> {
        let (version, flags) = body.version()?;
        let count = body.u32()?;
        limit_entries(count)?;
        for _ in 0..count {
            let id = body.id(version > 0)?;
            let count = body.u8()?;
            let mut properties = Vec::new();
            for _ in 0..count {
                // The highest bit says that the item cannot be shown without knowing the property.
                let index = if flags & 1 == 1 {
                    body.u16()? & 0x7FFF
                } else {
                    u16::from(body.u8()? & 0x7F)
                };
                if let Some(index) = usize::from(index).checked_sub(1) {
                    properties.push(index);
                }
            }
            if let Some(item) = self.items.get_mut(&id) {
                item.properties = properties;
            }
        }
        Ok(())
    }
}

fn limit_entries(count: u32) -> Result<(), Reason> {
    if count > MAX_ITEMS_AND_TILES {
        return Err(Reason::TooHeavy);
    }
    Ok(())
}

fn property(name: Name, mut body: Bytes<'_>) -> Result<Option<Property>, Reason> {
    Ok(Some(match &name {
        b"ispe" => {
            body.version()?;
            Property::Size {
                width: body.u32()?,
                height: body.u32()?,
            }
        }
        b"hvcC" => Property::HevcConfiguration(body.rest().to_vec()),
        b"av1C" => Property::Av1Configuration(body.rest().to_vec()),
        b"colr" => match &body.array()? {
            b"prof" | b"rICC" if (1..=PROFILE_BYTES).contains(&body.rest().len()) => {
                Property::Icc(body.rest().to_vec())
            }
            b"nclx" => Property::Cicp(Cicp {
                primaries: body.u16()?,
                transfer: body.u16()?,
                matrix: body.u16()?,
                full_range: body.u8()? & 0x80 != 0,
            }),
            _ => return Ok(None),
        },
        b"irot" => Property::Rotation(body.u8()? & 3),
        b"imir" => Property::Mirror {
            top_and_bottom: body.u8()? & 1 == 0,
        },
        b"clap" => Property::Clap(Clap {
            width: (body.u32()?, body.u32()?),
            height: (body.u32()?, body.u32()?),
            right: (body.i32()?, body.u32()?),
            down: (body.i32()?, body.u32()?),
        }),
        b"auxC" => {
            body.version()?;
            Property::Purpose(body.rest().to_vec())
        }
        _ => return Ok(None),
    }))
}
