// Shows 9 of issue 6: every page of accounts, readable by everyone, with script and without, small and wide, in both
// directions, light and dark. BEPART_SHOTS names a folder for pictures of them.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { after, before, describe, test } from "node:test";

import { AxeBuilder } from "@axe-core/playwright";

import { Foyer, PASSWORD, cookiesOf } from "./foyer.mjs";
import { codeFor, colleague, press, register, sessionOf, signIn } from "./people.mjs";
import { Facebook, Google } from "./providers.mjs";

const SHOTS = process.env.BEPART_SHOTS;
const WIDE_NAME = "ئازاد\u200cەکان بەرواریی کوڕی هەمزەی گەورە";

let foyer;
let google;
let facebook;
/** Cookies of who looks: nobody, a reader with everything, somebody half in with and without a factor, an admin. */
const cookies = { nobody: "" };
const links = {};

before(async () => {
  [google, facebook] = [await Google.open(), await Facebook.open()];
  foyer = await Foyer.open(async (base) => {
    await google.serve(`${base}/connect/google/callback`);
    return { ...google.env("GOOGLE"), ...facebook.env("FACEBOOK") };
  });

  const reader = await register(foyer, { email: "a-reader-with-quite-a-long-address@mail.example", name: WIDE_NAME });
  cookies.reader = reader.cookie;
  const page = await foyer.visitor();
  await signIn(page, reader);
  facebook.person = { id: "f-1", name: WIDE_NAME, email: "the-same-person-elsewhere@mail.example" };
  await page.goto("/me/connections");
  await press(page, "/connect/facebook");
  await page.waitForURL("**/me/connections");
  await page.context().close();
  const sent = { title: "Water over the bridge", body: "It came at noon.", name: "Ada", consent: "named", terms: "1", language: "en" };
  const form = new FormData();
  for (const [name, value] of Object.entries(sent)) form.append(name, value);
  const contributed = await fetch(`${foyer.origin}/contribute`, { method: "POST", body: form, redirect: "manual", headers: { cookie: reader.cookie } });
  assert.equal(contributed.status, 303, await contributed.text());
  links.contribution = `/me/contributions/${foyer.house.db("select submission_id from submissions limit 1")}`;

  const leaving = await register(foyer, { email: "leaving@mail.example", name: "Goes away" });
  assert.equal((await foyer.post("/me/delete", {}, { cookie: leaving.cookie })).status, 303);
  cookies.leaving = leaving.cookie;

  const moving = await register(foyer, { email: "moving@mail.example", name: "Moves on" });
  const moves = await foyer.post("/me/email", { email: "moved@mail.example" }, { cookie: moving.cookie });
  assert.equal(moves.status, 303, await moves.text());
  cookies.moving = `${moving.cookie}; ${cookiesOf(moves)}`;
  links.move = (await codeFor(foyer, "moved@mail.example")).path;

  const admin = await colleague(foyer, "admin@news.example", "admin");
  cookies.admin = cookieHeader(await admin.page.context().cookies());
  await admin.page.context().close();
  links.person = `/desk/people/${foyer.house.db("select account_id from accounts where email = 'admin@news.example'")}`;
  const asks = await foyer.post("/signin", { email: "admin@news.example", password: PASSWORD });
  cookies.half = sessionOf(asks);
  const setsUp = await foyer.post(foyer.invite("new@news.example"), { name: "New", email: "new@news.example", password: PASSWORD });
  cookies.fresh = sessionOf(setsUp);
  const chooses = await foyer.post(foyer.invite("newer@news.example"), { name: "Newer", email: "newer@news.example", password: PASSWORD });
  cookies.chooses = sessionOf(chooses);
  assert.equal((await foyer.post("/signin/second", { act: "app" }, { cookie: cookies.chooses })).status, 303);
  links.invite = foyer.invite("invited@news.example");

  for (const [name, path, fields] of [
    ["verify", "/register", { email: "verify@mail.example", name: "Ada", password: PASSWORD }],
    ["reset", "/forgot", { email: reader.email }],
  ]) {
    const asked = await foyer.post(path, fields);
    cookies[name] = cookiesOf(asked);
    links[name] = (await codeFor(foyer, fields.email)).path;
  }
});
after(async () => {
  await foyer?.close();
  await google?.close();
  await facebook?.close();
});

