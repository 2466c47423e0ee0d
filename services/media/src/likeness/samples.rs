//! Pictures for tests, made of waves as photos are: strong where they are long, weak where they are short.

use std::f32::consts::PI;

use super::sketch::FRAME_SIDE;

/// Waves along each axis.
const WAVES: usize = 14;

/// A picture that anything may be cut out of.
pub(crate) struct Scene([[f32; WAVES]; WAVES]);

impl Scene {
    pub(crate) fn new(seed: u32) -> Self {
        let mut state = (u64::from(seed) + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mut random = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 40) as f32 / (1_u32 << 24) as f32 - 0.5
        };
        let mut waves = [[0.0; WAVES]; WAVES];
        for (down, row) in waves.iter_mut().enumerate() {
            for (across, wave) in row.iter_mut().enumerate().skip(usize::from(down == 0)) {
                let strength: f32 = (0..4).map(|_| random()).sum();
                *wave = strength / (across as f32).hypot(down as f32).powf(1.2);
            }
        }
        Self(waves)
    }

    /// The part from `left` to `right` and from `top` to `bottom`, of a whole that is 1 × 1, as a frame.
    pub(crate) fn part(&self, across: [f32; 2], down: [f32; 2]) -> Vec<u8> {
        let (columns, rows) = (waves_along(across, 0.2), waves_along(down, 0.3));
        let mut frame = Vec::with_capacity(FRAME_SIDE * FRAME_SIDE);
        for row in rows {
            let mut along = [0.0; WAVES];
            for (waves, weight) in self.0.iter().zip(row) {
                along
                    .iter_mut()
                    .zip(waves)
                    .for_each(|(sum, wave)| *sum += wave * weight);
            }
            for column in &columns {
                let level: f32 = along.iter().zip(column).map(|(one, other)| one * other).sum();
                frame.push(byte(level * 55.0 + 125.0));
            }
        }
        frame
    }
}

/// What each wave is at each pixel of a span.
fn waves_along([start, end]: [f32; 2], begun: f32) -> Vec<[f32; WAVES]> {
    let at = |pixel: usize| start + (pixel as f32 + 0.5) / FRAME_SIDE as f32 * (end - start);
    let wave = |order: usize, at: f32| (PI * order as f32 * (at / 1.3 + begun)).cos();
    (0..FRAME_SIDE)
        .map(|pixel| std::array::from_fn(|order| wave(order, at(pixel))))
        .collect()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to a byte"
)]
pub(super) fn byte(level: f32) -> u8 {
    level.clamp(0.0, 255.0) as u8
}

/// One picture whole.
pub(crate) fn frame(seed: u32) -> Vec<u8> {
    Scene::new(seed).part([0.0, 1.0], [0.0, 1.0])
}

/// A frame turned by a quarter, clockwise.
pub(crate) fn quarter_turn(frame: &[u8]) -> Vec<u8> {
    let side = FRAME_SIDE;
    (0..side * side)
        .map(|i| frame[(side - 1 - i % side) * side + i / side])
        .collect()
}

/// A frame as in a mirror.
pub(crate) fn mirrored(frame: &[u8]) -> Vec<u8> {
    frame
        .chunks(FRAME_SIDE)
        .flat_map(|row| row.iter().rev().copied())
        .collect()
}
