// `make bench-photos`: what a photo costs us and the peers, side by side in one run, the order turned each round.
// Figures are printed beside the goals, never judged: this machine is shared.
//
// Ours is what a worker does for each picture: `bepart decode probe`, then `bepart decode render`, each a process of
// its own in its sandbox, in a fresh folder, all counted. Of the peers, sharp keeps one process for all pictures (its
// start is taken off), vipsthumbnail is twelve processes a picture, `image` is one. Every tool makes the same four sizes as
// WebP q80 and JPEG q82, upright, without metadata; only ours also makes the hashes, and `image` keeps the colours as
// they are. Where the pictures come from is said in photos/sources.mjs.
//
// BENCH_ROUNDS (3), BENCH_ONLY (p12_srgb,p12_p3,p12_prog,p48,s12,w12,h12,refusals), BENCH_PICTURES (2: pictures per process and
// measurement), BENCH_QUALITY=0 leaves out SSIMULACRA2. BENCH_LIMITS is the JSON that the program hands to its children
// (without it they take its defaults); BENCH_LIMITS_4 the same with WebP method 4: with it, both are measured.
//
// CPU is user and system time of all processes, memory the largest single process. Quality is SSIMULACRA2 of what sharp
// decodes, against a lossless reference: the whole original, by sharp without scaled decoding, to sRGB, then Lanczos 3.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { skip } from "../photos/corpus.mjs";
import { refusals } from "./photos/refusals.mjs";
import { Sources } from "./photos/sources.mjs";

const root = resolve(fileURLToPath(import.meta.url), "../../..");
const sharp = createRequire(join(root, "tests/photos/package.json"))("sharp");
const program = process.env.BEPART_BIN ?? join(root, "target/release/bepart");
const peers = join(root, "tests/bench/peers");
const built = join(root, "target/tools/peers");
const tool = (name) => join(built, "release", name);

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const PICTURES = Number(process.env.BENCH_PICTURES ?? 2);
const ONLY = (process.env.BENCH_ONLY ?? [...Sources.NAMES, "refusals"].join()).split(",");
const WIDTHS = [2048, 1280, 640, 320];
const FORMATS = ["webp", "jpeg"];

