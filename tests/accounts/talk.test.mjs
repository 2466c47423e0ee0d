// What follows from a question happens once, by one Message-ID, and not before it can no longer be taken back, wherever
// `kill -9` ends the program. BEPART_KILL_ROUNDS (4) says how often it is killed at any moment.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";

import { Foyer, until } from "./foyer.mjs";
import { Postbox } from "./postbox.mjs";

const ROUNDS = Number(process.env.BEPART_KILL_ROUNDS ?? 4);
const UNDO_MS = 3000;
/** A worker that was killed is missed after half a minute. */
const PATIENCE_MS = 90_000;

describe("what follows from a question", () => {
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

  /** A contribution whose sender has heard that it came. */
  async function contribution() {
    const email = `asked-${++sent}@reader.example`;
    const title = `Sent by ${email}`;
    const fields = { title, body: "The river rose.", consent: "anonymous", terms: "yes", email };
    const answer = await foyer.post("/contribute", fields);
    assert.equal(answer.status, 303, await answer.text());
    const id = foyer.house.db(`select submission_id from submissions where title = '${title}'`);
    await until(() => box.idsTo(email).size === 1, `a receipt to ${email}`);
    return { email, path: `/desk/submissions/${id}` };
  }

  /** Asks; the press is repeated, as an impatient hand does. */
  async function ask(one) {
    one.sending = randomUUID();
    const fields = { version: 1, sending: one.sending, action: "send", due: 3, "ask-which_street": "yes" };
    const began = Date.now();
    for (let press = 0; press < 2; press++) {
      const answer = await foyer.post(`${one.path}/talk`, fields, { cookie: editor });
      assert.equal(answer.status, 303, await answer.text());
    }
    return began;
  }

  async function undo(one) {
    const answer = await foyer.post(`${one.path}/talk/undo`, { sending: one.sending }, { cookie: editor });
    assert.equal(answer.status, 303, await answer.text());
  }

  const news = (one) => box.idsTo(one.email).size - 1;

  /** One mail came of it, however often it was handed over, and none before the time. */
  async function toldOnce(one, began, words) {
    await until(() => news(one) === 1, `${words}: a mail to ${one.email}`, PATIENCE_MS);
    const mails = box.taken.filter(({ to }) => to === one.email).slice(1);
    for (const { at } of mails) assert.ok(at - began >= UNDO_MS, `${words}: told after ${at - began} ms`);
  }

  /** Nothing is left to do but to remind, in days. */
  const idle = () =>
    until(() => foyer.house.db("select count(*) from jobs where kind = 'review.tell_of_talk'") === "0", "an empty queue", PATIENCE_MS);

  test("a question that stands is told once, one that was taken back never", async () => {
    const [kept, undone] = [await contribution(), await contribution()];
    const began = await ask(kept);
    await ask(undone);
    await undo(undone);
    await toldOnce(kept, began, "kept");
    await idle();
    assert.deepEqual([news(kept), news(undone)], [1, 0]);
  });

  test("kill -9 between the question and its time, and between taking it back and what would have followed", async () => {
    const [kept, undone] = [await contribution(), await contribution()];
    await ask(undone);
    await undo(undone);
    const began = await ask(kept);
    await foyer.house.kill();
    assert.equal(news(kept), 0);
    await foyer.house.up();
    await toldOnce(kept, began, "killed at once");
    await idle();
    assert.equal(news(undone), 0);
  });

  test("kill -9 after the mail was handed over and before that is known", async () => {
    const one = await contribution();
    let killed;
    box.before = async ({ to }) => {
      if (to !== one.email || killed) return;
      killed = foyer.house.kill();
      await killed;
    };
    const began = await ask(one);
    await until(() => killed !== undefined, "the mail", PATIENCE_MS);
    await killed;
    await foyer.house.up();
    await until(() => box.taken.filter(({ to }) => to === one.email).length === 3, "once more", PATIENCE_MS);
    await toldOnce(one, began, "handed over twice, by one Message-ID");
    await idle();
    box.before = async () => {};
  });

  test(`kill -9 at any moment, ${ROUNDS} times`, async () => {
    const all = [];
    for (let round = 0; round < ROUNDS; round++) {
      const one = await contribution();
      all.push([one, await ask(one)]);
      // Evenly over the time until it is told, and a little beyond.
      await sleep(((UNDO_MS + 1000) * round) / ROUNDS);
      await foyer.house.kill();
      await foyer.house.up();
    }
    for (const [one, began] of all) await toldOnce(one, began, "killed at some moment");
    await idle();
    for (const [one] of all) assert.equal(news(one), 1);
  });
});
