// The page of one contribution at the desk: its player, what was recorded, care; by keys alone, and clean for axe.
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { AxeBuilder } from "@axe-core/playwright";

import { SAFE, shoot } from "../films/cinema.mjs";
import { PASSWORD, expect, test } from "./house.mjs";

const shots = process.env.BEPART_SHOTS;
const corpus = process.env.BEPART_CORPUS ?? resolve(dirname(fileURLToPath(import.meta.url)), "../../../shared/corpus");
const PHOTO = join(corpus, "a-photos/phones/metadata-extractor-images__Samsung_GT-I9000_Galaxy_S_.jpg");

test.use({ locale: "en", viewport: { width: 1280, height: 900 } });

/** Keeps pictures of a page, on a phone and on a desk, light and dark, when they are asked for. */
async function look(page, name) {
  if (!shots) return;
  mkdirSync(shots, { recursive: true });
  const before = page.viewportSize();
  for (const scheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme: scheme });
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: width === 360 ? 740 : 900 });
      await page.screenshot({ path: join(shots, `${name}-${scheme}-${width}.png`), fullPage: width === 360 });
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(before);
}

async function clean(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(" "))])).toEqual([]);
}

async function send(page, title, files, graphic) {
  await page.goto("/contribute");
  await page.fill("[name=title]", title);
  await page.fill("[name=body]", "The water rose at night. پردەکە لە نیوەڕۆدا.");
  await page.fill("[name=place]", "Erbil");
  await page.fill("[name=happened_at]", "yesterday");
  await page.setInputFiles("input[name=files]", files);
  if (graphic) await page.locator("label[for=graphic]").click();
  await page.locator("label[for=consent-anonymous]").click();
  await page.locator("label[for=terms]").click();
  await page.locator("main form button[type=submit]").last().click();
  await page.waitForURL("**/contribute/sent");
}

async function signIn(browser, house, email, locale = "en") {
  const desk = await browser.newContext({ locale, baseURL: house.url, viewport: { width: 1280, height: 900 } });
  const editor = await desk.newPage();
  await editor.goto(house.invite(email));
  await editor.fill("[name=name]", "Bo");
  await editor.fill("[name=password]", PASSWORD);
  await editor.locator("main form button[type=submit]").click();
  await editor.waitForURL("**/desk");
  return editor;
}

const file = (made) => ({ name: made.name, mimeType: made.type, buffer: made.bytes });

/** Where the frame that is shown begins. */
async function watch(film) {
  await film.evaluate((video) => {
    const told = () =>
      video.requestVideoFrameCallback((_, { mediaTime }) => {
        video.frameAt = mediaTime;
        told();
      });
    told();
  });
  return async () => Math.round((await film.evaluate((video) => video.frameAt ?? -1)) * 1000) / 1000;
}

