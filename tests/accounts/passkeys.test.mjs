// Shows 4 of issue 6: passkeys with Chromium's virtual authenticator, codes of an authenticator app, recovery codes.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { Foyer, cookieOf, until } from "./foyer.mjs";
import { accept, colleague, confirm, dbUnconfirm, form, press, pressTwice, recoveryOf, register, secretOf, setUpApp, signIn, signOut } from "./people.mjs";
import * as totp from "./totp.mjs";

let foyer;
before(async () => {
  foyer = await Foyer.open();
});
after(async () => {
  await foyer?.close();
});

const pathIs = (path) => (url) => url.pathname === path;

/** A phone's own authenticator, which asks for a finger, keeps keys by itself and always says yes. */
async function authenticator(page, options = {}) {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      ...options,
    },
  });
  return {
    id: authenticatorId,
    send: (method, more) => session.send(`WebAuthn.${method}`, { authenticatorId, ...more }),
    keys: async () => (await session.send("WebAuthn.getCredentials", { authenticatorId })).credentials,
  };
}

/** Uses the passkey form that leads to `action`. */
async function usePasskey(page, action) {
  const button = form(page, action, "passkey").locator("button[type=submit]");
  await button.waitFor();
  await button.click();
}

/** Waits until a passkey form says how it ended. */
async function says(page, action, how) {
  const asked = form(page, action, "passkey");
  const words = await asked.getAttribute(`data-words-${how}`);
  await until(async () => (await asked.locator("[data-said]").innerText()).trim() === words.trim(), words, 90_000);
}

/** Adds a passkey on the page of factors; shows recovery codes when it is the first factor. */
async function addPasskey(page, name) {
  await page.goto("/me/second");
  await confirm(page);
  await form(page, "/me/second/passkey", "passkey").locator("[name=name]").fill(name);
  await usePasskey(page, "/me/second/passkey");
}

describe("passkeys", () => {
  test("a reader's: made, used to come in without a name, as step-up, named, and removed", async () => {
    const reader = await register(foyer, { email: "passkey@mail.example", name: "ئادا" });
    const page = await foyer.visitor({ lang: "ckb", width: 360 });
    const device = await authenticator(page);
    await signIn(page, reader);
    await page.waitForURL(pathIs("/me"));

    // Made; with the first factor come recovery codes.
    await addPasskey(page, "مۆبایلی ئادا");
    await page.locator("main [data-codes]").waitFor();
    await recoveryOf(page);
    const [key] = await device.keys();
    assert.equal(key.isResidentCredential, true);
    assert.equal(key.rpId, "localhost");
    await page.goto("/me/second");
    assert.match(await page.locator("main [data-passkey]").innerText(), /مۆبایلی ئادا/);

    // The same authenticator is not taken twice.
    await usePasskey(page, "/me/second/passkey");
    await says(page, "/me/second/passkey", "known");
    assert.equal((await device.keys()).length, 1);

    // In without a name or password, and without another factor: it asked for the person.
    await signOut(page);
    await page.goto("/signin");
    await usePasskey(page, "/signin/passkey");
    await page.waitForURL(pathIs("/me"));
    assert.equal((await page.locator("h1").innerText()).trim(), "ئادا");

    // As what shows again that it is them.
    dbUnconfirm(foyer, reader.email);
    await page.goto("/me/export");
    await page.waitForURL(pathIs("/signin/again"));
    await usePasskey(page, "/signin/again");
    await page.waitForURL(pathIs("/me/export"));

    // With the password it is the second factor.
    await signOut(page);
    await signIn(page, reader);
    await page.waitForURL(pathIs("/signin/second"));
    const half = await cookieOf(page);
    assert.equal((await foyer.get("/me", half)).status, 303, "half is not in");
    await usePasskey(page, "/signin/second");
    await page.waitForURL(pathIs("/me"));
    assert.equal((await foyer.get("/me", half)).status, 303, "the half session's token is over");

    // Named and removed; then the password is enough again, and the key opens nothing.
    await page.goto("/me/second");
    await page.locator("main [data-passkey] details.more summary").first().click();
    await form(page, "/me/second/passkey/name").locator("[name=name]").fill("Old phone <b>");
    await press(page, "/me/second/passkey/name");
    await until(async () => /Old phone <b>/.test(await page.locator("main").innerText()), "the new name");
    await pressTwice(page, "/me/second/passkey/remove");
    await until(async () => (await page.locator("main [data-passkey]").count()) === 0, "none left");
    await signOut(page);
    await page.goto("/signin");
    await usePasskey(page, "/signin/passkey");
    await page.waitForURL(pathIs("/signin/passkey"));
    assert.doesNotMatch(await cookieOf(page), /\bsid=/);
    await signIn(page, reader);
    await page.waitForURL(pathIs("/me"));
    await page.context().close();
  });

  test("an editor's: set up after the invitation, and enough by itself from then on", async () => {
    const page = await foyer.visitor();
    await authenticator(page);
    await accept(page, foyer.invite("key@news.example"));
    assert.equal((await page.goto("/desk")).status(), 404, "before the second factor there is no desk");
    await page.goto("/signin/second");
    await usePasskey(page, "/signin/second");
    await page.locator("main [data-codes]").waitFor();
    await recoveryOf(page);
    await page.locator("main a[data-go]").click();
    await page.waitForURL(pathIs("/desk"));
    await signOut(page);
    await page.goto("/signin?next=/desk");
    await usePasskey(page, "/signin/passkey");
    await page.waitForURL(pathIs("/desk"));

    // The last factor of somebody of the newsroom stays.
    await page.goto("/me/second");
    await pressTwice(page, "/me/second/passkey/remove");
    await page.locator(".error-summary").waitFor();
    assert.equal(await page.locator("main [data-passkey]").count(), 1);
    await page.context().close();
  });

  test("cancelled, or with an authenticator that has no key: a word, and nothing happened", async () => {
    const page = await foyer.visitor();
    const device = await authenticator(page);
    await page.goto("/signin");
    await usePasskey(page, "/signin/passkey");
    await says(page, "/signin/passkey", "cancelled");
    // One that does not know the person's finger.
    await device.send("setUserVerified", { isUserVerified: false });
    await usePasskey(page, "/signin/passkey");
    await says(page, "/signin/passkey", "cancelled");
    assert.equal(new URL(page.url()).pathname, "/signin");
    assert.doesNotMatch(await cookieOf(page), /\bsid=/);
    await page.context().close();
  });

  test("a passkey of somebody who was removed opens nothing, in the same words as an unknown one", async () => {
    const page = await foyer.visitor();
    await authenticator(page);
    await accept(page, foyer.invite("removed@news.example"));
    await usePasskey(page, "/signin/second");
    await page.locator("main [data-codes]").waitFor();
    foyer.house.db("update accounts set deactivated_at = now() where email = 'removed@news.example'");
    assert.equal((await page.goto("/desk")).status(), 404);
    await page.context().clearCookies();
    await page.goto("/signin");
    await usePasskey(page, "/signin/passkey");
    await page.waitForURL(pathIs("/signin/passkey"));
    assert.equal((await page.goto("/desk")).status(), 404);
    await page.context().close();
  });
});

