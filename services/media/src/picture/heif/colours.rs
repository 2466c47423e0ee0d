//! Colours that are told by numbers (ITU-T H.273), as an ICC profile, which the rest of the pipeline understands.

use moxcms::{ColorProfile, ToneReprCurve};

use super::meta::Cicp;

/// The profile of a picture without one; nothing if its colours are sRGB, or not told.
///
/// The transfer function of television is taken for that of sRGB, as browsers do: the difference is a matter of how
/// dark the room is.
pub(super) fn profile(cicp: Cicp) -> Option<Vec<u8>> {
    let wide = match cicp.primaries {
        9 => Some(ColorProfile::new_bt2020()),
        11 | 12 => Some(ColorProfile::new_display_p3()),
        _ => None,
    };
    let curve = match cicp.transfer {
        8 => Some(ToneReprCurve::Parametric(vec![1.0])),
        16 => Some(curve(perceptual_quantiser)),
        18 => Some(curve(hybrid_log_gamma)),
        _ => None,
    };
    if wide.is_none() && curve.is_none() {
        return None;
    }
    let srgb = ColorProfile::new_srgb();
    let curve = curve.or_else(|| srgb.red_trc.clone());
    let mut profile = wide.unwrap_or(srgb);
    profile.cicp = None; // or else its transfer function would count twice
    profile.red_trc.clone_from(&curve);
    profile.green_trc.clone_from(&curve);
    profile.blue_trc = curve;
    profile.encode().ok()
}

/// The light of paper-white on a screen of high dynamic range, in candela per square metre (ITU-R BT.2408, 2.1).
const WHITE: f32 = 203.0;

/// The brightest light that still differs from the one before, in candela per square metre.
const BRIGHTEST: f32 = 1000.0;

/// A curve to linear light from 0 to 1, by the light that a signal stands for.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "what is cast lies between 0 and 65 535"
)]
fn curve(light: impl Fn(f32) -> f32) -> ToneReprCurve {
    const STEPS: u16 = 4096;
    let entry = |step: u16| {
        let signal = f32::from(step) / f32::from(STEPS - 1);
        (dimmed(light(signal)).clamp(0.0, 1.0) * 65_535.0).round() as u16
    };
    ToneReprCurve::Lut((0..STEPS).map(entry).collect())
}

/// Brings what is brighter than paper below 1, the brightest to 1, and leaves the dark as it is (Reinhard and others,
/// 2002, equation 4).
fn dimmed(light: f32) -> f32 {
    let (light, brightest) = (light / WHITE, BRIGHTEST / WHITE);
    light * (1.0 + light / (brightest * brightest)) / (1.0 + light)
}

/// Light in candela per square metre (SMPTE ST 2084, equation 4.1).
fn perceptual_quantiser(signal: f32) -> f32 {
    let root = signal.powf(1.0 / 78.843_75);
    let linear = (root - 0.835_937_5).max(0.0) / (18.851_563 - 18.6875 * root);
    linear.powf(1.0 / 0.159_301_76) * 10_000.0
}

/// Light in candela per square metre on a screen that reaches [`BRIGHTEST`] (ITU-R BT.2100, table 5).
fn hybrid_log_gamma(signal: f32) -> f32 {
    let scene = if signal <= 0.5 {
        signal * signal / 3.0
    } else {
        (((signal - 0.559_910_7) / 0.178_832_77).exp() + 0.284_668_92) / 12.0
    };
    scene.powf(1.2) * BRIGHTEST
}
