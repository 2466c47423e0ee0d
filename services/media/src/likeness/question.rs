//! Who else may show what a picture shows, and who truly does.

use std::collections::HashMap;

use super::{
    compare::{Fit, Turn, detail},
    sketch::{Cells, Sketch},
    waves::{Keys, ORDERS, Part, SIGNS, SPANS, Transform, WINDOWS, Waves, Window, key, strength},
};

/// From which score on two pictures show the same.
///
/// Altered pictures have 0.71 and more, the most alike of 130,000 pairs that share a key by chance 0.54
/// (`docs/decisions/0011`).
pub const ALIKE: f32 = 0.7;

/// How many of a key's weakest waves are tried both ways.
const UNSURE: usize = 3;

/// What the details of two pictures must have in common before it is worth to move them about.
const WORTH_A_FIT: f32 = 0.3;

/// The same, for one line of cells in three: chance has more of a say in fewer cells.
const WORTH_A_LOOK: f32 = 0.2;

/// How the picture asked about may lie upon one that shares a key.
#[derive(Clone, Copy, Debug)]
struct Guess {
    window: Window,
    turn: Turn,
}

/// A picture, ready to be looked for in all parts and all eight ways of lying.
pub struct Question {
    keys: Vec<i32>,
    guesses: HashMap<i32, Vec<Guess>>,
    /// The details, turned.
    turned: [Cells; 8],
}

impl Question {
    /// About this picture.
    pub fn new(sketch: &Sketch) -> Self {
        let transform = Transform::of(sketch);
        let mut guesses: HashMap<i32, Vec<Guess>> = HashMap::new();
        let mut keys = Vec::new();
        let parts = WINDOWS.map(|window| {
            let waves = transform.waves(window);
            (window, weakest(&waves), waves)
        });
        for tried in 0..1_u32 << UNSURE {
            for (window, unsure, waves) in &parts {
                for turn in Turn::ALL {
                    let changed = unsure.iter().enumerate().filter(|(i, _)| (tried >> i) & 1 == 1);
                    let key = changed.fold(key(&turn_waves(waves, turn)), |key, (_, &(across, down))| {
                        key ^ bit(if turn.transposes() {
                            (down, across)
                        } else {
                            (across, down)
                        })
                    });
                    let same = guesses.entry(key).or_default();
                    if same.is_empty() {
                        keys.push(key);
                    }
                    same.push(Guess {
                        window: *window,
                        turn,
                    });
                }
            }
        }
        let details = detail(&sketch.cells());
        Self {
            keys,
            guesses,
            turned: Turn::ALL.map(|turn| turn.turned(&details)),
        }
    }

    /// Whoever has one of these as one of its [`Keys`] may show the same; the likeliest first.
    pub fn keys(&self) -> &[i32] {
        &self.keys
    }

    /// How alike a picture is that has this key for this part of it: see [`ALIKE`].
    pub fn score(&self, kept: &Sketch, shared: &[(Part, i32)]) -> f32 {
        let details = detail(&kept.cells());
        let guesses = shared.iter().flat_map(|(part, key)| {
            let guesses = self.guesses.get(key).map(Vec::as_slice).unwrap_or_default();
            guesses.iter().map(|guess| (*part, *guess))
        });
        let fits = guesses.filter_map(|(part, Guess { window, turn })| {
            let asked = self.turned.get(usize::from(turn.0))?;
            let fit = Fit::new(turn.spans(spans(window)), spans(part.window()));
            let worth = fit.rough_correlation(&details, asked) >= WORTH_A_LOOK;
            worth.then(|| (fit.correlation(&details, asked), fit, asked))
        });
        match fits.max_by(|one, other| one.0.total_cmp(&other.0)) {
            Some((first, fit, asked)) if first >= WORTH_A_FIT => fit.best_correlation(&details, asked),
            _ => 0.0,
        }
    }

    /// The same for any picture, if it shares a key.
    pub fn score_of(&self, kept: &Sketch) -> f32 {
        let Keys { whole, inner } = Keys::of(kept);
        self.score(kept, &[(Part::Whole, whole), (Part::Inner, inner)])
    }
}

fn spans((across, down): Window) -> [[f32; 2]; 2] {
    [across, down].map(|span| SPANS.get(span).copied().unwrap_or([0.0, 1.0]))
}

/// The bit of a wave in a key.
fn bit(wave: (usize, usize)) -> i32 {
    SIGNS
        .iter()
        .position(|&sign| sign == wave)
        .map_or(0, |bit| 1 << bit)
}