test("photo, film and sound are looked at closely, by keys alone", async ({ browser, page, house }) => {
  test.setTimeout(240_000);
  test.skip(!existsSync(PHOTO), "there is no corpus (BEPART_CORPUS)");
  const title = "The river at night";
  const photo = { name: "bridge.jpg", mimeType: "image/jpeg", buffer: readFileSync(PHOTO) };
  await send(page, title, [photo, file(shoot("river.mp4", { seconds: 6, as: SAFE })), file(shoot("water.m4a", { seconds: 6, as: ["-vn", "-c:a", "aac"] }))], false);
  const editor = await signIn(browser, house, "editor-item@news.example");
  await editor.locator("main a", { hasText: title }).first().click();
  await expect(editor.locator(".strip .stamp")).toHaveCount(3, { timeout: 60_000 });
  await expect(editor.locator("#file-2 .track, #file-3 .track")).toHaveCount(2, { timeout: 120_000 });
  await expect(editor.locator("#file-2 .waveform, #file-3 .waveform")).toHaveCount(2, { timeout: 120_000 });
  await editor.reload();

  // The photo: nearer, moved, turned, lighter, and as it is again.
  const photoStage = editor.locator("#file-1 .stage");
  const shown = editor.locator("#file-1 img");
  const style = (name) => shown.evaluate((image, name) => image.style[name], name);
  await photoStage.focus();
  for (const key of ["Equal", "Equal", "Equal", "Equal"]) await editor.keyboard.press(key);
  expect(await style("transform")).toContain("scale(2.441)");
  await editor.keyboard.press("ArrowLeft");
  expect(await style("transform")).toContain("translate(60px");
  await editor.keyboard.press("KeyE");
  expect(await style("transform")).toContain("rotate(90deg)");
  await editor.keyboard.press("Digit0");
  expect(await style("transform")).toContain("rotate(0deg) scale(1)");
  await editor.keyboard.press("KeyV");
  const levels = editor.locator("#file-1 .levels input");
  await levels.nth(0).fill("1.5");
  await levels.nth(2).fill("2");
  expect(await style("filter")).toMatch(/brightness\(1\.5\) contrast\(1\) url\("#gamma-\d+"\)/);
  await editor.locator("#file-1 .levels button").press("Enter");
  expect(await style("filter")).toBe("");
  await clean(editor);
  await look(editor, "item-photo-en");

  // The film: frame by frame, at any speed, silent.
  await photoStage.focus();
  await editor.keyboard.press("PageDown");
  const stage = editor.locator("#file-2 .stage");
  await expect(stage).toBeFocused();
  const film = editor.locator("#file-2 video");
  expect(await film.evaluate((video) => [video.autoplay, video.muted, video.paused, video.controls])).toEqual([false, true, true, false]);
  const at = await watch(film);
  const seen = [];
  for (const key of ["Period", "Period", "Period", "Comma", "Comma"]) {
    const before = await at();
    await editor.keyboard.press(key);
    await expect.poll(at, { timeout: 15_000 }).not.toBe(before);
    await editor.waitForTimeout(400);
    seen.push(await at());
  }
  const frame = seen[1] - seen[0];
  expect(frame).toBeGreaterThan(0.01);
  const steps = seen.map((time) => Math.round((time - seen[0]) / frame));
  expect(steps).toEqual([0, 1, 2, 1, 0]);
  const rate = 1 / frame;
  expect([24, 25, 30, 50, 60].some((known) => Math.abs(known - rate) < 1)).toBe(true);
  await editor.keyboard.press("BracketLeft");
  expect(await film.evaluate((video) => video.playbackRate)).toBe(0.75);
  await editor.locator("#file-2 .speed").selectOption("2");
  expect(await film.evaluate((video) => video.playbackRate)).toBe(2);
  const line = editor.locator("#file-2 .track input");
  await editor.locator("#file-2 .track").hover();
  await expect(editor.locator("#file-2 .track .tile")).toBeVisible();
  await line.fill("4.5");
  await expect.poll(() => film.evaluate((video) => video.currentTime)).toBeCloseTo(4.5, 1);
  await expect(editor.locator("#file-2 .clock")).toContainText("0:04.50 / 0:06");
  // From here to there, again and again.
  await line.fill("2");
  await stage.focus();
  await editor.keyboard.press("KeyL");
  await line.fill("3");
  await stage.focus();
  await editor.keyboard.press("KeyL");
  await editor.keyboard.press("Space");
  await editor.waitForTimeout(2500);
  await editor.keyboard.press("Space");
  expect(await film.evaluate((video) => [video.paused, video.currentTime > 1.9 && video.currentTime < 3.3])).toEqual([true, true]);
  await clean(editor);
  await look(editor, "item-film-en");

  await editor.keyboard.press("PageDown");
  const sound = editor.locator("#file-3 audio");
  await editor.locator("#file-3 .tools .tool").nth(1).press("Enter");
  await expect.poll(() => sound.evaluate((audio) => [audio.muted, audio.currentTime > 0.3])).toEqual([true, true]);
  await editor.keyboard.press("KeyM");
  expect(await sound.evaluate((audio) => audio.muted)).toBe(false);
  await look(editor, "item-sound-en");

  // What the photo says of itself is beside what was said.
  await expect(editor.locator(".recorded .said")).toContainText("Erbil");
  await expect(editor.locator("#record-1")).toContainText("Made with");
  await editor.context().close();
});

test("what a reader calls hard to look at is covered, without script, too, and reads right to left", async ({ browser, page, house }) => {
  test.skip(!existsSync(PHOTO), "there is no corpus (BEPART_CORPUS)");
  const title = "دوای تەقینەوەکە";
  await send(page, title, [{ name: "street.jpg", mimeType: "image/jpeg", buffer: readFileSync(PHOTO) }], true);
  const editor = await signIn(browser, house, "editor-care@news.example", "ckb");
  await editor.locator("main a", { hasText: title }).first().click();
  await expect(editor.locator(".cover .mark")).toHaveCount(1);
  await expect(editor.locator(".medium")).toHaveCount(0);
  await expect(editor.locator(".cover-strip img")).toHaveCount(1, { timeout: 1000 }).catch(() => undefined);
  await clean(editor);
  await look(editor, "item-covered-ckb");
  const plain = await browser.newContext({
    locale: "ckb",
    baseURL: house.url,
    viewport: { width: 360, height: 740 },
    javaScriptEnabled: false,
    storageState: await editor.context().storageState(),
  });
  const phone = await plain.newPage();
  await phone.goto(editor.url());
  await phone.locator(".cover a.button").click();
  await expect(phone.locator(".medium")).toHaveCount(1);
  await expect(phone.locator(".seen-today")).toHaveCount(1);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await phone.locator("label[for=tab-desk]").click();
  await expect(phone.locator(".tab-with-sender")).toBeHidden();
  await phone.locator("label[for=tab-sender]").click();
  await expect(phone.locator(".tab-notes")).toBeHidden();
  await phone.close();

  await editor.locator(".cover a.button").click();
  await expect(editor.locator(".player[data-started]")).toHaveCount(1, { timeout: 60_000 });
  await clean(editor);
  await look(editor, "item-open-ckb");
  await editor.context().close();
});
