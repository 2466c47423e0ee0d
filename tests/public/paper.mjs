// A newsroom whose stories people talk under: what a test needs to publish, to say something and to decide, without a browser.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { Foyer, PASSWORD, cookiesOf, until } from "../accounts/foyer.mjs";
import { root } from "../uploads/house.mjs";

export { PASSWORD, cookiesOf, until };

/** A picture that may be shown to anybody, as the demo has it. */
export const picture = (name) => ({
  name: `${name}.jpg`,
  type: "image/jpeg",
  bytes: readFileSync(join(root, "web/demo", `${name}.jpg`)),
});

/** As many comments as a test likes. */
export const WIDE = Object.fromEntries(
  ["POSTS_EACH", "POSTS_ALL", "POSTS_SOFT", "ACTS_EACH", "ACTS_ALL"].map((name) => [`BEPART__COMMENTS__${name}`, "100000000"]),
);

/** The cookie by which a guest is known again. */
export const secretOf = (answer) => cookiesOf(answer).split("; ").find((cookie) => cookie.startsWith("commenter="));

const between = (page, before, after) => page.split(before)[1]?.split(after)[0];

export class Paper extends Foyer {
  static async open(env = {}) {
    const wide = { ...WIDE, BEPART__STAFF__SECOND_FACTOR: "false", ...env };
    return Object.setPrototypeOf(await Foyer.open(wide), Paper.prototype);
  }

  /** The cookies of somebody of the newsroom. */
  async staff(email, { role = "editor", name = "Bo" } = {}) {
    const accepted = await this.post(this.invite(email, role), { email, name, password: PASSWORD });
    assert.equal(accepted.status, 303, await accepted.text());
    return cookiesOf(accepted);
  }

  /** Cookies as a browser takes them. */
  jar(cookies) {
    const pairs = cookies.split("; ").filter(Boolean).map((pair) => /^([^=]+)=(.*)$/s.exec(pair));
    return pairs.map(([, name, value]) => ({ name, value, url: this.base }));
  }

  /** Runs SQL of any length. */
  dbRun(sql) {
    const [psql, args, options] = this.house.psql("");
    const at = args.indexOf("-c");
    const call = ["-q", "-v", "ON_ERROR_STOP=1", ...args.toSpliced(at, 2, "-f", "-")];
    return execFileSync(psql, call, { ...options, input: sql, maxBuffer: 1 << 28 }).trim();
  }

  /** Nobody waits for the newsroom, nor for the clock. */
  dbAllow() {
    this.house.db("update comment_rules set holds_first = 0, slow_seconds = 0, links_allowed = 100000, flood_five_minutes = 1000000");
  }

  /** A page's text, which must be there. */
  async read(path, cookie) {
    const answer = await this.get(path, cookie);
    const page = await answer.text();
    assert.equal(answer.status, 200, `${path}: ${page}`);
    return page;
  }

  /** Sends a form that leads on; gives where to, and the answer. */
  async lead(path, fields, cookie) {
    const answer = await this.post(path, fields, { cookie });
    assert.equal(answer.status, 303, `${path}: ${await answer.text()}`);
    return { to: answer.headers.get("location"), answer };
  }

  /** A contribution that becomes a story; gives its `path`, `id` of the contribution and the receipt's `code`. */
  async publish(editor, { title, body, lang = "en", name = "Ada Berwari", place = "Zakho", tags = "", files = [], captions = [], checked = "" }) {
    const id = randomUUID();
    const form = new FormData();
    const fields = { submission_id: id, form_key: randomBytes(24).toString("hex"), title, body, name, place, language: lang, consent: "named", terms: "1" };
    for (const [key, value] of Object.entries(fields)) form.append(key, value);
    for (const file of files) form.append("files", new File([file.bytes], file.name, { type: file.type }));
    const sent = await fetch(`${this.origin}/contribute`, { method: "POST", body: form, redirect: "manual" });
    const said = await sent.text();
    assert.equal(sent.status, 303, said);
    const code = said.trim().split("\n").at(-1);
    const desk = `/desk/submissions/${id}`;
    if (files.length) {
      const open = `select 1 from submission_files join media using (media_id) where submission_id = '${id}' and (state <> 'ready' or making)`;
      const all = `select count(*) from submission_files where submission_id = '${id}' and media_id is not null`;
      await until(() => this.house.db(all) === String(files.length) && !this.house.db(open), `the files of ${title}`, 120_000);
    }
    await this.lead(`${desk}/decision`, { decision: "accept", version: "1" }, editor);
    const path = await this.compose(editor, desk, { tags, checked_note: checked }, captions);
    return { path, id, code, desk, title };
  }

  /** Publishes, or publishes anew, what the form of the story says, with some of it changed; gives the story's path. */
  async compose(editor, desk, changes, captions = []) {
    const page = await this.read(`${desk}/story`, editor);
    const fields = { ...filledIn(page), ...changes, action: "publish" };
    const pairs = Object.entries(fields);
    for (const [number, id] of [...page.matchAll(/id="use-([^"]+)"/g)].map(([, found]) => found).entries()) {
      pairs.push(["use", id], [`order-${id}`, String(number + 1)], [`caption-${id}`, captions[number] ?? ""], [`alt-${id}`, captions[number] ?? ""]);
    }
    return (await this.lead(`${desk}/story`, new URLSearchParams(pairs), editor)).to;
  }

  /** The thread under a story. */
  async threadOf(path) {
    const id = between(await this.read(path), 'name="thread_id" value="', '"');
    assert.ok(id, `people can talk at ${path}`);
    return id;
  }

  /** Says something; gives the comment's `id`, the `cookie` of who said it, and whether it `waits`. */
  async say(thread, { body, name = "A guest", parent = "", cookie = "", ...more }) {
    const fields = { thread_id: thread, parent_id: parent, name, body, ...more };
    const { to, answer } = await this.lead("/comments", fields, cookie);
    const id = /[0-9a-f-]{36}$/.exec(to)[0];
    return { id, cookie: cookie || secretOf(answer), waits: to.startsWith("/comments/") };
  }

  /** What the newsroom does to a comment. */
  async decide(editor, id, deed, more = {}) {
    const page = await this.read(`/desk/comments/${id}`, editor);
    const version = between(page, 'name="version" value="', '"');
    await this.lead(`/desk/comments/${id}/decision`, { deed, version, ...more }, editor);
  }
}

/** The fields of the composer as they stand, but for pictures and buttons. */
function filledIn(page) {
  const fields = {};
  const text = (html) => html.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(code)).replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&amp;/g, "&");
  for (const [, name, value] of page.matchAll(/<input[^>]*\bname="(title|place|tags|byline|version)"[^>]*\bvalue="([^"]*)"/g)) fields[name] = text(value);
  for (const [tag] of page.matchAll(/<input[^>]*\bname="(?:title|place|tags|byline)"[^>]*>/g)) {
    const name = /\bname="([^"]+)"/.exec(tag)[1];
    fields[name] ??= text(/\bvalue="([^"]*)"/.exec(tag)?.[1] ?? "");
  }
  for (const [, name, value] of page.matchAll(/<textarea[^>]*\bname="(body|checked_note|correction)"[^>]*>\n?([^<]*)</g)) fields[name] = text(value);
  fields.language = /<option value="([^"]+)"[^>]*\bselected/.exec(between(page, 'name="language"', "</select>") ?? "")?.[1] ?? "en";
  if (/id="credit-name"[^>]*\bchecked/.test(page)) fields.credit = "name";
  return fields;
}