fn weakest(waves: &Waves) -> [(usize, usize); UNSURE] {
    let mut signs = SIGNS;
    signs.sort_by(|one, other| {
        strength(waves, *one)
            .abs()
            .total_cmp(&strength(waves, *other).abs())
    });
    signs.first_chunk().copied().unwrap_or([(0, 0); UNSURE])
}

/// The waves of the picture turned: a mirror turns the sign of odd orders.
fn turn_waves(waves: &Waves, turn: Turn) -> Waves {
    let mut turned = [[0.0; ORDERS]; ORDERS];
    for (down, row) in turned.iter_mut().enumerate() {
        for (across, wave) in row.iter_mut().enumerate() {
            let from = if turn.transposes() {
                (down, across)
            } else {
                (across, down)
            };
            let odd = (turn.mirrors() && across % 2 == 1) != (turn.flips() && down % 2 == 1);
            *wave = if odd {
                -strength(waves, from)
            } else {
                strength(waves, from)
            };
        }
    }
    turned
}

#[cfg(test)]
mod tests {
    use super::{
        super::samples::{Scene, mirrored, quarter_turn},
        *,
    };

    /// How many pictures are found again after a change, each asked about in both directions.
    fn found(change: impl Fn(&Scene, u32) -> Vec<u8>) -> usize {
        let both_ways = |seed: u32| {
            let scene = Scene::new(seed);
            let whole = Sketch::of(&scene.part([0.0, 1.0], [0.0, 1.0])).unwrap();
            let changed = Sketch::of(&change(&scene, seed)).unwrap();
            let there = Question::new(&whole).score_of(&changed) >= ALIKE;
            [there, Question::new(&changed).score_of(&whole) >= ALIKE]
        };
        (0..50).flat_map(both_ways).filter(|found| *found).count()
    }

    fn whole(scene: &Scene) -> Vec<u8> {
        scene.part([0.0, 1.0], [0.0, 1.0])
    }

    /// Blocks of four pixels, as strong compression leaves them, and noise.
    fn coarse(frame: &[u8]) -> Vec<u8> {
        let noise = |i: usize| u8::try_from((i.wrapping_mul(2_654_435_761) >> 7) & 15).unwrap();
        frame
            .iter()
            .enumerate()
            .map(|(i, pixel)| (pixel & 0xF0).saturating_add(noise(i)))
            .collect()
    }

    #[test]
    fn a_picture_is_found_again_after_each_change() {
        type Change = fn(&Scene, u32) -> Vec<u8>;
        let changes: [(&str, usize, Change); 11] = [
            ("nothing", 100, |scene, _| whole(scene)),
            ("coarse", 97, |scene, _| coarse(&whole(scene))),
            ("brighter", 95, |scene, _| {
                whole(scene).iter().map(|p| p.saturating_add(p / 4)).collect()
            }),
            ("turned", 100, |scene, _| quarter_turn(&whole(scene))),
            ("mirrored", 100, |scene, _| mirrored(&whole(scene))),
            ("turned and mirrored", 100, |scene, _| {
                mirrored(&quarter_turn(&whole(scene)))
            }),
            ("cut all around", 95, |scene, _| {
                scene.part([0.08, 0.92], [0.08, 0.92])
            }),
            ("cut a little", 95, |scene, _| {
                scene.part([0.05, 0.95], [0.03, 0.97])
            }),
            ("cut above", 90, |scene, _| scene.part([0.0, 1.0], [0.08, 1.0])),
            ("cut at one side", 90, |scene, _| {
                scene.part([0.0, 0.93], [0.0, 1.0])
            }),
            ("cut and turned", 90, |scene, _| {
                coarse(&quarter_turn(&scene.part([0.08, 0.92], [0.08, 0.92])))
            }),
        ];
        for (name, least, change) in changes {
            let found = found(change);
            assert!(found >= least, "{name}: {found} of 100");
        }
    }

    #[test]
    fn other_pictures_are_not_found() {
        let sketches: Vec<Sketch> = (0..150)
            .map(|seed| Sketch::of(&whole(&Scene::new(seed))).unwrap())
            .collect();
        for (i, sketch) in sketches.iter().enumerate() {
            let question = Question::new(sketch);
            let keys = question.keys();
            assert!(keys.len() <= WINDOWS.len() * (8 << UNSURE), "{}", keys.len());
            for (j, other) in sketches.iter().enumerate() {
                // Whether they share a key or not: all guesses at once.
                let every: Vec<(Part, i32)> = keys
                    .iter()
                    .flat_map(|key| [(Part::Whole, *key), (Part::Inner, *key)])
                    .collect();
                let score = if j % 50 == 0 {
                    question.score(other, &every)
                } else {
                    question.score_of(other)
                };
                assert_eq!(i == j, score >= ALIKE, "{i} {j}: {score}");
            }
        }
    }
}
