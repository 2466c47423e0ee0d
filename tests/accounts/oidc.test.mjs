// Shows 1 of issue 6: people come by services as published packages make them, with Chromium: npm oidc-provider as
// Google does it, oauth2-mock-server as Facebook does.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { Foyer, PASSWORD, cookieOf } from "./foyer.mjs";
import { confirm, dbUnconfirm, form, press, pressTwice, register, signIn, signOut } from "./people.mjs";
import { Facebook, Google } from "./providers.mjs";

let foyer;
let google;
let facebook;
let people = 0;

before(async () => {
  facebook = await Facebook.open();
  google = await Google.open();
  foyer = await Foyer.open(async (base) => {
    await google.serve(`${base}/connect/google/callback`);
    return { ...google.env("GOOGLE"), ...facebook.env("FACEBOOK") };
  });
});
after(async () => {
  await foyer?.close();
  await google?.close();
  await facebook?.close();
});

/** Somebody whom the services know and nobody else does yet. */
function somebody() {
  people += 1;
  const email = `person${people}@mail.example`;
  const name = people % 2 ? `Ada Berwarî ${people}` : `ئادا بەرواری ${people}`;
  google.person = { sub: `g-${people}`, name, email, email_verified: true };
  facebook.person = { id: `f-${people}`, name, email };
  facebook.refusal = facebook.failing = undefined;
  return { name, email };
}

const accountOf = (email) =>
  foyer.dbRows(`select account_id as id, i.provider from identities i where i.email = '${email}' order by i.provider`);
const pathIs = (path) => (url) => url.pathname === path;

/** Presses "go on with …", and stands before the service's own page, if it has one. */
async function leaveFor(page, service, from = "/signin") {
  await page.goto(from);
  await press(page, `/connect/${service}`);
}

/** Says yes or no on the page of the provider. */
async function answer(page, value) {
  await page.waitForURL(`${google.origin}/interaction/**`);
  await page.locator(`button[value=${value}]`).click();
}

/** All the way there and back; without script the page in between goes on, too. */
async function comeBy(page, service, from) {
  await leaveFor(page, service, from);
  if (service === "google") await answer(page, "yes");
  await page.waitForURL((url) => url.origin === foyer.base && !url.pathname.startsWith("/connect/google/") && url.pathname !== "/signin");
}

const words = (page) => page.locator("main").innerText();

