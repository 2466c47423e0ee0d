// The pictures of `make bench-photos`. They are taken from the corpus or made of its photos, once, into a folder under
// target/, and described here so that anybody can make them again:
//
// p12_srgb  4032 × 3024 JPEG 4:2:0, sRGB: the iPhone 5's photo (8 MP), enlarged, with grain; turned by its EXIF, with a place
// p12_p3    4032 × 3024 JPEG 4:2:0, Display P3: the iPhone XR's frame, decoded by libvips; turned, with a place
// p12_prog  4032 × 3024 progressive JPEG: the Lumia 800's photo (8 MP), enlarged, with grain
// p48       8064 × 6048 JPEG, Display P3: the iPhone XR's frame twice as large, with grain; turned, with a place
// h12       the iPhone XR's own HEIC: tiles of 512 pixels, Display P3
// s12       4032 × 3024 PNG: a page of text, tables and slopes, photographed by headless Chromium at twice its size
// w12       4032 × 3024 WebP, lossy, sRGB: the iPhone XR's frame
//
// An enlarged photo has less to tell per pixel than a native one; grain gives some of it back.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import { corpus } from "../../photos/corpus.mjs";

const sharp = createRequire(new URL("../../photos/package.json", import.meta.url))("sharp");
const photo = (name) => join(corpus, name);
const HEIC = photo("a-photos/heic/metadata-extractor-images__Issue_263_dotnet.heic");
const IPHONE = photo("a-photos/phones/metadata-extractor-images__Apple_iPhone_5.jpg");
const LUMIA = photo("a-photos/phones/metadata-extractor-images__Nokia_Lumia_800.jpg");

/** Samples with light grain, the same each time: the sum of three throws, at most 3 × `strength` either way. */
function grainy({ data, info }, strength) {
  let x = 0x9e3779b9;
  const span = 2 * strength + 1;
  const thrown = (bits) => (bits % span) - strength;
  for (let at = 0; at + 3 <= data.length; at += 3) {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    const grain = thrown(x & 1023) + thrown((x >>> 10) & 1023) + thrown((x >>> 20) & 1023);
    for (let part = at; part < at + 3; part++) data[part] = Math.max(0, Math.min(255, data[part] + grain));
  }
  return sharp(data, { raw: info, limitInputPixels: false });
}

const raw = (pipeline) => pipeline.removeAlpha().raw().toBuffer({ resolveWithObject: true });

/** Says that the picture is to be turned by 90°, and where and with what it was taken. */
function tagged(file) {
  execFileSync("exiftool", [
    ...["-q", "-overwrite_original", "-Orientation#=6", "-Make=Apple", "-Model=Bench"],
    ...["-GPSLatitude=36.19", "-GPSLatitudeRef=N", "-GPSLongitude=44.01", "-GPSLongitudeRef=E", file],
  ]);
}

