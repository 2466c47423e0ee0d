// `make bench-video`: films through the program beside the ways of its peers, in one run (PERF.md, part 2).
//
// Prints ratios, processor time of all children of the program (`/proc/<pid>/stat`) against that of ffmpeg called as a
// peer does, and waits on the clock. Asserts nothing. BEPART_BENCH_ROUNDS (3), BEPART_BENCH_SECONDS (30) of the clip.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";

// Before what reads it: imports of the usual kind come first of all.
process.env.BEPART_BIN ??= new URL("../../target/release/bepart", import.meta.url).pathname;
const { bytesOf, picture, skip: noCorpus } = await import("../photos/corpus.mjs");
const { Cinema } = await import("../films/cinema.mjs");

const ROUNDS = Number(process.env.BEPART_BENCH_ROUNDS ?? 3);
const SECONDS = Number(process.env.BEPART_BENCH_SECONDS ?? 30);
const TICKS = Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));
const folder = mkdtempSync(join(tmpdir(), "bepart-bench-video-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

/** Processor time of a call, in seconds, and what it took on the clock. */
function run(args, cwd = folder) {
  const file = join(folder, "time");
  const began = performance.now();
  execFileSync("bash", ["-c", `TIMEFORMAT='%U %S'; { time "$@" >/dev/null 2>&1; } 2>${file}`, "bash", ...args], { cwd });
  const [user, system] = readFileSync(file, "utf8").trim().split(" ").map(Number);
  return { cpu: user + system, wall: (performance.now() - began) / 1000 };
}
const ffmpeg = (...args) => run(["ffmpeg", "-nostdin", "-y", "-loglevel", "error", ...args]);

/** A pan over a real photo with grain, 1080p30: what a phone writes, not a test picture that encodes to nothing. */
function shoot() {
  const photo = join(folder, "photo.jpg");
  const row = noCorpus ? undefined : picture("a-photos/orientation/exif-orientation-examples__Landscape_1.jpg");
  if (row) execFileSync("tee", [photo], { input: bytesOf(row), stdio: ["pipe", "ignore", "inherit"] });
  else ffmpeg("-f", "lavfi", "-i", "testsrc2=size=3000x2000", "-frames:v", "1", photo);
  const pan =
    `scale=3840:-2,zoompan=z='1.2+0.15*sin(on/90)':x='iw*0.1*(1+sin(on/120))':y='ih*0.1*(1+cos(on/150))':d=${SECONDS * 30}` +
    ":s=1920x1080:fps=30,noise=alls=9:allf=t,format=yuv420p";
  const source = ["-loop", "1", "-i", photo, "-f", "lavfi", "-i", `sine=frequency=330:duration=${SECONDS}`, "-vf", pan];
  const end = ["-t", String(SECONDS), "-g", "30", "-c:a", "aac"];
  const h264 = join(folder, "h264.mp4");
  ffmpeg(...source, "-c:v", "libx264", "-preset", "veryfast", "-b:v", "15M", "-profile:v", "high", ...end, h264);
  const hevc = join(folder, "hevc.mp4");
  ffmpeg("-i", h264, "-c:v", "libx265", "-preset", "ultrafast", "-b:v", "9M", "-tag:v", "hvc1", "-x265-params", "log-level=error", ...end, hevc);
  return { h264, hevc };
}

/** Processor time of all children that the program has waited for, in seconds. */
function childrensCpu(cinema) {
  const stat = readFileSync(`/proc/${cinema.house.process.pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[13]) + Number(fields[14])) / TICKS;
}

/** Calls of ffmpeg that the program makes from now on and that write one of these files; `end` gives them. */
function overhear(cinema, ...files) {
  const heard = new Map();
  const listening = setInterval(() => {
    for (const pid of cinema.encoders()) {
      try {
        const call = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").slice(0, -1);
        const made = files.find((file) => call.includes(`file:${file}`));
        if (made && !heard.has(made)) heard.set(made, call);
      } catch {
        // It has ended meanwhile.
      }
    }
  }, 10);
  return {
    end() {
      clearInterval(listening);
      return [...heard.values()];
    },
  };
}

/** Sends a film; answers when it could first be watched, and what that, the pictures of it and its ladder took. */
async function send(cinema, file, name) {
  const bytes = readFileSync(file);
  const token = await cinema.upload({ name, type: "video/mp4", bytes });
  const before = childrensCpu(cinema);
  const pictures = overhear(cinema, "poster.png", "sprite.png");
  const form = new FormData();
  for (const [key, value] of Object.entries({ title: name, body: "x", language: "en", consent: "anonymous", terms: "1", upload: token })) {
    form.append(key, value);
  }
  // One question that waits in the database: asking again and again takes processors from what is measured.
  const seen = cinema.house.dbMeanwhile(
    `do $$ begin
       loop
         exit when exists (select from submission_files f join media m using (media_id)
                           where f.client_name = '${name}'
                             and (cardinality(m.live_ms) > 0 or exists (select from film_rungs r where r.media_id = m.media_id)));
         perform pg_sleep(0.01);
       end loop;
     end $$`,
  );
  await sleep(300);
  const began = performance.now();
  await fetch(`${cinema.origin}/contribute`, { method: "POST", body: form, redirect: "manual" });
  await seen;
  const watched = (performance.now() - began) / 1000;
  // The first rung is made: it is all there.
  await cinema.until(name, ({ rungs }) => rungs);
  const first = childrensCpu(cinema) - before;
  await cinema.until(name, ({ state, columns, sprite_tiles, making }) => columns || sprite_tiles || (state === "ready" && !making));
  const leafed = childrensCpu(cinema) - before - first;
  await cinema.finished(name);
  // The same calls again, by themselves: beside them, the program made renditions of the poster and a waveform.
  copyFileSync(file, join(folder, "original"));
  const calls = pictures.end().map((call) => run(call).cpu);
  return { watched, first, calls, leafed, ladder: childrensCpu(cinema) - before - first - leafed };
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const say = (what, values, goal) =>
  console.log(`${what.padEnd(66)} ${values.map((value) => value.toFixed(3)).join(" ")}  median ${median(values).toFixed(3)}${goal ? `  goal ${goal}` : ""}`);

const X264 = ["-c:v", "libx264", "-preset", "veryfast", "-crf", "23"];
const { h264, hevc } = shoot();
console.log(`${cpus()[0].model}, ${cpus().length} processors; ${SECONDS} s of 1080p30, ${ROUNDS} rounds`);
const rows = { playable: [], packed: [], first: [], copied: [], encoded: [], leafed: [], pictures: [], photos: [] };
const cinema = await Cinema.open();
try {
  for (let round = 0; round < ROUNDS; round++) {
    const out = (name) => join(folder, name);
    // The ways of the peers: a whole transcode for each rung, a sprite of a full decoding.
    const rung = (from, height) => ffmpeg("-i", from, "-vf", `scale=-2:${height}`, ...X264, "-c:a", "aac", out(`${height}.mp4`)).cpu;
    const ofH264 = { 720: rung(h264, 720), 480: rung(h264, 480), 240: rung(h264, 240), 1080: rung(h264, 1080) };
    const ofHevc = { 720: rung(hevc, 720), 240: rung(hevc, 240), 1080: rung(hevc, 1080) };
    const sheet = ffmpeg("-i", h264, "-vf", "fps=1/2,scale=160:-2,tile=8x2", "-frames:v", "1", out("sheet.jpg")).cpu;
    const safe = await send(cinema, h264, `safe${round}.mp4`);
    const other = await send(cinema, hevc, `hevc${round}.mp4`);
    rows.playable.push(safe.watched);
    rows.packed.push(safe.first / ofH264[720]);
    rows.first.push(other.watched);
    // The same rungs, each by a run of its own.
    rows.copied.push(safe.ladder / (ofH264[720] + ofH264[480] + ofH264[240] + ofH264[1080]));
    rows.encoded.push(other.ladder / (ofHevc[720] + ofHevc[240] + ofHevc[1080]));
    rows.leafed.push(safe.leafed / sheet);
    if (safe.calls.length === 2) rows.pictures.push((safe.calls[0] + safe.calls[1]) / sheet);
  }
  if (!noCorpus) {
    const photo = () => ({ name: "photo.jpg", type: "image/jpeg", bytes: bytesOf(picture("a-photos/orientation/exif-orientation-examples__Landscape_1.jpg")) });
    const nine = async () => {
      const began = performance.now();
      await cinema.judge(Array.from({ length: 9 }, photo));
      return performance.now() - began;
    };
    for (let round = 0; round < ROUNDS; round++) {
      const quiet = await nine();
      const name = `beside${round}.mp4`;
      await cinema.contribute({ title: name, files: [{ name, type: "video/mp4", bytes: readFileSync(hevc) }], door: "tus" });
      await cinema.until(name, ({ live_ms }) => live_ms?.length);
      rows.photos.push((await nine()) / quiet);
      await cinema.finished(name);
    }
  }
} finally {
  await cinema.close();
}
say("web-safe: seconds from sending the form to playable", rows.playable, "<= 0.5");
say("web-safe: CPU until playable / a 720p transcode", rows.packed, "<= 0.02");
say("HEVC: seconds from sending the form to the first piece", rows.first, "<= 1.5");
say("ladder, top rung copied / each rung by itself", rows.copied, "<= 0.45 of three");
say("ladder, all encoded / each rung by itself", rows.encoded, "<= 0.80");
if (rows.pictures.length) say("poster and sheet, the two calls / a sheet of a full decoding", rows.pictures, "<= 0.2");
say("the same with renditions, waveform and the program's own / that", rows.leafed);
if (rows.photos.length) say("nine photos beside a transcode / alone", rows.photos, "<= 2");
