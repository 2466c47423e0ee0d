// A film: watched at the desk while it is made, leafed through, published, and played by its readers.
import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { HEVC, shoot } from "../films/cinema.mjs";
import { PASSWORD, expect, test } from "./house.mjs";

test.use({ locale: "ckb", viewport: { width: 360, height: 740 } });

const shots = process.env.BEPART_SHOTS;

/** Keeps pictures of a page, on a phone and on a desk, when they are asked for. */
async function look(page, name) {
  if (!shots) return;
  mkdirSync(shots, { recursive: true });
  const before = page.viewportSize();
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: width === 360 ? 740 : 900 });
    await page.screenshot({ path: join(shots, `${name}-${width}.png`), fullPage: true });
  }
  await page.setViewportSize(before);
}

async function send(page, title, file) {
  await page.goto("/contribute");
  await page.fill("[name=title]", title);
  await page.fill("[name=body]", "پردەکە لە نیوەڕۆدا.");
  await page.setInputFiles("input[name=files]", { name: file.name, mimeType: file.type, buffer: file.bytes });
  await page.locator("label[for=consent-anonymous]").click();
  await page.locator("label[for=terms]").click();
  await expect(page.locator(".upload [data-state=done], .upload .done").first()).toBeVisible({ timeout: 30_000 }).catch(() => {});
  await page.locator("main form button[type=submit]").last().click();
  await page.waitForURL("**/contribute/sent");
}

async function signIn(browser, house, email, locale) {
  const desk = await browser.newContext({ locale, baseURL: house.url, viewport: { width: 1280, height: 900 } });
  const editor = await desk.newPage();
  await editor.goto(house.invite(email));
  await editor.fill("[name=name]", "Bo");
  await editor.fill("[name=password]", PASSWORD);
  await editor.locator("main form button[type=submit]").click();
  await editor.waitForURL("**/desk");
  return editor;
}

const at = (film) => film.evaluate((video) => video.currentTime);

test("a film is watched while it is made, then leafed through, then published", async ({ browser, page, house }) => {
  test.setTimeout(300_000);
  const title = "ئاوەکە دەڕوات";
  await send(page, title, shoot("river.mp4", { seconds: 40, as: HEVC }));
  const editor = await signIn(browser, house, "editor-films@news.example", "en");
  await editor.locator("main a", { hasText: title }).first().click();

  // Nothing is loaded anew by hand: the page follows.
  const film = editor.locator(".medium video");
  await expect(film).toHaveCount(1, { timeout: 60_000 });
  await expect(editor.locator(".medium progress")).toHaveCount(1);
  await look(editor, "desk-making-en");
  await film.evaluate((video) => video.play());
  await expect.poll(() => at(film), { timeout: 60_000 }).toBeGreaterThan(1);
  expect(await editor.locator(".medium").getAttribute("data-stage")).toContain("processing");
  await film.evaluate((video) => video.pause());

  await expect(editor.locator(".badge[data-state=ready]")).toHaveCount(1, { timeout: 120_000 });
  await expect(editor.locator(".medium .track .tile")).toHaveCount(1, { timeout: 60_000 });
  await expect(editor.locator("svg.waveform path")).toHaveCount(1);
  await look(editor, "desk-ready-en");
  await editor.locator(".medium .track").hover();
  await expect(editor.locator(".medium .track .tile")).toBeVisible();
  await editor.locator(".medium .track input").fill("20");
  await expect.poll(() => at(film), { timeout: 30_000 }).toBeGreaterThan(19.9);
  expect(await film.evaluate((video) => [video.videoWidth > 0, Math.round(video.duration)])).toEqual([true, 40]);
  await film.evaluate((video) => video.pause());

  await editor.locator("button[name=decision][value=accept]").click();
  await editor.locator("main a[href$='/story']").first().click();
  await editor.waitForURL("**/story");
  await editor.locator("button[name=action][value=publish]").click();
  await editor.waitForURL("**/stories/**");
  await page.goto(new URL(editor.url()).pathname);
  const shown = page.locator("main figure video");
  await shown.evaluate((video) => {
    video.muted = true;
    return video.play();
  });
  await expect.poll(() => at(shown), { timeout: 30_000 }).toBeGreaterThan(1);
  await look(page, "story-ckb");

  // The rungs that were made after it was published are there, too, soon.
  const list = await page.locator("main figure video source").first().getAttribute("src");
  await expect(async () => {
    const text = await (await page.request.get(list)).text();
    expect(text.match(/RESOLUTION/g)).toHaveLength(3);
  }).toPass({ timeout: 120_000 });
  const rungs = (await (await page.request.get(list)).text()).split("\n").filter((line) => /^[^#]/.test(line));
  for (const rung of rungs) {
    const text = await (await page.request.get(`/m/${rung}`)).text();
    const file = text.split("\n").find((line) => /^[^#]/.test(line));
    const part = await page.request.get(`/m/${file}`, { headers: { range: "bytes=4-7" } });
    expect([part.status(), await part.text()]).toEqual([206, "ftyp"]);
  }
  await editor.context().close();
});

test("a sound is heard at the desk and on its story's page", async ({ browser, page, house }) => {
  const title = "دەنگی ئاو";
  const sound = shoot("water.m4a", { seconds: 6, as: ["-vn", "-c:a", "aac"] });
  await send(page, title, sound);
  const editor = await signIn(browser, house, "editor-sounds@news.example", "ckb");
  await editor.locator("main a", { hasText: title }).first().click();
  const heard = editor.locator(".medium audio");
  await expect(heard).toHaveCount(1, { timeout: 60_000 });
  await expect(editor.locator("svg.waveform path")).toHaveCount(1, { timeout: 60_000 });
  await heard.evaluate((audio) => audio.play());
  await expect.poll(() => at(heard)).toBeGreaterThan(0.5);
  await look(editor, "desk-sound-ckb");
  await editor.locator("button[name=decision][value=accept]").click();
  await editor.locator("main a[href$='/story']").first().click();
  await editor.waitForURL("**/story");
  await editor.locator("button[name=action][value=publish]").click();
  await editor.waitForURL("**/stories/**");
  const shown = editor.locator("main figure audio");
  await shown.evaluate((audio) => audio.play());
  await expect.poll(() => at(shown)).toBeGreaterThan(0.5);
  await look(editor, "story-sound-ckb");
  await editor.context().close();
});
