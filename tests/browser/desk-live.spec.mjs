// Two editors in two browsers, at two instances of the program on one PostgreSQL: who has what in hand, what changes while
// they look, and keys. Wants what scripts/with-test-db exports.
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";

import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

import { findPostgres } from "../uploads/house.mjs";
import { House, PASSWORD } from "./house.mjs";

const psql = findPostgres("psql");
const SHOTS = process.env.BEPART_SHOTS;

test.skip(!process.env.DATABASE_URL || !psql, "run it by scripts/with-test-db");

const database = `bepart_desk_${randomBytes(6).toString("hex")}`;
const nodes = [];
let bo;
let cem;

const sql = (text, url) => execFileSync(psql, ["-X", "-q", "-A", "-t", "-c", text, url], { encoding: "utf8" }).trim();
const url = () => process.env.DATABASE_URL.replace(/^(\w+:\/\/[^/?]*)\/[^?]*/, `$1/${database}`);

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  sql(`create database ${database}`, process.env.DATABASE_URL);
  const env = { DATABASE_URL: url(), BEPART__SECRETS__SERVER_KEY: randomBytes(32).toString("base64url") };
  // One after the other: the first makes the tables.
  for (let node = 0; node < 2; node++) nodes.push(await new House(env).start());
  bo = await editor(browser, nodes[0], "Bo", "bo@news.example");
  cem = await editor(browser, nodes[1], "Cem", "cem@news.example");
});

test.afterAll(async () => {
  for (const node of nodes) await node.stop();
  if (nodes.length) sql(`drop database if exists ${database} with (force)`, process.env.DATABASE_URL);
});

async function editor(browser, node, name, email) {
  const context = await browser.newContext({ baseURL: node.url, locale: "en", viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(node.invite(email));
  await page.fill("[name=name]", name);
  await page.fill("[name=password]", PASSWORD);
  await page.locator("main form button[type=submit]").click();
  await page.waitForURL("**/desk");
  return page;
}

/** A guest sends something; gives its id. */
async function send(browser, title) {
  const context = await browser.newContext({ baseURL: nodes[0].url, locale: "en" });
  const page = await context.newPage();
  await page.goto("/contribute");
  await page.fill("[name=title]", title);
  await page.fill("[name=body]", `${title}: the river came over the bridge at noon.`);
  await page.locator("label[for=consent-anonymous]").click();
  await page.locator("label[for=terms]").click();
  await page.locator("main form button[type=submit]").last().click();
  await page.waitForURL("**/contribute/sent");
  await context.close();
  return sql(`select submission_id from submissions where title = '${title}'`, url());
}

/** A real key press, as a keyboard of another layout makes it: the place of the key, and what it writes there. */
async function press(page, code, key, modifiers = 0) {
  const session = await page.context().newCDPSession(page);
  const text = [...key].length === 1 ? { text: key } : {};
  await session.send("Input.dispatchKeyEvent", { type: "keyDown", code, key, modifiers, ...text });
  await session.send("Input.dispatchKeyEvent", { type: "keyUp", code, key, modifiers });
  await session.detach();
}
const SHIFT = 8;

/** The keys have come: before, a press is nobody's. */
const keysAreThere = (page) => expect(page.locator(".keys > .button")).toBeVisible();

async function shot(page, name) {
  if (!SHOTS) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: `${SHOTS}/${name}.png` });
}

async function readable(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes: found }) => `${id} ${found[0]?.html}`)).toEqual([]);
}

const claim = (page) => page.locator(".claim");
const card = (page, id) => page.locator(`.item[data-id="${id}"]`);

test("who types has it in hand; the other is told, is refused in words, and takes it over with a word", async ({ browser }) => {
  const id = await send(browser, "Flood at the bridge");
  const address = `/desk/submissions/${id}`;
  await bo.goto(`${address}?open=decline`);
  await cem.goto(`${address}?open=decline`);
  await expect(claim(bo)).toHaveAttribute("data-stands", "free");

  // Typing is the first thing that is done.
  const note = bo.locator("#decline textarea[name=note]");
  await note.pressSequentially("Thank you, but");
  await expect(claim(bo)).toHaveAttribute("data-stands", "mine");
  await expect(claim(cem)).toHaveAttribute("data-stands", "held");
  await expect(claim(cem)).toContainText("Bo");
  await shot(cem, "claim-held-1280");

  // Somebody else's press does nothing, and what they typed is kept.
  await cem.locator("#decline textarea[name=note]").fill("We have this already");
  await cem.locator("#decline .choice label").first().click();
  await cem.locator("#decline button[value=decline]").click();
  await expect(cem.locator("h1")).toContainText("in hand");
  await expect(cem.locator(".kept").first()).toContainText("We have this already");
  await expect(cem.locator("label[for=note]")).toHaveText(/Bo/);
  await shot(cem, "claim-refused-1280");
  await readable(cem);

  await cem.fill("[name=note]", "Your shift ended");
  await cem.locator("main form button[type=submit]").click();
  await expect(claim(cem)).toHaveAttribute("data-stands", "mine");
  await expect(claim(bo)).toContainText("Your shift ended");
  await expect(claim(bo)).toHaveAttribute("data-stands", "held");
  await expect(bo.locator("[data-announce]").first()).toContainText("Your shift ended");
  await expect(note).toHaveValue("Thank you, but");
  await shot(bo, "claim-taken-over-1280");

  // Who leaves lets it go.
  await cem.goto("/desk");
  await expect(claim(bo)).toHaveAttribute("data-stands", "free");
});

