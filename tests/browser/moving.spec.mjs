// A picture that moves: a film at the desk and on the story's page, which its viewer starts.
import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { PASSWORD, expect, test } from "./house.mjs";

test.use({ javaScriptEnabled: false, locale: "ckb", viewport: { width: 360, height: 740 } });

/** A GIF that counts seconds, of two seconds. */
function gif() {
  const file = join(mkdtempSync(join(tmpdir(), "bepart-moving-")), "lafaw.gif");
  const pattern = "testsrc=size=480x360:rate=10:duration=2";
  execFileSync("ffmpeg", ["-loglevel", "error", "-f", "lavfi", "-i", pattern, file]);
  return file;
}

/** Starts the film on a page and waits until it is past its middle. */
async function plays(page, selector) {
  const film = page.locator(selector);
  await expect(film).toHaveCount(1);
  expect(await film.evaluate((video) => [video.autoplay, video.muted, video.controls])).toEqual([false, true, true]);
  await film.evaluate((video) => video.play());
  await expect.poll(() => film.evaluate((video) => video.currentTime)).toBeGreaterThan(1);
  const shown = await film.evaluate((video) => ({
    width: video.videoWidth,
    height: video.videoHeight,
    seconds: video.duration,
    sound: video.webkitAudioDecodedByteCount ?? 0,
  }));
  expect(shown).toMatchObject({ width: 480, height: 360, sound: 0 });
  expect(shown.seconds).toBeCloseTo(2, 1);
  const src = await film.locator("source").getAttribute("src");
  const part = await page.request.get(src, { headers: { range: "bytes=4-7" } });
  expect([part.status(), await part.text()]).toEqual([206, "ftyp"]);
}

test("a picture that moves is a film at the desk and on its story's page", async ({ browser, page, house }) => {
  const title = "ئاوەکە دەڕوات";
  await page.goto("/contribute");
  await page.fill("[name=title]", title);
  await page.fill("[name=body]", "پردەکە لە نیوەڕۆدا.");
  await page.setInputFiles("input[name=files]", gif());
  await page.locator("label[for=consent-anonymous]").click();
  await page.locator("label[for=terms]").click();
  await page.locator("main form button[type=submit]").last().click();
  await page.waitForURL("**/contribute/sent");

  const desk = await browser.newContext({ locale: "en", baseURL: house.url, viewport: { width: 1280, height: 900 } });
  const editor = await desk.newPage();
  await editor.goto(house.invite("editor-moving@news.example"));
  await editor.fill("[name=name]", "Bo");
  await editor.fill("[name=password]", PASSWORD);
  await editor.locator("main form button[type=submit]").click();
  await editor.waitForURL("**/desk");
  await editor.locator("main a", { hasText: title }).first().click();
  await expect(async () => {
    await editor.reload();
    expect(await editor.locator(".medium video").count()).toBe(1);
  }).toPass({ timeout: 60_000 });
  await plays(editor, ".medium video");

  await editor.locator("button[name=decision][value=accept]").click();
  await editor.locator("main a[href$='/story']").first().click();
  await editor.waitForURL("**/story");
  await editor.locator("button[name=action][value=publish]").click();
  await editor.waitForURL("**/stories/**");
  await plays(editor, "main figure video");
  const film = await editor.locator("main figure video source").getAttribute("src");

  // Without script the reader has the same film, and its first frame before it is started.
  await page.goto(new URL(editor.url()).pathname);
  await expect(page.locator("main figure video[poster][controls] source")).toHaveAttribute("src", film);
  // On a page with other stories it stands still.
  await page.goto("/");
  await expect(page.locator("main video")).toHaveCount(0);
  await expect(page.locator(`main img[src*="${film.slice(0, film.lastIndexOf("-"))}"]`)).not.toHaveCount(0);
  await desk.close();
});
