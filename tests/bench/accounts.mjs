// `make bench-accounts`: how long pages take while 20 people a second sign in. Each password costs a third of a second of
// one processor and 64 MiB, and two are looked at at a time: what matters is that nobody else waits for them.
// Figures are printed, never judged: this machine is shared. BENCH_SECONDS (20), BENCH_SIGN_INS (20 a second).
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = resolve(fileURLToPath(import.meta.url), "../../..");
process.env.BEPART_BIN ??= join(root, "target/release/bepart");
const { ask, hangUp, quantile } = await import("../accounts/ask.mjs");
const { Foyer, PASSWORD } = await import("../accounts/foyer.mjs");
const { colleague, publish } = await import("../accounts/people.mjs");

const SECONDS = Number(process.env.BENCH_SECONDS ?? 20);
const EACH_SECOND = Number(process.env.BENCH_SIGN_INS ?? 20);

const foyer = await Foyer.open();
const { page } = await colleague(foyer, "bo@news.example");
await foyer.contribute({ title: "Water over the bridge" });
const PAGES = ["/", await publish(page, "Water over the bridge")];
await page.context().close();

// Everyone comes through a proxy from an address of their own: 10 sign-ins a minute are free for each.
const get = (path) => ask(foyer.origin + path, { via: "192.0.2.1", headers: { "accept-language": "ckb" } });

/** Asks for the pages in turns, 20 times a second each, until told to stop. */
async function readers(stop) {
  const took = new Map(PAGES.map((path) => [path, []]));
  const open = [];
  while (!stop.aborted) {
    for (const path of PAGES) open.push(get(path).then((answer) => took.get(path).push(answer)));
    await sleep(50);
  }
  await Promise.all(open);
  return took;
}

const at = (figures, part) => (quantile(figures, part) ?? NaN).toFixed(1);

function print(name, took) {
  for (const [path, answers] of took) {
    const figures = ["server", "wall"].map((kind) => {
      const all = answers.map((answer) => answer[kind]);
      return `${at(all, 0.5)} / ${at(all, 0.99)}`;
    });
    const good = answers.filter(({ status }) => status === 200).length;
    console.log(
      `${name.padEnd(24)} ${path.slice(0, 9).padEnd(10)} ${String(good).padStart(5)} of ${String(answers.length).padEnd(6)}` +
        ` ${figures[0].padStart(15)} ${figures[1].padStart(17)}`,
    );
  }
}

// Copies of one account that came through the front door.
const people = SECONDS * EACH_SECOND;
foyer.house.db(
  `insert into accounts (account_id, email, display_name, password_hash, created_at)
   select gen_random_uuid(), 'reader' || n || '@mail.example', 'Reader ' || n, password_hash, now()
   from accounts, generate_series(1, ${people}) n where email = 'bo@news.example'`,
);
for (const path of PAGES) for (let round = 0; round < 100; round++) await get(path);

const quiet = new AbortController();
const alone = readers(quiet.signal);
await sleep(SECONDS * 1000);
quiet.abort();
const before = await alone;

const busy = new AbortController();
const beside = readers(busy.signal);
const signIns = [];
const began = performance.now();
for (let person = 1; person <= people; person++) {
  await sleep(Math.max(0, began + (person * 1000) / EACH_SECOND - performance.now()));
  const fields = { email: `reader${person}@mail.example`, password: PASSWORD };
  signIns.push(ask(`${foyer.origin}/signin`, { fields, via: `198.51.${person >> 8}.${person & 255}` }));
}
const rush = (performance.now() - began) / 1000;
const answers = await Promise.all(signIns);
busy.abort();
const meanwhile = await beside;

console.log("                         page         answered        server p50/p99 ms   wall p50/p99 ms");
print("nobody signs in", before);
print(`${EACH_SECOND} sign-ins a second`, meanwhile);
const statuses = new Map();
for (const answer of answers) statuses.set(answer.status, [...(statuses.get(answer.status) ?? []), answer]);
const words = { 303: "are in", 429: "too many in a minute", 503: "too many wait" };
for (const [status, those] of statuses) {
  const wall = those.map((answer) => answer.wall);
  console.log(
    `${String(those.length).padStart(4)} sign-ins: ${status} ${words[status] ?? ""}`.padEnd(45) +
      `p50 ${at(wall, 0.5)} ms, p99 ${at(wall, 0.99)} ms`,
  );
}
const all = ((performance.now() - began) / 1000).toFixed(1);
console.log(`${people} sign-ins were asked for within ${rush.toFixed(1)} s; the last answer came after ${all} s`);
await foyer.close();
hangUp();
