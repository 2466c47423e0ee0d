// Shows 7 of issue 6: two instances of the program on one PostgreSQL. What one forgets, the other has forgotten within a
// second. Wants what scripts/with-test-db exports.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";

import { findPostgres } from "../uploads/house.mjs";
import { Foyer, PASSWORD, cookieOf, cookiesOf } from "./foyer.mjs";
import { codeFor, colleague, sessionOf } from "./people.mjs";

const psql = findPostgres("psql");
const skip =
  (!process.env.DATABASE_URL && "SKIPPED: run it by scripts/with-test-db (missing DATABASE_URL)") ||
  (!psql && "SKIPPED: there is no psql") ||
  false;

/** What is promised, in milliseconds. */
const PROMISED = 1000;

describe("two instances", { skip }, () => {
  const database = `bepart_accounts_${randomBytes(6).toString("hex")}`;
  const nodes = [];
  let admin;
  let boss;

  before(async () => {
    execFileSync(psql, ["-X", "-q", "-c", `create database ${database}`, process.env.DATABASE_URL]);
    const env = {
      DATABASE_URL: process.env.DATABASE_URL.replace(/^(\w+:\/\/[^/?]*)\/[^?]*/, `$1/${database}`),
      BEPART__SECRETS__SERVER_KEY: randomBytes(32).toString("base64url"),
    };
    // One after the other: the first makes the tables.
    for (let node = 0; node < 2; node++) nodes.push(await Foyer.open(env));
    for (const node of nodes) node.beside = nodes;
    admin = await colleague(nodes[0], "admin@news.example", "admin", { script: false });
    boss = await cookieOf(admin.page);
  });

  after(async () => {
    for (const node of nodes) await node.close();
    if (nodes.length)
      execFileSync(psql, ["-X", "-q", "-c", `drop database if exists ${database} with (force)`, process.env.DATABASE_URL]);
  });

  /** An editor of the first instance, whose cookie the second knows, too. */
  async function editor(email) {
    const { page } = await colleague(nodes[0], email, "editor", { script: false });
    const cookie = await cookieOf(page);
    await page.context().close();
    assert.equal((await nodes[1].get("/desk", cookie)).status, 200);
    const id = nodes[0].house.db(`select account_id from accounts where email = '${email}'`);
    return { email, cookie, address: `/desk/people/${id}` };
  }

  /** Listens to the other instance's news of the desk; says when it ended. */
  async function listen(cookie) {
    const answer = await nodes[1].get("/desk/live", cookie, { accept: "text/event-stream" });
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get("content-type"), /^text\/event-stream/);
    const listening = { endedAt: undefined };
    (async () => {
      for await (const _ of answer.body);
    })()
      .catch(() => {})
      .finally(() => (listening.endedAt = performance.now()));
    await sleep(300);
    assert.equal(listening.endedAt, undefined, "it is open");
    return listening;
  }

  /** How long the other instance still lets them in, in milliseconds. */
  async function untilOut(cookie, since) {
    for (;;) {
      const { status } = await nodes[1].get("/desk", cookie);
      if (status !== 200) return { status, after: performance.now() - since };
      assert.ok(performance.now() - since < 10_000, "never out");
      await sleep(10);
    }
  }

  /** Makes a change of a colleague; gives when it was asked for. */
  async function change(address, what, fields) {
    const asked = performance.now();
    const answer = await nodes[0].post(`${address}/${what}`, fields, { cookie: boss });
    assert.equal(answer.status, 303, await answer.text());
    assert.equal(answer.headers.get("location"), address, "and nobody was asked again who they are");
    return asked;
  }

  const changes = [
    ["removed", "remove", { seen: "editor" }],
    ["given another role", "role", { seen: "editor", role: "chief" }],
    ["without their second factor", "reset-factors", { seen: "editor" }],
  ];
  for (const [at, [words, what, fields]] of changes.entries()) {
    test(`an editor who is ${words} on one is out on the other, with all that is open`, async () => {
      const { cookie, address } = await editor(`editor${at}@news.example`);
      const listening = await listen(cookie);
      const since = await change(address, what, fields);
      const { status, after: out } = await untilOut(cookie, since);
      assert.equal(status, 404, "to outsiders the desk does not exist");
      assert.ok(out <= PROMISED, `out after ${out} ms`);
      while (!listening.endedAt && performance.now() - since < 10_000) await sleep(5);
      const ended = listening.endedAt - since;
      assert.ok(ended <= PROMISED, `the stream ended after ${ended} ms`);
      console.log(`${words}: out on the other instance after ${out.toFixed(0)} ms, its stream after ${ended.toFixed(0)} ms`);
    });
  }

  test("whoever was removed does not come in on the other either", async () => {
    const { email, address } = await editor("gone@news.example");
    await change(address, "remove", { seen: "editor" });
    const answer = await nodes[1].post("/signin", { email, password: PASSWORD });
    assert.equal(answer.status, 422);
  });

  test("signing out everywhere on one ends the streams and sessions on the other", async () => {
    const { cookie } = await editor("leaves@news.example");
    const listening = await listen(cookie);
    const since = performance.now();
    const answer = await nodes[0].post("/signout/everywhere", {}, { cookie });
    assert.equal(answer.status, 303);
    const { after: out } = await untilOut(cookie, since);
    assert.ok(out <= PROMISED, `out after ${out} ms`);
    while (!listening.endedAt && performance.now() - since < 10_000) await sleep(5);
    assert.ok(listening.endedAt - since <= PROMISED, `the stream ended after ${listening.endedAt - since} ms`);
  });

  test("an account that was asked for at one is made by the other, and both know its sessions", async () => {
    const fields = { email: "reader@mail.example", name: "Ada Berwarî", password: PASSWORD };
    const wished = await nodes[0].post("/register", fields);
    assert.equal(wished.status, 303);
    const { digits } = await codeFor(nodes[0], fields.email);
    const typed = { code: digits };
    const made = await nodes[1].post("/verify", typed, { cookie: cookiesOf(wished) });
    assert.equal(made.status, 303, await made.text());
    assert.equal((await nodes[0].post("/verify", typed, { cookie: cookiesOf(wished) })).status, 422, "once");
    const cookie = sessionOf(made);
    for (const node of nodes) assert.equal((await node.get("/me", cookie)).status, 200);
  });
});
