//! Keys: the signs of a picture's longest waves.
//!
//! A discrete cosine transform says how strong each wave of brightness is in a part of the picture. Compression,
//! scaling and brightness do not turn the sign of a wave that is strong; of 23 waves, the few weakest may turn, so who
//! asks tries those both ways. What was cropped away is found by parts: the keys of a picture are kept for the whole and for
//! what is left without its outermost twelfth; who asks does so for every part that may be the other's whole or inner.

use std::{f32::consts::PI, sync::LazyLock};

use super::sketch::{CELLS, SIDE, Sketch};

/// Waves along an axis that are looked at: none, half a period, a whole one, and so on.
pub(super) const ORDERS: usize = 7;

/// The waves whose signs make a key, as orders (across, down): those of up to five halves, and three of six.
pub(super) const SIGNS: [(usize, usize); 23] = [
    (1, 0),
    (0, 1),
    (2, 0),
    (1, 1),
    (0, 2),
    (3, 0),
    (2, 1),
    (1, 2),
    (0, 3),
    (4, 0),
    (3, 1),
    (2, 2),
    (1, 3),
    (0, 4),
    (5, 0),
    (4, 1),
    (3, 2),
    (2, 3),
    (1, 4),
    (0, 5),
    (4, 2),
    (2, 4),
    (3, 3),
];

/// From where to where along an axis, of a side of 1.
pub(super) type Span = [f32; 2];

/// The spans that parts are made of.
pub(super) const SPANS: [Span; 7] = [
    [0.0, 1.0],
    [0.04, 0.96],
    [0.08, 0.92],
    [0.04, 1.0],
    [0.08, 1.0],
    [0.0, 0.96],
    [0.0, 0.92],
];

/// A part of a picture, by the spans across and down.
pub(super) type Window = (usize, usize);

/// The parts of a picture that a cropped or a larger one may share: nothing, or 4 or 8 % cut off at all edges, at two
/// that face each other, at one, or at two that meet. As each stands for what is kept of the whole and of the inner part,
/// some have the other axis cut, too. Turned and mirrored, they are the same parts again.
pub(super) const WINDOWS: [Window; 29] = [
    (0, 0),
    (1, 1),
    (2, 2),
    (1, 0),
    (2, 0),
    (0, 1),
    (0, 2),
    (3, 0),
    (4, 0),
    (5, 0),
    (6, 0),
    (0, 3),
    (0, 4),
    (0, 5),
    (0, 6),
    (4, 4),
    (4, 6),
    (6, 4),
    (6, 6),
    (1, 2),
    (2, 1),
    (3, 2),
    (4, 2),
    (5, 2),
    (6, 2),
    (2, 3),
    (2, 4),
    (2, 5),
    (2, 6),
];

/// How strong each wave is: rows are orders down, columns orders across.
pub(super) type Waves = [[f32; ORDERS]; ORDERS];

/// Which part of a kept picture a key is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// All of it.
    Whole,
    /// Without what is less than 8 % from an edge.
    Inner,
}

impl Part {
    pub(super) fn window(self) -> Window {
        match self {
            Self::Whole => (0, 0),
            Self::Inner => (2, 2),
        }
    }
}

/// What a picture is found by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keys {
    /// The key of [`Part::Whole`].
    pub whole: i32,
    /// The key of [`Part::Inner`].
    pub inner: i32,
}

impl Keys {
    /// The keys of a picture, as it lies.
    pub fn of(sketch: &Sketch) -> Self {
        let transform = Transform::of(sketch);
        let key = |part: Part| key(&transform.waves(part.window()));
        Self {
            whole: key(Part::Whole),
            inner: key(Part::Inner),
        }
    }
}

/// One bit a wave: set if it begins dark.
pub(super) fn key(waves: &Waves) -> i32 {
    let signs = SIGNS.iter().map(|&wave| strength(waves, wave) < 0.0);
    signs
        .enumerate()
        .fold(0, |key, (bit, dark)| key | (i32::from(dark) << bit))
}

pub(super) fn strength(waves: &Waves, (across, down): (usize, usize)) -> f32 {
    waves
        .get(down)
        .and_then(|row| row.get(across))
        .copied()
        .unwrap_or_default()
}

/// What a wave weighs in each cell of a row.
type Weights = [[f32; SIDE]; ORDERS];

/// For each of [`SPANS`].
static WEIGHTS: LazyLock<[Weights; SPANS.len()]> = LazyLock::new(|| SPANS.map(weights));

