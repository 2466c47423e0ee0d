//! The few fields of an HEVC sequence parameter set that tell what decoding will cost (ITU-T H.265, 7.3.2.2).

use super::super::Reason;

/// What the bitstream itself promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sequence {
    pub(super) width: u32,
    pub(super) height: u32,
    /// 0 for grey, 1 for 4:2:0, 2 for 4:2:2, 3 for 4:4:4.
    pub(super) chroma: u32,
    /// Bits of a sample, the larger of luma and chroma.
    pub(super) depth: u32,
}

/// Reads a sequence parameter set: a whole unit, with its two bytes of header.
pub(super) fn sequence(unit: &[u8]) -> Result<Sequence, Reason> {
    let mut bits = Bits {
        bytes: unescaped(unit.get(2..).unwrap_or_default()),
        at: 0,
    };
    bits.read(4)?;
    let layers = bits.read(3)?;
    bits.read(1)?;
    bits.skip(96)?; // profile, tier and level
    let mut present = Vec::new();
    for _ in 0..layers {
        present.push((bits.read(1)? == 1, bits.read(1)? == 1));
    }
    if layers > 0 {
        bits.skip(2 * (8 - layers))?;
    }
    for (profile, level) in present {
        bits.skip(if profile { 88 } else { 0 } + if level { 8 } else { 0 })?;
    }
    bits.exp_golomb()?;
    let chroma = bits.exp_golomb()?;
    if chroma == 3 {
        bits.read(1)?;
    }
    let (width, height) = (bits.exp_golomb()?, bits.exp_golomb()?);
    if bits.read(1)? == 1 {
        for _ in 0..4 {
            bits.exp_golomb()?; // what is cut off at each side is decoded all the same
        }
    }
    let more_bits = bits.exp_golomb()?.max(bits.exp_golomb()?);
    if chroma > 3 || more_bits > 8 {
        return Err(Reason::Broken);
    }
    Ok(Sequence {
        width,
        height,
        chroma,
        depth: 8 + more_bits,
    })
}

/// Without the bytes that keep a unit from looking like the start of another.
fn unescaped(escaped: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(escaped.len());
    let mut zeros = 0;
    for &byte in escaped {
        if zeros >= 2 && byte == 3 {
            zeros = 0;
            continue;
        }
        zeros = if byte == 0 { zeros + 1 } else { 0 };
        bytes.push(byte);
    }
    bytes
}

struct Bits {
    bytes: Vec<u8>,
    at: u32,
}

impl Bits {
    fn skip(&mut self, count: u32) -> Result<(), Reason> {
        self.at = self.at.checked_add(count).ok_or(Reason::Broken)?;
        Ok(())
    }

    fn read(&mut self, count: u32) -> Result<u32, Reason> {
        let mut value = 0;
        for _ in 0..count {
            let byte = usize::try_from(self.at / 8)
                .ok()
                .and_then(|index| self.bytes.get(index));
            let bit = byte.ok_or(Reason::Broken)? >> (7 - self.at % 8) & 1;
            value = value << 1 | u32::from(bit);
            self.skip(1)?;
        }
        Ok(value)
    }

    fn exp_golomb(&mut self) -> Result<u32, Reason> {
        let mut zeros = 0;
        while self.read(1)? == 0 {
            zeros += 1;
            if zeros > 31 {
                return Err(Reason::Broken);
            }
        }
        Ok((1 << zeros) - 1 + self.read(zeros)?)
    }
}
