//! A picture as planes: brightness in one, the two differences of colour in two smaller ones.
//!
//! This is how JPEG, WebP and HEVC keep pictures. Working on it makes half as many samples as RGB does, and a JPEG
//! need not be made RGB and back at all.

/// One value a sample, in rows without gaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Plane {
    pub(super) width: usize,
    pub(super) height: usize,
    /// `width × height` of them.
    pub(super) samples: Vec<u8>,
}

impl Plane {
    /// A plane of zeros, with room for the one more row that `TurboJPEG` wants below an odd number of them.
    ///
    /// Memory that is over the limit ends the child, which its parent takes for a picture that is too heavy.
    pub(super) fn zeroed(width: usize, height: usize) -> Self {
        let mut samples = vec![0; width * (height + 1)];
        samples.truncate(width * height);
        Self {
            width,
            height,
            samples,
        }
    }

    /// Every sample through a table.
    pub(super) fn map(&mut self, table: &[u8; 256]) {
        for sample in &mut self.samples {
            if let Some(&mapped) = table.get(usize::from(*sample)) {
                *sample = mapped;
            }
        }
    }

    /// The plane with so many more columns (left, right) and rows (above, below), equal to its outermost ones.
    pub(super) fn repeating_edges(&self, [left, right]: [usize; 2], [above, below]: [usize; 2]) -> Self {
        let (width, height) = (left + self.width + right, above + self.height + below);
        let mut samples = Vec::with_capacity(width * height);
        let mut rows = self.rows();
        let (first, last) = (rows.next(), rows.next_back());
        let upper = std::iter::repeat_n(first, above + 1);
        let lower = std::iter::repeat_n(last.or(first), below + usize::from(last.is_some()));
        for row in upper.flatten().chain(rows).chain(lower.flatten()) {
            let end =
                |edge: Option<&u8>, times| std::iter::repeat_n(edge.copied().unwrap_or_default(), times);
            samples.extend(end(row.first(), left));
            samples.extend_from_slice(row);
            samples.extend(end(row.last(), right));
        }
        Self {
            width,
            height,
            samples,
        }
    }

    pub(super) fn rows(&self) -> std::slice::ChunksExact<'_, u8> {
        self.samples.chunks_exact(self.width)
    }

    pub(super) fn rows_mut(&mut self) -> std::slice::ChunksExactMut<'_, u8> {
        self.samples.chunks_exact_mut(self.width)
    }
}

/// Full-range YCbCr of BT.601, as in JFIF (ITU-T T.871): eight bits, chroma samples in the middle of those they are for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Planes {
    pub(super) width: u32,
    pub(super) height: u32,
    /// As large as the picture.
    pub(super) luma: Plane,
    /// Cb and Cr, 128 being no colour; none if the picture is grey.
    pub(super) chroma: Option<[Plane; 2]>,
    /// How many luma columns and rows share a chroma sample, as powers of two: (1, 1) is 4:2:0. A plane of chroma
    /// covers all of the luma, by its last column and row perhaps only in part.
    pub(super) shift: (u8, u8),
}

/// The chroma of all that is encoded: one sample for two columns and two rows.
pub(super) const HALF: (u8, u8) = (1, 1);

impl Planes {
    /// All black, or all grey of zero, to be filled.
    pub(super) fn blank(width: usize, height: usize, coloured: bool) -> anyhow::Result<Self> {
        let chroma = || Plane::zeroed(width.div_ceil(2), height.div_ceil(2));
        Ok(Self {
            width: u32::try_from(width)?,
            height: u32::try_from(height)?,
            luma: Plane::zeroed(width, height),
            chroma: coloured.then(|| [chroma(), chroma()]),
            shift: HALF,
        })
    }

    /// Whether there are as many samples in each plane as there have to be.
    pub(super) fn is_whole(&self) -> bool {
        let (width, height) = (self.luma.width, self.luma.height);
        let full = |plane: &Plane, width: usize, height: usize| {
            (plane.width, plane.height) == (width, height) && plane.samples.len() == width * height
        };
        let (across, down) = self.shift;
        let chroma_width = width.div_ceil(1 << across);
        let chroma_height = height.div_ceil(1 << down);
        width > 0
            && height > 0
            && (u32::try_from(width), u32::try_from(height)) == (Ok(self.width), Ok(self.height))
            && full(&self.luma, width, height)
            && self
                .chroma
                .iter()
                .flatten()
                .all(|plane| full(plane, chroma_width, chroma_height))
    }

    #[cfg(test)]
    pub(super) fn planes_mut(&mut self) -> impl Iterator<Item = &mut Plane> {
        std::iter::once(&mut self.luma).chain(self.chroma.iter_mut().flatten())
    }
}
