// Pictures that are made on the spot.
import sharp from "sharp";

/** A photo-like picture that no scaling makes flat: slopes of colour, with grain. The same each time. */
export function scene(width, height, { vivid = false } = {}) {
  const data = Buffer.alloc(width * height * 3);
  let x = 0x9e3779b9;
  for (let row = 0, at = 0; row < height; row++) {
    for (let column = 0; column < width; column++, at += 3) {
      x ^= x << 13;
      x ^= x >>> 17;
      x ^= x << 5;
      const [u, v] = [column / Math.max(1, width - 1), row / Math.max(1, height - 1)];
      const grain = vivid ? 0 : (x & 15) - 8;
      const level = vivid ? [255 * u, 255 * (1 - u), 255 * v] : [60 + 120 * u, 200 - 100 * v, 90 + 80 * u * v];
      for (let part = 0; part < 3; part++) data[at + part] = Math.max(0, Math.min(255, Math.round(level[part] + grain)));
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 }, limitInputPixels: false });
}
