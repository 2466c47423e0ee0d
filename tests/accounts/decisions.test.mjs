// Shows 5 of issue 7: what follows from a decision happens once, by one Message-ID, and not before it can no longer be
// undone, wherever `kill -9` ends the program. BEPART_KILL_ROUNDS (6) says how often it is killed at any moment.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";

import { Foyer, until } from "./foyer.mjs";
import { register } from "./people.mjs";
import { Postbox } from "./postbox.mjs";

const ROUNDS = Number(process.env.BEPART_KILL_ROUNDS ?? 6);
const UNDO_MS = 3000;
/** A worker that was killed is missed after half a minute. */
const PATIENCE_MS = 90_000;

describe("what follows from a decision", () => {
  let [foyer, box, editor] = [];
  let sent = 0;

  before(async () => {
    box = await Postbox.open();
    foyer = await Foyer.open({
      BEPART__STAFF__SECOND_FACTOR: "false",
      BEPART__DESK__UNDO_SECONDS: String(UNDO_MS / 1000),
      BEPART__MAIL__SMTP_URL: box.url,
    });
    foyer.letters = () => box.letters();
    editor = await foyer.editor("bo@news.example");
  });
  after(async () => {
    await foyer?.close();
    await box?.close();
  });

  /** A contribution whose sender has heard that it came; gives its id and address. */
  async function contribution(email = `guest-${++sent}@reader.example`, cookie = "") {
    const title = `Sent by ${email}, ${++sent}`;
    const guest = cookie ? {} : { email };
    const fields = { title, body: "The river rose.", consent: "anonymous", terms: "yes", ...guest };
    const answer = await foyer.post("/contribute", fields, { cookie });
    assert.equal(answer.status, 303, await answer.text());
    const id = foyer.house.db(`select submission_id from submissions where title = '${title}'`);
    if (!cookie) await until(() => box.idsTo(email).size === 1, `a receipt to ${email}`);
    return { id, email, path: `/desk/submissions/${id}`, heard: box.idsTo(email).size };
  }

  async function decide(one, decision, version = 1) {
    const more = decision === "decline" ? { reason: "quality" } : {};
    const began = Date.now();
    const answer = await foyer.post(`${one.path}/decision`, { decision, version, ...more }, { cookie: editor });
    assert.equal(answer.status, 303, await answer.text());
    return began;
  }

  async function undo(one) {
    const page = await (await foyer.get(one.path, editor)).text();
    const [, address] = /action="(\/desk\/undo\/[^"]+)"/.exec(page);
    const answer = await foyer.post(address, { next: one.path }, { cookie: editor });
    assert.equal(answer.status, 303, await answer.text());
  }

  const news = (one) => box.idsTo(one.email).size - one.heard;

  /** One mail came of it, however often it was handed over, and none before the time. */
  async function toldOnce(one, began, words) {
    await until(() => news(one) === 1, `${words}: news for ${one.email}`, PATIENCE_MS);
    const mails = box.taken.filter(({ to }) => to === one.email).slice(one.heard);
    for (const { at } of mails) assert.ok(at - began >= UNDO_MS, `${words}: told after ${at - began} ms`);
  }

  /** Nothing is left to do. */
  const idle = () =>
    until(
      () => foyer.house.db("select count(*) from jobs where kind ~ 'settle|tell|letter'") === "0",
      "the queue is empty",
      PATIENCE_MS,
    );

  test("a decision that stands is told once, one that was undone never", async () => {
    const [kept, undone, again] = [await contribution(), await contribution(), await contribution()];
    const began = await decide(kept, "accept");
    await decide(undone, "decline");
    await decide(again, "accept");
    await undo(again);
    const second = await decide(again, "decline", 3);
    await foyer.get(undone.path, editor);
    const rest = foyer.house.db(`select batch_id from decision_batch_items where submission_id = '${undone.id}'`);
    assert.equal((await foyer.post(`/desk/undo/${rest}`, {}, { cookie: editor })).status, 303);
    await toldOnce(kept, began, "kept");
    await toldOnce(again, second, "decided anew");
    await idle();
    assert.deepEqual([news(kept), news(undone), news(again)], [1, 0, 1]);
  });

  test("kill -9 between the decision and its time", async () => {
    const one = await contribution();
    const began = await decide(one, "accept");
    await foyer.house.kill();
    assert.equal(news(one), 0);
    await foyer.house.up();
    await toldOnce(one, began, "killed at once");
  });

  test("kill -9 between undoing and what would have followed", async () => {
    const one = await contribution();
    await decide(one, "accept");
    await undo(one);
    await foyer.house.kill();
    await foyer.house.up();
    await sleep(UNDO_MS + 1000);
    await idle();
    assert.equal(news(one), 0);
  });

  test("kill -9 after the mail was handed over and before that is known", async () => {
    const one = await contribution();
    let [begun, ended] = [false, false];
    box.before = async ({ to }) => {
      if (to !== one.email || begun) return;
      begun = true;
      await foyer.house.kill();
      ended = true;
    };
    const began = await decide(one, "decline");
    await until(() => ended, "the mail", PATIENCE_MS);
    await foyer.house.up();
    await until(() => box.taken.filter(({ to }) => to === one.email).length === one.heard + 2, "once more", PATIENCE_MS);
    await toldOnce(one, began, "handed over twice, by one Message-ID");
    await idle();
    assert.equal(news(one), 1);
    box.before = async () => {};
  });

  test(`kill -9 at any moment, ${ROUNDS} times, of guests and of people with accounts`, async () => {
    const ada = await register(foyer, { email: "ada@reader.example" });
    const all = [];
    for (let round = 0; round < ROUNDS; round++) {
      const guest = await contribution();
      all.push([guest, await decide(guest, round % 2 ? "accept" : "decline")]);
      // Evenly over the time until it is told, and a little beyond.
      await sleep((round * (UNDO_MS + 1200)) / ROUNDS);
      await foyer.house.kill();
      await foyer.house.up();
    }
    const [one, heard] = [await contribution(ada.email, ada.cookie), box.idsTo(ada.email).size];
    await decide(one, "accept");
    await sleep(UNDO_MS + 200);
    await foyer.house.kill();
    await foyer.house.up();
    for (const [guest, began] of all) await toldOnce(guest, began, "at any moment");
    await until(() => box.idsTo(ada.email).size === heard + 1, "news for an account", PATIENCE_MS);
    await idle();
    for (const [guest] of all) assert.equal(news(guest), 1);
    assert.equal(box.idsTo(ada.email).size, heard + 1);
  });
});
