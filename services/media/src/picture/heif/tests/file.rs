//! Files of boxes for the tests, around pictures that other programs coded.

#![expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "a name is written as a string of bytes"
)]

use super::super::bmff::Name;

/// The four quarters, 64 × 48, as x265 writes them: full range, BT.601, 4:2:0, eight bits.
const HEVC: &[u8] = b"\
    \x00\x00\x00\x01\x40\x01\x0c\x01\xff\xff\x01\x60\x00\x00\x03\x00\x90\x00\x00\x03\x00\x00\x03\x00\x1e\x99\x8a\x02\
    \x40\x00\x00\x00\x01\x42\x01\x01\x01\x60\x00\x00\x03\x00\x90\x00\x00\x03\x00\x00\x03\x00\x1e\xa0\x20\x83\x16\x59\
    \x98\xab\x91\xb6\xb9\xb8\x10\x10\x30\x20\x00\x00\x03\x00\x20\x00\x00\x03\x03\x21\x00\x00\x00\x01\x44\x01\xc1\x73\
    \xd8\x89\x00\x00\x01\x28\x01\xaf\x09\xe0\x23\x42\xbf\xff\x45\x51\xff\xc2\x8e\x87\xb7\xa1\xbc\x86\xac\x71\xe9\x90\
    \x3b\x8e\x06\x8f\x6f\xf8\xf9\x10\x76\x8b\x1e\xa9\x1f\x99\x53\xe1\x35\x28\x9a\x46\xa8\xff\xc3\xcf\xff\xae\x68\xff\
    \xa3\xee\x6c\xe4\x78\x77\x45\xb3\x84\xaa\x0f\xe7\x5b\x8f\x3f\x5d\xf7\x3c\x24\xfe\xc0\x0f\x98\xf1\x3c\x8a\xa1\xa2\
    \x2b\x46\x06\x9c\xbe\xaf\xdf\xee\xfd\x73\x6b\x82\xae";

/// The same of ten bits, limited range, BT.709.
const HEVC_OF_TELEVISION: &[u8] = b"\
    \x00\x00\x00\x01\x40\x01\x0c\x01\xff\xff\x02\x20\x00\x00\x03\x00\x90\x00\x00\x03\x00\x00\x03\x00\x1e\x99\x8a\x02\
    \x40\x00\x00\x00\x01\x42\x01\x01\x02\x20\x00\x00\x03\x00\x90\x00\x00\x03\x00\x00\x03\x00\x1e\xa0\x20\x83\x13\x65\
    \x99\x8a\xb9\x1b\x6b\x9a\x81\x01\x00\x82\x00\x00\x03\x00\x02\x00\x00\x03\x00\x32\x10\x00\x00\x00\x01\x44\x01\xc1\
    \x73\xd8\x89\x00\x00\x01\x28\x01\xaf\x09\xe0\x23\x42\xbf\xff\x6c\x57\xff\x94\x26\x87\xaf\x2f\xbc\x6a\x53\x94\x4e\
    \xd5\x8f\xd6\xc3\x72\x9f\xeb\x2d\xc4\x66\xa4\xca\x02\x49\xd0\x3b\x37\xef\xd2\x4a\x8e\x61\xec\xd2\x63\xfb\xb7\x5b\
    \xfe\x94\x5e\x5b\xdd\x30\x81\xb9\xe7\x6d\x32\x83\x1b\x53\x6a\x5e\x78\xdd\x73\x92\x8f\xbe\x23\x2a\x30\x1b\xe3\x1e\
    \xf0\x2e\x29\x94\xaf";

/// The same as libaom writes them: full range, BT.601, 4:2:0, eight bits.
const AV1: &[u8] = b"\
    \x0a\x09\x18\x15\x7f\xbf\xb2\x04\x04\x0d\x08\x32\x38\x44\xc0\x00\x00\x10\x00\x00\x10\xe5\x34\x17\x67\x6d\x37\x37\
    \x15\xdb\xef\x94\x39\xb5\x51\x4e\x92\x81\x66\x55\x05\x10\xe3\x40\xd0\x3e\x27\x89\x9d\x1b\xe7\x7b\xfc\xd3\x83\x77\
    \x9e\x2b\x2b\x05\x3b\x9b\x8d\xf5\x55\xfb\x8f\x73\x72";

