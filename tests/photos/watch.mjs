// Watches a running program from a process of its own, so that its figures are not those of a busy test:
// watch.mjs <origin> <pid>. Prints one line of JSON when its input ends.
import { readFileSync, readdirSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";

const [origin, pid] = process.argv.slice(2);
const waits = [];
let [failures, peakKib, decoders] = [0, 0, 0];
let over = false;
process.stdin.resume().once("end", () => (over = true));

function read(file) {
  try {
    return readFileSync(file, "latin1");
  } catch {
    return "";
  }
}

/** A process and what it started, but for its database. */
function family(first) {
  const found = [first];
  const itself = read(`/proc/${first}/cmdline`);
  // Between fork and exec a child is its parent, memory and all.
  const other = (child) => !read(`/proc/${child}/comm`).startsWith("postgres") && read(`/proc/${child}/cmdline`) !== itself;
  for (let at = 0; at < found.length; at++) {
    let tasks = [];
    try {
      tasks = readdirSync(`/proc/${found[at]}/task`);
    } catch {
      // It has ended since.
    }
    for (const task of tasks) {
      const children = read(`/proc/${found[at]}/task/${task}/children`).split(" ").filter(Boolean);
      found.push(...children.filter(other));
    }
  }
  return found;
}

async function health() {
  while (!over) {
    const began = performance.now();
    try {
      const answer = await fetch(`${origin}/healthz`);
      await answer.arrayBuffer();
      if (!answer.ok) failures++;
    } catch {
      failures++;
    }
    waits.push(performance.now() - began);
    await sleep(20);
  }
}

async function memory() {
  while (!over) {
    const all = family(pid);
    decoders = Math.max(decoders, all.length - 1);
    const status = all.map((one) => read(`/proc/${one}/status`));
    const kib = (field) => status.map((text) => Number(new RegExp(`^${field}:\\s+(\\d+)`, "m").exec(text)?.[1] ?? 0));
    // Their own memory; and the program's file, which is one and the same in all of them.
    const own = kib("RssAnon").reduce((sum, one) => sum + one, 0);
    peakKib = Math.max(peakKib, own + Math.max(...kib("RssFile")));
    await sleep(25);
  }
}

await Promise.all([health(), memory()]);
waits.sort((a, b) => a - b);
const share = (part) => waits[Math.min(waits.length - 1, Math.floor(waits.length * part))] ?? NaN;
console.log(
  JSON.stringify({
    requests: waits.length,
    failures,
    p50: share(0.5),
    p99: share(0.99),
    most: waits.at(-1),
    peak_mib: peakKib / 1024,
    decoders,
  }),
);
