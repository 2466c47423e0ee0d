// Five hundred guests comment at once: twice by the same form, too often, and with words that the newsroom does not want. What
// is counted afterwards must be what is there, and who reads meanwhile must not have to wait.
//
// STORM_GUESTS (500); STORM_AT_ONCE (64) of them hold a connection at a time, as a proxy before the program would let them.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";

import { hangUp, quantile } from "../accounts/ask.mjs";
import { PAGES, Square, reading } from "./square.mjs";

const GUESTS = Number(process.env.STORM_GUESTS ?? 500);
const AT_ONCE = Number(process.env.STORM_AT_ONCE ?? 64);

let square;
before(async () => (square = await new Square().open()));
after(async () => {
  await square?.stop();
  hangUp();
});

/** What one guest does. Every sixth has something to say that waits or goes; every third goes on without a pause. */
async function rage(number) {
  const guest = square.guest(number);
  const thread = number % 2;
  const sent = [];
  const id = randomUUID();
  const word = number % 6 === 4 ? " heldword" : number % 6 === 5 ? " s p a m w o r d spamword" : "";
  const body = `What guest ${number} has to say about it${word}.`;
  // The finger that presses twice.
  sent.push(...(await Promise.all([guest.say(thread, body, id), guest.say(thread, body, id)])));
  sent.push(await guest.say(thread, body, id));
  if (number % 3 === 0) {
    for (let more = 0; more < 8; more++) sent.push(await guest.say(thread, `And ${more} more of guest ${number}.`));
  }
  return sent;
}

/** At most so many at a time. */
async function all(count, work) {
  const answers = [];
  let next = 0;
  const worker = async () => {
    while (next < count) answers.push(...(await work(next++)));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return answers;
}

test("a storm of guests leaves right counts, no comment twice, and pages that are as quick as before", async (t) => {
  const quiet = reading(square.origin, PAGES, 2);
  await sleep(4000);
  const before = await quiet();

  const meanwhile = reading(square.origin, PAGES, 2);
  const began = performance.now();
  const sent = await all(GUESTS, rage);
  const seconds = (performance.now() - began) / 1000;
  const during = await meanwhile();

  const statuses = new Map();
  for (const { status } of sent) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  t.diagnostic(`${sent.length} sent in ${seconds.toFixed(1)} s: ${[...statuses].map(([status, many]) => `${many} × ${status}`).join(", ")}`);
  t.diagnostic(`pages, server time p50 / p99: quiet ${quantile(before).toFixed(2)} / ${quantile(before, 0.99).toFixed(2)} ms, storm ${quantile(during).toFixed(2)} / ${quantile(during, 0.99).toFixed(2)} ms (${during.length} pages)`);

  assert.ok([...statuses.keys()].every((status) => [303, 409, 422, 429].includes(status)), "nothing broke");
  // One for each form, whoever's it is.
  assert.equal(square.db("select count(*) from comments"), square.db("select count(distinct (name, body)) from comments"));
  const first = Number(square.db("select count(*) from comments where body like 'What guest %'"));
  assert.equal(first, GUESTS, "everybody's first comment is there, once");
  // A flood is stopped: nobody came through with all nine.
  assert.ok(Number(square.db("select max(many) from (select count(*) as many from comments group by name) as each")) <= 6);
  for (const [word, state] of [["heldword", "held"], ["spamword", "spam"]]) {
    const others = square.db(`select count(*) from comments where body like '%${word}%' and (state <> '${state}' or rule is null)`);
    assert.equal(others, "0", `${word} is ${state} by a rule that says so`);
  }
  const recounted = square.db(`
    select count(*) from threads where shown_count <> (select count(*) from comments
      where comments.thread_id = threads.thread_id and state = 'shown')`);
  assert.equal(recounted, "0", "threads count what is there");
  const kept = square.db(`
    select count(*) from comments where like_count <> (select count(*) from comment_likes where comment_likes.comment_id = comments.comment_id)
      or reply_count <> (select count(*) from comments as answers where answers.parent_id = comments.comment_id and answers.state = 'shown')`);
  assert.equal(kept, "0", "comments count what is there");
});