test("what a colleague decides greys where it is; what is new waits behind a button", async ({ browser }) => {
  const first = await send(browser, "Snow on the pass");
  const second = await send(browser, "Storm in the harbour");
  await bo.goto("/desk?queue=open");
  const rows = await bo.locator(".item").count();
  await cem.goto(`/desk/submissions/${second}`);
  await cem.locator("[data-key-action=spam]").first().click();
  await cem.waitForURL("**done=spam**");
  await expect(card(bo, second)).toHaveClass(/\bleft\b/);
  await expect(card(bo, second)).toContainText("Spam · \u2068Cem\u2069");
  await expect(card(bo, second).locator("input[type=checkbox]")).toBeDisabled();
  await expect(card(bo, first)).not.toHaveClass(/\bleft\b/);
  await expect(bo.locator("[data-count=not_used]")).toHaveText("1");
  expect(await bo.locator(".item").count()).toBe(rows);
  await shot(bo, "live-greyed-1280");

  const third = await send(browser, "Market reopened");
  const fresh = bo.locator(".fresh a");
  await expect(fresh).toBeVisible();
  await expect(fresh).toHaveText("1 new. Show");
  expect(await bo.locator(".item").count(), "nothing moves").toBe(rows);
  await expect(card(bo, third)).toHaveCount(0);
  await bo.setViewportSize({ width: 360, height: 740 });
  await shot(bo, "live-new-360");
  await bo.setViewportSize({ width: 1280, height: 900 });
  await readable(bo);
  await fresh.click();
  await expect(card(bo, third)).toBeVisible();
  await expect(fresh).toBeHidden();

  // On its page, whoever reads it is told what somebody else made of it.
  await bo.goto(`/desk/submissions/${first}`);
  await cem.goto(`/desk/submissions/${first}`);
  await cem.locator("[data-key-action=accept]").first().click();
  await cem.waitForURL("**done=accepted**");
  await expect(bo.locator("[data-changed]")).toContainText("Cem");
  await expect(bo.locator("[data-changed]")).toContainText("Accepted");
  await shot(bo, "live-changed-1280");
  await readable(bo);
});

test("without the line it asks, and says the same", async ({ browser }) => {
  const id = await send(browser, "Bread for the neighbours");
  await bo.context().route("**/desk/live?**", (route) => route.abort());
  await bo.goto("/desk?queue=open");
  await cem.goto(`/desk/submissions/${id}`);
  await cem.locator("[data-key-action=spam]").first().click();
  await cem.waitForURL("**done=spam**");
  await expect(card(bo, id)).toHaveClass(/\bleft\b/, { timeout: 25_000 });
  await bo.context().unroute("**/desk/live?**");
});

