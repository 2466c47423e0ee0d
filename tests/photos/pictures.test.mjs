// Shows 2 and parts of 7 of issue 4: upright, in their colours, of any size, and the same again.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import sharp from "sharp";

import { structure } from "./clean.mjs";
import { asFile, bytesOf, corpus, picture, pictures, skip } from "./corpus.mjs";
import { Newsroom } from "./newsroom.mjs";
import { colourDifference, decode, difference } from "./pixels.mjs";
import { scene } from "./scene.mjs";

let newsroom;
before(async () => (newsroom = await Newsroom.open()));
after(() => newsroom?.close());

const works = (file, args) => {
  try {
    return Boolean(execFileSync(file, args, { stdio: "pipe" }));
  } catch {
    return false;
  }
};

describe("upright", { skip }, () => {
  const families = [/Landscape_(\d)/, /exifr__f(\d)t/];

  test("photos of all eight orientations are as the first of their family", async () => {
    for (const family of families) {
      const rows = pictures("a-photos/orientation").filter(({ file }) => family.test(file));
      assert.deepEqual(rows.map(({ exif_orientation: turned }) => turned), [1, 2, 3, 4, 5, 6, 7, 8]);
      const photos = await newsroom.rendered(rows.map((row) => asFile(row)));
      for (const format of ["jpeg", "webp"]) {
        const grey = await Promise.all(
          photos.map(({ of }) => decode(of(format).bytes, { width: 120, height: 120, grey: true })),
        );
        for (const [index, row] of rows.entries()) {
          assert.deepEqual([photos[index].width, photos[index].height], [row.width, row.height], row.file);
          const { width, height } = photos[index].of(format);
          const first = photos[0].of(format);
          assert.deepEqual([width, height], [first.width, first.height], `${row.file} ${format}`);
          const off = difference(grey[index], grey[0]);
          assert.ok(off <= 2, `${row.file} ${format}: ${off.toFixed(2)} of 255 off`);
        }
        // Not a picture that looks the same from all sides.
        const turned = await decode(await sharp(photos[0].of(format).bytes).rotate(180).png().toBuffer(), {
          width: 120,
          height: 120,
          grey: true,
        });
        assert.ok(difference(turned, grey[0]) > 10);
      }
    }
  });

  test("a HEIF is turned by its own boxes, whatever its EXIF says", async () => {
    const rows = pictures("a-photos/heic").filter(({ mime }) => mime !== "image/webp");
    assert.ok(rows.length >= 8);
    const photos = await newsroom.rendered(rows.map((row) => asFile(row)));
    for (const [index, { file, width, height }] of rows.entries()) {
      assert.deepEqual([photos[index].width, photos[index].height], [width, height], file);
      const shown = photos[index].of("webp");
      assert.equal(shown.width < shown.height, width < height, file);
    }
  });
});

/** What a colour-managed program shows of a picture at a size: sharp, with lcms. */
function managed(bytes, { width, height }, { turn = true } = {}) {
  const source = sharp(bytes, { limitInputPixels: false });
  return (turn ? source.autoOrient() : source)
    .removeAlpha()
    .resize(width, height, { fit: "fill", kernel: "lanczos3" })
    .toColourspace("srgb")
    .png()
    .toBuffer();
}