for (const [lang, script, width] of [["en", true, 1280], ["ckb", false, 360]]) {
  const options = { lang, script, width };
  describe(`in ${lang}, ${script ? "with" : "without"} script`, () => {
    for (const service of ["google", "facebook"]) {
      test(`${service}: the first time makes an account, the second finds it`, async () => {
        const { name, email } = somebody();
        const page = await foyer.visitor(options);
        await comeBy(page, service);
        await page.waitForURL(pathIs("/me"));
        assert.equal(await page.locator("html").getAttribute("lang"), lang);
        assert.equal((await page.locator("h1").innerText()).trim(), name);
        const first = accountOf(email);
        assert.equal(first.length, 1);
        await signOut(page);
        assert.equal((await page.goto("/me")).url(), `${foyer.base}/signin?next=/me`);

        // They come again, by another name and address: it is the same account, and its name is its owner's matter.
        const other = service === "google" ? google.person : facebook.person;
        Object.assign(other, { email: `moved-${email}`, name: "Somebody Else" });
        await comeBy(page, service);
        await page.waitForURL(pathIs("/me"));
        assert.equal((await page.locator("h1").innerText()).trim(), name);
        assert.deepEqual(accountOf(`moved-${email}`).map(({ id }) => id), first.map(({ id }) => id));
        await page.context().close();
      });
    }

    test("whoever wanted to see a page gets there in the end", async () => {
      somebody();
      const page = await foyer.visitor(options);
      await page.goto("/me/sessions");
      await page.waitForURL(pathIs("/signin"));
      await press(page, "/connect/google");
      await answer(page, "yes");
      await page.waitForURL(pathIs("/me/sessions"));
      await page.context().close();
    });

    test("cancelled at the service: a kind word, and the other ways in", async () => {
      somebody();
      const page = await foyer.visitor(options);
      for (const service of ["google", "facebook"]) {
        facebook.refusal = "access_denied";
        await leaveFor(page, service);
        if (service === "google") await answer(page, "no");
        await page.waitForURL(pathIs(`/connect/${service}/callback`));
        assert.equal(await page.locator("h1").count(), 1);
        assert.doesNotMatch(await words(page), /access_denied|rather not/, "nothing that a service sent is shown");
        assert.ok(await page.locator("main a[href='/signin']").count());
        assert.ok(await form(page, "/connect/google").count());
      }
      assert.doesNotMatch(await cookieOf(page), /\bsid=/);
      await page.context().close();
    });

    test("trouble at the service: a word, no account, and signing in with a password works", async () => {
      const { email } = somebody();
      const page = await foyer.visitor(options);
      facebook.refusal = "server_error";
      await leaveFor(page, "facebook");
      await page.waitForURL(pathIs("/connect/facebook/callback"));
      assert.ok(await page.locator("main a[href='/signin']").count());
      facebook.refusal = undefined;
      for (const failing of ["token", "userinfo"]) {
        facebook.failing = failing;
        await leaveFor(page, "facebook");
        await page.waitForURL(pathIs("/connect/facebook/callback"));
        assert.ok((await words(page)).length > 20);
        assert.doesNotMatch(await words(page), /invalid_grant|out of order/);
      }
      google.broken = /^\/token/;
      try {
        await leaveFor(page, "google");
        await answer(page, "yes");
        await page.waitForURL(pathIs("/connect/google/callback"));
        assert.ok(await page.locator("main a[href='/signin']").count());
      } finally {
        google.broken = undefined;
      }
      assert.equal(accountOf(email).length, 0);
      const local = await register(foyer, { email: `local${people}@mail.example` });
      await signIn(page, local);
      await page.waitForURL(pathIs("/me"));
      await page.context().close();
    });

    test("two tabs at once: both come in, each by its own way", async () => {
      const { email } = somebody();
      const page = await foyer.visitor(options);
      const other = await page.context().newPage();
      await leaveFor(page, "google");
      await page.waitForURL(`${google.origin}/interaction/**`);
      await leaveFor(other, "google");
      await other.waitForURL(`${google.origin}/interaction/**`);
      await answer(page, "yes");
      await page.waitForURL(pathIs("/me"));
      await answer(other, "yes");
      await other.waitForURL(pathIs("/me"));
      assert.equal(accountOf(email).length, 1);
      await page.context().close();
    });

    test("the back button shows no error that matters: the way is over, and one is still in", async () => {
      somebody();
      const page = await foyer.visitor(options);
      let back;
      page.on("request", (request) => {
        if (request.url().includes("/connect/google/callback")) back = request.url();
      });
      await comeBy(page, "google");
      await page.waitForURL(pathIs("/me"));
      // The browser may keep the page of the service, or ask for the way back again: it must be worth nothing.
      const again = await page.goto(back);
      assert.equal(again.status(), 400);
      assert.ok((await words(page)).length > 20);
      await page.goBack().catch(() => {});
      assert.equal((await page.goto("/me")).status(), 200);
      await page.context().close();
    });

    test("an answer after more than ten minutes opens nothing, and says so", async () => {
      const { email } = somebody();
      const page = await foyer.visitor(options);
      await leaveFor(page, "google");
      await page.waitForURL(`${google.origin}/interaction/**`);
      foyer.house.db("update connect_transactions set created_at = created_at - interval '11 minutes'");
      await answer(page, "yes");
      await page.waitForURL(pathIs("/connect/google/callback"));
      assert.equal(accountOf(email).length, 0);
      assert.ok(await page.locator("main a[href='/signin']").count());
      await page.context().close();
    });

    test("an answer in another browser opens nothing", async () => {
      const { email } = somebody();
      const [page, victim] = [await foyer.visitor(options), await foyer.visitor(options)];
      google.holds = true;
      try {
        await leaveFor(page, "google");
        await answer(page, "yes");
        await page.waitForURL(`${google.origin}/held`);
      } finally {
        google.holds = false;
      }
      // Signing somebody in as oneself: their browser never asked.
      assert.equal((await victim.goto(google.held)).status(), 400);
      assert.doesNotMatch(await cookieOf(victim), /\bsid=/);
      assert.equal(accountOf(email).length, 0);
      // In the one that asked it still does: a stranger cannot use it up.
      await page.goto(google.held);
      await page.waitForURL(pathIs("/me"));
      await page.context().close();
      await victim.context().close();
    });

    test("linked by who is signed in and has just shown it; unlinked again, but not when it is the last way in", async () => {
      const { email } = somebody();
      const page = await foyer.visitor(options);
      // By Google first, without a password: it is the only way in.
      await comeBy(page, "google");
      await page.waitForURL(pathIs("/me"));
      await page.goto("/me/connections");
      await pressTwice(page, "/me/connections/google/remove");
      await page.locator("main .notice.bad").waitFor();
      assert.equal(accountOf(email).length, 1, "the last way in stays");

      // Another one besides.
      await comeBy(page, "facebook", "/me/connections");
      await page.waitForURL(pathIs("/me/connections"));
      assert.deepEqual(accountOf(email).map(({ provider }) => provider), ["facebook", "google"]);
      assert.equal(new Set(accountOf(email).map(({ id }) => id)).size, 1);
      await pressTwice(page, "/me/connections/google/remove");
      await page.waitForURL(pathIs("/me/connections"));
      assert.deepEqual(accountOf(email).map(({ provider }) => provider), ["facebook"]);
      await page.context().close();
    });

    test("an address joins nothing by itself, and another's service is not taken from them", async () => {
      const { email } = somebody();
      // An account with that very address, by a password.
      const local = await register(foyer, { email });
      const page = await foyer.visitor(options);
      await comeBy(page, "google");
      await page.waitForURL(pathIs("/me"));
      const rows = foyer.dbRows(`select account_id as id, email from accounts where email = '${email}'`);
      assert.equal(rows.length, 1);
      assert.notEqual(accountOf(email)[0].id, rows[0].id, "a new account, without the address");

      // Its owner, signed in by the password, cannot join what is another account's.
      const owner = await foyer.visitor(options);
      await signIn(owner, local);
      await owner.waitForURL(pathIs("/me"));
      await leaveFor(owner, "google", "/me/connections");
      await answer(owner, "yes");
      await owner.waitForURL(pathIs("/connect/google/callback"));
      assert.ok(await owner.locator("main a[href='/me/connections']").count());
      assert.notEqual(accountOf(email)[0].id, rows[0].id);
      await page.context().close();
      await owner.context().close();
    });

    test("linking asks first whether it is still them", async () => {
      const { email } = somebody();
      const local = await register(foyer, { email: `own-${email}` });
      const page = await foyer.visitor(options);
      await signIn(page, local);
      await page.waitForURL(pathIs("/me"));
      dbUnconfirm(foyer, local.email);
      await leaveFor(page, "facebook", "/me/connections");
      await page.waitForURL(pathIs("/signin/again"));
      await confirm(page, PASSWORD);
      await page.waitForURL(pathIs("/me/connections"));
      await comeBy(page, "facebook", "/me/connections");
      await page.waitForURL(pathIs("/me/connections"));
      assert.equal(accountOf(email).length, 1);
      await page.context().close();
    });
  });
}