const cookieHeader = (list) => list.map(({ name, value }) => `${name}=${value}`).join("; ");

/** Name, who looks, where, and what they do there. */
const pages = [
  ["signin", "nobody", "/signin"],
  ["signin-mistakes", "nobody", "/signin", (page) => mistake(page, "/signin")],
  ["register", "nobody", "/register"],
  ["register-mistakes", "nobody", "/register", (page) => mistake(page, "/register")],
  ["verify", "verify", "/verify"],
  ["verify-mistakes", "verify", "/verify", (page) => mistake(page, "/verify")],
  ["verify-link", "nobody", () => links.verify],
  ["verify-unknown", "nobody", "/verify?t=nothing"],
  ["forgot", "nobody", "/forgot"],
  ["reset", "reset", "/reset"],
  ["reset-mistakes", "reset", "/reset", (page) => mistake(page, "/reset")],
  ["reset-link", "nobody", () => links.reset],
  ["invite", "nobody", () => links.invite],
  ["invite-unknown", "nobody", "/invite/nothing"],
  ["second-ask", "half", "/signin/second"],
  ["second-ask-mistakes", "half", "/signin/second", (page) => mistake(page, "/signin/second")],
  ["second-set-up", "fresh", "/signin/second"],
  ["second-set-up-app", "chooses", "/signin/second"],
  ["connect-unknown", "nobody", "/connect/google/callback?state=x&code=y"],
  ["again", "reader", "/signin/again?next=/me/export"],
  ["me", "reader", "/me"],
  ["me-leaving", "leaving", "/me"],
  ["profile", "reader", "/me/profile"],
  ["profile-mistakes", "reader", "/me/profile", (page) => mistake(page, "/me/profile", "[name=name]")],
  ["avatar", "reader", "/me/avatar"],
  ["email", "reader", "/me/email"],
  ["email-confirm", "moving", "/me/email/confirm"],
  ["email-link", "nobody", () => links.move],
  ["password", "reader", "/me/password"],
  ["sessions", "reader", "/me/sessions"],
  ["history", "reader", "/me/history"],
  ["connections", "reader", "/me/connections"],
  ["second", "reader", "/me/second"],
  ["notices", "reader", "/me/notices"],
  ["contributions", "reader", "/me/contributions"],
  ["contribution", "reader", () => links.contribution],
  ["contribute", "reader", "/contribute"],
  ["export", "reader", "/me/export"],
  ["delete", "reader", "/me/delete"],
  ["delete-asked", "leaving", "/me/delete"],
  ["me-staff", "admin", "/me"],
  ["second-staff", "admin", "/me/second"],
  ["people", "admin", "/desk/people"],
  ["person", "admin", () => links.person],
  ["people-history", "admin", "/desk/people/history"],
];

/** Sends a form with nothing in it. */
async function mistake(page, action, empty) {
  if (empty) await page.fill(`main ${empty}`, "");
  await press(page, action);
  await page.locator(".error-summary").waitFor();
}

/** A browser with the cookies of one of those who look. */
async function browserOf(who, options) {
  const page = await foyer.visitor(options);
  const list = cookies[who].split("; ").filter(Boolean);
  await page.context().addCookies(
    list.map((cookie) => {
      const [name, value] = cookie.split(/=(.*)/s);
      return { name, value, url: foyer.base };
    }),
  );
  return page;
}

/** Every language, width and colour; BEPART_LOOKS=all takes each of them with each other, in twice the time. */
const usual = ["en 360 light", "en 1280 dark", "ckb 360 dark", "ckb 1280 light"];

