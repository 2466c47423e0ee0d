// The original page's scene (DESIGN.md, part 1): an article that people talk under, in English and Sorani, with and without
// script. BEPART_SHOTS names a folder for pictures of every step.
import { mkdirSync } from "node:fs";

import { AxeBuilder } from "@axe-core/playwright";
import { expect, test as base } from "@playwright/test";

import { register } from "../accounts/people.mjs";
import { PASSWORD, Paper, picture } from "../public/paper.mjs";

const SHOTS = process.env.BEPART_SHOTS;

const WORDS = {
  en: {
    title: "First snow above the village, and the road is open",
    body: "We woke up to the first snow of the year. The children were outside before breakfast.\n\nThe road to the valley is open; drivers should still carry chains.",
    tags: "Weather, Snow, Roads",
    place: "Amedi",
    captions: ["The ridge above the village at nine", "Further down it only rained"],
    checked: "We spoke with the sender and with the traffic police.",
    guest: "Hozan",
    question: "We are driving up tomorrow with three small children. Are chains enough?",
    edited: "We are driving up tomorrow with three small children. Are chains enough, or is it better to wait?",
    reader: "Rojîn Demhat",
    thanks: "What a picture. My grandmother was born in that village.",
    answer: "I came down at noon. Chains were enough, but the last bend before the bakery is ice until ten.",
    rude: "Only idiots live up there anyway.",
    late: "The plough has just passed.",
  },
  ckb: {
    title: "یەکەم بەفر لەسەر گوندەکە، و ڕێگاکە کراوەیە",
    body: "بە یەکەم بەفری ساڵ لە خەو هەستاین. منداڵەکان پێش نانی بەیانی لە دەرەوە بوون.\n\nڕێگای دۆڵەکە کراوەیە؛ بەڵام شۆفێران با زنجیریان پێ بێت.",
    tags: "کەشوهەوا، بەفر، ڕێگا",
    place: "ئامێدی",
    captions: ["لوتکەی سەرووی گوندەکە کاتژمێر نۆ", "خوارتر تەنها باران بوو"],
    checked: "لەگەڵ نێرەرەکە و پۆلیسی هاتوچۆ قسەمان کرد.",
    guest: "هۆزان",
    question: "بەیانی بە سێ منداڵی بچووکەوە دێینە سەرەوە. زنجیر بەسە؟",
    edited: "بەیانی بە سێ منداڵی بچووکەوە دێینە سەرەوە. زنجیر بەسە، یان باشترە چاوەڕێ بکەین؟",
    reader: "ڕۆژین دێمهات",
    thanks: "چ وێنەیەکە. داپیرم لەو گوندە لەدایک بووە.",
    answer: "نیوەڕۆ هاتمە خوارەوە. زنجیر بەس بوو، بەڵام دوا پێچی پێش نانەواخانەکە تا کاتژمێر دە سەهۆڵە.",
    rude: "تەنها گێلەکان لەوێ دەژین.",
    late: "ئێستا بەفرماڵەکە تێپەڕی.",
  },
};

const test = base.extend({
  paper: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the pattern
    async ({}, use) => {
      const paper = await Paper.open();
      // Each takes a breath between two comments; the first of somebody new still waits for the newsroom.
      paper.house.db("update comment_rules set slow_seconds = 0");
      paper.editor = await paper.staff("bo@news.example", { role: "chief" });
      await use(paper);
      await paper.close();
    },
    { scope: "worker" },
  ],
});

/** A page as it stands: readable by everyone, nothing sticks out; kept when BEPART_SHOTS names a folder. */
async function look(page, name) {
  const size = page.viewportSize();
  // Without script it waits for ever for pictures that come later; the page is the same.
  const { violations } = name.endsWith("script") ? await new AxeBuilder({ page }).analyze() : { violations: [] };
  expect(violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0].html}`)).toEqual([]);
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: width === 360 ? 740 : 900 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide, `${name} at ${width}: nothing sticks out sideways`).toBeLessThanOrEqual(0);
    for (const colorScheme of SHOTS ? ["light", "dark"] : []) {
      mkdirSync(SHOTS, { recursive: true });
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${SHOTS}/scene-${name}-${width}-${colorScheme}.png`, fullPage: true });
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(size);
}

const digits = (text) => text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)).replace(/\D/g, "");

