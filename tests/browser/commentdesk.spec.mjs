// Two editors at the desk of comments, and a guest who goes on talking.
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

import { Paper } from "../public/paper.mjs";

const LANGS = ["en", "ckb"];
let paper;
let rojin;

test.beforeAll(async () => {
  paper = await Paper.open();
  paper.house.db("update comment_rules set slow_seconds = 0, holds_first = 0, holds_all = true");
  const bo = await paper.staff("bo@news.example", { role: "chief" });
  rojin = await paper.staff("rojin@news.example", { name: "Rojin" });
  const { path } = await paper.publish(bo, { title: "The bridge is open again", body: "Since this morning.", tags: "Roads" });
  paper.thread = await paper.threadOf(path);
  paper.bo = bo;
});
test.afterAll(() => paper?.close());

for (const lang of LANGS) {
  test(`a list that is open says what came and what a colleague did, and nothing moves (${lang})`, async ({ browser }) => {
    test.slow();
    const { id: first } = await paper.say(paper.thread, { name: "Hozan", body: `Is it open for lorries, too? ${lang}` });
    const mine = await enter(browser, paper.bo, lang);
    const page = await mine.newPage();
    await page.goto(`${paper.base}/desk/comments?queue=held`);
    const card = page.locator(`.item[data-id="${first}"]`);
    await expect(card).toBeVisible();

    const { id: second } = await paper.say(paper.thread, { name: "Dilan", body: `I would like to know that, too. ${lang}` });
    const fresh = page.locator(".fresh a");
    await expect(fresh).toBeVisible({ timeout: 20_000 });
    await expect(page.locator(`.item[data-id="${second}"]`)).toHaveCount(0);

    const theirs = await enter(browser, rojin, lang);
    const other = await theirs.newPage();
    await other.goto(`${paper.base}/desk/comments/${first}`);
    await other.locator('form[action$="/claim"] button').click();
    await expect(card).toHaveClass(/\btaken\b/, { timeout: 20_000 });
    await page.screenshot(shot("commentdesk-taken", lang));
    await other.locator('button[name="deed"][value="show"]').click();
    await expect(card).toHaveClass(/\bleft\b/, { timeout: 20_000 });
    await expect(card.locator(".badge")).toHaveAttribute("data-state", "published");
    await expect(card.locator("input[type=checkbox]").first()).toBeDisabled();
    await page.screenshot(shot("commentdesk-left", lang));
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

    await fresh.click();
    await expect(page.locator(`.item[data-id="${second}"]`)).toBeVisible();
    await expect(card).toHaveCount(0);

    // Whoever has it open reads that it is not as it was.
    await page.goto(`${paper.base}/desk/comments/${second}`);
    await other.goto(`${paper.base}/desk/comments/${second}`);
    await other.locator('button[name="deed"][value="spam"]').click();
    await expect(page.locator("[data-changed] p").first()).toContainText("Rojin", { timeout: 20_000 });
    await page.screenshot(shot("commentdesk-changed", lang));
    await mine.close();
    await theirs.close();
  });
}

/** A browser of somebody who is signed in. */
async function enter(browser, cookies, lang) {
  const context = await browser.newContext({ locale: lang, viewport: { width: 360, height: 780 } });
  await context.addCookies(paper.jar(`${cookies}; lang=${lang}`));
  return context;
}

function shot(name, lang) {
  const folder = process.env.BEPART_SHOTS;
  return folder ? { path: `${folder}/${name}-${lang}.png`, fullPage: true } : {};
}
