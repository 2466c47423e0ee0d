// The people of the newsroom, as an admin rules over them: with and without script, on a phone, in both directions.
import { AxeBuilder } from "@axe-core/playwright";
import { mkdirSync } from "node:fs";

import { PASSWORD, expect, test } from "./house.mjs";

const SHOTS = process.env.BEPART_SHOTS;

/** Somebody who comes by an invitation, in a browser of their own. */
async function come(browser, house, link, name, options = {}) {
  const context = await browser.newContext({ baseURL: house.url, locale: "en", ...options });
  const page = await context.newPage();
  await page.goto(link);
  if (await page.locator("[name=email]").isEditable()) await page.fill("[name=email]", `${name.toLowerCase()}@news.example`);
  await page.fill("[name=name]", name);
  await page.fill("[name=password]", PASSWORD);
  await page.locator("main form button[type=submit]").click();
  await page.waitForURL("**/desk");
  return page;
}

for (const javaScriptEnabled of [true, false]) {
  test(`an admin invites, changes a role, removes and restores ${javaScriptEnabled ? "with" : "without"} script`, async ({
    browser,
    house,
  }) => {
    // Names of nobody else: other stories share this newsroom.
    const name = javaScriptEnabled ? "Hero" : "Cem";
    const admin = await come(browser, house, house.invite(`zin-${javaScriptEnabled}@news.example`, "admin"), "Zîn", {
      javaScriptEnabled,
      viewport: { width: 360, height: 740 },
    });
    await admin.locator("main a[href='/desk/people']").click();
    await admin.selectOption("main form [name=role]", "editor");
    await admin.locator("form[action='/desk/people/invite'] button").click();
    const link = new URL((await admin.locator(".code-box .code").innerText()).trim()).pathname;
    const colleague = await come(browser, house, link, name);

    await admin.goto("/desk/people");
    await admin.locator("tbody a", { hasText: name }).click();
    await admin.selectOption("main form [name=role]", "chief");
    await admin.locator("form[action$='/role'] button").click();
    await expect(admin.locator(".facts")).toContainText("Chief editor");
    // A new role is for a new session.
    await colleague.goto("/desk");
    await expect(colleague.locator("main")).toContainText("does not exist");

    await admin.locator("summary", { hasText: "Remove" }).click();
    await admin.locator("form[action$='/remove'] button").click();
    await expect(admin.locator(".notice")).toContainText("was removed");
    await admin.locator("form[action$='/restore'] button").click();
    await expect(admin.locator(".notice")).toHaveCount(0);
    await admin.goto("/desk/people/history");
    await expect(admin.locator("tbody tr").first()).toContainText(name);
    await admin.context().close();
    await colleague.context().close();
  });
}

test("the pages of people are readable by everyone, in both directions, dark and light", async ({ browser, house }) => {
  test.setTimeout(300_000);
  const admin = await come(browser, house, house.invite("axe@news.example", "admin"), "Axe");
  const long = "Şêrko Bêkes ê Silêmaniyê yê dirêj û kevn";
  const other = await come(browser, house, house.invite("long.long.long.address@subdomain.of.news.example"), long);
  house.invite("not.yet.come@news.example", "chief");
  await admin.goto("/desk/people");
  const person = await admin.locator("tbody a", { hasText: long }).getAttribute("href");
  for (const lang of ["en", "ckb"]) {
    for (const colorScheme of ["light", "dark"]) {
      for (const width of [360, 1280]) {
        await admin.emulateMedia({ colorScheme });
        await admin.setViewportSize({ width, height: 800 });
        for (const [name, path] of [["people", "/desk/people"], ["person", person], ["history", "/desk/people/history"]]) {
          await admin.goto(`${path}?lang=${lang}`);
          const what = `${name}-${lang}-${colorScheme}-${width}`;
          const { violations } = await new AxeBuilder({ page: admin }).analyze();
          expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), what).toEqual([]);
          const wide = await admin.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          expect(wide, `${what} scrolls sideways`).toBeLessThanOrEqual(0);
          if (SHOTS) {
            mkdirSync(SHOTS, { recursive: true });
            await admin.screenshot({ path: `${SHOTS}/${what}.png`, fullPage: true });
          }
        }
      }
    }
  }
  await other.context().close();
});
