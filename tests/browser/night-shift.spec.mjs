// A night shift: 300 contributions, two editors in two browsers at two instances of the program on one PostgreSQL, and a
// sender on a phone. Editors use no mouse: every press goes through the keyboard, by the place of the key as on their own
// layout, and every field is reached by Tab. Wants what scripts/with-test-db exports. BEPART_NIGHT is how many are sent.
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";

import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

import { bytesOf, picture, skip as noCorpus } from "../photos/corpus.mjs";
import { findPostgres } from "../uploads/house.mjs";
import { House, PASSWORD, threePhotos } from "./house.mjs";
import { crowd } from "./crowd.mjs";

const psql = findPostgres("psql");
const SHOTS = process.env.BEPART_SHOTS;
const NIGHT = Number(process.env.BEPART_NIGHT ?? 300);
const WINDOW_MS = 10_000;

test.describe.configure({ mode: "serial" });
test.skip(!process.env.DATABASE_URL || !psql, "run it by scripts/with-test-db");

const database = `bepart_night_${randomBytes(6).toString("hex")}`;
const nodes = [];

const sql = (text, url) => execFileSync(psql, ["-X", "-q", "-A", "-t", "-c", text, url], { encoding: "utf8" }).trim();
const url = () => process.env.DATABASE_URL.replace(/^(\w+:\/\/[^/?]*)\/[^?]*/, `$1/${database}`);
const dbState = (title) => sql(`select state from submissions where title = '${title}'`, url());
const dbStates = (place) => sql(`select string_agg(distinct state::text, ',') from submissions where place = '${place}' and title like 'Triage%'`, url());

/** What the same places of keys write: on a plain keyboard, and on a Sorani one. */
const LAYOUTS = {
  en: { KeyJ: "j", KeyK: "k", KeyX: "x", KeyF: "f", KeyD: "d", KeyS: "s", KeyZ: "z", KeyO: "o", KeyA: "a", KeyN: "n", KeyG: "g" },
  ckb: { KeyJ: "ژ", KeyK: "ک", KeyX: "خ", KeyF: "ف", KeyD: "د", KeyS: "س", KeyZ: "ز", KeyO: "ۆ", KeyA: "ا", KeyN: "ن", KeyG: "گ" },
};

/** Someone of the newsroom at one instance, with a keyboard and no mouse. */
class Colleague {
  constructor(page, lang, name) {
    Object.assign(this, { page, lang, name });
  }

  static async arrive(browser, node, { lang, name, role = "editor" }) {
    const context = await browser.newContext({ baseURL: node.url, locale: lang, viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.goto(node.invite(`${name}-${lang}@news.example`.toLowerCase(), role));
    await page.fill("[name=name]", name);
    await page.fill("[name=password]", PASSWORD);
    await page.locator("main form button[type=submit]").click();
    await page.waitForURL("**/desk");
    return new Colleague(page, lang, name);
  }

  /** Waits until keys mean something: script of the desk comes after the page. */
  async ready() {
    await this.page.locator("[data-keys]:not([hidden])").waitFor({ state: "attached" });
  }

  async goTo(address) {
    await this.page.goto(address);
    await this.ready();
  }

  /** Presses a key by its place. */
  async press(code) {
    await this.ready();
    const session = await this.page.context().newCDPSession(this.page);
    const key = LAYOUTS[this.lang][code];
    await session.send("Input.dispatchKeyEvent", { type: "keyDown", code, key, text: key });
    await session.send("Input.dispatchKeyEvent", { type: "keyUp", code, key });
    await session.detach();
  }

  /** Goes on with Tab until the focus is there. */
  async tabTo(selector) {
    const there = () => this.page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
    for (let steps = 0; !(await there()); steps++) {
      expect(steps, `Tab leads to ${selector}`).toBeLessThan(400);
      await this.page.keyboard.press("Tab");
    }
  }

  async enter(selector) {
    await this.tabTo(selector);
    await this.page.keyboard.press("Enter");
  }

  async tick(selector) {
    await this.tabTo(selector);
    await this.page.keyboard.press("Space");
  }

  async write(selector, text) {
    await this.tabTo(selector);
    await this.page.keyboard.type(text);
  }

  /** What the focus is on: an item of the list. */
  focused() {
    return this.page.evaluate(() => document.activeElement?.closest(".item")?.dataset.id);
  }

  async open(title, query) {
    await this.page.goto(`/desk?${query}`);
    const id = sql(`select submission_id from submissions where title = '${title}'`, url());
    for (let steps = 0; (await this.focused()) !== id; steps++) {
      expect(steps, `j leads to ${title}`).toBeLessThan(40);
      await this.press("KeyJ");
    }
    await this.press("KeyO");
    await expect(this.page.locator("h1")).toContainText(title);
  }

  /** Looks at the page as it stands: readable by everyone, nothing sticks out; kept when BEPART_SHOTS names a folder. */
  async look(name) {
    const { page } = this;
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes: found }) => `${name}: ${id} ${found[0].html}`)).toEqual([]);
    const size = page.viewportSize();
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: width === 360 ? 740 : 900 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(wide, `${name} at ${width}: nothing sticks out sideways`).toBeLessThanOrEqual(0);
      for (const colorScheme of SHOTS ? ["light", "dark"] : []) {
        mkdirSync(SHOTS, { recursive: true });
        await page.emulateMedia({ colorScheme });
        await page.screenshot({ path: `${SHOTS}/night-${name}-${this.lang}-${width}-${colorScheme}.png` });
      }
    }
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize(size);
  }
}

