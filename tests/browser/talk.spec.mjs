// The talk with an anonymous sender: asked at the desk, answered by code on a phone, with a photo.
import { AxeBuilder } from "@axe-core/playwright";
import { mkdirSync } from "node:fs";

import { House, PASSWORD, test as base, expect, threePhotos } from "./house.mjs";

const SHOTS = process.env.BEPART_SHOTS;

/** A house in which what was said can be taken back for a while. */
const test = base.extend({
  house: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the pattern
    async ({}, use) => {
      const house = await new House({ BEPART__DESK__UNDO_SECONDS: "8" }).start();
      await use(house);
      await house.stop();
    },
    { scope: "worker" },
  ],
});

/** That a page as it stands is readable by everyone; BEPART_SHOTS names a folder for its pictures. */
async function lookAt(page, name) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide, `${name}: nothing sticks out sideways`).toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0].html}`)).toEqual([]);
  if (!SHOTS) return;
  mkdirSync(SHOTS, { recursive: true });
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${SHOTS}/talk-${name}-${colorScheme}.png`, fullPage: true });
  }
  await page.emulateMedia({ colorScheme: "light" });
}

/** Sends something without a name or an address; answers with the code. */
async function send(page, title) {
  await page.goto("/contribute");
  await page.fill("[name=title]", title);
  await page.fill("[name=body]", "ئاوەکە نیوەڕۆ گەیشتە سەر پردەکە.");
  await page.locator("label[for=consent-anonymous]").click();
  await page.locator("label[for=terms]").click();
  await page.locator("main form button[type=submit]").last().click();
  await page.waitForURL("**/contribute/sent");
  return (await page.locator(".code-box .code").innerText()).trim();
}

/** The page of who holds the code. */
async function lookUp(page, code) {
  await page.goto("/receipt");
  await page.fill("[name=code]", code);
  await page.locator("main form button[type=submit]").first().click();
  await expect(page.locator(".timeline")).toBeVisible();
}

/** An editor, with the contribution's page before them. */
async function edit(browser, house, email, title, options) {
  const context = await browser.newContext({ baseURL: house.url, ...options });
  const page = await context.newPage();
  await page.goto(house.invite(email));
  await page.fill("[name=name]", "Bo Redaktör");
  await page.fill("[name=password]", PASSWORD);
  await page.locator("main form button[type=submit]").click();
  await page.waitForURL("**/desk");
  await page.locator("main a", { hasText: title }).first().click();
  await expect(page.locator("h1")).toContainText(title);
  return page;
}