/** What a program shows that takes any numbers for sRGB. */
async function unmanaged(bytes, { width, height }) {
  const { data, info } = await sharp(bytes, { ignoreIcc: true })
    .removeAlpha()
    .resize(width, height, { fit: "fill" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** That a file's renditions have the colours of the reference. `dull`: how far off they would be without management. */
async function keepsItsColours({ of }, name, reference, dull) {
  for (const format of ["webp", "jpeg"]) {
    const rendition = of(format, 320) ?? of(format);
    // At a quarter of the size, by way of a PNG (libvips decodes to a smaller size with other colours): colours are
    // compared, not what encoding does to fine detail.
    const size = { width: Math.ceil(rendition.width / 4), height: Math.ceil(rendition.height / 4) };
    const wanted = await decode(await reference(rendition), size);
    const shown = await sharp(rendition.bytes).png().toBuffer();
    const off = colourDifference(await decode(shown, size), wanted);
    console.log(`${name} ${format}: mean ΔE2000 ${off.toFixed(2)}`);
    assert.ok(off <= 2, `${name} ${format}: mean ΔE2000 ${off.toFixed(2)}`);
    if (dull) assert.ok(colourDifference(await dull(size), wanted) > 2.5, `${name} tells the two apart`);
  }
}

describe("colours", () => {
  test("a Display P3 photo of the corpus keeps its colours", { skip }, async () => {
    const row = picture("a-photos/motion/libultrahdr__apple_gainmap_new.jpg");
    const [photo] = await newsroom.rendered([asFile(row)]);
    await keepsItsColours(photo, row.file, (size) => managed(bytesOf(row), size));
  });

  test("vivid colours beyond sRGB do not go dull, in any format that can hold a profile", async () => {
    const icc = (await sharp(await scene(8, 8).withIccProfile("p3").png().toBuffer()).metadata()).icc;
    const plain = scene(900, 600, { vivid: true });
    // The numbers stay, and are said to be P3: much of it lies outside of sRGB.
    const jpeg = withProfile(await plain.jpeg({ quality: 95, chromaSubsampling: "4:4:4" }).toBuffer(), icc);
    const samples = { jpeg };
    for (const format of ["png", "webp"]) {
      // Here the colours stay, and the numbers are P3's.
      samples[format] = await plain.clone().withIccProfile("p3")[format]({ quality: 95 }).toBuffer();
    }
    const files = Object.entries(samples).map(([format, bytes]) => ({ name: `vivid.${format}`, bytes }));
    const photos = await newsroom.rendered(files);
    for (const [index, { name, bytes }] of files.entries()) {
      await keepsItsColours(
        photos[index],
        name,
        (size) => managed(bytes, size),
        (size) => unmanaged(bytes, size),
      );
    }
  });

  const heif = !works("heif-convert", ["--version"]) && "heif-convert is not here (Debian: libheif-examples)";
  test("an iPhone's HEIC keeps its Display P3 colours", { skip: skip || heif }, async () => {
    const folder = mkdtempSync(join(tmpdir(), "bepart-heic-"));
    try {
      for (const name of ["Issue_263_dotnet", "exif-at-eof"]) {
        const row = picture(`a-photos/heic/metadata-extractor-images__${name}.heic`);
        const [photo] = await newsroom.rendered([asFile(row)]);
        // It turns the pixels and leaves the tag that told it to (libheif 1.15): the tag is not to be followed again.
        execFileSync("heif-convert", [join(corpus, row.file), join(folder, "upright.png")], { stdio: "pipe" });
        const upright = readFileSync(join(folder, "upright.png"));
        await keepsItsColours(photo, row.file, (size) => managed(upright, size, { turn: false }));
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** A JPEG with a colour profile (ICC.1, annex B.4) as its first segment. */
function withProfile(jpeg, icc) {
  const head = Buffer.from("\xff\xe2\0\0ICC_PROFILE\0\x01\x01", "latin1");
  head.writeUInt16BE(head.length - 2 + icc.length, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, icc, jpeg.subarray(2)]);
}

describe("the same again", () => {
  test("the same file twice gives the same bytes, by either door and under any name", async () => {
    const bytes = await scene(1500, 1001).jpeg({ quality: 90 }).toBuffer();
    const [one, two] = await newsroom.rendered([
      { name: "a.jpg", type: "image/jpeg", bytes },
      { name: "b.png", type: "image/png", bytes },
    ]);
    const [three] = await newsroom.rendered([{ name: "c", bytes }], "tus");
    assert.equal(one.made.length, 8);
    for (const other of [two, three]) {
      assert.deepEqual(other.made, one.made);
    }
  });

  test("our own rendition, sent to us, comes out with the same pixels", async () => {
    const photo = skip
      ? { name: "scene.jpg", bytes: await scene(3000, 2001).jpeg({ quality: 95 }).toBuffer() }
      : asFile(picture("a-photos/phones/metadata-extractor-images__Nokia_Lumia_800.jpg"));
    const [first] = await newsroom.rendered([photo]);
    for (const format of ["jpeg", "webp"]) {
      const { bytes, width, height } = first.of(format);
      const [second] = await newsroom.rendered([{ name: `again.${format}`, bytes }]);
      assert.deepEqual([second.width, second.height], [width, height]);
      const again = second.of(format);
      assert.deepEqual([again.width, again.height], [width, height]);
      const off = difference(await decode(again.bytes), await decode(bytes));
      console.log(`our ${format} sent again: ${off.toFixed(2)} of 255 off`);
      // Twice through a lossy codec.
      assert.ok(off <= 2, `${format}: ${off.toFixed(2)} of 255 off`);
    }
  });
});

describe("sizes", () => {
  const SIZES = [
    [1, 1],
    [1, 2],
    [2, 1],
    [1, 97],
    [97, 1],
    [2, 3],
    [3, 2],
    [319, 3],
    [321, 241],
    [641, 7],
    [1281, 853],
    [1367, 2049],
    [3, 4097],
    [16383, 1],
    [1, 16383],
    [16383, 33],
    [33, 16383],
  ];
  const KINDS = ["jpeg", "png", "webp", "gif"];
  const scenes = new Map();
  before(() => SIZES.forEach((size) => scenes.set(size, scene(...size))));

  for (const kind of KINDS) {
    test(`a ${kind} of an odd size has its picture at every size`, async () => {
      const files = [];
      for (const [size, made] of scenes) {
        files.push({ name: `${size.join("x")}.${kind}`, bytes: await made.clone()[kind]().toBuffer() });
      }
      const photos = await newsroom.rendered(files);
      for (const [index, [width, height]] of SIZES.entries()) {
        const { name, bytes } = files[index];
        assert.deepEqual([photos[index].width, photos[index].height], [width, height], name);
        for (const { slot, format, bytes: made, ...size } of photos[index].made) {
          const what = `${name} ${slot}.${format}`;
          assert.deepEqual(structure({ format, bytes: made }), [], what);
          assert.equal(size.width, Math.min(slot, width), what);
          assert.equal(size.height, Math.max(1, Math.round((height * size.width) / width)), what);
          const pixels = await decode(made, { grey: true });
          assert.deepEqual([pixels.width, pixels.height], [size.width, size.height], what);
          const off = difference(pixels, await decode(await managed(bytes, size), { grey: true }));
          // Of a few pixels the codecs leave little of the colours: it is the light that is compared. Of a strip, how
          // the last rows count that fill no whole block is up to a decoder that scales.
          const few = Math.min(width, height, size.width, size.height) < 8;
          assert.ok(off <= (few ? 20 : 8), `${what}: ${off.toFixed(1)} of 255 off`);
        }
      }
    });
  }

  test("a side too long and too many pixels are refused as that", async () => {
    const long = await scene(16385, 1).png().toBuffer();
    const large = await sharp({ create: { width: 8001, height: 8000, channels: 3, background: "#336699" } })
      .png()
      .toBuffer();
    const verdicts = await newsroom.judge([
      { name: "long.png", bytes: long },
      { name: "large.png", bytes: large },
    ]);
    assert.deepEqual(
      verdicts.map(({ state, reason }) => `${state} ${reason}`),
      ["refused too_many_pixels", "refused too_many_pixels"],
    );
  });
});
