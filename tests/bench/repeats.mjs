// `make bench-repeats`: whether altered pictures are found again, what is found wrongly, and how long a question takes.
// Figures are printed, never judged: this machine is shared.
//
// Sources are the corpus's a-photos and frames of its d-video/ok, one every two seconds. Each is altered by sharp (real
// JPEGs, not pixels moved about), made a grey square by it as a film's key frame is by ffmpeg, and asked about among
// 200,000 random pictures with the strength of waves that photos have (services/media/examples/repeats.rs). Then the
// table grows to a million and the time of questions is taken. The database is gone afterwards.
//
// BENCH_HASHES (200000), BENCH_ROWS (1000000), BENCH_BIN (a built example `repeats`).
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { corpus, pictures, skip } from "../photos/corpus.mjs";

const root = resolve(fileURLToPath(import.meta.url), "../../..");
const sharp = createRequire(join(root, "tests/photos/package.json"))("sharp");
const program = process.env.BENCH_BIN ?? join(root, "target/release/examples/repeats");
const SIDE = 96;

// Files of the corpus that show the same, so that finding one by another is right.
const GROUPS = [/Landscape_\d/, /exifr__f\dt/, /HTC_Desire/, /media__sample_(portrait|av1|rotate_and_reflect|empty_track)/];

/** What may become of a picture on its way from one phone to the next. */
function alterations(pixels, width, height) {
  const picture = () => sharp(pixels);
  const cut = (left, top, right, bottom) => {
    const [x, y] = [Math.round(width * left), Math.round(height * top)];
    return picture().extract({
      ...{ left: x, top: y },
      width: width - x - Math.round(width * right),
      height: height - y - Math.round(height * bottom),
    });
  };
  const jpeg = (altered, quality = 90) => altered.jpeg({ quality }).toBuffer();
  const quarter = (side) => Math.max(8, Math.round(side / 4));
  const cropped = 0.08;
  return {
    none: () => picture().png().toBuffer(),
    "recompressed q30": () => jpeg(picture(), 30),
    "scaled 25 %": () => jpeg(picture().resize(quarter(width), quarter(height))),
    "cropped 8 % all edges": () => jpeg(cut(cropped, cropped, cropped, cropped)),
    "cropped 4 % all edges": () => jpeg(cut(0.04, 0.04, 0.04, 0.04)),
    "cropped 8 % above": () => jpeg(cut(0, cropped, 0, 0)),
    "cropped 8 % one side": () => jpeg(cut(cropped, 0, 0, 0)),
    "cropped 8 % two sides": () => jpeg(cut(cropped, 0, cropped, 0)),
    "cropped 8 % a corner": () => jpeg(cut(cropped, cropped, 0, 0)),
    "cropped 6, 2, 3, 8 %": () => jpeg(cut(0.06, 0.02, 0.03, 0.08)),
    "rotated 90°": () => jpeg(picture().rotate(90)),
    mirrored: () => jpeg(picture().flop()),
    "brightened 1.2": () => jpeg(picture().modulate({ brightness: 1.2 })),
    "brightened 1.3": () => jpeg(picture().modulate({ brightness: 1.3 })),
    "darkened 0.6": () => jpeg(picture().modulate({ brightness: 0.6 })),
    "all at once": async () => {
      const part = await cut(cropped, cropped, cropped, cropped).png().toBuffer();
      return jpeg(sharp(part).rotate(90).resize(300).modulate({ brightness: 1.15 }), 30);
    },
  };
}

async function main() {
  if (skip) return console.log(skip);
  const folder = mkdtempSync(join(tmpdir(), "bepart-repeats-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

  const films = join(folder, "films");
  mkdirSync(films);
  for (const film of readdirSync(join(corpus, "d-video/ok")).sort()) {
    const from = ["-v", "error", "-i", join(corpus, "d-video/ok", film), "-vf", "fps=1/2", "-frames:v", "8"];
    try {
      execFileSync("ffmpeg", [...from, "-q:v", "3", join(films, `${film}-%02d.jpg`)], { stdio: "pipe" });
    } catch {
      console.log(`ffmpeg reads no frames of ${film}`);
    }
  }
  const photos = pictures("a-photos/heic", "a-photos/motion", "a-photos/orientation", "a-photos/phones", "a-photos");
  const files = [...new Set(photos.map(({ file }) => join(corpus, file)))].concat(
    readdirSync(films).sort().map((frame) => join(films, frame)),
  );
  for (const file of files) {
    const source = basename(file);
    let upright;
    try {
      const pixels = sharp(file, { failOn: "none" }).autoOrient().flatten().toColourspace("srgb");
      upright = await pixels.png({ compressionLevel: 1 }).toBuffer({ resolveWithObject: true });
    } catch {
      console.log(`sharp does not read ${source}`);
      continue;
    }
    const group = GROUPS.find((shape) => shape.test(source)) ?? source.replace(/-\d\d\.jpg$/, "");
    const { width, height } = upright.info;
    for (const [name, alter] of Object.entries(alterations(upright.data, width, height))) {
      const square = sharp(await alter()).greyscale().resize(SIDE, SIDE, { fit: "fill" }).toColourspace("b-w");
      appendFileSync(join(folder, "frames.raw"), await square.raw().toBuffer());
      appendFileSync(join(folder, "frames.tsv"), `${source}\t${name}\t${group}\n`);
    }
  }
  const migrations = readdirSync(join(root, "migrations")).sort();
  for (const file of migrations) {
    execFileSync("psql", ["-qX", "-v", "ON_ERROR_STOP=1", "-f", join(root, "migrations", file), process.env.DATABASE_URL]);
  }
  execFileSync(program, [folder], { stdio: "inherit" });
}

await main();