for (const lang of ["en", "ckb"]) {
  for (const width of [360, 1280]) {
    for (const scheme of ["light", "dark"]) {
      if (process.env.BEPART_LOOKS !== "all" && !usual.includes(`${lang} ${width} ${scheme}`)) continue;
      test(`every page in ${lang}, ${width} px, ${scheme}`, { timeout: 600_000 }, async () => {
        const wrong = [];
        // Nobody needs to show again that it is them: pages that ask for it are looked at, too.
        foyer.house.db("update sessions set confirmed_at = now(), seen_at = now()");
        foyer.house.db("update sessions set created_at = now() where stage = 'half'");
        const open = new Map();
        for (const [name, who, where, act] of pages) {
          const path = typeof where === "function" ? where() : where;
          if (!open.has(who)) open.set(who, await browserOf(who, { lang, width, scheme }));
          const page = open.get(who);
          const what = `${name} ${lang} ${width} ${scheme}`;
          const answer = await page.goto(path);
          const landed = new URL(page.url());
          if (landed.pathname !== new URL(path, foyer.base).pathname) wrong.push(`${what}: leads to ${landed.pathname}`);
          if (answer.status() >= 500) wrong.push(`${what}: ${answer.status()}`);
          try {
            await act?.(page);
          } catch (error) {
            wrong.push(`${what}: ${String(error).split("\n")[0]}`);
          }
          if ((await page.locator("html").getAttribute("lang")) !== lang) wrong.push(`${what}: another language`);
          if ((await page.locator("html").getAttribute("dir")) !== (lang === "ckb" ? "rtl" : "ltr")) wrong.push(`${what}: another direction`);
          if ((await page.locator("h1").count()) !== 1) wrong.push(`${what}: not one h1`);
          const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          if (over > 0) wrong.push(`${what}: ${over} px stick out sideways`);
          const { violations } = await new AxeBuilder({ page }).analyze();
          for (const { id, impact, nodes } of violations) {
            if (impact === "serious" || impact === "critical") wrong.push(`${what}: ${id} ${nodes[0]?.html}`);
          }
          if (SHOTS) {
            mkdirSync(SHOTS, { recursive: true });
            await page.screenshot({ path: `${SHOTS}/${name}-${lang}-${width}-${scheme}.png`, fullPage: true });
          }
        }
        for (const page of open.values()) await page.context().close();
        assert.deepEqual(wrong, []);
      });
    }
  }
}

describe("without script", () => {
  test("every page stands by itself: each field has a label, each form a button, nothing waits for a script", { timeout: 300_000 }, async () => {
    const wrong = [];
    foyer.house.db("update sessions set confirmed_at = now(), seen_at = now()");
    foyer.house.db("update sessions set created_at = now() where stage = 'half'");
    for (const [name, who, where, act] of pages) {
      const page = await browserOf(who, { script: false, lang: "ckb", width: 360 });
      await page.goto(typeof where === "function" ? where() : where);
      try {
        await act?.(page);
      } catch (error) {
        wrong.push(`${name}: ${String(error).split("\n")[0]}`);
      }
      // Forms that need script are not shown; all others work without.
      for (const form of await page.locator("main form").all()) {
        if (!(await form.isVisible())) continue;
        const action = await form.getAttribute("action");
        if (!(await form.locator("button, input[type=submit]").count())) wrong.push(`${name}: ${action} has no button`);
        for (const field of await form.locator("input:not([type=hidden], [aria-hidden=true]), select, textarea").all()) {
          const id = await field.getAttribute("id");
          if (!id || !(await page.locator(`label[for="${id}"]`).count())) wrong.push(`${name}: ${action} has a field without a label`);
        }
      }
      if (!(await page.locator("h1").first().isVisible())) wrong.push(`${name}: no h1`);
      await page.context().close();
    }
    assert.deepEqual(wrong, []);
  });
});

test("no page asked anybody else, nothing was blocked, and no script failed", () => {
  assert.deepEqual(foyer.strangers, []);
  assert.deepEqual(foyer.complaints, []);
});