/// The mean of each wave over what of each cell lies in the span.
fn weights([start, end]: Span) -> Weights {
    let length = end - start;
    std::array::from_fn(|order| {
        std::array::from_fn(|cell| {
            let from = (cell as f32 / SIDE as f32).max(start);
            let to = ((cell + 1) as f32 / SIDE as f32).min(end);
            if to <= from {
                return 0.0;
            }
            if order == 0 {
                return (to - from) / length;
            }
            let turn = PI * order as f32 / length;
            ((turn * (to - start)).sin() - (turn * (from - start)).sin()) / (turn * length)
        })
    })
}

/// A picture of which the waves are known along its rows, for each span.
pub(super) struct Transform(Vec<[[f32; ORDERS]; SIDE]>);

impl Transform {
    pub(super) fn of(sketch: &Sketch) -> Self {
        let cells = sketch.cells();
        let (rows, _): (&[[f32; SIDE]], _) = cells.as_chunks();
        debug_assert_eq!(rows.len() * SIDE, CELLS);
        let along = |weights: &Weights| {
            let mut rows = rows.iter();
            std::array::from_fn(|_| {
                rows.next()
                    .map(|row| weights.map(|wave| dot(row, &wave)))
                    .unwrap_or_default()
            })
        };
        Self(WEIGHTS.iter().map(along).collect())
    }

    pub(super) fn waves(&self, (across, down): Window) -> Waves {
        let mut waves = Waves::default();
        let (Some(rows), Some(weights)) = (self.0.get(across), WEIGHTS.get(down)) else {
            return waves;
        };
        for (sums, weights) in waves.iter_mut().zip(weights) {
            for (row, weight) in rows.iter().zip(weights) {
                for (sum, wave) in sums.iter_mut().zip(row) {
                    *sum += wave * weight;
                }
            }
        }
        waves
    }
}

fn dot(one: &[f32; SIDE], other: &[f32; SIDE]) -> f32 {
    one.iter().zip(other).map(|(a, b)| a * b).sum()
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            samples::{Scene, byte},
            sketch::FRAME_SIDE,
        },
        *,
    };

    /// A picture that is one wave over a part of it.
    fn wave(across: f32, down: f32, [start, end]: Span) -> Sketch {
        let at = |i: usize| ((i as f32 + 0.5) / FRAME_SIDE as f32 - start) / (end - start);
        let level =
            |i: usize| (PI * across * at(i % FRAME_SIDE)).cos() * (PI * down * at(i / FRAME_SIDE)).cos();
        let frame: Vec<u8> = (0..FRAME_SIDE * FRAME_SIDE)
            .map(|i| byte(128.0 - 90.0 * level(i)))
            .collect();
        Sketch::of(&frame).unwrap()
    }

    #[test]
    fn a_wave_is_the_strongest_in_its_part() {
        for (index, span) in SPANS.into_iter().enumerate() {
            for (across, down) in SIGNS {
                let transform = Transform::of(&wave(across as f32, down as f32, span));
                let waves = transform.waves((index, index));
                let strongest = SIGNS
                    .into_iter()
                    .max_by(|a, b| strength(&waves, *a).abs().total_cmp(&strength(&waves, *b).abs()));
                assert_eq!(strongest, Some((across, down)), "{span:?}");
                assert!(strength(&waves, (across, down)) < 0.0, "it begins dark");
            }
        }
    }

    #[test]
    fn a_picture_cut_by_8_percent_is_whole_what_the_other_is_within() {
        let mut changed = 0;
        for seed in 0..40 {
            let scene = Scene::new(seed);
            let whole = Keys::of(&Sketch::of(&scene.part([0.0, 1.0], [0.0, 1.0])).unwrap());
            let cut = Keys::of(&Sketch::of(&scene.part([0.08, 0.92], [0.08, 0.92])).unwrap());
            assert!((whole.inner ^ cut.whole).count_ones() <= 3, "{seed}");
            changed += usize::from(whole.whole != cut.whole);
        }
        assert!(changed > 30, "{changed}");
    }

    #[test]
    fn the_parts_are_the_same_parts_turned_and_mirrored() {
        let mirrored = |span: usize| {
            let [start, end] = SPANS[span];
            SPANS
                .iter()
                .position(|[from, to]| (from + end - 1.0).abs() + (to + start - 1.0).abs() < 1e-5)
        };
        for (across, down) in WINDOWS {
            let (left, top) = (mirrored(across).unwrap(), mirrored(down).unwrap());
            for window in [(left, down), (across, top), (down, across)] {
                assert!(WINDOWS.contains(&window), "{window:?}");
            }
        }
        for (across, down) in SIGNS {
            assert!(SIGNS.contains(&(down, across)));
        }
    }
}
