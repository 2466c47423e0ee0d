// The main job, from the form to the published page and back, with and without script.
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { PASSWORD, expect, test, threePhotos } from "./house.mjs";

for (const script of [false, true]) {
  test.describe(script ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled: script, locale: "ckb", viewport: { width: 360, height: 740 } });

    test("a guest's photo story goes from the form to a published page, and back", async ({ browser, page, house }) => {
      const title = script ? "لافاو لە زاخۆ" : "بەفر لە هەولێر";
      const photos = await threePhotos(page);

      // The guest sends.
      await page.goto("/contribute");
      await expect(page.locator("html")).toHaveAttribute("lang", "ckb");
      await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
      await page.fill("[name=title]", title);
      await page.fill("[name=body]", "ئاوەکە نیوەڕۆ گەیشتە سەر پردەکە.\n\nکەس زیانی پێنەگەیشت.");
      await page.setInputFiles("input[name=files]", photos.files);
      await page.fill("[name=name]", "ئادا بەرواری");
      await page.fill("[name=place]", "زاخۆ");
      await page.locator("label[for=consent-named]").click();
      await page.locator("label[for=terms]").click();
      await page.locator("main form button[type=submit]").last().click();
      await page.waitForURL("**/contribute/sent");
      const code = (await page.locator(".code-box .code").innerText()).trim();
      expect(code.replace(/[^0-9A-Z]/gi, "").length).toBeGreaterThanOrEqual(16);

      // The code is shown once.
      await page.goto("/contribute/sent");
      await expect(page.locator(".code-box .code")).toHaveCount(0);

      // The guest sees where it stands.
      await page.goto("/receipt");
      await page.fill("[name=code]", code.toLowerCase());
      await page.locator("main form button[type=submit]").first().click();
      await expect(page.locator("main")).toContainText(title);

      // An editor comes by a one-time link.
      const desk = await browser.newContext({
        javaScriptEnabled: script,
        locale: "ckb",
        baseURL: house.url,
        viewport: { width: 1280, height: 900 },
      });
      const editor = await desk.newPage();
      await editor.goto(house.invite(`editor-${script}@news.example`));
      await editor.fill("[name=name]", "بۆ سەرنووسەر");
      await editor.fill("[name=password]", PASSWORD);
      await editor.locator("main form button[type=submit]").click();
      await editor.waitForURL("**/desk");

      // … sees it when its photos are ready …
      const row = editor.locator("main a", { hasText: title }).first();
      await expect(row).toBeVisible();
      await row.click();
      await expect(async () => {
        await editor.reload();
        expect(await editor.locator("main img[src*='/desk/media/']").count()).toBeGreaterThanOrEqual(3);
      }).toPass({ timeout: 60_000 });

      // … accepts, composes, publishes.
      await editor.locator("button[name=decision][value=accept]").click();
      await editor.locator("main a[href$='/story']").first().click();
      await editor.waitForURL("**/story");
      await editor.locator("textarea[name^=caption-]").first().fill("پردەکە لە نیوەڕۆدا");
      await editor.locator("button[name=action][value=publish]").click();
      await editor.waitForURL("**/stories/**");
      await expect(editor.locator("h1")).toHaveText(title);

      // The receipt links to the story.
      await page.goto("/receipt");
      await page.fill("[name=code]", code);
      await page.locator("main form button[type=submit]").first().click();
      await page.locator("main a[href*='/stories/']").first().click();
      await page.waitForURL("**/stories/**");
      await expect(page.locator("h1")).toHaveText(title);
      await expect(page.locator("main")).toContainText("ئادا بەرواری");

      // Its pictures are upright and tell nothing.
      const first = page.locator("main picture img").first();
      await expect(first).toBeVisible();
      const size = await first.evaluate((img) => ({ width: img.width, height: img.height })).catch(() => null);
      const attributes = { width: +(await first.getAttribute("width")), height: +(await first.getAttribute("height")) };
      const ratio = photos.upright.width / photos.upright.height;
      expect(attributes.width / attributes.height).toBeCloseTo(ratio, 1);
      if (size) expect(size.width / size.height).toBeCloseTo(ratio, 1);
      const story = page.url();
      const html = await page.content();
      const pictures = [...new Set(html.match(/\/m\/[\w-]+\.(?:webp|jpeg)/g))];
      expect(pictures.length).toBeGreaterThanOrEqual(6);
      const folder = mkdtempSync(join(tmpdir(), "bepart-renditions-"));
      for (const [number, path] of pictures.entries()) {
        const answer = await page.request.get(path);
        expect(answer.status()).toBe(200);
        const bytes = await answer.body();
        for (const secret of photos.secrets) expect(bytes.includes(Buffer.from(secret))).toBe(false);
        writeFileSync(join(folder, `${number}${path.slice(path.lastIndexOf("."))}`), bytes);
      }
      const tags = execFileSync("exiftool", ["-a", "-G1", "-s", "-r", folder], { encoding: "utf8" });
      expect(tags).not.toMatch(/\[(ExifIFD|IFD0|GPS|XMP[^\]]*|IPTC|ICC[^\]]*|MakerNotes|Photoshop)\]/);

      // The guest takes it back: the page is gone for good, and so are its pictures.
      await page.goto("/receipt");
      await page.fill("[name=code]", code);
      await page.locator("main form button[type=submit]").first().click();
      await page.locator("button[name=action][value=withdraw]").click();
      await page.locator("button[name=action][value=withdraw_confirmed]").click();
      const gone = await page.goto(story);
      expect(gone.status()).toBe(410);
      for (const path of pictures) expect([403, 404]).toContain((await page.request.get(path)).status());
      await desk.close();
    });
  });
}

test.describe("a form with mistakes", () => {
  test.use({ javaScriptEnabled: false, locale: "en" });

  test("comes back with what was typed and uploaded, and says what is wrong at the field", async ({ page }) => {
    const photos = await threePhotos(page);
    await page.goto("/contribute");
    await page.fill("[name=body]", "Only a text, and no title.");
    await page.setInputFiles("input[name=files]", photos.files[2]);
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === "POST"),
      page.locator("main form button[type=submit]").last().click(),
    ]);
    expect(answer.status()).toBe(422);
    await expect(page.locator("[name=body]")).toHaveValue("Only a text, and no title.");
    await expect(page.locator("input[name=upload]")).toHaveCount(1);
    await page.locator("main a[href='#title']").click();
    await expect(page.locator("#title")).toBeFocused();
    // Mended, it is taken, with the file that was sent the first time.
    await page.fill("[name=title]", "Now with a title");
    await page.locator("label[for=consent-anonymous]").click();
    await page.locator("label[for=terms]").click();
    await page.locator("main form button[type=submit]").last().click();
    await page.waitForURL("**/contribute/sent");
    await expect(page.locator(".code-box .code")).toHaveCount(1);
  });
});