for (const [lang, letters] of [
  ["ar", { KeyJ: "ت", KeyK: "ن", KeyX: "ء", KeyF: "ب", Slash: "ظ", Question: "؟" }],
  ["ckb", { KeyJ: "ژ", KeyK: "ک", KeyX: "خ", KeyF: "ف", Slash: "/", Question: "؟" }],
]) {
  test(`keys work on the layout of ${lang}, and not while somebody writes`, async ({ browser }) => {
    const title = `Keys of ${lang}`;
    await send(browser, `${title} one`);
    await send(browser, `${title} two`);
    await bo.goto(`/desk?queue=new&lang=${lang}`);
    await keysAreThere(bo);
    const links = bo.locator(".item h2 a");
    const focused = () => links.evaluateAll((all) => all.indexOf(document.activeElement));
    await press(bo, "KeyJ", letters.KeyJ);
    expect(await focused()).toBe(0);
    await press(bo, "KeyJ", letters.KeyJ);
    expect(await focused()).toBe(1);
    await press(bo, "KeyK", letters.KeyK);
    expect(await focused()).toBe(0);
    const box = bo.locator(".item input[type=checkbox]").first();
    await press(bo, "KeyX", letters.KeyX);
    await expect(box).toBeChecked();
    await press(bo, "KeyX", letters.KeyX);
    await expect(box).not.toBeChecked();
    // With a modifier it is somebody else's.
    await press(bo, "KeyJ", letters.KeyJ, 2);
    expect(await focused()).toBe(0);

    await press(bo, "Slash", letters.Slash);
    const search = bo.locator("[data-key-action=search]");
    await expect(search).toBeFocused();
    await press(bo, "KeyJ", letters.KeyJ);
    await expect(search).toHaveValue(letters.KeyJ);
    await search.fill("");
    await search.blur();

    await press(bo, "Slash", letters.Question, SHIFT);
    const sheet = bo.locator("dialog.sheet");
    await expect(sheet).toBeVisible();
    await shot(bo, `keys-sheet-${lang}-1280`);
    await readable(bo);
    await bo.keyboard.press("Escape");
    await expect(sheet).toBeHidden();

    // Open, accept, and the focus stands on the way to the next.
    await press(bo, "KeyJ", letters.KeyJ);
    await press(bo, "KeyO", "o");
    await bo.waitForURL("**/desk/submissions/**");
    await keysAreThere(bo);
    await press(bo, "KeyF", letters.KeyF);
    await bo.waitForURL("**done=accepted**");
    await expect(bo.locator("[data-announce]").first()).not.toHaveText("");
    const next = bo.locator("[data-key-action=next]");
    if (await next.count()) await expect(next.first()).toBeFocused();
  });
}

test("keys can be changed and turned off", async ({ browser }) => {
  await send(browser, "Keys of my own");
  await bo.goto("/desk/preferences?lang=en");
  await readable(bo);
  await bo.locator("#key_next").focus();
  await press(bo, "KeyL", "م");
  await expect(bo.locator("#key_next")).toHaveValue("KeyL");
  await shot(bo, "preferences-1280");
  await bo.setViewportSize({ width: 360, height: 740 });
  await shot(bo, "preferences-360");
  const overflow = await bo.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await bo.setViewportSize({ width: 1280, height: 900 });
  await bo.locator("form[action='/desk/preferences/keys'] button[type=submit]").first().click();
  await bo.waitForURL("**saved=keys**");
  await bo.goto("/desk?queue=open");
  await keysAreThere(bo);
  await press(bo, "KeyJ", "j");
  await expect(bo.locator(".item h2 a").first()).not.toBeFocused();
  await press(bo, "KeyL", "l");
  await expect(bo.locator(".item h2 a").first()).toBeFocused();

  await bo.goto("/desk/preferences");
  await bo.locator("label[for=on]").click();
  await bo.locator("form[action='/desk/preferences/keys'] button[type=submit]").first().click();
  await bo.waitForURL("**saved=keys**");
  await bo.goto("/desk?queue=open");
  await keysAreThere(bo);
  await press(bo, "KeyL", "l");
  await press(bo, "Slash", "/");
  await expect(bo.locator(".item h2 a").first()).not.toBeFocused();
  await expect(bo.locator("[data-key-action=search]")).not.toBeFocused();
  await bo.locator("[data-key-action=help]").first().click();
  await expect(bo.locator("dialog.sheet")).toContainText("Keys are off.");
});

test("without script a claim is taken, let go and taken over by plain forms", async ({ browser }) => {
  const id = await send(browser, "Plain forms");
  const address = `/desk/submissions/${id}`;
  const plain = await browser.newContext({
    baseURL: nodes[1].url,
    locale: "en",
    javaScriptEnabled: false,
    storageState: await cem.context().storageState(),
  });
  const page = await plain.newPage();
  await page.goto(address);
  await page.locator(".claim form[action$='/claim'] button").click();
  await expect(claim(page)).toHaveAttribute("data-stands", "mine");
  await page.locator(".claim form[action$='/release'] button").click();
  await expect(claim(page)).toHaveAttribute("data-stands", "free");
  await bo.goto(address);
  await bo.locator(".claim form[action$='/claim'] button").click();
  await expect(claim(bo)).toHaveAttribute("data-stands", "mine");
  await page.goto(address);
  await page.locator(".claim summary").click();
  await page.fill("#take-over-note", "I was there");
  await page.locator(".claim form[action$='/take-over'] button").click();
  await expect(claim(page)).toHaveAttribute("data-stands", "mine");
  await expect(page.locator(".timeline")).toContainText("I was there");
  await plain.close();
});
