// Shows 6 and 9 of issue 6, and the readers' part of it: from the first form to the last trace, in a browser.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";

import { onS3 } from "../browser/s3.mjs";
import { Foyer, PASSWORD, cookieOf, until } from "./foyer.mjs";
import { codeFor, colleague, confirm, dbUnconfirm, opens, photo, press, pressTwice, publish, register, signIn, signOut, wishFor } from "./people.mjs";

let foyer;
before(async () => {
  // What is past its time is looked for every minute.
  foyer = await Foyer.open({ BEPART__SWEEP__EVERY_MINUTES: "1" });
});
after(() => foyer?.close());

const pathIs = (path) => (url) => url.pathname === path;
const isIn = async (cookie) => (await foyer.get("/me", cookie)).status === 200;
const OTHER = "another long river of words 8";

for (const [lang, script, width] of [
  ["ckb", false, 360],
  ["en", true, 360],
  ["ckb", true, 1280],
  ["en", false, 1280],
]) {
  describe(`a reader, in ${lang}, ${script ? "with" : "without"} script, ${width} px`, () => {
    const options = { lang, script, width };
    const tag = `${lang}-${script}-${width}`;
    const name = lang === "ckb" ? "ئازاد\u200cەکان بەرواری" : "Şêrko Bêkes";

    test("registers by the code, or by the link on another device, and is in", async () => {
      const page = await foyer.visitor(options);
      await wishFor(page, { email: `code-${tag}@mail.example`, name });
      const mail = await foyer.letter(`code-${tag}@mail.example`);
      const { digits, link } = opens(mail);
      assert.ok(link.startsWith(`${foyer.base}/verify?t=`), link);
      assert.ok(!`${mail.subject} ${mail.text} ${mail.html}`.includes(name), "no name of a person stands in a mail");
      assert.match(mail.html, lang === "ckb" ? /dir="rtl"/ : /dir="ltr"/);
      // A wrong one first, then the right one in the digits of the reader's keyboard.
      await page.fill("[name=code]", digits === "111111" ? "222222" : "111111");
      await press(page, "/verify");
      await page.locator(".error-summary").waitFor();
      await page.fill("[name=code]", lang === "ckb" ? digits.replace(/\d/g, (digit) => "٠١٢٣٤٥٦٧٨٩"[digit]) : digits);
      await press(page, "/verify");
      await page.waitForURL(pathIs("/me"));
      assert.equal((await page.locator("h1").innerText()).trim(), name);
      await page.context().close();

      // The link works anywhere, once; looking at it uses nothing up.
      const here = await foyer.visitor(options);
      await wishFor(here, { email: `link-${tag}@mail.example`, name });
      const { path } = await codeFor(foyer, `link-${tag}@mail.example`);
      assert.equal((await foyer.get(path)).status, 200);
      const there = await foyer.visitor(options);
      await there.goto(path);
      await press(there, "/verify");
      // What was typed elsewhere may be a stranger's: here a password is chosen anew.
      await there.waitForURL(pathIs("/me/password"));
      assert.equal((await here.goto(path)).status(), 410);
      await here.context().close();
      await there.context().close();
    });

    test("whose address has an account is told so by mail only", async () => {
      const { email } = await register(foyer, { email: `known-${tag}@mail.example` });
      const page = await foyer.visitor(options);
      await wishFor(page, { email, name: "Somebody" });
      const mail = await foyer.letter(email);
      assert.equal(opens(mail).digits, undefined);
      assert.ok(opens(mail).link.endsWith("/signin"));
      await page.context().close();
    });

    test("signs in and out, and comes to the page that was wanted", async () => {
      const reader = await register(foyer, { email: `signs-${tag}@mail.example` });
      const page = await foyer.visitor(options);
      await page.goto("/me/history");
      await page.waitForURL(pathIs("/signin"));
      await page.fill("[name=email]", reader.email.toUpperCase());
      await page.fill("[name=password]", "a wrong river of words");
      await press(page, "/signin");
      await page.locator(".error-summary").waitFor();
      assert.equal(await page.inputValue("[name=password]"), "", "a password never comes back");
      await page.fill("[name=password]", reader.password);
      await press(page, "/signin");
      await page.waitForURL(pathIs("/me/history"));
      await signOut(page);
      await page.goto("/me");
      await page.waitForURL(pathIs("/signin"));
      await page.context().close();
    });

    test("forgets the password, chooses a new one, and is out everywhere else", async () => {
      const reader = await register(foyer, { email: `forgets-${tag}@mail.example` });
      const page = await foyer.visitor(options);
      await page.goto("/signin");
      await page.locator("main a[href='/forgot']").click();
      await page.fill("[name=email]", reader.email);
      await press(page, "/forgot");
      await page.waitForURL(pathIs("/reset"));
      const { digits, path } = await codeFor(foyer, reader.email);
      // Not good enough first: that costs no try.
      await page.fill("[name=code]", digits);
      await page.fill("[name=password]", "password1234");
      await press(page, "/reset");
      await page.locator(".error-summary").waitFor();
      await page.fill("[name=code]", digits);
      await page.fill("[name=password]", OTHER);
      await press(page, "/reset");
      await page.waitForURL(pathIs("/me"));
      assert.equal(await isIn(reader.cookie), false);
      assert.equal((await foyer.get(path)).status, 410, "the link of the same mail is used up, too");
      assert.equal((await foyer.post("/signin", reader)).status, 422);
      assert.equal((await foyer.post("/signin", { ...reader, password: OTHER })).status, 303);
      // They hear of it.
      await foyer.letter(reader.email, (one) => opens(one).link?.endsWith("/forgot"));
      await page.context().close();
    });

    test("moves to another address, which the old and the new one confirm", async () => {
      const reader = await register(foyer, { email: `from-${tag}@mail.example` });
      const to = `to-${tag}@mail.example`;
      const page = await foyer.visitor(options);
      await signIn(page, reader);
      await page.waitForURL(pathIs("/me"));
      dbUnconfirm(foyer, reader.email);
      await page.goto("/me/email");
      await page.waitForURL(pathIs("/signin/again"));
      await confirm(page);
      await page.waitForURL(pathIs("/me/email"));
      await page.fill("main [name=email]", to);
      await press(page, "/me/email");
      await page.waitForURL(pathIs("/me/email/confirm"));
      const [old, fresh] = [await codeFor(foyer, reader.email), await codeFor(foyer, to)];
      // One alone is not enough.
      await page.fill("main [name=to]", fresh.digits);
      await press(page, "/me/email/confirm");
      await page.locator("main [name=to]").waitFor({ state: "detached" });
      assert.equal((await foyer.post("/signin", { email: to, password: PASSWORD })).status, 422);
      // The other by its link, on another device that nobody is signed in at.
      const elsewhere = await foyer.visitor(options);
      await elsewhere.goto(old.path);
      await press(elsewhere, "/me/email/confirm");
      await until(() => foyer.house.db(`select count(*) from accounts where email = '${to}'`) === "1", "the new address");
      assert.equal((await foyer.post("/signin", reader)).status, 422);
      assert.equal((await foyer.post("/signin", { email: to, password: PASSWORD })).status, 303);
      assert.equal((await page.goto("/me")).status(), 200);
      await page.context().close();
      await elsewhere.context().close();
    });

    test("sees where they are signed in, ends one, and all", async () => {
      const reader = await register(foyer, { email: `sessions-${tag}@mail.example` });
      const page = await foyer.visitor(options);
      await signIn(page, reader);
      await page.waitForURL(pathIs("/me"));
      const elsewhere = [];
      for (let at = 0; at < 2; at++) {
        const other = await foyer.visitor(options);
        await signIn(other, reader);
        await other.waitForURL(pathIs("/me"));
        elsewhere.push(await cookieOf(other));
        await other.context().close();
      }
      await page.goto("/me/sessions");
      assert.equal(await page.locator("main ul.rows > li").count(), 4);
      assert.match(await page.locator("main ul.rows").innerText(), /Chrome/);
      await press(page, "/me/sessions/end");
      await until(async () => (await page.locator("main ul.rows > li").count()) === 3, "one less");
      await press(page, "/me/sessions/end-all");
      await until(async () => (await page.locator("main ul.rows > li").count()) === 1, "only this one");
      for (const cookie of [...elsewhere, reader.cookie]) assert.equal(await isIn(cookie), false);
      const here = await cookieOf(page);
      assert.equal(await isIn(here), true);
      await press(page, "/signout/everywhere");
      await page.waitForURL(pathIs("/"));
      assert.equal(await isIn(here), false);
      await page.context().close();
    });

    test("changes the name, the language of mails and the password", async () => {
      const reader = await register(foyer, { email: `profile-${tag}@mail.example` });
      const page = await foyer.visitor(options);
      await signIn(page, reader);
      await page.waitForURL(pathIs("/me"));
      await page.goto("/me/profile");
      await page.fill("main [name=name]", "د. هێمن");
      await page.selectOption("main [name=language]", "kmr");
      await press(page, "/me/profile");
      await page.waitForURL(/saved=yes/);
      await page.goto("/me");
      assert.equal((await page.locator("h1").innerText()).trim(), "د. هێمن");
      await page.goto("/me/password");
      await page.fill("main [name=old]", reader.password);
      await page.fill("main [name=password]", OTHER);
      await press(page, "/me/password");
      await page.waitForURL(/changed=yes/);
      assert.equal(await isIn(reader.cookie), false);
      await foyer.letter(reader.email, (one) => one.html.includes('lang="kmr"'));
      await page.context().close();
    });

    test("asks to be forgotten, and changes their mind", async () => {
      const reader = await register(foyer, { email: `stays-${tag}@mail.example` });
      const page = await foyer.visitor(options);
      await signIn(page, reader);
      await page.waitForURL(pathIs("/me"));
      await page.goto("/me/delete");
      await pressTwice(page, "/me/delete");
      await page.locator("form[action='/me/delete/call-off']").waitFor();
      assert.equal(await isIn(reader.cookie), false, "they are out everywhere else");
      await foyer.letter(reader.email, (one) => opens(one).link?.endsWith("/me"));
      await page.goto("/me");
      await press(page, "/me/delete/call-off");
      await until(() => foyer.house.db(`select count(*) from accounts where email = '${reader.email}' and deletes_at is null`) === "1", "called off");
      await page.context().close();
    });
  });
}

