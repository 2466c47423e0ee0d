//! Which frames of a film are worth to be kept.

use super::{
    compare::{Fit, detail},
    sketch::{Cells, Sketch},
};

/// How many frames of one film are kept at most.
pub const FRAMES: usize = 24;

/// From which correlation on, not moved, two frames of one film are one.
const SAME_SHOT: f32 = 0.8;

/// What is kept of a picture, or of a moment in a film.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// When in the film, in milliseconds; none for a picture.
    pub at_ms: Option<i32>,
    /// How it looks.
    pub sketch: Sketch,
}

/// Of a film's frames, in their order, each with its time in milliseconds and as a grey square of
/// [`FRAME_SIDE`](super::FRAME_SIDE) × [`FRAME_SIDE`](super::FRAME_SIDE) pixels: those that are not flat and not like one
/// before, and of too many, [`FRAMES`] from beginning to end.
pub fn keep_frames(frames: impl IntoIterator<Item = (i32, Vec<u8>)>) -> Vec<Frame> {
    let mut kept: Vec<(Frame, Cells)> = Vec::new();
    let whole = Fit::new([[0.0, 1.0]; 2], [[0.0, 1.0]; 2]);
    for (at_ms, pixels) in frames {
        let Some(sketch) = Sketch::of(&pixels) else {
            continue;
        };
        let details = detail(&sketch.cells());
        if kept
            .iter()
            .all(|(_, other)| whole.correlation(other, &details) < SAME_SHOT)
        {
            let at_ms = Some(at_ms);
            kept.push((Frame { at_ms, sketch }, details));
        }
    }
    let all = kept.len();
    let chosen = |i: usize| all <= FRAMES || i * FRAMES / all != (i + 1) * FRAMES / all;
    let numbered = kept.into_iter().enumerate();
    numbered
        .filter(|(i, _)| chosen(*i))
        .map(|(_, (frame, _))| frame)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{
        super::{FRAME_SIDE, samples::Scene},
        *,
    };

    fn times(frames: Vec<(i32, Vec<u8>)>) -> Vec<i32> {
        keep_frames(frames)
            .into_iter()
            .filter_map(|frame| frame.at_ms)
            .collect()
    }

    #[test]
    fn flat_frames_and_those_of_one_shot_are_one_or_none() {
        let shot = |seed: u32, moved: f32| Scene::new(seed).part([moved, 1.0 + moved], [0.0, 1.0]);
        let black = vec![0; FRAME_SIDE * FRAME_SIDE];
        let brighter = shot(1, 0.0).iter().map(|p| p.saturating_add(9)).collect();
        let frames = vec![
            (0, black.clone()),
            (1000, shot(1, 0.0)),
            (2000, shot(1, 0.005)),
            (3000, shot(2, 0.0)),
            (4000, brighter),
            (5000, black),
            (6000, vec![1; 5]),
            (7000, shot(3, 0.0)),
        ];
        assert_eq!(times(frames), [1000, 3000, 7000]);
        assert_eq!(times(Vec::new()), [0; 0]);
    }

    #[test]
    fn of_many_shots_some_are_kept_from_beginning_to_end() {
        let shots = |count: u32| {
            (0..count)
                .map(|i| (i32::try_from(i).unwrap(), super::super::samples::frame(i)))
                .collect()
        };
        assert_eq!(times(shots(24)).len(), 24);
        let kept = times(shots(60));
        assert_eq!(kept.len(), FRAMES);
        assert!(kept[0] < 3 && kept[FRAMES - 1] > 56, "{kept:?}");
        assert!(kept.is_sorted());
    }
}