test.beforeAll(async () => {
  test.setTimeout(600_000);
  sql(`create database ${database}`, process.env.DATABASE_URL);
  const env = {
    DATABASE_URL: url(),
    BEPART__SECRETS__SERVER_KEY: randomBytes(32).toString("base64url"),
    BEPART__LIMITS__SENDINGS_EACH: "100000",
    BEPART__LIMITS__SENDINGS_ALL: "100000",
    BEPART__DESK__UNDO_SECONDS: String(WINDOW_MS / 1000),
  };
  const first = await new House(env).start();
  nodes.push(first);
  // One store and one set of keys for both, as several machines have them; each sweeps a scratch folder of its own.
  const second = new House(env);
  mkdirSync(second.env.BEPART_DATA, { mode: 0o755 });
  for (const shared of ["objects", "keys"]) {
    symlinkSync(join(first.env.BEPART_DATA, shared), join(second.env.BEPART_DATA, shared));
  }
  nodes.push(await second.start());
  await crowd(nodes, NIGHT);
});

test.afterAll(async () => {
  for (const node of nodes.toReversed()) await node.stop();
  if (nodes.length) sql(`drop database if exists ${database} with (force)`, process.env.DATABASE_URL);
});

/** A guest sends something by the form; answers with the code. */
async function send({ lang, title, place, consent = "anonymous", files = [], body }) {
  const form = new FormData();
  const fields = { title, place, consent, language: lang, terms: "yes", body: body ?? `${title}. ${place}` };
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const { name, bytes } of files) form.append("files", new Blob([bytes], { type: "image/jpeg" }), name);
  const answer = await fetch(`${nodes[0].url}/contribute`, { method: "POST", body: form, redirect: "manual" });
  expect(answer.status, await answer.clone().text()).toBe(303);
  return (await answer.text()).trim().split("\n").at(-1);
}

async function chiefsCategory(browser, lang) {
  const chief = await Colleague.arrive(browser, nodes[0], { lang, name: "Dilan", role: "chief" });
  const { page } = chief;
  await page.goto("/desk/settings/categories");
  await page.locator("main a[href*='/desk/settings/categories/']").last().click();
  await page.fill("[name=code]", `violence_${lang}`);
  for (const field of await page.locator("fieldset.group input[type=text]").all()) await field.fill(`Violence ${lang}`);
  await page.locator("[name=two_people]").check({ force: true });
  await page.locator("main form button[type=submit]").last().click();
  await expect(page.locator("main")).toContainText(`Violence ${lang}`);
  await chief.look("categories");
  await page.context().close();
}

