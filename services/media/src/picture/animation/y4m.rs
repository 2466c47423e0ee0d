//! The raw film that ffmpeg calls `yuv4mpegpipe`: a line for all, a line for each frame, and its planes.

use std::io::Write;

use super::super::Stop;

/// A film that is being written, with its present frame.
pub(super) struct Film<W: Write> {
    out: W,
    width: usize,
    luma: Vec<u8>,
    blue: Vec<u8>,
    red: Vec<u8>,
}

impl<W: Write> Film<W> {
    /// Width and height are even; every frame stands for `step` milliseconds.
    pub(super) fn begin(width: u32, height: u32, step: u32, mut out: W) -> Result<Self, Stop> {
        writeln!(
            out,
            "YUV4MPEG2 W{width} H{height} F1000:{step} Ip A1:1 C420jpeg XCOLORRANGE=LIMITED"
        )?;
        let luma = width as usize * height as usize;
        Ok(Self {
            out,
            width: width as usize,
            luma: vec![0; luma],
            blue: vec![0; luma / 4],
            red: vec![0; luma / 4],
        })
    }

    /// Makes RGB the present frame.
    pub(super) fn draw(&mut self, rgb: &[u8]) {
        let (pixels, _) = rgb.as_chunks::<3>();
        for (luma, &pixel) in self.luma.iter_mut().zip(pixels) {
            *luma = of(pixel.map(i32::from), LUMA, 16, 1);
        }
        let half = self.width / 2;
        let chroma_rows = self.blue.chunks_mut(half).zip(self.red.chunks_mut(half));
        for (rows, (blue, red)) in pixels.chunks(2 * self.width).zip(chroma_rows) {
            let (upper, lower) = rows.split_at_checked(self.width).unwrap_or((rows, rows));
            let (upper, _) = upper.as_chunks::<2>();
            let (lower, _) = lower.as_chunks::<2>();
            for ((upper, lower), (blue, red)) in upper.iter().zip(lower).zip(blue.iter_mut().zip(red)) {
                let mut sums = [0; 3];
                for pixel in upper.iter().chain(lower) {
                    for (sum, &colour) in sums.iter_mut().zip(pixel) {
                        *sum += i32::from(colour);
                    }
                }
                *blue = of(sums, BLUE, 128, 4);
                *red = of(sums, RED, 128, 4);
            }
        }
    }

    /// Writes the present frame once.
    pub(super) fn expose(&mut self) -> Result<(), Stop> {
        self.out.write_all(b"FRAME\n")?;
        for plane in [&self.luma, &self.blue, &self.red] {
            self.out.write_all(plane)?;
        }
        Ok(())
    }

    pub(super) fn end(&mut self) -> Result<(), Stop> {
        Ok(self.out.flush()?)
    }
}

// From RGB of 0 to 255 to YCbCr of BT.709, luma 16 to 235 and chroma 16 to 240 (ITU-R BT.709-6, 3 and 4), times 65 536.
const LUMA: [i32; 3] = [11_966, 40_254, 4064];
const BLUE: [i32; 3] = [-6596, -22_189, 28_784];
const RED: [i32; 3] = [28_784, -26_145, -2639];

/// The weighted sum of colours that are themselves sums of `count` pixels.
fn of(colours: [i32; 3], weights: [i32; 3], zero: i32, count: i32) -> u8 {
    let sum: i32 = colours
        .iter()
        .zip(weights)
        .map(|(colour, weight)| colour * weight)
        .sum();
    let one = 65_536 * count;
    u8::try_from((sum + one / 2).div_euclid(one) + zero).unwrap_or(u8::MAX)
}
