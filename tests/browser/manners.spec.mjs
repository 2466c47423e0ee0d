// What holds for every page: light, readable by everyone, nothing from elsewhere, nothing inline.
import { AxeBuilder } from "@axe-core/playwright";
import { mkdirSync } from "node:fs";

import { PASSWORD, expect, test, threePhotos } from "./house.mjs";

const SHOTS = process.env.BEPART_SHOTS;

/** Fills the house: one story published, one contribution waiting. Returns the paths of all pages. */
async function furnish(browser, house) {
  const context = await browser.newContext({ baseURL: house.url, locale: "en" });
  const page = await context.newPage();
  const photos = await threePhotos(page);
  const send = async (title) => {
    await page.goto("/contribute");
    await page.fill("[name=title]", title);
    await page.fill("[name=body]", "The river came over the bridge at noon.\n\nNobody was hurt, but the road to the market is closed until the water falls. Neighbours brought bread and tea.");
    await page.setInputFiles("input[name=files]", photos.files);
    await page.fill("[name=name]", "Ada Berwari");
    await page.fill("[name=place]", "Zakho, by the old bridge");
    await page.fill("[name=happened_at]", "Yesterday at noon");
    await page.locator("label[for=consent-named]").click();
    await page.locator("label[for=terms]").click();
    await page.locator("main form button[type=submit]").last().click();
    await page.waitForURL("**/contribute/sent");
    return (await page.locator(".code-box .code").innerText()).trim();
  };
  const code = await send("Water over the bridge");
  await page.goto(house.invite("manners@news.example"));
  await page.fill("[name=name]", "Bo Editor");
  await page.fill("[name=password]", PASSWORD);
  await page.locator("main form button[type=submit]").click();
  await page.waitForURL("**/desk");
  await page.locator("main a", { hasText: "Water over the bridge" }).first().click();
  const submission = new URL(page.url()).pathname;
  await expect(async () => {
    await page.reload();
    expect(await page.locator("main img[src*='/desk/media/']").count()).toBeGreaterThanOrEqual(3);
  }).toPass({ timeout: 60_000 });
  await page.locator("button[name=decision][value=accept]").click();
  await page.goto(`${submission}/story`);
  await page.locator("button[name=action][value=publish]").click();
  await page.waitForURL("**/stories/**");
  const story = new URL(page.url()).pathname;
  await send("A second one, still waiting");
  return { context, code, submission, story };
}

test("every page is readable by everyone, in both directions, and loads nothing from elsewhere", async ({ browser, house }) => {
  test.setTimeout(300_000);
  const { context, code, submission, story } = await furnish(browser, house);
  const pages = [
    ["home", "/"],
    ["contribute", "/contribute"],
    ["sent", "/contribute/sent"],
    ["receipt", "/receipt"],
    ["status", "/receipt", async (page) => {
      await page.fill("[name=code]", code);
      await page.locator("main form button[type=submit]").first().click();
      await expect(page.locator("main")).toContainText("Water over the bridge");
    }],
    ["mistakes", "/contribute", async (page) => {
      await page.locator("main form button[type=submit]").last().click();
      await expect(page.locator("a[href='#title']")).toBeVisible();
    }],
    ["signin", "/signin", null, true],
    ["story", story],
    ["missing", "/nothing-here"],
    ["desk", "/desk"],
    ["submission", submission],
    ["compose", `${submission}/story`],
  ];
  const strangers = [];
  const blocked = [];
  for (const lang of ["en", "ckb"]) {
    for (const width of [360, 1280]) {
      for (const [name, path, act, signedOut] of pages) {
        const guest = signedOut ? await browser.newContext({ baseURL: house.url }) : null;
        const page = await (guest ?? context).newPage();
        await page.setViewportSize({ width, height: width === 360 ? 740 : 900 });
        page.on("request", (request) => {
          const url = new URL(request.url());
          if (url.origin !== house.url && !["data:", "blob:"].includes(url.protocol)) strangers.push(request.url());
        });
        page.on("console", (message) => {
          if (/Content Security Policy|Trusted/i.test(message.text())) blocked.push(`${name}: ${message.text()}`);
        });
        await page.goto(`${path}?lang=${lang}`);
        if (act) await act(page);
        await expect(page.locator("html")).toHaveAttribute("lang", lang);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `${name} ${lang} ${width}: nothing sticks out sideways`).toBeLessThanOrEqual(0);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
        expect(serious.map(({ id, nodes }) => `${name} ${lang} ${width}: ${id} ${nodes[0]?.html}`)).toEqual([]);
        if (SHOTS) {
          mkdirSync(SHOTS, { recursive: true });
          await page.screenshot({ path: `${SHOTS}/${name}-${lang}-${width}.png`, fullPage: true });
        }
        await page.close();
        await guest?.close();
      }
    }
  }
  expect(strangers).toEqual([]);
  expect(blocked).toEqual([]);
  await context.close();
});

test("the first load of the form is light", async ({ browser, house }) => {
  const context = await browser.newContext({ baseURL: house.url, locale: "ckb" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const requests = new Map();
  session.on("Network.requestWillBeSent", ({ requestId, request }) => requests.set(requestId, { url: request.url, bytes: 0 }));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const request = requests.get(requestId);
    if (request) request.bytes = encodedDataLength;
  });
  await page.goto("/contribute", { waitUntil: "networkidle" });
  const ours = [...requests.values()].filter(({ url }) => !url.startsWith("data:"));
  const bytes = ours.reduce((sum, request) => sum + request.bytes, 0);
  console.log(`first load of /contribute: ${bytes} bytes over the wire in ${ours.length} requests`);
  for (const { url } of ours) expect(new URL(url).origin).toBe(house.url);
  expect(bytes).toBeLessThanOrEqual(30_000);
  await context.close();
});

test("every answer carries the headers that protect its reader", async ({ page }) => {
  for (const path of ["/", "/contribute", "/receipt", "/signin", "/desk", "/nothing-here", "/healthz"]) {
    const headers = (await page.request.get(path)).headers();
    expect(headers["content-security-policy"], path).toMatch(/^default-src 'none'/);
    expect(headers["content-security-policy"], path).not.toMatch(/unsafe/);
    expect(headers["x-content-type-options"], path).toBe("nosniff");
    expect(headers["referrer-policy"], path).toBe("no-referrer");
    expect(headers["server-timing"], path).toMatch(/total;dur=/);
    expect(headers["server"], path).toBeUndefined();
  }
});