test("a service that nobody reaches: a clear word, and the password works", async () => {
  somebody();
  const page = await foyer.visitor();
  await google.close();
  try {
    await leaveFor(page, "google");
    // What it says of itself may be known still: then the browser finds nobody there, which is not our page.
    await page.waitForURL((url) => url.pathname === "/connect/google" || url.origin === google.origin || url.protocol === "chrome-error:");
    const local = await register(foyer, { email: `down@mail.example` });
    await signIn(page, local);
    await page.waitForURL(pathIs("/me"));
  } finally {
    await google.wake();
    await page.context().close();
  }
});

test("a service that was never reached since the start is said to be down at once", async () => {
  const lost = await Google.open();
  await lost.close();
  const other = await Foyer.open(lost.env("GOOGLE"));
  try {
    const page = await other.visitor();
    await page.goto("/signin");
    const [response] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === "POST"),
      press(page, "/connect/google"),
    ]);
    assert.equal(response.status(), 503);
    assert.ok(await page.locator("main a[href='/signin']").count());
    const local = await register(other, { email: "local@mail.example" });
    await signIn(page, local);
    await page.waitForURL(pathIs("/me"));
  } finally {
    await other.close();
  }
});

test("nothing that a service gave opens anything of it is kept, and no page asked anybody else", () => {
  const kept = foyer.dbDump();
  for (const token of [...google.tokens, ...facebook.tokens]) assert.ok(!kept.includes(token));
  assert.ok(google.tokens.size > 0 && facebook.tokens.size > 0);
  assert.deepEqual(foyer.strangers, []);
  assert.deepEqual(foyer.complaints, []);
});
