// Shows 1 of issue 5: every film of the corpus through the running program, and in a browser.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";

import { chromium } from "@playwright/test";

import { onS3 } from "../browser/s3.mjs";
import { asFile, skip } from "../photos/corpus.mjs";
import { Cinema, PASSWORD, films, probe } from "./cinema.mjs";

const list = (lines) => (lines.length ? `\n${lines.join("\n")}` : "");

/** Watches the program from a process of its own. */
function watch(newsroom) {
  const script = fileURLToPath(new URL("../photos/watch.mjs", import.meta.url));
  const child = spawn(process.execPath, [script, newsroom.origin, String(newsroom.house.process.pid)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  let line = "";
  child.stdout.on("data", (piece) => (line += piece));
  const ended = new Promise((done) => child.once("close", done));
  return async () => {
    child.stdin.end();
    await ended;
    return JSON.parse(line);
  };
}

describe("the films of the corpus", { skip }, () => {
  const rows = films("d-video");
  const named = (row) => row.file.split("/").slice(1).join("-");
  let newsroom;
  let seen;
  let made;
  let renditions;

  before(async () => {
    newsroom = await Cinema.open();
    const end = watch(newsroom);
    for (const row of rows) {
      await newsroom.contribute({ title: named(row), files: [asFile(row, { name: named(row) })], door: "tus" });
    }
    made = await newsroom.finished();
    seen = await end();
    renditions = await newsroom.renditions([...made.values()].map(({ media_id }) => media_id));
    const health = `/healthz p99 ${seen.p99.toFixed(1)} ms of ${seen.requests}`;
    console.log(`${rows.length} films; ${health}; at most ${seen.peak_mib.toFixed(0)} MiB`);
  });
  after(() => newsroom?.close());

  test("every file ends as the manifest says", () => {
    assert.ok(rows.length >= 40, `${rows.length} films`);
    const wrong = [];
    for (const row of rows) {
      const verdict = made.get(named(row));
      const fits =
        (verdict?.state === "ready" && row.expect !== "reject") ||
        (verdict?.state === "refused" && row.expect !== "accept" && /^[a-z]+(_[a-z]+)*$/.test(verdict.reason));
      if (!fits) wrong.push(`${row.file}: ${verdict?.state} ${verdict?.reason ?? ""}, expected ${row.expect}`);
      if (row.cls === "d-video/playlists" && verdict?.reason !== "unsupported_type") wrong.push(row.file);
    }
    assert.equal(wrong.length, 0, list(wrong));
  });

  test("what is to be accepted is upright and as long as it was", () => {
    const wrong = [];
    for (const row of rows.filter(({ expect }) => expect === "accept")) {
      const { width, height, duration_ms } = made.get(named(row));
      // The manifest has the size of the frames; the pixels of one of them are wider than high.
      const wide = row.file.endsWith("fixture.3gp") ? { width: 504, height: 288 } : row;
      if (width !== wide.width || height !== wide.height) wrong.push(`${row.file}: ${width} × ${height}`);
      const off = Math.abs(duration_ms / 1000 - row.duration_header_s);
      if (off > 0.2) wrong.push(`${row.file}: ${duration_ms} ms, not ${row.duration_header_s} s`);
    }
    assert.equal(wrong.length, 0, list(wrong));
  });

  test("every rung is one film and at most one sound in step, and nothing else", () => {
    const wrong = [];
    let rungs = 0;
    for (const row of rows) {
      const verdict = made.get(named(row));
      for (const { slot, format, bytes } of renditions.get(verdict.media_id)) {
        if (!["m4s", "m4a"].includes(format)) continue;
        rungs++;
        const what = `${row.file} ${slot}.${format}`;
        const { streams, format: container, exif } = probe(bytes);
        const kinds = streams.map(({ codec_type }) => codec_type).sort().join();
        const right = format === "m4a" ? ["audio"] : ["video", "audio,video"];
        if (!right.includes(kinds)) wrong.push(`${what}: ${kinds}`);
        const starts = streams.map(({ start_time }) => Number(start_time));
        if (Math.max(...starts) - Math.min(...starts) > 0.1) wrong.push(`${what}: sound and film begin at ${starts}`);
        for (const { codec_type, codec_name, tags = {} } of streams) {
          if (!["h264", "aac"].includes(codec_name)) wrong.push(`${what}: ${codec_name}`);
          const told = Object.keys(tags).filter((tag) => !["language", "handler_name", "vendor_id"].includes(tag));
          if (told.length) wrong.push(`${what}: ${codec_type} tells ${told}`);
          if (!/^(?:VideoHandler|SoundHandler)?$/.test(tags.handler_name ?? "")) wrong.push(`${what}: ${tags.handler_name}`);
        }
        const told = Object.keys(container.tags ?? {}).filter(
          (tag) => !["major_brand", "minor_version", "compatible_brands"].includes(tag),
        );
        if (told.length) wrong.push(`${what}: tells ${told}`);
        for (const [tag, value] of Object.entries(exif)) {
          if (/GPS|Location|Make|Model|Software|Encoder|Author|Comment/i.test(tag)) wrong.push(`${what}: ${tag}`);
          if (/Date/.test(tag) && !tag.startsWith("System:") && !/^0000/.test(value)) wrong.push(`${what}: ${tag} ${value}`);
        }
        for (const secret of row.secret_strings ?? []) if (bytes.includes(secret)) wrong.push(`${what}: ${secret}`);
      }
    }
    assert.ok(rungs > 60, `${rungs} rungs`);
    assert.equal(wrong.length, 0, list(wrong));
  });

  test("the secrets that are looked for are in the originals", () => {
    const telling = rows.filter(({ secret_strings }) => secret_strings?.length);
    const told = telling.filter((row) => row.secret_strings.some((secret) => asFile(row).bytes.includes(secret)));
    assert.ok(told.length >= 6, `${told.length} of ${telling.length}`);
  });

  test("the program was in good health all the while, and nothing is left", { skip: onS3 && "not on S3" }, async () => {
    assert.equal(seen.failures, 0);
    assert.ok(seen.requests > 100, `${seen.requests} requests`);
    await newsroom.nothingLeft();
    assert.ok(!existsSync(join(newsroom.objects, "incoming")) || !readdirSync(join(newsroom.objects, "incoming")).length);
  });

  test("a browser plays every film that is to be accepted, whole and upright", async () => {
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--autoplay-policy=no-user-gesture-required"],
    });
    try {
      const page = await (await browser.newContext({ baseURL: newsroom.origin })).newPage();
      await page.goto(newsroom.invite("editor@news.example"));
      await page.fill("[name=name]", "Bo");
      await page.fill("[name=password]", PASSWORD);
      await page.locator("main form button[type=submit]").click();
      await page.waitForURL("**/desk");
      const wrong = [];
      for (const row of rows.filter(({ expect }) => expect === "accept")) {
        const { media_id, width, height, duration_ms } = made.get(named(row));
        const slots = renditions.get(media_id).filter(({ format }) => format === "m4s").map(({ slot }) => slot);
        for (const file of ["film.m3u8", ...slots.map((slot) => `${slot}.m4s`)]) {
          const shown = await page.evaluate(play, `/desk/media/${media_id}/${file}`);
          const what = `${row.file} ${file}: ${JSON.stringify(shown)}`;
          const ratio = shown.width / shown.height / (width / height);
          // Half a pixel of rounding, and chroma makes sides even.
          if (shown.error || !(Math.abs(ratio - 1) < 4 / Math.min(shown.width, shown.height))) wrong.push(what);
          else if (Math.abs(shown.seconds - duration_ms / 1000) > 0.2 || !shown.ended) wrong.push(what);
          else if (row.audio?.[0] && slots.length && !shown.sound && row.audio[0] !== null) wrong.push(`${what}: silent`);
        }
      }
      assert.equal(wrong.length, 0, list(wrong));
    } finally {
      await browser.close();
    }
  });
});

/** In the page: plays a film, its end at once when it is long. */
async function play(address) {
  const film = document.createElement("video");
  document.body.append(film);
  const happens = (name, patience) =>
    new Promise((done, fail) => {
      film.addEventListener(name, done, { once: true });
      film.addEventListener("error", () => fail(new Error(film.error?.message ?? "error")), { once: true });
      setTimeout(() => fail(new Error(`no ${name} after ${patience} ms`)), patience);
    });
  try {
    film.preload = "auto";
    const ready = happens("loadeddata", 20_000);
    film.src = address;
    await ready;
    const seconds = film.duration;
    const over = happens("ended", 30_000);
    if (seconds > 3) film.currentTime = seconds - 2;
    film.playbackRate = 2;
    await film.play();
    await over;
    return {
      width: film.videoWidth,
      height: film.videoHeight,
      seconds,
      ended: film.ended,
      sound: film.webkitAudioDecodedByteCount > 0,
    };
  } catch (error) {
    return { error: error.message };
  } finally {
    film.removeAttribute("src");
    film.load();
    film.remove();
  }
}