for (const script of [false, true]) {
  describe(`an authenticator app, ${script ? "with" : "without"} script`, () => {
    const options = { script, lang: script ? "en" : "ckb", width: script ? 1280 : 360 };

    /** Comes to the page that asks for the second factor. */
    async function halfway(page, email) {
      await page.context().clearCookies();
      await signIn(page, { email });
      await page.waitForURL(pathIs("/signin/second"));
    }

    async function type(page, act, value) {
      const asked = form(page, "/signin/second", act);
      if (act === "recovery" && !(await asked.isVisible())) await page.locator("main details.more summary").click();
      await asked.locator(`[name=${act === "recovery" ? "recovery" : "code"}]`).fill(value);
      await press(page, "/signin/second", act);
    }

    const refused = (page) => page.locator(".error-summary").waitFor();

    test("codes of the step before, of now and of the one after count, each once and none older", async () => {
      const email = `steps-${script}@news.example`;
      const page = await foyer.visitor(options);
      await accept(page, foyer.invite(email));
      await press(page, "/signin/second", "app");
      const secret = await secretOf(page);
      const type1 = async (value) => {
        await form(page, "/signin/second", "confirm").locator("[name=code]").fill(value);
        await press(page, "/signin/second", "confirm");
      };
      await type1("000000");
      await refused(page);
      assert.equal(await secretOf(page), secret, "the same secret waits");

      await totp.freshStep(20);
      const now = totp.step();
      await type1(totp.code(secret, now - 1));
      await recoveryOf(page);
      await page.locator("main a[data-go]").click();
      await page.waitForURL(pathIs("/desk"));

      await halfway(page, email);
      await type(page, "code", totp.code(secret, now - 1));
      await refused(page);
      await type(page, "code", totp.code(secret, now));
      await page.waitForURL(pathIs("/desk"));

      await halfway(page, email);
      await type(page, "code", totp.code(secret, now));
      await refused(page);
      await type(page, "code", totp.code(secret, now + 3));
      await refused(page);
      // As it is typed on a Kurdish phone, with a space.
      const typed = totp.code(secret, now + 1).replace(/\d/g, (digit) => "٠١٢٣٤٥٦٧٨٩"[digit]);
      await type(page, "code", `${typed.slice(0, 3)} ${typed.slice(3)}`);
      await page.waitForURL(pathIs("/desk"));
      await page.context().close();
    });

    test("a recovery code is good once, and is counted", async () => {
      const { page, email, recovery } = await colleague(foyer, `lost-${script}@news.example`, "editor", options);
      await halfway(page, email);
      await type(page, "recovery", recovery[0].toLowerCase());
      await page.waitForURL(pathIs("/desk"));
      await halfway(page, email);
      await type(page, "recovery", recovery[0]);
      await refused(page);
      await type(page, "recovery", recovery[1].replaceAll("-", " "));
      await page.waitForURL(pathIs("/desk"));
      const left = `select count(*) from recovery_codes join accounts using (account_id) where email = '${email}' and used_at is null`;
      assert.equal(foyer.house.db(left), "8");
      await page.context().close();
    });

    test("who has one cannot set another one up by the password alone", async () => {
      const { page, email } = await colleague(foyer, `other-${script}@news.example`, "editor", options);
      await halfway(page, email);
      assert.equal(await form(page, "/signin/second", "app").count(), 0);
      const cookie = await cookieOf(page);
      await foyer.post("/signin/second", { act: "app" }, { cookie });
      await page.goto("/signin/second");
      assert.equal(await page.locator("main [data-secret]").count(), 0);
      assert.equal((await foyer.get("/desk", cookie)).status, 404);
      await page.context().close();
    });

    test("wrong codes: five are free, then each waits", async () => {
      const { page, email } = await colleague(foyer, `guessed-${script}@news.example`, "editor", options);
      await halfway(page, email);
      const cookie = await cookieOf(page);
      const statuses = [];
      for (let guess = 0; guess < 8; guess++) {
        const { status } = await foyer.post("/signin/second", { act: "code", code: String(guess).repeat(6) }, { cookie });
        statuses.push(status);
      }
      assert.deepEqual(statuses.slice(0, 5), [422, 422, 422, 422, 422]);
      assert.ok(statuses.slice(5).includes(429), statuses.join());
      await page.context().close();
    });

    test("replaced and removed on one's own page; a reader may go without", async () => {
      const reader = await register(foyer, { email: `app-${script}@mail.example` });
      const page = await foyer.visitor(options);
      await signIn(page, reader);
      await page.waitForURL(pathIs("/me"));
      await page.goto("/me/second");
      await press(page, "/me/second/app");
      await page.waitForURL(pathIs("/me/second/app"));
      const app = new totp.App(await secretOf(page));
      await page.fill("main [name=code]", await app.code());
      await press(page, "/me/second/app/code");
      await recoveryOf(page);
      await halfway(page, reader.email);
      await type(page, "code", await app.code());
      await page.waitForURL(pathIs("/me"));
      await page.goto("/me/second");
      await pressTwice(page, "/me/second/app/remove");
      await page.waitForURL(pathIs("/me/second"));
      await page.context().clearCookies();
      await signIn(page, reader);
      await page.waitForURL(pathIs("/me"));
      await page.context().close();
    });
  });
}

test("two at once with one code: exactly one comes in", async () => {
  const { page, email, app } = await colleague(foyer, "twice@news.example");
  await page.context().close();
  const halves = [];
  for (let at = 0; at < 2; at++) {
    const browser = await foyer.visitor({ script: false });
    await signIn(browser, { email });
    await browser.waitForURL(pathIs("/signin/second"));
    halves.push(await cookieOf(browser));
    await browser.context().close();
  }
  const code = await app.code();
  const answers = await Promise.all(halves.map((cookie) => foyer.post("/signin/second", { act: "code", code }, { cookie })));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 422]);
});

test("secrets of apps and recovery codes cannot be read out of the database", async () => {
  const { page, app, recovery } = await colleague(foyer, "sealed@news.example");
  const dump = foyer.dbDump();
  for (const secret of [app.secret, ...recovery, ...recovery.map((code) => code.replaceAll("-", ""))]) {
    assert.ok(!dump.includes(secret) && !dump.includes(Buffer.from(secret).toString("hex")));
  }
  await page.context().close();
});

test("no page asked anybody else, and no script failed", () => {
  assert.deepEqual(foyer.strangers, []);
  assert.deepEqual(foyer.complaints, []);
});