for (const [lang, words] of Object.entries(WORDS)) {
  for (const script of [true, false]) {
    const mark = `${lang}-${script ? "script" : "plain"}`;

    test(`people talk under a story in ${lang}, ${script ? "with" : "without"} script`, async ({ browser, paper }) => {
      const title = script ? words.title : `${words.title} ٢`;
      const strange = [];
      /** Somebody with a browser of their own, a phone; `cookie` is what it has already. */
      const somebody = async (cookie = "", viewport = { width: 360, height: 740 }) => {
        const context = await browser.newContext({ baseURL: paper.base, locale: lang, javaScriptEnabled: script, viewport });
        await context.addCookies(paper.jar(cookie));
        context.on("request", (request) => request.url().startsWith(paper.base) || /^(data|blob):/.test(request.url()) || strange.push(request.url()));
        context.on("console", (message) => /Content Security Policy/i.test(message.text()) && strange.push(message.text()));
        context.on("weberror", (error) => strange.push(String(error.error())));
        return context.newPage();
      };
      const said = (page, text) => page.locator(".comment", { has: page.locator(":scope > article", { hasText: text }) }).last();
      const seen = async (text) => (await paper.read(story.path)).includes(text);
      const send = (page) => page.locator("form[data-comment-form] button[type=submit]").last().click();

      const story = await paper.publish(paper.editor, { ...words, title, lang, files: [picture("snow"), picture("lake")] });
      const editor = await somebody(paper.editor, { width: 1280, height: 900 });
      const guest = await somebody();

      await test.step("a guest reads, from the first page on", async () => {
        await guest.goto("/");
        await expect(guest.locator("html")).toHaveAttribute("lang", lang);
        await look(guest, `home-${mark}`);
        await guest.locator("main a", { hasText: title }).first().click();
        await guest.waitForURL(`**${story.path}`);
        await expect(guest.locator("h1")).toHaveText(title);
        await expect(guest.locator("a[rel=tag]")).toHaveCount(3);
        await look(guest, `story-${mark}`);
      });

      await test.step("and says something, which waits", async () => {
        await guest.fill("#write [name=body]", words.question);
        await guest.fill("#write [name=name]", words.guest);
        await guest.fill("#write [name=email]", "hozan@mail.example");
        await send(guest);
        await guest.waitForURL("**/comments/*");
        await expect(guest.locator(".comment")).toContainText(words.question);
        await expect(guest.locator(".waits")).toBeVisible();
        expect(await seen(words.question), "nobody else reads it yet").toBe(false);
        await look(guest, `waits-${mark}`);
      });

      await test.step("its author, known again by the device, puts it right", async () => {
        await guest.locator(".more-acts > summary").click();
        await guest.locator("a[href$='/edit']").click();
        await guest.fill("[name=body]", words.edited);
        await guest.locator("main form button[type=submit]").last().click();
        await expect(guest.locator(".comment .prose")).toHaveText(words.edited);
      });

      await test.step("the desk shows it", async () => {
        await editor.goto("/desk/comments");
        await look(editor, `desk-list-${mark}`);
        await editor.locator(".item", { hasText: words.edited }).locator("h2 a").click();
        await expect(editor.locator(".said-text.whole")).toHaveText(words.edited);
        await expect(editor.locator("main")).not.toContainText("hozan@mail.example");
        await look(editor, `desk-item-${mark}`);
        await editor.locator("button[name=deed][value=show]").click();
        await editor.waitForURL(/\/desk\/comments(\?.*)?$/);
        await expect(editor.locator(".item", { hasText: words.edited })).toHaveCount(0);
      });

      const email = `rojin-${mark}@mail.example`;
      await register(paper, { email, name: words.reader });
      const reader = await somebody();
      await test.step("a reader signs in from under the story, and says something", async () => {
        await reader.goto(story.path);
        await reader.locator("#write a[href^='/signin']").click();
        await reader.fill("[name=email]", email);
        await reader.fill("[name=password]", PASSWORD);
        await reader.locator("main form[action='/signin'] button[type=submit]").first().click();
        await reader.waitForURL(`**${story.path}**`);
        await expect(reader.locator("#write")).toContainText(words.reader);
        await expect(reader.locator("#write [name=email]")).toHaveCount(0);
        await reader.fill("#write [name=body]", words.thanks);
        await send(reader);
        await reader.waitForURL("**/comments/*");
        await expect(reader.locator(".waits")).toBeVisible();
      });

      await test.step("the desk shows that one with the buttons for many", async () => {
        await editor.goto("/desk/comments?queue=held");
        const item = editor.locator(".item", { hasText: words.thanks });
        await item.locator("input[name=id]").check({ force: true });
        await editor.locator("#bulk button[name=action][value=show]").click();
        await expect(editor.locator("main")).toContainText(words.reader);
        await editor.locator("main form button[type=submit]").last().click();
        await editor.waitForURL(/\/desk\/comments\?queue=held/);
        await expect(item).toHaveCount(0);
      });

      await test.step("the reader answers the guest", async () => {
        await reader.goto(story.path);
        await said(reader, words.edited).locator(":scope > article a[data-reply]").first().click();
        if (!script) await reader.waitForURL("**/comments/**");
        const form = reader.locator(script ? ".answering form" : "#write form");
        await form.locator("[name=body]").fill(words.answer);
        await form.locator("button[type=submit]").click();
        await reader.waitForURL(`**${story.path}#comment-*`);
        await expect(said(reader, words.edited).locator(".comment", { hasText: words.answer })).toBeVisible();
      });

      const rude = await paper.say(await paper.threadOf(story.path), { name: words.guest, body: words.rude });
      expect(rude.waits).toBe(true);
      await paper.decide(paper.editor, rude.id, "show");
      const other = await somebody();
      await test.step("somebody else likes the one and reports the other", async () => {
        // Pages that are kept are told a moment after the decision.
        await expect(async () => {
          await other.goto(story.path);
          await expect(said(other, words.rude)).toBeVisible({ timeout: 500 });
        }).toPass();
        const liked = said(other, words.edited).locator(":scope > article form[data-like] button");
        await liked.click();
        await expect(liked).toHaveAttribute("aria-pressed", "true");
        await expect.poll(async () => digits(await liked.locator(".num").innerText())).toBe("1");
        const bad = said(other, words.rude);
        await bad.locator(":scope > article .more-acts > summary").click();
        await bad.locator(":scope > article a[href$='/report']").click();
        await look(other, `report-${mark}`);
        await other.locator("label[for=reason-hate]").click();
        await other.fill("[name=note]", words.rude);
        await other.locator("main form button[type=submit]").last().click();
        await other.waitForURL("**/reported");
        await other.locator("main a[href*='#comments']").click();
      });

      await test.step("the desk takes it away, for a reason", async () => {
        await editor.goto("/desk/comments?queue=reported");
        await editor.locator(".item", { hasText: words.rude }).locator("h2 a").click();
        await look(editor, `desk-reported-${mark}`);
        await editor.locator("#remove > summary").click();
        await editor.locator("#remove label[for=reason-insult]").click();
        await editor.locator("#remove button[type=submit]").click();
        await editor.waitForURL(/\/desk\/comments(\?.*)?$/);
        await expect.poll(() => seen(words.rude), { timeout: 5000 }).toBe(false);
      });

      if (script) {
        await test.step("a new comment is offered to who is reading, and nothing moves by itself", async () => {
          await other.goto(story.path);
          const known = (await guest.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
          const late = await paper.say(await paper.threadOf(story.path), { name: words.guest, body: words.late, cookie: known });
          expect(late.waits, "somebody known does not wait").toBe(false);
          await other.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
          await expect(other.locator(".news button")).toBeVisible();
          await expect(said(other, words.late)).toHaveCount(0);
          await other.locator(".news button").click();
          await expect(said(other, words.late)).toBeVisible();
        });
      }

      await test.step("What You Say has it, with age and number", async () => {
        const count = script ? "4" : "3";
        await other.goto("/what-you-say");
        const group = other.locator(".said", { hasText: title });
        await expect(group).toContainText(words.answer);
        await expect(group.locator("time").first()).not.toBeEmpty();
        expect(digits(await group.locator("a.count").innerText())).toBe(count);
        await look(other, `says-${mark}`);
        await other.goto("/");
        const box = other.locator(".said", { hasText: title }).first();
        await expect(box).toContainText(words.answer);
        expect(digits(await box.locator("a.count").innerText())).toBe(count);
        await other.goto(story.path);
        await look(other, `talk-${mark}`);
      });

      if (!script) {
        await test.step("a long thread is read to its end, page by page", async () => {
          const thread = await paper.threadOf(story.path);
          paper.house.db(`
            insert into comments (comment_id, thread_id, top_id, depth, name, body, language, state, written_at, shown_at)
            select id, '${thread}', id, 0, 'Guest ' || n, 'Comment ' || n, '${lang}', 'shown', now() - n * interval '1 minute', now()
            from generate_series(1, 45) as n, lateral (select md5('${mark}' || n)::uuid as id) as made`);
          const found = [];
          await other.goto(`/threads/${thread}?order=oldest`);
          for (let pages = 1; ; pages++) {
            found.push(...(await other.locator("#comments > div > ol > .comment").evaluateAll((all) => all.map(({ id }) => id))));
            if (pages === 2) await look(other, `thread-${mark}`);
            const next = other.locator("a[rel~=next]").last();
            if (!(await next.count())) break;
            await next.click();
          }
          expect(new Set(found).size, "each once").toBe(found.length);
          // Two at the top by people, and these.
          expect(found.length).toBe(47);
        });
      }

      expect(strange, "nothing went elsewhere, nothing was refused, nothing failed").toEqual([]);
      for (const page of [editor, guest, reader, other]) await page.context().close();
    });
  }
}
