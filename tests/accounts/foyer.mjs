// The program with its doors for people, and what a test needs to come in by them: mails, a browser, an editor.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

import { chromium } from "@playwright/test";

import { onS3 } from "../browser/s3.mjs";
import { Cinema, PASSWORD } from "../films/cinema.mjs";
import { House } from "../uploads/house.mjs";
import { letters } from "./letters.mjs";

export { PASSWORD };
export const sizes = { 360: { width: 360, height: 740 }, 1280: { width: 1280, height: 900 } };

/** A port that nobody listens at. */
export function freePort() {
  const probe = createServer();
  return new Promise((done) => {
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

/** Waits until something is so. */
export async function until(what, words, patience = 20_000) {
  for (const began = Date.now(); ; await sleep(50)) {
    const found = await what();
    if (found) return found;
    assert.ok(Date.now() - began < patience, `never: ${words}`);
  }
}

export class Foyer extends Cinema {
  #browser;
  #read = new Set();
  #came = 0;
  /** Requests of our pages that went elsewhere. */
  strangers = [];
  /** What a Content-Security-Policy refused, and scripts that failed. */
  complaints = [];

  /**
   * `env` adds to the environment, or makes it of the base URL. The browser comes by `localhost`, where passkeys work
   * without TLS; the providers are at 127.0.0.1, which is another site.
   */
  static async open(env = {}, { port } = {}) {
    const foyer = new Foyer();
    port ??= await freePort();
    foyer.base = `http://localhost:${port}`;
    const more = typeof env === "function" ? await env(foyer.base) : env;
    const all = {
      BEPART__SITE__BASE_URL: foyer.base,
      BEPART__STAFF__SECOND_FACTOR: "true",
      BEPART__SITE__DEFAULT_LANGUAGE: "en",
      // As behind a proxy: everyone comes from an address of their own, and no test meets the limits of another.
      BEPART__WEB__TRUSTED_PROXIES: '["127.0.0.1"]',
      ...more,
    };
    foyer.house = new House({ env: all, outside: onS3 ? ["BEPART__STORAGE__ENDPOINT"] : [] });
    foyer.house.port = port;
    await foyer.house.up();
    foyer.origin = foyer.house.origin;
    return foyer;
  }

  async close() {
    await this.#browser?.close();
    await super.close();
  }

  async browser() {
    this.#browser ??= await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    });
    return this.#browser;
  }

  /** A browser of one person: `page`, with what of it went elsewhere counted. */
  async visitor({ lang = "en", script = true, width = 1280, scheme = "light", ...more } = {}) {
    const browser = await this.browser();
    const context = await browser.newContext({
      baseURL: this.base,
      locale: lang,
      javaScriptEnabled: script,
      viewport: sizes[width],
      colorScheme: scheme,
      extraHTTPHeaders: { "x-forwarded-for": this.address() },
      ...more,
    });
    context.setDefaultTimeout(20_000);
    context.on("request", (request) => this.#note(request));
    context.on("console", (message) => {
      if (/Content Security Policy|Trusted/i.test(message.text())) this.complaints.push(message.text());
    });
    context.on("weberror", (error) => this.complaints.push(String(error.error())));
    return context.newPage();
  }

  /** Going to a provider is a person's own step; anything else that leaves is not. */
  #note(request) {
    const url = new URL(request.url());
    if (url.origin === this.base || ["data:", "blob:"].includes(url.protocol)) return;
    if (request.isNavigationRequest() || !request.frame().url().startsWith(this.base)) return;
    this.strangers.push(`${request.frame().url()} asked ${request.url()}`);
  }

  /** Every row of every table, as text. */
  dbDump() {
    const tables = "select tablename from pg_tables where schemaname = 'public' order by tablename";
    const dump = this.house.db(tables).split("\n").map((table) => this.house.db(`select t::text from "${table}" t`));
    assert.ok(dump.length > 20);
    return dump.join("\n");
  }

  /** A mail to an address that was not read before, and that fits. */
  letter(to, fits = () => true) {
    return until(
      () => {
        const found = this.letters().find(
          (one) => !this.#read.has(one.name) && one.to.includes(to) && fits(one),
        );
        if (found) this.#read.add(found.name);
        return found;
      },
      `a mail to ${to}`,
    );
  }

  /** How many mails there are for an address. */
  lettersTo(to) {
    return this.letters().filter((one) => one.to.includes(to)).length;
  }

  /** Of several instances on one database, any may write a mail. */
  beside = [this];

  letters() {
    return this.beside.flatMap((foyer) => letters(foyer.house.data));
  }

  /** An address that nobody came from yet. */
  address() {
    this.#came += 1;
    return `10.${this.#came >> 16}.${(this.#came >> 8) & 255}.${this.#came & 255}`;
  }

  /** A form, sent without a browser; `cookie` is what it would send along. */
  post(path, fields, { cookie = "", headers = {} } = {}) {
    return fetch(this.origin + path, {
      method: "POST",
      headers: this.#headers(cookie, headers),
      body: new URLSearchParams(fields),
      redirect: "manual",
    });
  }

  /** A page, asked for without a browser. */
  get(path, cookie = "", headers = {}) {
    return fetch(this.origin + path, {
      headers: this.#headers(cookie, headers),
      redirect: "manual",
    });
  }

  #headers(cookie, more) {
    const own = { "accept-language": "en", "x-forwarded-for": this.address() };
    return { ...own, ...(cookie && { cookie }), ...more };
  }

  /** A one-time link into the newsroom. */
  invite(email, role = "editor") {
    const [file, args] = this.house.command(["editor", "invite", "--email", email, "--role", role]);
    const said = execFileSync(file, args, { cwd: this.house.folder, env: this.house.env, encoding: "utf8" });
    return /\/invite\/\S+/.exec(said)[0];
  }
}

/** What a browser sends along, as one header. */
export async function cookieOf(page) {
  const cookies = await page.context().cookies();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** The cookies of an answer, as one header. */
export function cookiesOf(answer) {
  return answer.headers.getSetCookie().map((line) => line.split(";", 1)[0]).join("; ");
}
