// What people do at the doors of the program, in a browser with or without script; and, where a test only needs somebody
// who has an account, the same without a browser.
import assert from "node:assert/strict";

import { crc32 } from "../uploads/crc32.mjs";
import { PASSWORD, cookiesOf } from "./foyer.mjs";
import * as totp from "./totp.mjs";

/** A form of the page by its door; `act` picks one of several, as their hidden field says. */
export function form(page, action, act) {
  const found = page.locator(`main form[action="${action}"]`);
  return act ? found.filter({ has: page.locator(`input[name=act][value=${act}]`) }) : found;
}

/** Sends a form by its button. */
export async function press(page, action, act) {
  await form(page, action, act).locator("button[type=submit]").first().click();
}

/** Opens the second look around a form, and sends it. */
export async function pressTwice(page, action) {
  await page.locator("main details").filter({ has: page.locator(`form[action="${action}"]`) }).locator("summary").first().click();
  await press(page, action);
}

/** The six digits of a mail, and the path of its link. */
export function opens(letter) {
  const digits = /^\d{6}$/m.exec(letter.text)?.[0];
  const link = /^https?:\/\/\S+$/m.exec(letter.text)?.[0];
  return { digits, link, path: link && new URL(link).pathname + new URL(link).search };
}

/** The mail with digits and link that comes to an address. */
export const codeFor = async (foyer, email) => opens(await foyer.letter(email, (one) => opens(one).digits));

/** An account by the front door, without a browser; gives its cookie. */
export async function register(foyer, { email, name = "Ada Berwari", password = PASSWORD }) {
  const wished = await foyer.post("/register", { email, name, password });
  assert.equal(wished.status, 303, await wished.text());
  const { digits } = await codeFor(foyer, email);
  const confirmed = await foyer.post("/verify", { code: digits }, { cookie: cookiesOf(wished) });
  assert.equal(confirmed.status, 303, await confirmed.text());
  return { email, name, password, cookie: sessionOf(confirmed) };
}

/** The session's cookie of an answer. */
export function sessionOf(answer) {
  return cookiesOf(answer).split("; ").find((cookie) => /sid=\S/.test(cookie));
}

/** Fills the form for a new account in. */
export async function wishFor(page, { email, name, password = PASSWORD }) {
  await page.goto("/register");
  await page.fill("[name=name]", name);
  await page.fill("[name=email]", email);
  await page.fill("[name=password]", password);
  await press(page, "/register");
  await page.waitForURL("**/verify");
}

/** Signs in by address and password. */
export async function signIn(page, { email, password = PASSWORD }) {
  await page.goto("/signin");
  await page.fill("[name=email]", email);
  await page.fill("[name=password]", password);
  await press(page, "/signin");
}

/** Signs out, from the account's own page. */
export async function signOut(page) {
  await page.goto("/me");
  await press(page, "/signout");
  await page.waitForURL((url) => url.pathname === "/");
}

/** A photo whose file says whose it is. */
export async function photo(foyer, words) {
  const page = await foyer.visitor({ script: false, width: 360 });
  await page.goto("/contribute");
  const png = await page.screenshot({ type: "png" });
  await page.context().close();
  const chunk = Buffer.concat([Buffer.from("tEXtAuthor\0", "latin1"), Buffer.from(words)]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(chunk.length - 4);
  // Behind the signature and the header, whose length never changes.
  return Buffer.concat([png.subarray(0, 33), size, chunk, crc32(chunk), png.subarray(33)]);
}

/** Accepts an invitation, and stands before the page that wants a second factor. */
export async function accept(page, link, name = "Bo") {
  await page.goto(link);
  await page.fill("[name=name]", name);
  await page.fill("[name=password]", PASSWORD);
  await press(page, new URL(page.url()).pathname);
  await page.waitForURL("**/signin/second");
}

/** Sets an authenticator app up there; gives it and the recovery codes, and stands at the desk. */
export async function setUpApp(page) {
  await press(page, "/signin/second", "app");
  const app = new totp.App(await secretOf(page));
  await form(page, "/signin/second", "confirm").locator("[name=code]").fill(await app.code());
  await press(page, "/signin/second", "confirm");
  const recovery = await recoveryOf(page);
  await page.locator("main a[data-go]").click();
  await page.waitForURL("**/desk");
  return { app, recovery };
}

/** What an app is to be told, as the page shows it for typing. */
export async function secretOf(page) {
  const secret = (await page.locator("main [data-secret]").innerText()).replace(/\s/g, "");
  assert.equal(secret.length, 32, "160 bits in base 32");
  return secret;
}

/** The recovery codes that a page shows, once. */
export async function recoveryOf(page) {
  const codes = (await page.locator("main [data-codes]").innerText()).split("\n").filter(Boolean);
  assert.equal(new Set(codes).size, 10, "ten recovery codes");
  for (const code of codes) assert.match(code, /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
  return codes;
}

/** Shows again who it is, where the page asks for it: by password. */
export async function confirm(page, password = PASSWORD) {
  if (!page.url().includes("/signin/again")) return;
  await form(page, "/signin/again", "password").locator("[name=password]").fill(password);
  await press(page, "/signin/again", "password");
  await page.waitForURL((url) => url.pathname !== "/signin/again");
}

/** A session that showed long ago who it is: the program's clock, turned on. */
export function dbUnconfirm(foyer, email) {
  foyer.house.db(
    `update sessions set confirmed_at = confirmed_at - interval '6 minutes'
     where account_id = (select account_id from accounts where email = '${email}')`,
  );
}

/** An editor, or with `role` more, with an authenticator app; gives their page. */
export async function colleague(foyer, email, role = "editor", options = {}) {
  const page = await foyer.visitor(options);
  await accept(page, foyer.invite(email, role));
  return { page, email, ...(await setUpApp(page)) };
}

/** Accepts what has that title and makes a story of it; gives the story's path. */
export async function publish(page, title) {
  await page.goto("/desk");
  await page.locator("main a", { hasText: title }).first().click();
  await page.locator("button[name=decision][value=accept]").click();
  await page.locator("main a[href$='/story']").first().click();
  await page.waitForURL("**/story");
  await page.locator("button[name=action][value=publish]").click();
  await page.waitForURL("**/stories/**");
  return new URL(page.url()).pathname;
}