/// A coded picture of 64 × 48 pixels: its item type, its configuration, its bytes.
#[derive(Clone)]
pub(super) struct Coded {
    kind: Name,
    configuration: (Name, Vec<u8>),
    bytes: Vec<u8>,
}

impl Coded {
    pub(super) fn hevc() -> Self {
        Self::of_units(HEVC)
    }

    pub(super) fn hevc_of_television() -> Self {
        Self::of_units(HEVC_OF_TELEVISION)
    }

    pub(super) fn av1() -> Self {
        Self {
            kind: *b"av01",
            configuration: (*b"av1C", vec![0x81, 0, 0x0C, 0]),
            bytes: AV1.to_vec(),
        }
    }

    fn of_units(stream: &[u8]) -> Self {
        let (mut configuration, mut bytes) = (vec![1; 21], Vec::new());
        let starts: Vec<usize> = (0..stream.len())
            .filter(|&at| stream[at..].starts_with(&[0, 0, 1]))
            .collect();
        let mut sets = Vec::new();
        for (number, &start) in starts.iter().enumerate() {
            let end = starts.get(number + 1).copied().unwrap_or(stream.len());
            let mut unit = &stream[start + 3..end];
            while let [shorter @ .., 0] = unit {
                unit = shorter;
            }
            if (32..=34).contains(&(unit[0] >> 1)) {
                sets.push(unit);
            } else {
                bytes.extend(u32::try_from(unit.len()).unwrap().to_be_bytes());
                bytes.extend(unit);
            }
        }
        configuration.extend([3, u8::try_from(sets.len()).unwrap()]);
        for unit in sets {
            configuration.extend([unit[0] >> 1, 0, 1]);
            configuration.extend(u16::try_from(unit.len()).unwrap().to_be_bytes());
            configuration.extend(unit);
        }
        Self {
            kind: *b"hvc1",
            configuration: (*b"hvcC", configuration),
            bytes,
        }
    }
}

/// A file in the making. Every picture of it is made of the same coded one.
pub(super) struct Heif {
    pub(super) coded: Coded,
    /// Columns and rows of tiles, and the size of the whole.
    pub(super) grid: Option<(u8, u8, u32, u32)>,
    /// What the size of one coded picture is said to be.
    pub(super) size: (u32, u32),
    /// More properties of the primary picture, in their order.
    pub(super) properties: Vec<(Name, Vec<u8>)>,
    /// A second picture that tells how transparent the first is.
    pub(super) alpha: bool,
    /// Items that are nothing.
    pub(super) idle_items: u16,
    /// What the file says that it holds.
    pub(super) handler: Name,
}

const ALPHA: u16 = 900;
const IDLE: u16 = 1000;

impl Heif {
    pub(super) fn of(coded: Coded) -> Self {
        Self {
            coded,
            grid: None,
            size: (64, 48),
            properties: Vec::new(),
            alpha: false,
            idle_items: 0,
            handler: *b"pict",
        }
    }

    pub(super) fn with(mut self, name: &Name, body: &[u8]) -> Self {
        self.properties.push((*name, body.to_vec()));
        self
    }

    pub(super) fn encode(&self) -> Vec<u8> {
        let ftyp = boxed(b"ftyp", b"heic\0\0\0\0mif1heic");
        let length = ftyp.len() + self.meta(0).len() + 8;
        [ftyp, self.meta(length), boxed(b"mdat", &self.coded.bytes)].concat()
    }