/** Every file below a folder: `[path, bytes]`. */
function* files(folder) {
  for (const entry of existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : []) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else yield [path, readFileSync(path)];
  }
}

/** The ways in which a text may lie in bytes. */
const disguises = (text) => [text, Buffer.from(text).toString("hex"), Buffer.from(text).toString("base64").replace(/=+$/, "")];

describe("somebody of whom nothing is to be left", () => {
  const tag = randomBytes(6).toString("hex");
  const canaries = {
    name: `Kanarya ${tag}`,
    email: `kanarya-${tag}@mail.example`,
    title: `Title kanarya ${tag}`,
    body: `Body kanarya ${tag}: the river came over the bridge.`,
    place: `Place kanarya ${tag}`,
    file: `kanarya-${tag}.png`,
    author: `Author kanarya ${tag}`,
    credit: `Credit kanarya ${tag}`,
    message: `Message kanarya ${tag}`,
    title2: `Published kanarya ${tag}`,
    body2: `Story kanarya ${tag}: snow fell in the night.`,
  };
  const folder = mkdtempSync(join(tmpdir(), "bepart-export-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  let reader;
  let page;
  let story;
  let picture;

  const fetchBytes = async (path) => {
    const answer = await foyer.get(path, await cookieOf(page));
    return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
  };

  before(async () => {
    reader = await register(foyer, { email: canaries.email, name: canaries.name });
    page = await foyer.visitor();
    await signIn(page, reader);
    await page.waitForURL(pathIs("/me"));
  });
  after(() => page?.context().close());

  /** Sends a contribution with the account. */
  async function contribute(title, body) {
    const png = await photo(foyer, canaries.author);
    await page.goto("/contribute");
    await page.fill("[name=title]", title);
    await page.fill("[name=body]", body);
    await page.fill("[name=place]", canaries.place);
    await page.fill("[name=name]", canaries.credit);
    await page.setInputFiles("input[name=files]", { name: canaries.file, mimeType: "image/png", buffer: png });
    await page.locator("label[for=consent-named]").click();
    await page.locator("label[for=terms]").click();
    await page.locator("main form button[type=submit]").last().click();
    await page.waitForURL("**/contribute/sent");
  }

  test("shows a picture of theirs", async () => {
    await page.goto("/me/avatar");
    const png = await photo(foyer, canaries.author);
    await page.setInputFiles("main [name=files]", { name: canaries.file, mimeType: "image/png", buffer: png });
    const sent = page.waitForResponse((answer) => answer.request().method() === "POST" && answer.url().endsWith("/me/avatar"));
    await press(page, "/me/avatar");
    assert.equal((await sent).status(), 303);
    await until(async () => (await page.goto("/me/avatar")) && (await page.locator("main img.avatar").count()), "the picture", 60_000);
    picture = await page.locator("main img.avatar").getAttribute("src");
    const { status, bytes } = await fetchBytes(picture);
    assert.equal(status, 200);
    assert.ok(!bytes.includes(tag), "made anew, without what the file told");
  });

  test("sends two contributions with the account; one becomes a story", async () => {
    await contribute(canaries.title, canaries.body);
    await contribute(canaries.title2, canaries.body2);
    await foyer.verdicts(canaries.file);
    const editor = await colleague(foyer, "desk@news.example");
    story = await publish(editor.page, canaries.title2);
    await editor.page.context().close();
    await page.goto("/me/contributions");
    const shown = await page.locator("main").innerText();
    assert.ok(shown.includes(canaries.title) && shown.includes(canaries.title2), shown);
    assert.equal((await page.goto(story)).status(), 200);
    const dump = foyer.dbDump();
    for (const part of ["name", "email", "title", "body", "place", "title2", "body2"]) assert.ok(dump.includes(canaries[part]), part);
  });

  test("takes everything along in an archive that opens", async () => {
    await page.goto("/me/export");
    await confirm(page);
    await page.goto("/me/export");
    const [download] = await Promise.all([page.waitForEvent("download"), press(page, "/me/export")]);
    assert.match(download.suggestedFilename(), /^be-part-\d{4}-\d\d-\d\d\.zip$/);
    const archive = join(folder, "taken.zip");
    await download.saveAs(archive);
    execFileSync("unzip", ["-tq", archive]);
    execFileSync("unzip", ["-q", archive, "-d", join(folder, "taken")]);
    const taken = [...files(join(folder, "taken"))];
    const names = taken.map(([path]) => path.slice(folder.length + 7)).sort();
    console.log(`the archive holds: ${names.join(", ")}`);
    const everything = Buffer.concat(taken.map(([, bytes]) => bytes));
    for (const part of ["name", "email", "title", "body", "place", "author", "title2", "body2", "credit"]) {
      assert.ok(everything.includes(canaries[part]), `${part} is in it`);
    }
    assert.ok(names.includes("account.json") && names.includes("history.json"));
    const account = JSON.parse(readFileSync(join(folder, "taken/account.json"), "utf8"));
    assert.ok(!JSON.stringify(account).includes("$argon2id$"), "what opens something is not in it");
  });

  test("asks to be forgotten, thinks it over, and is", { timeout: 300_000 }, async () => {
    await page.goto("/me/delete");
    await confirm(page);
    await page.goto("/me/delete");
    await pressTwice(page, "/me/delete");
    await page.locator("form[action='/me/delete/call-off']").waitFor();
    // Before the time is over nothing is lost.
    assert.equal((await page.goto(story)).status(), 200);
    assert.equal((await foyer.post("/signin", reader)).status, 303);
    const id = foyer.house.db(`select account_id from accounts where email = '${canaries.email}'`);
    foyer.house.db(
      `update accounts set deletion_asked_at = deletion_asked_at - interval '60 days', deletes_at = now() - interval '1 minute'
       where account_id = '${id}'`,
    );
    await until(() => foyer.house.db(`select count(*) from accounts where account_id = '${id}' and deleted_at is not null`) === "1", "the end", 150_000);
    // The last mails leave, and jobs that let go of objects end.
    const busy = "select count(*) from jobs where parked_at is null and (leased_until is not null or run_at < now())";
    await until(() => foyer.house.db(busy) === "0", "quiet", 60_000);
    await sleep(500);
    assert.equal((await page.goto(story)).status(), 410);
    assert.equal((await fetchBytes(picture)).status, 404);
    assert.equal((await foyer.post("/signin", reader)).status, 422);
    const row = foyer.dbRows(`select * from accounts where account_id = '${id}'`)[0];
    const left = Object.entries(row).filter(([, value]) => value !== null && value !== "" && typeof value !== "boolean");
    assert.deepEqual(left.map(([column]) => column).filter((column) => !/_at$/.test(column)), ["account_id"], "id and time");
    console.log(`of the account is left: ${left.map(([column]) => column).join(", ")}`);
  });

  test("and then no table and no bucket holds anything of them", () => {
    const dump = foyer.dbDump();
    const found = Object.entries(canaries).filter(([, text]) => disguises(text).some((form) => dump.includes(form)));
    assert.deepEqual(found, [], "in the database");
    assert.ok(!dump.includes(tag), "nor a part of one");
    if (onS3) return;
    const objects = join(foyer.house.data, "objects");
    for (const bucket of ["private", "public"]) assert.ok(statSync(join(objects, bucket)).isDirectory());
    const left = [...files(objects)];
    const telling = left.filter(([path, bytes]) => Object.values(canaries).some((text) => path.includes(text) || bytes.includes(text)));
    assert.deepEqual(telling.map(([path]) => path), [], "in a bucket");
    // Nobody else sent anything: whatever is left would be theirs, sealed or not.
    assert.deepEqual(left.map(([path]) => path), []);
  });

  test("the address is free again, and what comes to it is a new account", async () => {
    const again = await register(foyer, { email: canaries.email, name: "Somebody else" });
    const shown = await foyer.get("/me/contributions", again.cookie);
    assert.ok(!(await shown.text()).includes(tag));
  });
});

test("mails are words of ours in each of the five languages, right to left where it is", async () => {
  const subjects = new Set();
  for (const [lang, dir] of [["en", "ltr"], ["ckb", "rtl"], ["kmr", "ltr"], ["ar", "rtl"], ["tr", "ltr"]]) {
    const email = `mail-${lang}@mail.example`;
    const wished = await foyer.post("/register", { email, name: "Ada", password: PASSWORD }, { headers: { "accept-language": lang } });
    assert.equal(wished.status, 303);
    const mail = await foyer.letter(email);
    assert.ok(mail.html.includes(`dir="${dir}"`) && mail.html.includes(`lang="${lang}"`), lang);
    assert.ok(mail.text.length > 50 && opens(mail).digits && mail.html.includes(opens(mail).link.replaceAll("&", "&amp;")));
    assert.doesNotMatch(mail.html, /<(script|img|link|iframe)|style=|src=/i, "nothing to load, nothing to run");
    subjects.add(mail.subject);
  }
  assert.equal(subjects.size, 5);
});

test("no page asked anybody else, and no script failed", () => {
  assert.deepEqual(foyer.strangers, []);
  assert.deepEqual(foyer.complaints, []);
});
