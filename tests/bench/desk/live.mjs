// Editors who watch, and decisions that come meanwhile: how long word of each takes, and what it costs.
import { readFileSync, readdirSync } from "node:fs";
import { request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

import { ask, quantile } from "../../accounts/ask.mjs";

/** So many of those who watch are listened to; of the others it is only seen that they hear. */
const HEARD = 20;

/** Processor time of a process so far, in seconds. */
function processor(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "latin1").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Processor time of all children of a process. */
function children(parent) {
  let sum = 0;
  for (const pid of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, "latin1").split(") ")[1].split(" ");
      if (Number(fields[1]) === parent) sum += processor(pid);
    } catch {
      // It has ended.
    }
  }
  return sum;
}

/** A line of the desk's news; calls `heard` with each piece. */
function watch(origin, cookie, heard) {
  return new Promise((done, fail) => {
    const asked = request(`${origin}/desk/live`, { headers: { cookie, accept: "text/event-stream" }, agent: false }, (answer) => {
      if (answer.statusCode !== 200) return fail(new Error(`the line answered ${answer.statusCode}`));
      answer.on("error", () => {});
      answer.on("data", heard);
      done(() => asked.destroy());
    });
    asked.on("error", fail);
    asked.end();
  });
}

/**
 * Opens a line for each of `cookies`, then decides on `ids` at `rate` a second, by turns of the editors. Gives what it took
 * from a decision's sending to the word of it, per line that is listened to, and what program and database spent.
 */
export async function live({ origin, pid, postmaster, cookies, ids, rate }) {
  const sent = new Map();
  const late = [];
  let pieces = 0;
  const close = [];
  for (const [at, cookie] of cookies.entries()) {
    const pending = new Set();
    const listens = at % Math.ceil(cookies.length / HEARD) === 0;
    const known = new Set();
    const heard = (piece) => {
      pieces += 1;
      if (!listens) return;
      const now = performance.now();
      const text = piece.toString("latin1");
      for (const [, id] of text.matchAll(/"id":"([0-9a-f-]{36})"[^{}]*?"state":"accepted"/g)) {
        if (!sent.has(id) || known.has(id)) continue;
        known.add(id);
        late.push(now - sent.get(id));
      }
    };
    pending.add(watch(origin, cookie, heard));
    close.push(...(await Promise.all(pending)));
  }
  await sleep(2000);
  const spent = { program: processor(pid), database: children(postmaster) };
  const decided = [];
  const began = performance.now();
  for (const [at, id] of ids.entries()) {
    await sleep(Math.max(0, began + (at * 1000) / rate - performance.now()));
    sent.set(id, performance.now());
    const fields = { decision: "accept", version: "1" };
    decided.push(ask(`${origin}/desk/submissions/${id}/decision`, { cookie: cookies[at % cookies.length], fields }));
  }
  const answers = await Promise.all(decided);
  const seconds = (performance.now() - began) / 1000;
  spent.program = (processor(pid) - spent.program) / seconds;
  spent.database = (children(postmaster) - spent.database) / seconds;
  await sleep(3000);
  for (const end of close) end();

  const at = (figures, part) => (quantile(figures, part) ?? NaN).toFixed(1);
  const good = answers.filter(({ status }) => status === 303).length;
  const listeners = Math.ceil(cookies.length / Math.ceil(cookies.length / HEARD));
  console.log(`\n${cookies.length} editors watch, ${rate} decisions a second for ${seconds.toFixed(1)} s`);
  console.log(`  ${good} of ${answers.length} decided; server p50 / p99 ${at(answers.map((a) => a.server), 0.5)} / ${at(answers.map((a) => a.server), 0.99)} ms`);
  console.log(`  word of it after p50 / p99 ${at(late, 0.5)} / ${at(late, 0.99)} ms, from the decision's sending (${late.length} of ${good * listeners} expected at ${listeners} lines; ${pieces} pieces in all)`);
  console.log(`  processors: program ${(100 * spent.program).toFixed(0)} %, database ${(100 * spent.database).toFixed(0)} % of one`);
}