    /// All items but the grid lie where the one coded picture does, at `offset`.
    fn meta(&self, offset: usize) -> Vec<u8> {
        let tiles: Vec<u16> = match self.grid {
            Some((columns, rows, ..)) => (2..2 + u16::from(columns) * u16::from(rows)).collect(),
            None => vec![1],
        };
        let mut items: Vec<(u16, Name)> = tiles.iter().map(|&tile| (tile, self.coded.kind)).collect();
        items.extend(self.grid.map(|_| (1, *b"grid")));
        items.extend(self.alpha.then_some((ALPHA, self.coded.kind)));
        items.extend((0..self.idle_items).map(|number| (IDLE + number, *b"mime")));
        let mut idat = Vec::new();
        if let Some((columns, rows, width, height)) = self.grid {
            idat.extend([0, 1, rows - 1, columns - 1]);
            idat.extend(width.to_be_bytes());
            idat.extend(height.to_be_bytes());
        }

        let mut infos = count(items.len());
        let mut places = [vec![0x44, 0], count(items.len())].concat();
        for &(id, kind) in &items {
            let entry = [&id.to_be_bytes()[..], &[0, 0], &kind, &[0]].concat();
            infos.extend(full(b"infe", 2, &entry));
            let in_meta = kind == *b"grid";
            let (at, length) = if in_meta {
                (0, idat.len())
            } else {
                (offset, self.coded.bytes.len())
            };
            places.extend(id.to_be_bytes());
            places.extend([0, u8::from(in_meta), 0, 0, 0, 1]);
            places.extend(u32::try_from(at).unwrap().to_be_bytes());
            places.extend(u32::try_from(length).unwrap().to_be_bytes());
        }
        let mut references = Vec::new();
        if self.grid.is_some() {
            references.extend(reference(b"dimg", 1, &tiles));
        }
        if self.alpha {
            references.extend(reference(b"auxl", ALPHA, &[1]));
        }
        let body = [
            full(b"hdlr", 0, &[&[0; 4][..], &self.handler, &[0; 13]].concat()),
            full(b"pitm", 0, &[0, 1]),
            full(b"iinf", 0, &infos),
            full(b"iloc", 1, &places),
            boxed(b"iprp", &self.iprp(&tiles)),
            full(b"iref", 0, &references),
            boxed(b"idat", &idat),
        ]
        .concat();
        full(b"meta", 0, &body)
    }

    fn iprp(&self, tiles: &[u16]) -> Vec<u8> {
        let ispe = |(width, height): (u32, u32)| {
            full(b"ispe", 0, &[width.to_be_bytes(), height.to_be_bytes()].concat())
        };
        let whole = self
            .grid
            .map_or(self.size, |(_, _, width, height)| (width, height));
        let purpose = full(b"auxC", 0, b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha\0");
        let configuration = boxed(&self.coded.configuration.0, &self.coded.configuration.1);
        let mut ipco = [ispe(whole), ispe(self.size), configuration, purpose].concat();
        for (name, body) in &self.properties {
            ipco.extend(boxed(name, body));
        }
        let shown = (0..self.properties.len()).map(|number| 5 + u8::try_from(number).unwrap());
        let mut associations: Vec<(u16, Vec<u8>)> = tiles.iter().map(|&tile| (tile, vec![2, 3])).collect();
        if self.grid.is_some() {
            associations.push((1, [1].into_iter().chain(shown).collect()));
        } else {
            associations[0].1.extend(shown);
        }
        associations.push((ALPHA, vec![2, 3, 4]));
        let mut ipma = u32::try_from(associations.len()).unwrap().to_be_bytes().to_vec();
        for (item, properties) in associations {
            ipma.extend(item.to_be_bytes());
            ipma.push(u8::try_from(properties.len()).unwrap());
            ipma.extend(properties);
        }
        [boxed(b"ipco", &ipco), full(b"ipma", 0, &ipma)].concat()
    }
}

pub(super) fn boxed(name: &Name, body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len() + 8).unwrap().to_be_bytes();
    [&length[..], name, body].concat()
}

fn full(name: &Name, version: u8, body: &[u8]) -> Vec<u8> {
    boxed(name, &[&[version, 0, 0, 0], body].concat())
}

fn count(length: usize) -> Vec<u8> {
    u16::try_from(length).unwrap().to_be_bytes().to_vec()
}

fn reference(kind: &Name, from: u16, to: &[u16]) -> Vec<u8> {
    let to: Vec<u8> = to.iter().flat_map(|id| id.to_be_bytes()).collect();
    boxed(
        kind,
        &[&from.to_be_bytes()[..], &count(to.len() / 2), &to].concat(),
    )
}