// What is written goes to memory where there is some to write to: no tool is to wait for a disk.
const scratch = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "bepart-bench-"));
process.once("exit", () => rmSync(scratch, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
let folders = 0;
const fresh = () => join(scratch, String(++folders));

/** Runs chains of commands on so many workers and says what it took. */
function measure(chains, workers = 1) {
  return new Promise((done, fail) => {
    const child = spawn(tool("measure"), { stdio: ["pipe", "pipe", "inherit"] });
    let said = "";
    child.stdout.on("data", (piece) => (said += piece));
    child.once("error", fail);
    child.once("close", (code) => (code === 0 ? done(JSON.parse(said)) : fail(new Error(`measure ended with ${code}`))));
    child.stdin.end(JSON.stringify({ workers, chains }));
  });
}

/** A peer that is started for each picture: `chain` is its commands for one. */
class PerPicture {
  constructor(chain, cannot = []) {
    Object.assign(this, { chain, cannot });
  }

  /** Makes pictures, so many at once; `folder` is where the last one's files are. */
  async make(picture, pictures, workers) {
    const places = Array.from({ length: pictures }, fresh);
    places.forEach((folder) => mkdirSync(folder));
    const took = await measure(places.map((folder) => this.chain(picture, folder)), workers);
    places.slice(0, -1).forEach((folder) => rmSync(folder, { recursive: true }));
    const { cpu_seconds, wall_seconds, peak_mib } = took;
    return { cpu: cpu_seconds / pictures, speed: pictures / wall_seconds, peak: peak_mib, folder: places.at(-1) };
  }
}

/** sharp: one process for all pictures. */
class Sharp {
  cannot = ["h12"]; // no HEVC decoder in npm's build

  constructor(idiom, effort) {
    Object.assign(this, { idiom, effort });
  }

  async make(picture, pictures, workers) {
    const folder = fresh();
    const what = { idiom: this.idiom, effort: this.effort, input: picture.file, folder, sizes: picture.sizes };
    const run = (count) =>
      measure([
        [{ program: process.execPath, args: [join(peers, "sharp.mjs"), JSON.stringify({ ...what, pictures: count, at_once: workers })] }],
      ]);
    const idle = await run(0);
    const took = await run(pictures);
    const cpu = (took.cpu_seconds - idle.cpu_seconds) / pictures;
    return { cpu, speed: pictures / JSON.parse(took.said).seconds, peak: took.peak_mib, folder };
  }
}

/** How a worker has its children take memory (services/media/src/decoder.rs). */
const ALLOCATION = { GLIBC_TUNABLES: "glibc.malloc.hugetlb=1" };

/** A child of the program, as a worker starts it for a file. */
const child = (file, mode, folder, limits) => ({
  program,
  args: ["decode", mode],
  cwd: folder,
  stdin: file,
  env: { ...ALLOCATION, ...(limits ? { BEPART_DECODE_LIMITS: limits } : {}) },
});

const ours = (limits) =>
  new PerPicture(({ file }, folder) => ["probe", "render"].map((mode) => child(file, mode, folder, limits)));

const vips = (effort) =>
  new PerPicture(({ file, sizes }, folder) => {
    const env = { PATH: process.env.PATH, VIPS_CONCURRENCY: "1" };
    const step = (program, ...args) => ({ program, args, env });
    const at = (width, format) => join(folder, `${width}.${format}`);
    return sizes.flatMap(([width, height], index) => [
      // Larger ones stay as pixels on disk, as cheap as can be; they are turned and their colours converted once.
      step(
        "vipsthumbnail",
        index ? at(sizes[index - 1][0], "v") : file,
        ...["-s", `${width}x${height}!`, "-o", at(width, "v"), ...(index ? ["--no-rotate"] : ["-e", "srgb"])],
      ),
      step("vips", "webpsave", at(width, "v"), at(width, "webp"), "--Q", "80", "--effort", String(effort), "--strip"),
      step("vips", "jpegsave", at(width, "v"), at(width, "jpeg"), "--Q", "82", "--optimize-coding", "--strip"),
    ]);
  });

const naive = (method) =>
  new PerPicture(
    ({ file, sizes }, folder) => [
      { program: tool("naive"), args: [file, folder, String(method), ...sizes.map((size) => size.join("x"))] },
    ],
    ["h12"],
  );

const works = (file, ...args) => {
  try {
    return Boolean(execFileSync(file, args, { stdio: "pipe" }));
  } catch {
    return false;
  }
};

const { BENCH_LIMITS, BENCH_LIMITS_4 } = process.env;
const OURS = "be part, effort 2";
const TOOLS = {
  [OURS]: ours(BENCH_LIMITS),
  ...(BENCH_LIMITS_4 ? { "be part, effort 4": ours(BENCH_LIMITS_4) } : {}),
  "sharp staged, effort 2": new Sharp("staged", 2),
  "sharp staged, effort 4": new Sharp("staged", 4),
  "sharp clone, effort 2": new Sharp("clone", 2),
  "sharp clone, effort 4": new Sharp("clone", 4),
  "vipsthumbnail staged, effort 2": vips(2),
  "image naive, method 2": naive(2),
};

/** Which of ours stands against which peer, and the goal (PERF.md 4; of CPU, per picture and for the sum). */
const PAIRS = [
  [OURS, "sharp staged, effort 2", "same effort", 0.7, 0.62],
  ["be part, effort 4", "sharp staged, effort 4", "same effort", 0.7, 0.62],
  [OURS, "sharp staged, effort 4", "product defaults", 0.5, 0.45],
  [OURS, "sharp clone, effort 2", "same effort"],
  [OURS, "sharp clone, effort 4", "product defaults", 0.3, 0.3],
  [OURS, "vipsthumbnail staged, effort 2", "same effort"],
  [OURS, "image naive, method 2", "same effort"],
];
const VIPS_HEIC_GOAL = 0.55;
const PEAK_GOAL_MIB = 64;
const BASELINE = ["p12_srgb", "p12_p3", "p48"];

const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const figure = (value) => (!Number.isFinite(value) ? "–" : value.toFixed(Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 3));
const spread = (values) =>
  values.length < 2
    ? figure(values[0])
    : `${figure(middle(values))} (${figure(Math.min(...values))}–${figure(Math.max(...values))})`;
const row = (name, ...cells) => console.log([name.padEnd(34), ...cells.map((cell) => cell.padEnd(24))].join(""));
const beside = (goal) => (goal === undefined ? "" : `  goal ≤ ${goal}`);

/** Where a rendition lies. */
const place = (folder, [width], format) => join(folder, `${width}.${format}`);

/** Whether a tool has made all that it was asked for. */
const complete = (folder, { sizes }) =>
  sizes.every((size) => FORMATS.every((format) => existsSync(place(folder, size, format))));

/** The files that a tool made, by format: `{ bytes, data }`, decoded. */
async function looked(folder, size) {
  const found = {};
  for (const format of FORMATS) {
    const bytes = readFileSync(place(folder, size, format));
    found[format] = { bytes: bytes.length, data: await sharp(bytes).removeAlpha().raw().toBuffer() };
  }
  return found;
}

/** SSIMULACRA2 and bytes of each tool's renditions, printed. */
async function compareQuality(picture, made) {
  const source = await sharp(picture.readable, { limitInputPixels: false })
    .autoOrient()
    .removeAlpha()
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const whole = { raw: { width: source.info.width, height: source.info.height, channels: 3 }, limitInputPixels: false };
  const names = Object.keys(made);
  const totals = Object.fromEntries(names.map((name) => [name, 0]));
  for (const size of picture.sizes) {
    const [width, height] = size;
    const reference = join(scratch, "reference.rgb");
    const pixels = await sharp(source.data, whole).resize(width, height, { fit: "fill", kernel: "lanczos3" }).raw().toBuffer();
    writeFileSync(reference, pixels);
    const seen = {};
    for (const name of names) seen[name] = await looked(made[name], size);
    for (const format of FORMATS) {
      const files = names.map((name, index) => {
        const file = join(scratch, `candidate-${index}.rgb`);
        writeFileSync(file, seen[name][format].data);
        return file;
      });
      const said = execFileSync(tool("quality"), [String(width), String(height), reference, ...files], { encoding: "utf8" });
      const scores = said.trim().split("\n").map(Number);
      const first = seen[names[0]][format].bytes;
      const cells = names.map((name, index) => {
        totals[name] += seen[name][format].bytes;
        const { bytes } = seen[name][format];
        const off = index ? `, ours ${signed(scores[0] - scores[index])}, ${signed((first / bytes - 1) * 100)} %` : "";
        return `${scores[index].toFixed(2)} ${bytes} B${off}`;
      });
      console.log([`${width} ${format}`.padEnd(12), ...cells.map((cell) => cell.padEnd(46))].join(""));
    }
  }
  const cells = names.map((name, index) =>
    index ? `${totals[name]} B, ours ${signed((totals[names[0]] / totals[name] - 1) * 100)} %` : `${totals[name]} B`,
  );
  console.log(["all".padEnd(12), ...cells.map((cell) => cell.padEnd(46))].join(""));
}
const signed = (value) => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`;

/** CPU seconds per picture, by tool, picture and round: for the sums. */
const spent = {};

async function bench(name, sources) {
  const picture = await sources.get(name);
  const { width, height } = picture;
  picture.sizes = WIDTHS.map((wide) => [wide, Math.round((height * wide) / width)]);
  const able = Object.entries(TOOLS).filter(([, { cannot }]) => !cannot.includes(name));
  const found = Object.fromEntries(able.map(([label]) => [label, []]));
  const made = {};
  const order = able.map(([label]) => label);
  for (let round = 0; round < ROUNDS; round++) {
    for (const label of [...order]) {
      const alone = await TOOLS[label].make(picture, PICTURES, 1);
      if (!complete(alone.folder, picture)) {
        console.log(`\n${label} makes no renditions of ${name}: measured without it.`);
        order.splice(order.indexOf(label), 1);
        delete found[label];
        continue;
      }
      const { speed, folder } = await TOOLS[label].make(picture, 2 * PICTURES, 2);
      found[label].push({ ...alone, speed });
      rmSync(folder, { recursive: true });
      if (made[label]) rmSync(made[label], { recursive: true });
      made[label] = alone.folder;
    }
    order.push(order.shift());
  }

  console.log(`\n${name}: ${width} × ${height} upright, ${picture.bytes} bytes; sizes ${picture.sizes.map((size) => size.join(" × ")).join(", ")}`);
  row("", "CPU s/picture", "pictures/s, 2 workers", "peak MiB");
  for (const [label, rounds] of Object.entries(found)) {
    const of = (key) => spread(rounds.map((round) => round[key]));
    const goal = label.startsWith("be part") && BASELINE.includes(name) ? beside(PEAK_GOAL_MIB) : "";
    row(label, of("cpu"), of("speed"), of("peak") + goal);
  }
  row("ours ÷ peer, same round", "CPU", "pictures/s");
  for (const [mine, peer, kind, each] of PAIRS) {
    if (!found[mine] || !found[peer]) continue;
    const ratio = (key) => spread(found[mine].map((round, index) => round[key] / found[peer][index][key]));
    const goal = name === "h12" ? (peer.startsWith("vips") ? VIPS_HEIC_GOAL : undefined) : each;
    row(`  ${peer}`, ratio("cpu") + beside(goal), ratio("speed"), `${kind}${mine === OURS ? "" : ` (${mine})`}`);
  }
  for (const [label, rounds] of Object.entries(found)) (spent[label] ??= {})[name] = rounds.map(({ cpu }) => cpu);

  if (process.env.BENCH_QUALITY !== "0") {
    const compared = Object.fromEntries(
      [...Object.keys(TOOLS).filter((label) => label.startsWith("be part")), "sharp staged, effort 2", "sharp staged, effort 4"]
        .concat(name === "h12" ? ["vipsthumbnail staged, effort 2"] : [])
        .filter((label) => made[label])
        .map((label) => [label, made[label]]),
    );
    console.log("SSIMULACRA2, bytes; goal: within 0.5 of sharp's, bytes ≤ +3 %");
    console.log(["".padEnd(12), ...Object.keys(compared).map((label) => label.padEnd(46))].join(""));
    await compareQuality(picture, compared);
  }
  Object.values(made).forEach((folder) => rmSync(folder, { recursive: true }));
}

/** Sums of CPU over the pictures that all tools can read, round by round. */
function sums(names) {
  if (names.length < 2) return;
  const sum = (label, round) => names.reduce((all, name) => all + (spent[label]?.[name]?.[round] ?? NaN), 0);
  const rounds = Array.from({ length: ROUNDS }, (_, round) => round);
  console.log(`\nsum of ${names.join(", ")}`);
  row("", "CPU s");
  for (const label of Object.keys(spent)) row(label, spread(rounds.map((round) => sum(label, round))));
  row("ours ÷ peer, same round", "CPU");
  for (const [mine, peer, kind, , all] of PAIRS) {
    if (!spent[mine] || !spent[peer]) continue;
    row(`  ${peer}`, spread(rounds.map((round) => sum(mine, round) / sum(peer, round))) + beside(all), kind);
  }
}

if (skip) {
  console.log(skip);
  process.exit(0);
}
if (!existsSync(program)) throw new Error(`build the program first: there is no ${program}`);
execFileSync("cargo", ["build", "--release", "--locked", "--manifest-path", join(peers, "Cargo.toml"), "--target-dir", built], {
  stdio: "inherit",
});
if (!works("vips", "--version")) {
  delete TOOLS["vipsthumbnail staged, effort 2"];
  console.log("vips is not here (Debian: libvips-tools): measured without it, and only what is made without it.");
}
console.log(`${program}; sharp ${sharp.versions.sharp} (libvips ${sharp.versions.vips}), concurrency 1`);
console.log(`${ROUNDS} rounds of ${PICTURES} pictures; median (least–most); ratios are of the same round.`);
if (!BENCH_LIMITS_4) console.log("Without BENCH_LIMITS_4: our method 4 is not measured.");
const sources = new Sources(join(root, "target/bench-photos"));
const wanted = Sources.NAMES.filter((name) => ONLY.includes(name));
const measured = [];
for (const name of wanted) {
  try {
    await bench(name, sources);
    measured.push(name);
  } catch (error) {
    console.log(`\n${name} failed: ${error.message.split("\n")[0]}`);
  }
}
sums(measured.filter((name) => name !== "h12"));
if (ONLY.includes("refusals")) {
  await refusals((file, mode) => child(file, mode, fresh(), BENCH_LIMITS), measure);
}
