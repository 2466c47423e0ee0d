//! Sketches laid upon each other.

use super::{
    sketch::{CELLS, Cells, SIDE},
    waves::Span,
};

/// How far around a cell its neighbourhood reaches.
const REACH: usize = 2;

/// No edge of one picture is looked for farther from the other's, of a side of 1.
const FARTHEST: f32 = 0.12;

/// By how much edges are moved to make a fit better: finer and finer.
const STEPS: [f32; 3] = [0.02, 0.01, 0.005];

/// So little after the first step will not become a likeness by finer ones.
const HOPELESS: f32 = 0.45;

/// How often each step is tried over.
const ROUNDS: usize = 3;

/// So few cells that two pictures share say nothing.
const FEWEST: f32 = 200.0;

/// What a picture has besides its broad light and shade: each cell less the mean of its neighbourhood.
///
/// Broad shades are alike in many landscapes; this is not.
pub(super) fn detail(cells: &Cells) -> Cells {
    let mut across = [0.0; CELLS];
    for (means, row) in across.chunks_exact_mut(SIDE).zip(cells.chunks_exact(SIDE)) {
        for (column, mean) in means.iter_mut().enumerate() {
            let near = near(column, row);
            *mean = near.iter().sum::<f32>() / near.len() as f32;
        }
    }
    let (rows, _): (&[[f32; SIDE]], _) = across.as_chunks();
    let mut detail = *cells;
    for (line, row) in detail.chunks_exact_mut(SIDE).enumerate() {
        let near = near(line, rows);
        let share = 1.0 / near.len() as f32;
        for means in near {
            for (cell, mean) in row.iter_mut().zip(means) {
                *cell -= mean * share;
            }
        }
    }
    detail
}

fn near<T>(at: usize, all: &[T]) -> &[T] {
    let end = (at + REACH + 1).min(all.len());
    all.get(at.saturating_sub(REACH)..end).unwrap_or_default()
}

/// One of the eight ways in which a picture may lie: transposed or not, then mirrored or not, then upside down or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Turn(pub(super) u8);

impl Turn {
    pub(super) const ALL: [Self; 8] = [
        Self(0),
        Self(1),
        Self(2),
        Self(3),
        Self(4),
        Self(5),
        Self(6),
        Self(7),
    ];

    pub(super) fn mirrors(self) -> bool {
        self.0 & 1 != 0
    }

    pub(super) fn flips(self) -> bool {
        self.0 & 2 != 0
    }

    pub(super) fn transposes(self) -> bool {
        self.0 & 4 != 0
    }

    pub(super) fn turned(self, cells: &Cells) -> Cells {
        std::array::from_fn(|cell| {
            let (mut x, mut y) = (cell % SIDE, cell / SIDE);
            if self.mirrors() {
                x = SIDE - 1 - x;
            }
            if self.flips() {
                y = SIDE - 1 - y;
            }
            if self.transposes() {
                (x, y) = (y, x);
            }
            cells.get(y * SIDE + x).copied().unwrap_or_default()
        })
    }

    /// Where spans across and down lie afterwards.
    pub(super) fn spans(self, mut spans: [Span; 2]) -> [Span; 2] {
        if self.transposes() {
            spans.reverse();
        }
        let [across, down] = &mut spans;
        for (turned, [start, end]) in [(self.mirrors(), across), (self.flips(), down)] {
            if turned {
                (*start, *end) = (1.0 - *end, 1.0 - *start);
            }
        }
        spans
    }
}

/// Where the edges of a kept picture lie on the one that is asked about: left, right, top, bottom, of a side of 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Fit([f32; 4]);

impl Fit {
    /// The one in which these spans of the one asked about are those of the kept one.
    pub(super) fn new([asked_across, asked_down]: [Span; 2], [kept_across, kept_down]: [Span; 2]) -> Self {
        let axis = |asked: Span, kept: Span| {
            let scale = (asked[1] - asked[0]) / (kept[1] - kept[0]);
            let start = asked[0] - kept[0] * scale;
            [start, start + scale]
        };
        let ([left, right], [top, bottom]) = (axis(asked_across, kept_across), axis(asked_down, kept_down));
        Self([left, right, top, bottom])
    }

    /// How well `kept` fits upon `asked`: the correlation of the cells that both have, from -1 to 1.
    pub(super) fn correlation(self, kept: &Cells, asked: &Cells) -> f32 {
        self.correlation_of_lines(1, kept, asked)
    }

    /// Nearly the same, by one line of cells in three.
    pub(super) fn rough_correlation(self, kept: &Cells, asked: &Cells) -> f32 {
        self.correlation_of_lines(3, kept, asked)
    }

    fn correlation_of_lines(self, every: usize, kept: &Cells, asked: &Cells) -> f32 {
        let Self([left, right, top, bottom]) = self;
        let columns: [Option<(usize, f32)>; SIDE] = std::array::from_fn(|column| place(column, left, right));
        let (kept_rows, _): (&[[f32; SIDE]], _) = kept.as_chunks();
        let (asked_rows, _): (&[[f32; SIDE]], _) = asked.as_chunks();
        let mut sums = Sums::default();
        for (line, kept) in kept_rows.iter().enumerate().step_by(every) {
            let Some((upper, down)) = place(line, top, bottom) else {
                continue;
            };
            let Some([above, below]) = asked_rows
                .get(upper..upper + 2)
                .and_then(|two| two.first_chunk::<2>())
            else {
                continue;
            };
            let row: [f32; SIDE] = std::array::from_fn(|i| between(above.get(i), below.get(i), down));
            for (column, one) in columns.iter().zip(kept) {
                if let Some((first, right)) = *column {
                    sums.add(*one, between(row.get(first), row.get(first + 1), right));
                }
            }
        }
        if sums.count * (every as f32) < FEWEST {
            return 0.0;
        }
        sums.correlation()
    }

