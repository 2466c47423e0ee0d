// Shows 1 of issue 4: the corpus as uploads of eight readers at a time, the whole of it twice.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";

import { onS3 } from "../browser/s3.mjs";
import { payloads, structure, tags, traces } from "./clean.mjs";
import { asFile, bytesOf, pictures, skip } from "./corpus.mjs";
import { Newsroom, said } from "./newsroom.mjs";

const READERS = 8;
const ALL = pictures("a-photos", "b-hostile", "c-c2pa");
// A browser sends an empty file for a field in which none was chosen: the form takes it for nothing.
const SENT = ALL.filter((row) => row.bytes > 0);

const hash = (bytes) => createHash("sha256").update(bytes).digest("hex");
const list = (lines) => (lines.length ? `\n${lines.join("\n")}` : "");

/** Watches the program from a process of its own; the answer's `end` returns what it saw. */
function watch(newsroom) {
  const script = fileURLToPath(new URL("watch.mjs", import.meta.url));
  const child = spawn(process.execPath, [script, newsroom.origin, String(newsroom.house.process.pid)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  let line = "";
  child.stdout.on("data", (piece) => (line += piece));
  const ended = new Promise((done) => child.once("close", done));
  return {
    async end() {
      child.stdin.end();
      await ended;
      return JSON.parse(line);
    },
  };
}

/** Sends every file, several to a contribution, half of them by the resumable door; returns what became of each. */
async function sendAll(newsroom, prefix) {
  const files = SENT.map((row, index) => {
    const file = asFile(row);
    return { ...file, name: `${prefix}-${index}-${file.name}` };
  });
  const batches = [];
  for (let at = 0, size = 1; at < files.length; at += size, size = (size % 10) + 1) {
    batches.push(files.slice(at, at + size));
  }
  const receipts = [];
  const reader = async () => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      const door = batches.length % 2 ? "form" : "tus";
      const code = await newsroom.contribute({ title: `Photos ${prefix}`, files: batch, door });
      receipts.push({ code, names: batch.map(({ name }) => name) });
    }
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  const verdicts = await newsroom.verdicts(`${prefix}-`);
  return { receipts, verdicts, of: (index) => verdicts.get(files[index].name) };
}

describe("the corpus", { skip }, () => {
  let newsroom;
  let seen;
  let seconds;
  const runs = [];
  /** Renditions of the first run by row; their hashes in both. */
  const renditions = new Map();
  const hashes = [[], []];

  before(async () => {
    newsroom = await Newsroom.open();
    const watcher = watch(newsroom);
    try {
      const began = performance.now();
      for (const prefix of ["first", "second"]) runs.push(await sendAll(newsroom, prefix));
      seconds = (performance.now() - began) / 1000;
    } finally {
      seen = await watcher.end();
    }
    for (const [run, { of, verdicts }] of runs.entries()) {
      const all = await newsroom.renditions([...verdicts.values()].map(({ media_id }) => media_id));
      for (const [index, row] of SENT.entries()) {
        const made = all.get(of(index)?.media_id) ?? [];
        if (run === 0) renditions.set(row, made);
        hashes[run].push(made.map(({ slot, format, bytes }) => `${slot}.${format} ${hash(bytes)}`).join("\n"));
      }
    }
    const { peak_mib, p50, p99, most, requests, decoders } = seen;
    const ms = (value) => `${value.toFixed(1)} ms`;
    console.log(
      `${SENT.length} files twice in ${seconds.toFixed(1)} s; at most ${peak_mib.toFixed(0)} MiB resident ` +
        `(program and decoders, of which ${decoders} at a time); /healthz: ${requests} requests, ` +
        `median ${ms(p50)}, p99 ${ms(p99)}, slowest ${ms(most)}`,
    );
  });
  after(() => newsroom?.close());

  test("every file ends as the manifest says", () => {
    assert.ok(SENT.length > 400, `${SENT.length} files`);
    const wrong = [];
    for (const [index, row] of SENT.entries()) {
      const verdict = runs[0].of(index);
      const fits =
        (verdict?.state === "ready" && row.expect !== "reject") ||
        (verdict?.state === "refused" && row.expect !== "accept" && /^[a-z]+(_[a-z]+)*$/.test(verdict.reason));
      if (!fits) wrong.push(`${row.file}: ${verdict?.state} ${verdict?.reason ?? ""}, expected ${row.expect}`);
    }
    assert.equal(wrong.length, 0, `${wrong.length} of ${SENT.length}:${list(wrong)}`);
  });

  test("the second time every verdict and every byte of the renditions are the same", () => {
    const wrong = [];
    for (const [index, row] of SENT.entries()) {
      const [one, two] = runs.map(({ of }) => of(index) && JSON.stringify(said(of(index))));
      if (one !== two) wrong.push(`${row.file}: ${one}, then ${two}`);
      if (hashes[0][index] !== hashes[1][index]) wrong.push(`${row.file}: other renditions`);
    }
    assert.equal(wrong.length, 0, list(wrong));
  });

  test("the program is still the one that was started, and was in good health all the while", () => {
    const { exitCode, signalCode } = newsroom.house.process;
    assert.deepEqual([exitCode, signalCode], [null, null]);
    assert.equal(seen.failures, 0);
    assert.ok(seen.requests > 100, `${seen.requests} requests`);
  });

  test("what is ready has all its sizes in both formats, what is refused has none", () => {
    const wrong = [];
    for (const [index, row] of SENT.entries()) {
      const { state, width } = runs[0].of(index) ?? {};
      const made = renditions.get(row);
      const pictures = made.filter(({ format }) => format !== "mp4");
      const slots = state === "ready" ? [320, 640, 1280, 2048].filter((_, at, all) => !at || all[at - 1] < width) : [];
      const wanted = slots.reverse().flatMap((slot) => [`${slot}.jpeg`, `${slot}.webp`]);
      const there = pictures.map(({ slot, format }) => `${slot}.${format}`);
      if (there.join() !== wanted.join()) wrong.push(`${row.file}: ${there.join(" ")}, not ${wanted.join(" ")}`);
    }
    assert.equal(wrong.length, 0, list(wrong));
  });

  test("a photo's size is the manifest's, as it is shown", () => {
    const wrong = [];
    for (const [index, row] of SENT.entries()) {
      const verdict = runs[0].of(index);
      if (!row.width || verdict?.state !== "ready" || row.expect !== "accept") continue;
      if (verdict.width !== row.width || verdict.height !== row.height) {
        wrong.push(`${row.file}: ${verdict.width} × ${verdict.height}, not ${row.width} × ${row.height}`);
      }
      for (const { slot, format, width, height } of renditions.get(row)) {
        // Half a pixel of rounding on each side.
        const off = Math.abs(width * row.height - height * row.width) / Math.max(row.width, row.height);
        if (off > 1) wrong.push(`${row.file}: ${slot}.${format} of ${width} × ${height}`);
      }
    }
    assert.equal(wrong.length, 0, list(wrong));
  });

  test("a refusal is told in words, one wording to a reason, without path, stack or decoder text", async () => {
    const wordings = new Map();
    for (const { code, names } of runs[0].receipts) {
      const refused = names.map((name) => runs[0].verdicts.get(name)).filter(({ state }) => state === "refused");
      if (!refused.length) continue;
      const page = await newsroom.receipt(code);
      const words = [...page.matchAll(/class="why-not"[^>]*>([^<]*)</g)].map(([, text]) => text.trim());
      assert.equal(words.length, refused.length, `each refused file of ${names.join(", ")} has its words`);
      for (const [index, { reason }] of refused.entries()) {
        if (!wordings.has(reason)) wordings.set(reason, new Set());
        wordings.get(reason).add(words[index]);
      }
    }
    assert.ok(wordings.size >= 3, [...wordings.keys()].join());
    for (const [reason, texts] of wordings) {
      assert.equal(texts.size, 1, `${reason}: ${[...texts].join(" | ")}`);
      const [text] = texts;
      assert.match(text, /^[A-Z][^\n]{20,}[.!]$/, reason);
      assert.doesNotMatch(text, /[/\\{}<>]|_|::|\b0x|error|panic|exception|errno|libheif|ffmpeg|decoder/i, reason);
    }
    const different = new Set([...wordings.values()].map(([text]) => text));
    assert.equal(different.size, wordings.size, "two reasons are not told in the same words");
  });

  test("no rendition holds a trace of where its photo comes from, nor a second picture", () => {
    const wrong = [];
    const all = [...renditions].flatMap(([row, made]) => made.map((rendition) => ({ row, ...rendition })));
    assert.ok(all.length > 300, `${all.length} renditions`);
    for (const { row, slot, format, bytes } of all) {
      const secrets = (row.secret_strings ?? []).filter((secret) => bytes.includes(secret));
      for (const complaint of [...structure({ format, bytes }), ...traces(bytes), ...secrets]) {
        wrong.push(`${row.file} ${slot}.${format}: ${complaint}`);
      }
    }
    for (const [index, complaints] of tags(all)) {
      wrong.push(`${all[index].row.file} ${all[index].slot}.${all[index].format}: ${complaints.join(", ")}`);
    }
    assert.equal(wrong.length, 0, list(wrong));
  });

  test("the secrets and traces that are looked for are in the originals", () => {
    const rows = SENT.filter((row) => row.secret_strings?.length);
    assert.ok(rows.length > 30, `${rows.length} files`);
    const seen = rows.filter((row) => row.secret_strings.some((secret) => bytesOf(row).includes(secret)));
    assert.equal(seen.length, rows.length);
    const told = SENT.filter((row) => traces(bytesOf(row)).length).length;
    assert.ok(told > 30, `${told} files`);
  });

  test("nothing of a payload is left in a rendition", () => {
    const rows = SENT.filter(({ cls }) => cls === "b-hostile/payloads");
    assert.ok(rows.filter((row) => payloads(bytesOf(row)).length).length > 10);
    const wrong = [];
    for (const row of rows) {
      for (const { slot, format, bytes } of renditions.get(row)) {
        const left = payloads(bytes);
        if (left.length) wrong.push(`${row.file} ${slot}.${format}: ${left.join(", ")}`);
      }
    }
    assert.equal(wrong.length, 0, list(wrong));
  });

  test("nothing became public, and no decoder and no temporary file is left", { skip: onS3 && "not on S3" }, async () => {
    await newsroom.nothingLeft();
    const below = (folder) => (existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : []);
    const objects = join(newsroom.house.data, "objects");
    assert.deepEqual(below(join(objects, "public")).filter((entry) => entry.isFile()), []);
    assert.deepEqual(below(join(objects, "tmp")), []);
    const left = below(newsroom.house.data).filter(({ name }) => /^(decode|original)-/.test(name));
    assert.deepEqual(left.map(({ name }) => name), []);
  });
});

describe("names and types", { skip }, () => {
  let newsroom;
  before(async () => (newsroom = await Newsroom.open()));
  after(() => newsroom?.close());

  const DISGUISES = [
    { name: "page.html", type: "text/html" },
    { name: "picture.svg", type: "image/svg+xml" },
    { name: "picture.heic", type: "image/heic" },
    { name: "picture.jpg", type: "image/jpeg" },
    { name: "no name at all", type: "" },
  ];

  test("a file's verdict is the same under four wrong names and types", async () => {
    // One of each kind and expectation, and every payload.
    const kinds = new Map(ALL.filter((row) => row.bytes > 0).map((row) => [`${row.mime} ${row.expect}`, row]));
    const rows = [...new Set([...kinds.values(), ...pictures("b-hostile/payloads")])];
    const sent = rows.flatMap((row) => {
      const disguises = DISGUISES.filter(({ type }) => type !== row.mime).slice(0, 4);
      return [{}, ...disguises].map((disguise) => ({ row, file: asFile(row, disguise) }));
    });
    const verdicts = (await newsroom.judge(sent.map(({ file }) => file))).map((one) => JSON.stringify(said(one)));
    const wrong = [];
    for (const [index, { row, file }] of sent.entries()) {
      const own = verdicts[sent.findIndex((first) => first.row === row)];
      if (verdicts[index] !== own) wrong.push(`${row.file} as ${file.name}: ${verdicts[index]}, not ${own}`);
    }
    assert.equal(wrong.length, 0, list(wrong));
  });

  test("the text of a contribution is there although its file was refused", async () => {
    const body = "The bridge is closed.\n\nپرد داخراوە.";
    const files = [
      { name: "notes.pdf", type: "application/pdf", bytes: Buffer.from("%PDF-1.7\n1 0 obj\n") },
      asFile(pictures("a-photos/orientation")[0]),
    ];
    const code = await newsroom.contribute({ title: "With a file that is no photo", body, files });
    const rows = newsroom.dbRows("select body from submissions where title = 'With a file that is no photo'");
    assert.deepEqual(rows.map((row) => row.body.replaceAll("\r\n", "\n")), [body]);
    const verdicts = await newsroom.verdicts("notes.pdf");
    assert.equal(verdicts.get("notes.pdf").state, "refused");
    const page = await newsroom.receipt(code);
    assert.match(page, /With a file that is no photo/);
    assert.equal([...page.matchAll(/class="why-not"/g)].length, 1);
  });
});
