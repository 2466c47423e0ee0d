// A newsroom: the program as its users start it, with limits that a test does not run into, and the reader's ways to it.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync, readlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { fetchObject, onS3 } from "../browser/s3.mjs";
import { House } from "../uploads/house.mjs";
import { BYTES, base64 } from "../uploads/tus.mjs";

/** How long nothing may move before a test gives up waiting for verdicts. */
const PATIENCE_MS = 120_000;

/** A value in SQL. */
const quoted = (text) => `'${text.replaceAll("'", "''")}'`;

export class Newsroom {
  /** Starts one; on S3 when the tests run on one. */
  static async open(env = {}) {
    const newsroom = new Newsroom();
    newsroom.house = await new House({ env, outside: onS3 ? ["BEPART__STORAGE__ENDPOINT"] : [] }).up();
    newsroom.origin = newsroom.house.origin;
    return newsroom;
  }

  close() {
    return this.house?.stop();
  }

  /**
   * Sends a contribution and returns its receipt code. `files` are `{ name, type, bytes }`; with `door: "tus"` they
   * come through the resumable door first, as they do with script.
   */
  async contribute({ title, body = "The river came over the bridge at noon.", files = [], door = "form" }) {
    const form = new FormData();
    const fields = { title, body, name: "Ada Berwari", place: "Zakho", language: "en", consent: "named", terms: "1" };
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    for (const file of files) {
      if (door === "tus") form.append("upload", await this.upload(file));
      else form.append("files", new File([file.bytes], file.name, { type: file.type ?? "" }));
    }
    const sent = await fetch(`${this.origin}/contribute`, { method: "POST", body: form, redirect: "manual" });
    assert.equal(sent.status, 303, await sent.text());
    const cookie = sent.headers.getSetCookie().map((line) => line.split(";", 1)[0]);
    const page = await fetch(new URL(sent.headers.get("location"), this.origin), {
      headers: { cookie: cookie.join("; ") },
    });
    const code = /class="code[ "][^>]*>([^<]+)</.exec(await page.text())?.[1];
    assert.ok(code, "the page after sending shows the code");
    return code.trim();
  }

  /** Brings a file through the resumable door; returns the name under which a form may claim it. */
  async upload({ name, type, bytes }) {
    const metadata = `filename ${base64(name)}${type ? `,filetype ${base64(type)}` : ""}`;
    const answer = await this.house.door.post(
      [["Upload-Length", bytes.length], ["Upload-Metadata", metadata], ...(bytes.length ? [BYTES] : [])],
      bytes,
    );
    assert.equal(answer?.status, 201, String(answer?.body));
    return basename(this.house.door.path(answer));
  }

  /** The status page behind a receipt code. */
  async receipt(code) {
    const page = await fetch(`${this.origin}/receipt`, {
      method: "POST",
      headers: { "accept-language": "en" },
      body: new URLSearchParams({ code }),
    });
    assert.equal(page.status, 200);
    return page.text();
  }

  /** Rows of a query. */
  dbRows(sql) {
    const said = this.house.db(`select coalesce(json_agg(row_to_json(found)), '[]') from (${sql}) found`);
    assert.notEqual(said, undefined, "psql is here: it comes with PostgreSQL");
    return JSON.parse(said);
  }

  /** What became of the files of which the names begin so, by name, once all are judged. */
  async verdicts(prefix = "") {
    const like = quoted(`${prefix.replaceAll(/[\\%_]/g, "\\$&")}%`);
    const sql = `select f.client_name as name, m.media_id, m.state, m.refused_reason as reason, m.kind, m.width, m.height
                 from submission_files f join media m using (media_id) where f.client_name like ${like}`;
    for (let open = Infinity, moved = Date.now(); ; await sleep(200)) {
      const rows = this.dbRows(sql);
      const left = rows.filter(({ state }) => state === "waiting" || state === "processing");
      if (!left.length) return new Map(rows.map((row) => [row.name, row]));
      if (left.length < open) [open, moved] = [left.length, Date.now()];
      assert.ok(Date.now() - moved < PATIENCE_MS, `never judged: ${left.map(({ name }) => name).join(", ")}`);
    }
  }

  /** Sends files, ten to a contribution at most, and returns what became of each, in the same order. */
  async judge(files, door = "form") {
    this.batches = (this.batches ?? 0) + 1;
    const prefix = `judged${this.batches}-`;
    const named = files.map((file, index) => ({ ...file, name: `${prefix}${index}-${file.name}` }));
    for (let at = 0; at < named.length; at += 10) {
      await this.contribute({ title: "Photos", files: named.slice(at, at + 10), door });
    }
    const verdicts = await this.verdicts(prefix);
    return named.map(({ name }) => verdicts.get(name));
  }

  /** The renditions of media, by id, largest first: `{ slot, format, width, height, bytes }`. */
  async renditions(ids) {
    const found = new Map(ids.map((id) => [id, []]));
    const wanted = ids.map(quoted).join();
    const rows = ids.length
      ? this.dbRows(
          `select media_id, slot, format, width, height, size from renditions where media_id in (${wanted})
           order by slot desc, format`,
        )
      : [];
    for (const { media_id, size, ...row } of rows) {
      const bytes = await this.#object(`media/${media_id}/${row.slot}-${row.format}`);
      assert.equal(bytes.length, size, "a row says how long its object is");
      found.get(media_id).push({ ...row, bytes });
    }
    for (const [id, made] of onS3 ? [] : found) {
      const folder = join(this.objects, "media", id);
      const there = existsSync(folder) ? readdirSync(folder).length : 0;
      assert.equal(there, made.length, "no object lies beside those that rows name");
    }
    return found;
  }

  /** Sends files that must become ready; returns the renditions of each, with what was said of it. */
  async rendered(files, door = "form") {
    const verdicts = await this.judge(files, door);
    for (const [index, verdict] of verdicts.entries()) {
      assert.equal(verdict?.state, "ready", `${files[index].name}: ${verdict?.state} ${verdict?.reason ?? ""}`);
    }
    const renditions = await this.renditions(verdicts.map(({ media_id }) => media_id));
    return verdicts.map((verdict) => {
      const made = renditions.get(verdict.media_id);
      return { ...verdict, made, of: (format, slot) => pick(made, format, slot) };
    });
  }

  /** Decoders and encoders that run for this program: their numbers. */
  workers() {
    return readdirSync("/proc").filter((pid) => {
      try {
        return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`).startsWith(this.#scratch);
      } catch {
        return false;
      }
    });
  }

  /** Folders that work has left, or that somebody works in. */
  leftBehind() {
    return existsSync(this.#scratch) ? readdirSync(this.#scratch) : [];
  }

  /** Facts are read after a verdict: once that is over, too, nothing runs and nothing lies about. */
  async nothingLeft() {
    const busy = () => this.dbRows("select kind from jobs where kind like 'media.%' and parked_at is null and run_at <= now()");
    for (let left = Infinity, moved = Date.now(); left > 0; await sleep(200)) {
      const now = busy().length;
      if (now !== left) [left, moved] = [now, Date.now()];
      assert.ok(Date.now() - moved < PATIENCE_MS, `${left} jobs are never done`);
    }
    // A job is done a moment before its folder is gone.
    for (let tries = 0; (this.leftBehind().length || this.workers().length) && tries < 100; tries++) await sleep(50);
    assert.deepEqual([this.leftBehind(), this.workers()], [[], []]);
  }

  get #scratch() {
    return join(this.house.data, "scratch");
  }

  /** The private bucket of the disk store. */
  get objects() {
    return join(this.house.data, "objects/private");
  }

  async #object(path) {
    if (!onS3) return readFileSync(join(this.objects, path));
    return fetchObject(`/${process.env.BEPART__STORAGE__BUCKET_PRIVATE ?? "bepart-private"}/${path}`);
  }
}

/** What a verdict says, without whose it is. */
export function said({ state, reason, kind, width, height }) {
  return { state, reason, kind, width, height };
}

/** The rendition of a format at a slot, or the largest of that format. */
function pick(made, format, slot) {
  return made.find((one) => one.format === format && (slot === undefined || one.slot === slot));
}