export class Sources {
  constructor(folder) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /** A file of the folder, made when it is not there yet. Half-made ones are never taken for it. */
  async #kept(name, make) {
    const file = join(this.folder, name);
    if (!existsSync(file)) {
      const growing = join(this.folder, `growing-${name}`);
      await make(growing);
      renameSync(growing, file);
    }
    return file;
  }

  /** The iPhone XR's frame, upright, with its Display P3 profile. */
  #frame() {
    return this.#kept("frame.png", (to) => {
      // sharp's libvips leaves a VIPSHOME in our environment, where Debian's would look for its modules.
      const env = { PATH: process.env.PATH };
      execFileSync("vips", ["heifload", HEIC, `${to}[compression=1]`], { env, stdio: "pipe" });
    });
  }

  /** The frame as the sensor had it, its numbers untouched, as a JPEG with its profile. */
  async #p3(to, { scale, quality, grain }) {
    const frame = await this.#frame();
    const { icc } = await sharp(frame).metadata();
    const lying = sharp(frame, { ignoreIcc: true }).rotate(270);
    const sized = scale === 1 ? lying : sharp((await raw(lying)).data, { raw: { width: 4032, height: 3024, channels: 3 } });
    const larger = scale === 1 ? sized : sized.resize(4032 * scale, 3024 * scale, { kernel: "cubic" });
    await grainy(await raw(larger), grain).jpeg({ quality }).toFile(to);
    const profile = join(this.folder, "growing.icc");
    writeFileSync(profile, icc);
    execFileSync("exiftool", ["-q", "-overwrite_original", `-icc_profile<=${profile}`, to]);
    tagged(to);
  }

  /** An upright photo, enlarged to 12 MP lying, with grain. */
  async #enlarged(file) {
    const pixels = await raw(sharp(file).resize(4032, 3024, { fit: "cover", kernel: "cubic" }).toColourspace("srgb"));
    return grainy(pixels, 2);
  }

  async #screenshot(to) {
    const page = join(this.folder, "page.html");
    writeFileSync(page, PAGE);
    execFileSync(
      process.env.CHROMIUM ?? "/usr/bin/chromium",
      [
        ...["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=2"],
        ...["--window-size=2016,1512", `--screenshot=${to}.png`, `file://${page}`],
      ],
      { stdio: "pipe" },
    );
    renameSync(`${to}.png`, to);
  }

  static NAMES = ["p12_srgb", "p12_p3", "p12_prog", "p48", "s12", "w12", "h12"];

  /** A picture: its `file`, its upright `width` and `height`, and a file that sharp can read with the same pixels. */
  async get(name) {
    const file = await this.#file(name);
    const readable = name === "h12" ? await this.#frame() : file;
    const { width, height } = (await sharp(readable).metadata()).autoOrient;
    return { name, file, readable, width, height, bytes: readFileSync(file).length };
  }

  #file(name) {
    switch (name) {
      case "p12_srgb":
        return this.#kept("p12_srgb.jpg", async (to) => {
          await (await this.#enlarged(IPHONE)).jpeg({ quality: 91 }).toFile(to);
          tagged(to);
        });
      case "p12_p3":
        return this.#kept("p12_p3.jpg", (to) => this.#p3(to, { scale: 1, quality: 92, grain: 0 }));
      case "p12_prog":
        return this.#kept("p12_prog.jpg", async (to) => {
          await (await this.#enlarged(LUMIA)).jpeg({ quality: 91, progressive: true }).toFile(to);
        });
      case "p48":
        return this.#kept("p48.jpg", (to) => this.#p3(to, { scale: 2, quality: 89, grain: 2 }));
      case "h12":
        return HEIC;
      case "s12":
        return this.#kept("s12.png", (to) => this.#screenshot(to));
      case "w12":
        return this.#kept("w12.webp", async (to) => {
          await sharp(await this.#frame()).rotate(270).webp({ quality: 90 }).toFile(to);
        });
      default:
        throw new Error(`no such picture: ${name}`);
    }
  }
}

/** A front page: columns of text in two scripts, a table, slopes of colour. */
const PAGE = `<!doctype html><meta charset="utf-8"><style>
body{margin:0;font:15px/1.5 "Noto Sans",sans-serif;color:#1c2430;background:#fbfaf7}
header{padding:24px 40px;background:linear-gradient(90deg,#7a1f2b,#c9683a 60%,#e9c46a);color:#fff;font-size:38px}
main{columns:5;column-gap:28px;padding:24px 40px}h2{font-size:20px;margin:12px 0 4px;color:#7a1f2b}
p{margin:0 0 8px}i{display:block;block-size:120px;background:radial-gradient(circle at 30% 40%,#f4d35e,#2a6f97 70%)}
table{inline-size:100%;border-collapse:collapse;font-size:12px}td{border:1px solid #cbd2d9;padding:1px 5px}
</style><header>The river came over the bridge — ڕووبارەکە</header><main>${Array.from(
  { length: 44 },
  (_, number) => `<section dir="${number % 3 ? "ltr" : "rtl"}"><h2>${number + 1}. ${number % 3 ? "What we know" : "ئەوەی دەیزانین"}</h2><p>${
    number % 3
      ? "The water rose in the night, and by noon nobody could cross. Readers sent photos from both banks; none was hurt. "
      : "ئاوەکە لە شەودا بەرز بووەوە و نیوەڕۆ کەس نەیدەتوانی بپەڕێتەوە. خوێنەران لە هەردوو کەنارەوە وێنەیان نارد. "
  }${(number * 7919).toString(36)} </p>${
    number % 4
      ? ""
      : `<i></i><table>${Array.from({ length: 6 }, (_, row) => `<tr><td>${row}</td><td>${(number * 31 + row * 17) % 97}</td><td>${(number * row * 13) % 89} m</td></tr>`).join("")}</table>`
  }</section>`,
).join("")}</main>`;
