// `make bench-desk`: the desk of a newsroom that has a million contributions, beside one that has ten thousand, in one run:
// every queue, pairs of filters, searches, saved views, counts, first pages and deep ones; then news for many editors at once.
// Figures are printed, never judged: this machine is shared. How the main questions are answered by the database is kept in
// target/bench/desk-plans.txt.
//
// On a server that stays (TEST_DATABASE_URL) a newsroom is filled once, and used again by later runs; `drop database desk_10000`
// has it filled anew.
//
// BENCH_SMALL (10000), BENCH_LARGE (1000000) contributions; BENCH_ROUNDS (20) of each address; BENCH_EDITORS (200) who watch,
// BENCH_DECISIONS (50) a second for BENCH_SECONDS (20).
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = resolve(fileURLToPath(import.meta.url), "../../..");
process.env.BEPART_BIN ??= join(root, "target/release/bepart");
const { ask, hangUp, quantile } = await import("../accounts/ask.mjs");
const { PASSWORD } = await import("../films/cinema.mjs");
const { House, findPostgres } = await import("../uploads/house.mjs");
const { fill, WORDS_INDEX } = await import("./desk/crowd.mjs");
const { addresses } = await import("./desk/addresses.mjs");
const { live } = await import("./desk/live.mjs");

const number = (name, otherwise) => Number(process.env[name] ?? otherwise);
const SMALL = number("BENCH_SMALL", 10_000);
const LARGE = number("BENCH_LARGE", 1_000_000);
const ROUNDS = number("BENCH_ROUNDS", 20);
const EDITORS = number("BENCH_EDITORS", 200);
const RATE = number("BENCH_DECISIONS", 50);
const SECONDS = number("BENCH_SECONDS", 20);
/** What is written at a database in which everything stands. */
const FILLED = "filled";
const PLANS = join(root, "target/bench/desk-plans.txt");

/** The server of `scripts/with-test-db`, and one of its databases. */
const server = new URL((process.env.DATABASE_URL ?? "").replace("postgres:///", "postgres://local/"));
const folder = server.searchParams.get("host");
function database(name) {
  return `postgres:///${name}?${server.searchParams}`;
}

/** A newsroom on a database of its own. */
class Newsroom {
  constructor(count) {
    this.count = count;
    this.name = `desk_${count}`;
    this.url = database(this.name);
    this.house = new House({
      env: { DATABASE_URL: this.url, BEPART__SITE__DEFAULT_LANGUAGE: "en", BEPART__WEB__TRUSTED_PROXIES: '["127.0.0.1"]' },
    });
  }

  db(sql) {
    return this.house.db(sql);
  }

  /** Somebody of the newsroom, by an invitation. */
  async editor(email, role) {
    const [file, args] = this.house.command(["editor", "invite", "--email", email, "--role", role]);
    const said = execFileSync(file, args, { cwd: this.house.folder, env: this.house.env, encoding: "utf8" });
    const link = /\/invite\/\S+/.exec(said)[0];
    const answer = await ask(this.house.origin + link, { fields: { email, name: "Bo", password: PASSWORD } });
    if (answer.status !== 303) throw new Error(`the invitation answered ${answer.status}: ${answer.body}`);
  }

  /** What the server says of its databases. */
  server(sql) {
    return execFileSync(findPostgres("psql"), ["-X", "-q", "-t", "-A", "-c", sql, database("postgres")], { encoding: "utf8" }).trim();
  }

  /** Waits until the program has written what it searches by. */
  async indexed() {
    while (this.db("select exists (select from jobs where kind = 'review.index_backlog' and parked_at is null)") === "t") await sleep(500);
  }

  /** Comes back to one that is filled already. */
  async reopen() {
    await this.house.up();
    // A migration may have asked for it anew.
    await this.indexed();
    this.db("vacuum analyze");
    await this.signIn();
    console.log(`${this.count}: ${this.db("select count(*) from desk_items")} contributions, filled before`);
    return this;
  }

  /** Anew, when everything stands: filling a large newsroom takes longer than a desk's session lasts unused. */
  async signIn() {
    const fields = { email: "bo@news.example", password: PASSWORD };
    const answer = await ask(`${this.house.origin}/signin`, { fields });
    if (answer.status !== 303) throw new Error(`signing in answered ${answer.status}`);
    this.cookie = cookies(answer);
  }

  /** Makes everything: the program its tables and its people, SQL the rest, the program what it searches by. */
  async open() {
    const filled = this.server(`select shobj_description(oid, 'pg_database') from pg_database where datname = '${this.name}'`);
    if (filled === FILLED) return this.reopen();
    this.server(`drop database if exists ${this.name}`);
    this.server(`create database ${this.name}`);
    await this.house.up();
    await this.editor("bo@news.example", "chief");
    await this.house.kill();
    await fill(this.url, this.count);
    const index = this.db(`select indexdef from pg_indexes where indexname = '${WORDS_INDEX}'`);
    this.db(`drop index ${WORDS_INDEX}`);
    this.db(`insert into jobs (kind, payload, max_attempts, lease_seconds) values ('review.index_backlog', '{"after": null}', 8, 30)`);
    const began = performance.now();
    await this.house.up();
    await this.indexed();
    const words = this.db("select count(*) from desk_items where document <> ''");
    console.log(`${this.count}: ${words} contributions indexed in ${((performance.now() - began) / 1000).toFixed(1)} s, ${this.db("select count(*) from desk_words")} words`);
    await this.house.kill();
    this.db(`set maintenance_work_mem = '512MB'; ${index}`);
    this.db("vacuum analyze");
    this.server(`comment on database ${this.name} is '${FILLED}'`);
    await this.house.up();
    await this.signIn();
    const sizes = "select string_agg(relname || ' ' || pg_size_pretty(pg_total_relation_size(oid)), ', ' order by relname) from pg_class where relname in ('submissions', 'desk_items', 'media', 'review_events', 'desk_words')";
    console.log(`${this.count}: ${this.db(sizes)}; words' index ${this.db(`select pg_size_pretty(pg_relation_size('${WORDS_INDEX}'))`)}`);
    return this;
  }