for (const script of [true, false]) {
  test.describe(script ? "with script" : "without script", () => {
    test.use({ locale: "ckb", javaScriptEnabled: script, viewport: { width: 360, height: 740 } });

    test("an anonymous sender is asked two things, and answers on a phone with words and a photo", async ({
      browser,
      page,
      house,
    }) => {
      const title = script ? "پردەکەی زاخۆ" : "پردەکەی کۆنی زاخۆ";
      const code = await send(page, title);
      const wide = { locale: "en", javaScriptEnabled: script, viewport: { width: 1280, height: 900 } };
      const editor = await edit(browser, house, `talk-${script}@news.example`, title, wide);
      const panel = editor.locator("#talk");

      // Asked, with a preview of every word.
      await panel.locator("details.talk-ask > summary").click();
      await panel.locator("label[for=ask-which_street]").click();
      await panel.locator("label[for=ask-moment_before]").click();
      await panel.locator("textarea[name=body]").fill("سوپاس بۆ ناردنەکەت.");
      if (script) await lookAt(editor, "desk-asking-en-1280");
      await panel.locator("button[value=preview]").click();
      await expect(editor.locator("#talk-preview li").first()).toHaveText("ئەمە لە کام شەقام بوو؟");
      await editor.locator("#talk button[value=send]").click();
      await expect(editor.locator(".notice").first()).toContainText("Sent");
      await expect(editor.locator("#talk .talk li.ours")).toHaveCount(3);
      await expect(editor.locator("#talk .talk-undo")).toBeVisible();

      // Nothing of it is at the receipt before it has settled.
      await lookUp(page, code);
      await expect(page.locator("#talk legend")).toHaveCount(0);
      await expect(async () => {
        await lookUp(page, code);
        await expect(page.locator("#talk legend")).toHaveCount(2, { timeout: 500 });
      }).toPass({ timeout: 30_000 });
      expect(await page.content()).not.toContain("Bo Redaktör");
      expect(page.url()).not.toContain(code.slice(0, 4));
      if (script) await lookAt(page, "receipt-asked-ckb-360");

      // Words, then a photo: by tus where there is script, in the form where there is none.
      await page.locator("#talk textarea[name=answer-1]").fill("شەقامی شێست مەتری، لای مزگەوتەکە.");
      await page.locator("#talk button[value=say]").click();
      await expect(page.locator("#talk .notice")).toContainText("پەیامەکەت گەیشتە");
      await expect(page.locator("#talk legend")).toHaveCount(1);
      const photos = await threePhotos(page);
      await page.setInputFiles("#adding-form input[name=files]", photos.files[0]);
      await page.locator("#adding-form button[type=submit]").last().click();
      await page.waitForURL("**/receipt/added");
      await expect(page.locator("#talk legend")).toHaveCount(0);
      await expect(page.locator("#talk li.ours")).toHaveCount(2);
      if (script) await lookAt(page, "receipt-answered-ckb-360");

      // The editor sees both, reads them, and nothing waits any more.
      await editor.goto(editor.url().split("?")[0]);
      await expect(editor.locator("#talk li.theirs")).toHaveCount(2);
      await expect(editor.locator("#talk li.theirs").first()).toContainText("شێست مەتری");
      await expect(editor.locator("#talk li.theirs").last()).toContainText("file was added");
      await expect(async () => {
        await editor.reload();
        expect(await editor.locator("main img[src*='/desk/media/']").count()).toBeGreaterThan(0);
      }).toPass({ timeout: 60_000 });
      if (script) await lookAt(editor, "desk-answered-en-1280");
      await editor.locator("#talk .talk-read button").click();
      await expect(editor.locator("#talk .talk-read")).toHaveCount(0);

      // The sender allows less.
      await lookUp(page, code);
      await page.locator("#consent-section summary").click();
      await page.locator("label[for=consent-information_only]").click();
      await page.locator("button[value=allow]").click();
      await expect(page.locator("#consent-section .notice")).toBeVisible();
      if (script) await lookAt(page, "receipt-allowed-ckb-360");
      await editor.context().close();
    });
  });
}

test("asking from a phone, in both directions; what is taken back in time was never asked; replies stand ready", async ({
  browser,
  page,
  house,
}) => {
  const title = "The bridge at night";
  await page.setViewportSize({ width: 360, height: 740 });
  const code = await send(page, title);
  const phone = { locale: "ckb", viewport: { width: 360, height: 740 } };
  const editor = await edit(browser, house, "talk-phone@news.example", title, phone);
  const address = editor.url().split("?")[0];
  await editor.goto("/desk/settings/replies?in=en");
  await editor.locator("#title-new, #title").last().fill("Thanks");
  await editor.locator("textarea[name=body]").last().fill("Thank you, we look at it.");
  await lookAt(editor, "replies-ckb-360");
  await editor.locator("button[value=save]").last().click();
  await expect(editor.locator("details summary bdi")).toHaveText("Thanks");
  await editor.goto(address);
  await editor.locator("#talk details.talk-ask > summary").click();
  await editor.locator("#talk select[name=reply]").selectOption({ label: "Thanks" });
  await expect(editor.locator("#talk textarea[name=body]")).toHaveValue("Thank you, we look at it.");
  await editor.locator("label[for=ask-may_show_face]").click();
  await lookAt(editor, "desk-asking-ckb-360");
  await editor.locator("#talk button[value=send]").click();
  await editor.locator("#talk .talk-undo button").click();
  await expect(editor.locator("#talk .talk li")).toHaveCount(0);
  await lookUp(page, code);
  await expect(page.locator("#talk .talk li")).toHaveCount(0);
  await editor.context().close();
});