    /// The best correlation there is nearby.
    pub(super) fn best_correlation(self, kept: &Cells, asked: &Cells) -> f32 {
        let (mut fit, mut best) = (self, self.correlation(kept, asked));
        for step in STEPS {
            for _ in 0..ROUNDS {
                let before = best;
                for moved in (0..4).flat_map(|edge| [(edge, step), (edge, -step)]) {
                    let other = fit.moved(moved);
                    let found = if other.is_near() {
                        other.correlation(kept, asked)
                    } else {
                        -1.0
                    };
                    if found > best {
                        (fit, best) = (other, found);
                    }
                }
                if best <= before {
                    break;
                }
            }
            if best < HOPELESS {
                break;
            }
        }
        best
    }

    fn moved(self, (edge, by): (usize, f32)) -> Self {
        let mut edges = self.0;
        if let Some(edge) = edges.get_mut(edge) {
            *edge += by;
        }
        Self(edges)
    }

    fn is_near(self) -> bool {
        let Self([left, right, top, bottom]) = self;
        [left, right - 1.0, top, bottom - 1.0]
            .iter()
            .all(|off| off.abs() <= FARTHEST)
    }
}

/// The cell of the one asked about that the middle of this one of the kept picture lies upon or after, and how far after.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "between zero and the number of cells"
)]
fn place(cell: usize, start: f32, end: f32) -> Option<(usize, f32)> {
    let side = SIDE as f32;
    let place = (start + (cell as f32 + 0.5) / side * (end - start)) * side - 0.5;
    if !(-0.5..=side - 0.5).contains(&place) {
        return None;
    }
    let place = place.clamp(0.0, side - 1.0);
    let first = (place as usize).min(SIDE - 2);
    Some((first, place - first as f32))
}

fn between(one: Option<&f32>, other: Option<&f32>, share: f32) -> f32 {
    let (one, other) = (
        one.copied().unwrap_or_default(),
        other.copied().unwrap_or_default(),
    );
    one + (other - one) * share
}

#[derive(Default)]
struct Sums {
    count: f32,
    one: f32,
    other: f32,
    one_squared: f32,
    other_squared: f32,
    product: f32,
}

impl Sums {
    fn add(&mut self, one: f32, other: f32) {
        self.count += 1.0;
        self.one += one;
        self.other += other;
        self.one_squared += one * one;
        self.other_squared += other * other;
        self.product += one * other;
    }

    fn correlation(&self) -> f32 {
        let spread = |sum: f32, squared: f32| squared - sum * sum / self.count;
        let both = spread(self.one, self.one_squared) * spread(self.other, self.other_squared);
        if both <= 0.0 {
            return 0.0;
        }
        (self.product - self.one * self.other / self.count) / both.sqrt()
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            samples::{Scene, frame, mirrored, quarter_turn},
            sketch::Sketch,
        },
        *,
    };

    const WHOLE: [Span; 2] = [[0.0, 1.0]; 2];

    fn cells(frame: &[u8]) -> Cells {
        Sketch::of(frame).unwrap().cells()
    }

    #[test]
    fn a_picture_fits_upon_itself_in_one_of_eight_ways() {
        let one = frame(11);
        let turned = [quarter_turn(&one), mirrored(&one), quarter_turn(&mirrored(&one))];
        for (way, turned) in turned.into_iter().enumerate() {
            let kept = cells(&turned);
            let fits =
                |turn: &Turn| Fit::new(WHOLE, WHOLE).correlation(&kept, &turn.turned(&cells(&one))) > 0.999;
            assert_eq!(Turn::ALL.iter().filter(|turn| fits(turn)).count(), 1, "{way}");
        }
    }

    #[test]
    fn spans_turn_with_the_picture() {
        let spans = [[0.0, 0.9], [0.2, 1.0]];
        let mut part = [0.0; CELLS];
        for (i, cell) in part.iter_mut().enumerate() {
            let inside =
                |i: usize, [start, end]: Span| (start..end).contains(&((i as f32 + 0.5) / SIDE as f32));
            *cell = f32::from(u8::from(inside(i % SIDE, spans[0]) && inside(i / SIDE, spans[1])));
        }
        for turn in Turn::ALL {
            let [across, down] = turn.spans(spans);
            for (i, cell) in turn.turned(&part).into_iter().enumerate() {
                let inside =
                    |i: usize, [start, end]: Span| (start..end).contains(&((i as f32 + 0.5) / SIDE as f32));
                let expected = inside(i % SIDE, across) && inside(i / SIDE, down);
                assert_eq!(cell > 0.5, expected, "{turn:?} {i}");
            }
        }
    }

    #[test]
    fn a_part_is_laid_where_it_was_cut_out() {
        let scene = Scene::new(12);
        let whole = detail(&cells(&scene.part([0.0, 1.0], [0.0, 1.0])));
        let part = detail(&cells(&scene.part([0.06, 1.0], [0.0, 0.93])));
        let there = Fit([0.06, 1.0, 0.0, 0.93]);
        assert!(there.correlation(&part, &whole) > 0.9);
        let nearby = Fit::new(WHOLE, WHOLE);
        assert!(nearby.correlation(&part, &whole) < 0.8);
        assert!(nearby.best_correlation(&part, &whole) > 0.9);
    }

    #[test]
    fn too_little_in_common_says_nothing() {
        let one = cells(&frame(13));
        assert!(Fit([0.6, 1.6, 0.6, 1.6]).correlation(&one, &one).abs() < f32::EPSILON);
        assert!(Fit::new(WHOLE, WHOLE).correlation(&one, &[0.0; CELLS]).abs() < f32::EPSILON);
    }
}
