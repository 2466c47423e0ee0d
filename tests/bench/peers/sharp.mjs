// sharp as a peer of `make bench-photos`: sharp.mjs '{"idiom", "input", "folder", "sizes", "effort", "pictures", "at_once"}'.
// Makes the same picture's renditions so many times and prints how long that took: {"seconds"}. With no pictures it
// only starts, so that its start can be taken off.
//
// `sizes` are [width, height], largest first. Qualities are ours; metadata is dropped and colours go to sRGB by sharp's
// own defaults. No hash is made of the picture: in its favour.
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { performance } from "node:perf_hooks";

const sharp = createRequire(new URL("../../photos/package.json", import.meta.url))("sharp");
const { idiom, input, folder, sizes, effort, pictures, at_once } = JSON.parse(process.argv[2]);
sharp.concurrency(1);
sharp.cache(false);
mkdirSync(folder, { recursive: true });

const write = (pipeline, width) => [
  () => pipeline.clone().webp({ quality: 80, effort }).toFile(join(folder, `${width}.webp`)),
  () => pipeline.clone().jpeg({ quality: 82 }).toFile(join(folder, `${width}.jpeg`)),
];

const IDIOMS = {
  /** As its documentation shows: one instance, cloned for each output. */
  async clone() {
    const pipeline = sharp(input).autoOrient();
    const outputs = sizes.flatMap(([width, height]) => write(pipeline.clone().resize(width, height, { fit: "fill" }), width));
    await Promise.all(outputs.map((output) => output()));
  },
  /** Its fastest form that we know: decoded once, each size from the next larger one's raw pixels. */
  async staged() {
    let from = sharp(input).autoOrient();
    for (const [width, height] of sizes) {
      const { data, info } = await from
        .resize(width, height, { fit: "fill" })
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      from = sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
      for (const output of write(from, width)) await output();
    }
  },
};

const began = performance.now();
let left = pictures;
const worker = async () => {
  while (left-- > 0) await IDIOMS[idiom]();
};
await Promise.all(Array.from({ length: at_once }, worker));
console.log(JSON.stringify({ seconds: (performance.now() - began) / 1000 }));
