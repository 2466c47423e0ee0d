// Films through the real program, and what is asked of them once they are made.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { skip as noCorpus } from "../photos/corpus.mjs";
import { Newsroom } from "../photos/newsroom.mjs";
import { corpus } from "../photos/corpus.mjs";

/** How long nothing may move before a test gives up waiting. */
const PATIENCE_MS = 240_000;

/** The films of some folders of the corpus. */
export function films(...folders) {
  if (noCorpus) return [];
  const rows = JSON.parse(readFileSync(join(corpus, "manifest.json"), "utf8"));
  return rows.filter(({ file }) => folders.some((folder) => file.startsWith(`${folder}/`)));
}

/** A film made on the spot, of a pattern or another source of ffmpeg's; its arguments behind its sources. */
export function shoot(name, { size = "1280x720", seconds = 5, rate = 30, sound = true, source, as = [] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "bepart-shoot-"));
  const file = join(folder, name);
  const shown = source ?? `testsrc2=size=${size}:rate=${rate}`;
  const sources = ["-t", String(seconds), "-f", "lavfi", "-i", shown];
  if (sound) sources.push("-f", "lavfi", "-i", `sine=frequency=440:duration=${seconds}`);
  try {
    execFileSync("ffmpeg", ["-hide_banner", "-loglevel", "error", "-y", ...sources, ...as, file]);
    return { name, type: "video/mp4", bytes: readFileSync(file) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** An editor's. */
export const PASSWORD = "a long river of words 7";

/** What no browser plays everywhere, so that it is encoded. */
export const HEVC = ["-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "log-level=error", "-tag:v", "hvc1", "-c:a", "aac"];
/** What every browser plays. */
export const SAFE = ["-c:v", "libx264", "-preset", "ultrafast", "-g", "30", "-pix_fmt", "yuv420p", "-profile:v", "main", "-c:a", "aac"];

export class Cinema extends Newsroom {
  static async open(env = {}) {
    const newsroom = await Newsroom.open(env);
    return Object.setPrototypeOf(newsroom, Cinema.prototype);
  }

  /** Rows of the media by the names of their files. */
  dbFilms(prefix = "") {
    return this.dbRows(
      `select f.client_name as name, m.media_id, m.state, m.refused_reason as reason, m.medium_kind as kind, m.width,
              m.height, m.duration_ms, m.making, m.progress, m.live_ms, m.sprite_tiles, length(m.waveform) as columns,
              (select count(*)::int from film_rungs r where r.media_id = m.media_id) as rungs
       from submission_files f join media m using (media_id) where f.client_name like '${prefix}%'
       order by f.client_name`,
    );
  }

  /** Waits until all that can be made of the films is made; returns their rows by name. */
  async finished(prefix = "") {
    for (let before = "", moved = Date.now(); ; await sleep(250)) {
      const rows = this.dbFilms(prefix);
      const left = rows.filter(({ state, making }) => making || state === "waiting" || state === "processing");
      if (rows.length && !left.length) return new Map(rows.map((row) => [row.name, row]));
      const now = JSON.stringify(left.map(({ name, state, progress }) => [name, state, progress]));
      if (now !== before) [before, moved] = [now, Date.now()];
      assert.ok(Date.now() - moved < PATIENCE_MS, `never finished: ${now}`);
    }
  }

  /** Waits until a row fits. */
  async until(name, fits, patience = PATIENCE_MS) {
    for (const began = Date.now(); ; await sleep(50)) {
      const [row] = this.dbFilms(name);
      if (row && fits(row)) return row;
      assert.ok(Date.now() - began < patience, `${name}: ${JSON.stringify(row)}`);
    }
  }

  /** The ones of them that are ffmpeg. */
  encoders() {
    return this.workers().filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/comm`, "utf8").trim() === "ffmpeg";
      } catch {
        return false;
      }
    });
  }

  /** A one-time link that makes an editor. */
  invite(email) {
    const [file, args] = this.house.command(["editor", "invite", "--email", email]);
    const said = execFileSync(file, args, { cwd: this.house.folder, env: this.house.env, encoding: "utf8" });
    return /\/invite\/\S+/.exec(said)[0];
  }

  /** The cookies of an editor who has just accepted an invitation. */
  async editor(email) {
    const accepted = await fetch(this.origin + this.invite(email), {
      method: "POST",
      body: new URLSearchParams({ email, name: "Bo", password: PASSWORD }),
      redirect: "manual",
    });
    assert.equal(accepted.status, 303, await accepted.text());
    return accepted.headers.getSetCookie().map((line) => line.split(";", 1)[0]).join("; ");
  }
}

/** What ffprobe says of a file in memory. */
export function probe(bytes) {
  const folder = mkdtempSync(join(tmpdir(), "bepart-probe-"));
  const file = join(folder, "rung.mp4");
  writeFileSync(file, bytes);
  try {
    const said = execFileSync("ffprobe", ["-loglevel", "error", "-show_streams", "-show_format", "-of", "json", file]);
    const tags = JSON.parse(execFileSync("exiftool", ["-j", "-G1", "-a", "-ee", file]))[0];
    return { ...JSON.parse(said), exif: tags };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