  get(path) {
    return ask(this.house.origin + path, { cookie: this.cookie });
  }

  /** Every address so often; milliseconds that the program says it took. */
  async measure(groups) {
    const took = new Map();
    for (const [group, paths] of groups) {
      const figures = [];
      let worst = { p: "", ms: 0 };
      for (const path of paths) {
        const first = await this.get(path);
        if (first.status !== 200) console.log(`  ${path}: ${first.status}`);
        const own = [];
        for (let round = 0; round < ROUNDS; round++) own.push((await this.get(path)).server);
        const middle = quantile(own, 0.5);
        if (middle > worst.ms) worst = { p: path, ms: middle };
        figures.push(...own);
      }
      took.set(group, { p50: quantile(figures, 0.5), p99: quantile(figures, 0.99), worst, asked: figures.length });
    }
    return took;
  }

  /** The plans of what these addresses ask, as the database itself writes them down. */
  async explain(paths) {
    const log = join(folder, "log");
    if (!existsSync(log)) return console.log(`no plans: ${log} is not here`);
    const set = (what) => this.db(`alter database ${this.name} ${what}`);
    for (const [name, value] of [["log_analyze", "on"], ["log_buffers", "on"], ["log_timing", "off"], ["log_min_duration", "0"]]) set(`set auto_explain.${name} = ${value}`);
    set("set session_preload_libraries = 'auto_explain'");
    await this.restart();
    await this.get("/desk");
    let text = `${this.count} contributions, ${new Date().toISOString().slice(0, 10)}\n`;
    for (const path of paths) {
      const from = statSync(log).size;
      await this.get(path);
      await sleep(50);
      const plans = readFileSync(log).subarray(from).toString().split(/\n(?=\d{4}-\d\d-\d\d )/);
      const items = plans.filter((plan) => plan.includes("plan:") && plan.includes("desk_items"));
      text += `\n=== ${decodeURIComponent(path)}\n${items.map((plan) => plan.slice(0, 6000)).join("\n")}\n`;
    }
    mkdirSync(join(root, "target/bench"), { recursive: true });
    writeFileSync(PLANS, text);
    set("reset all");
    await this.restart();
    console.log(`plans: ${PLANS}`);
  }

  async restart() {
    await this.house.kill();
    await this.house.up();
  }

  /** Editors of their own, as copies of one, each signed in. */
  async crowd(many) {
    this.db(`insert into accounts (account_id, email, display_name, password_hash, role, created_at)
             select gen_random_uuid(), 'editor' || n || '@news.example', 'Editor ' || n, password_hash, 'editor', now()
             from accounts, generate_series(1, ${many}) n where email = 'bo@news.example'
             on conflict do nothing`);
    const all = [];
    for (let n = 1; n <= many; n++) {
      const fields = { email: `editor${n}@news.example`, password: PASSWORD };
      const answer = await ask(`${this.house.origin}/signin`, { fields, via: `198.51.${n >> 8}.${n & 255}` });
      if (answer.status !== 303) throw new Error(`signing in answered ${answer.status}`);
      all.push(cookies(answer));
    }
    return all;
  }
}

function cookies(answer) {
  return (answer.headers["set-cookie"] ?? []).map((line) => line.split(";", 1)[0]).join("; ");
}

const small = await new Newsroom(SMALL).open();
const few = await small.measure(addresses(small));
await small.house.stop();
const large = await new Newsroom(LARGE).open();
const groups = addresses(large);
const many = await large.measure(groups);

const ms = (figure) => figure.toFixed(1).padStart(8);
console.log(`\nserver time in ms${" ".repeat(27)}${String(SMALL).padStart(12)} p50/p99 ${String(LARGE).padStart(12)} p50/p99   ratio p50/p99`);
for (const [group, here] of many) {
  const there = few.get(group);
  const ratio = (of) => (here[of] / there[of]).toFixed(2).padStart(6);
  console.log(`${group.padEnd(40)} ${String(here.asked).padStart(5)} ${ms(there.p50)} ${ms(there.p99)}   ${ms(here.p50)} ${ms(here.p99)}   ${ratio("p50")} ${ratio("p99")}`);
}
console.log("\nthe slowest of each (its own p50)");
for (const [group, { worst }] of many) console.log(`  ${group.padEnd(38)} ${ms(worst.ms)}  ${decodeURIComponent(worst.p)}`);

await large.explain([...new Map(groups.map(([group, paths]) => [group, paths.slice(0, 3)])).values()].flat());

if (EDITORS > 0) {
  const ids = large.db(`select submission_id from submissions where state = 'received' and not at_risk and version = 1
                        order by sent_at desc limit ${RATE * SECONDS}`).split("\n");
  const editors = await large.crowd(EDITORS);
  const postmaster = Number(readFileSync(join(folder, "data/postmaster.pid"), "latin1").split("\n", 1)[0]);
  await live({ origin: large.house.origin, pid: large.house.process.pid, postmaster, cookies: editors, ids, rate: RATE });
}
await large.house.stop();
hangUp();