for (const lang of ["en", "ckb"]) {
  test(`a night shift without a mouse, in ${lang}`, async ({ browser }) => {
    test.setTimeout(420_000);
    const place = `Zaxo ${lang}`;
    const here = `queue=open&order=oldest&place=${encodeURIComponent(place)}`;
    const photo = noCorpus
      ? []
      : [{ name: "street.jpg", bytes: bytesOf(picture("a-photos/orientation/exif-orientation-examples__Landscape_1.jpg")) }];
    for (let number = 1; number <= 8; number++) await send({ lang, place, title: `Triage ${number} ${lang}` });
    await send({ lang, place, title: `Claimed ${lang}`, files: photo });
    const code = await send({ lang, place, title: `Asked ${lang}` });
    await send({ lang, place, title: `Grave ${lang}`, files: photo });
    await send({ lang, place, title: `Contested ${lang}` });
    await chiefsCategory(browser, lang);
    const bo = await Colleague.arrive(browser, nodes[0], { lang, name: "Bo" });
    const cem = await Colleague.arrive(browser, nodes[1], { lang, name: "Cem" });

    await test.step("the desk at night", async () => {
      await bo.page.goto("/desk?queue=new");
      await bo.look("desk");
      await bo.press("KeyG");
      await expect(bo.page.locator("ol.queue.grid")).toBeVisible();
      await bo.look("grid");
    });

    await test.step("triage by keys", async () => {
      await bo.page.goto(`/desk?${here}`);
      await bo.press("KeyJ");
      await bo.press("KeyJ");
      await bo.press("KeyK");
      await bo.press("KeyO");
      await expect(bo.page.locator("h1")).toContainText(`Triage 1 ${lang}`);
      await bo.look("item");
      await bo.press("KeyS");
      await bo.page.waitForURL(/done=spam/);
      expect(dbState(`Triage 1 ${lang}`)).toBe("spam");
      await expect(bo.page.locator(".undo-bar button")).toBeVisible();
      // Somebody's hand slipped.
      await bo.press("KeyZ");
      await expect(bo.page.locator(".undo-bar button")).toHaveCount(0);
      expect(dbState(`Triage 1 ${lang}`)).toBe("received");
    });

    await test.step("many are declined, and all of them undone", async () => {
      // Cem has begun with the fifth.
      await cem.open(`Triage 5 ${lang}`, here);
      await cem.press("KeyD");
      await cem.write("#decline textarea[name=note]", "…");
      await expect(cem.page.locator(".claim")).toHaveAttribute("data-stands", "mine");

      const choose = async () => {
        await bo.page.goto(`/desk?${here}`);
        for (let number = 1; number <= 6; number++) {
          await bo.press("KeyJ");
          await bo.press("KeyX");
        }
        await expect(bo.page.locator(".item input[name=id]:checked")).toHaveCount(6);
        await bo.look("chosen");
        await bo.press("KeyD");
        await bo.page.waitForURL("**/desk/bulk");
        await expect(bo.page.locator("main")).toContainText("Cem");
        await bo.look("bulk-preview");
        await bo.tick("input[name=reason]");
        await bo.enter(".sticky-actions button[type=submit]");
        await bo.page.waitForURL((address) => address.pathname === "/desk");
        await expect(bo.page.locator(".undo-bar button")).toBeVisible();
      };
      await choose();
      expect(dbStates(place)).toBe("declined,received");
      await bo.look("undo");
      await bo.press("KeyZ");
      await expect(bo.page.locator(".undo-bar button")).toHaveCount(0);
      expect(dbStates(place)).toBe("received");
      await choose();
      expect(dbState(`Triage 6 ${lang}`)).toBe("declined");
      expect(dbState(`Triage 5 ${lang}`), "what a colleague has in hand is left out").toBe("received");
    });

    await test.step("two want the same, and one takes it over", async () => {
      await bo.open(`Claimed ${lang}`, here);
      await cem.open(`Claimed ${lang}`, here);
      await cem.press("KeyD");
      await cem.write("#decline textarea[name=note]", "Thank you, but");
      await expect(cem.page.locator(".claim")).toHaveAttribute("data-stands", "mine");
      await expect(bo.page.locator(".claim")).toContainText("Cem");
      await bo.press("KeyF");
      await expect(bo.page.locator("[role=alert]")).toContainText("Cem");
      expect(dbState(`Claimed ${lang}`)).toBe("received");
      await bo.look("refused");
      await bo.write("textarea[name=note]", "Your shift ended");
      await bo.enter("main form button[type=submit]");
      await expect(bo.page.locator(".claim")).toHaveAttribute("data-stands", "mine");
      await expect(cem.page.locator(".claim")).toContainText("Your shift ended");
      await expect(cem.page.locator("#decline textarea[name=note]")).toHaveValue("Thank you, but");
      await cem.look("taken-over");
    });

    await test.step("an anonymous sender is asked, and answers with a photo", async () => {
      await bo.open(`Asked ${lang}`, here);
      await bo.press("KeyA");
      await bo.tick("#ask-which_street");
      await bo.tick("#ask-moment_before");
      await bo.look("asking");
      await bo.enter("#talk button[value=send]");
      await expect(bo.page.locator("#talk li.ours")).toHaveCount(2);
      expect(dbState(`Asked ${lang}`)).toBe("needs_reply");

      const phone = await browser.newContext({ baseURL: nodes[1].url, locale: lang, viewport: { width: 360, height: 740 } });
      const page = await phone.newPage();
      await expect(async () => {
        await page.goto("/receipt");
        await page.fill("[name=code]", code);
        await page.locator("main form button[type=submit]").first().click();
        await expect(page.locator("#talk legend")).toHaveCount(2, { timeout: 500 });
      }).toPass({ timeout: 40_000 });
      await page.locator("#talk textarea[name=answer-1]").fill("شەقامی شێست مەتری");
      await page.locator("#talk button[value=say]").click();
      await expect(page.locator("#talk legend")).toHaveCount(1);
      const photos = await threePhotos(page);
      await page.setInputFiles("#adding-form input[name=files]", photos.files[0]);
      await page.locator("#adding-form button[type=submit]").last().click();
      await page.waitForURL("**/receipt/added");
      if (SHOTS) await page.screenshot({ path: `${SHOTS}/night-answered-${lang}-360.png`, fullPage: true });
      await phone.close();

      await bo.open(`Asked ${lang}`, `queue=answer&place=${encodeURIComponent(place)}`);
      await expect(bo.page.locator("#talk li.theirs")).toHaveCount(2);
      await expect(bo.page.locator("#talk li.theirs").first()).toContainText("شێست مەتری");
      await bo.look("answered");
    });

    await test.step("what is grave needs two", async () => {
      await bo.open(`Grave ${lang}`, here);
      await bo.enter("#checks details.more > summary");
      await bo.tabTo("select#category");
      await bo.page.keyboard.type("Violence");
      await bo.enter("#checks form[action$='/sorting'] button[type=submit]");
      await expect(bo.page.locator("#checks .marks .mark.warn")).toBeVisible();
      await bo.press("KeyF");
      await expect(bo.page.locator(".undo-bar button")).toBeVisible();
      expect(dbState(`Grave ${lang}`)).toBe("in_review");
      await bo.look("first-yes");
      // One person is not two.
      await bo.page.goto(bo.page.url().split("?")[0]);
      await expect(bo.page.locator("[data-key-action=accept]")).toHaveCount(0);
      await cem.open(`Grave ${lang}`, `queue=second&place=${encodeURIComponent(place)}`);
      await cem.press("KeyF");
      await expect(cem.page.locator(".undo-bar button")).toBeVisible();
      expect(dbState(`Grave ${lang}`)).toBe("accepted");
    });

    await test.step("who was slower is told so, and keeps what they wrote", async () => {
      await bo.open(`Contested ${lang}`, here);
      await bo.press("KeyD");
      await bo.write("#decline textarea[name=note]", "We know this already");
      await expect(bo.page.locator(".claim")).toHaveAttribute("data-stands", "mine");
      await cem.open(`Contested ${lang}`, here);
      await cem.enter(".claim details[data-when=held] > summary");
      await cem.write("#take-over-note", "I was there");
      await cem.enter(".claim form[action$='/take-over'] button");
      await expect(cem.page.locator(".claim")).toHaveAttribute("data-stands", "mine");
      await cem.press("KeyF");
      await cem.page.waitForURL(/done=accepted/);
      await bo.tick("#decline input[name=reason]");
      await bo.enter("#decline button[value=decline]");
      await expect(bo.page.locator(".notice[role=alert], .notice.bad, .notice.warn").first()).toContainText("Cem");
      await expect(bo.page.locator("main")).toContainText("We know this already");
      expect(dbState(`Contested ${lang}`)).toBe("accepted");
      await bo.look("conflict");
    });

    await test.step("and one is published, once it can no longer be undone", async () => {
      await cem.open(`Grave ${lang}`, `queue=ready&place=${encodeURIComponent(place)}`);
      await expect(async () => {
        await cem.page.reload();
        await expect(cem.page.locator("a[href$='/story']")).toBeVisible({ timeout: 500 });
      }).toPass({ timeout: 30_000 });
      await cem.enter("a[href$='/story']");
      await cem.page.waitForURL("**/story");
      await cem.look("compose");
      await expect(async () => {
        await cem.page.reload();
        await expect(cem.page.locator("button[value=publish]:enabled")).toBeVisible({ timeout: 500 });
      }).toPass({ timeout: 30_000 });
      await cem.enter("button[value=publish]");
      await expect.poll(() => dbState(`Grave ${lang}`)).toBe("published");
      const path = sql(`select story_path from submissions where title = 'Grave ${lang}'`, url());
      expect((await fetch(`${nodes[0].url}${path}`)).status, "nobody reads it before that").toBe(404);
      await expect.poll(async () => (await fetch(`${nodes[0].url}${path}`)).status, { timeout: 40_000 }).toBe(200);
      expect(await (await fetch(nodes[1].url)).text()).toContain(path);
      await cem.page.goto(path);
      await cem.look("story");
    });
    await bo.page.context().close();
    await cem.page.context().close();
  });
}
