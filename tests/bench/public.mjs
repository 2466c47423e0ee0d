// `make bench-pages`: the public pages of a newsroom with a hundred thousand stories and a million comments, beside one with a
// hundredth of it, in one run: pages that are kept, pages that are made, pages while readers write; then Isso for the same list of
// comments and the same posting. Figures are printed, never judged: this machine is shared, and wrk uses the same processors.
//
// BENCH_COMMENTS (1000000) and BENCH_SMALL (10000) of them, a tenth as many stories; BENCH_SECONDS (5) for each figure under wrk,
// BENCH_ROUNDS (200) for each page made anew, BENCH_PAIRS (3) of turns with Isso of BENCH_PAIR_SECONDS
// (15) each, BENCH_WRITES (10) comments a second.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = resolve(fileURLToPath(import.meta.url), "../../..");
process.env.BEPART_BIN ??= join(root, "target/release/bepart");
const { ask, hangUp, quantile } = await import("../accounts/ask.mjs");
const { PASSWORD } = await import("../films/cinema.mjs");
const { House, findPostgres } = await import("../uploads/house.mjs");
const { word } = await import("./desk/crowd.mjs");
const { TALKED, USUAL, fill } = await import("./public/fill.mjs");
const { Isso } = await import("./public/isso.mjs");
const { post, wrk } = await import("./public/wrk.mjs");

const number = (name, otherwise) => Number(process.env[name] ?? otherwise);
const LARGE = number("BENCH_COMMENTS", 1_000_000);
const SMALL = number("BENCH_SMALL", 10_000);
const SECONDS = number("BENCH_SECONDS", 5);
const ROUNDS = number("BENCH_ROUNDS", 200);
const PAIRS = number("BENCH_PAIRS", 3);
/** Isso takes some seconds for one page of a large database: less than this tells nothing of it. */
const PAIR_SECONDS = number("BENCH_PAIR_SECONDS", 15);
const WRITES = number("BENCH_WRITES", 10);

const sizes = (comments) => ({ comments, stories: Math.floor(comments / 10), talked: Math.max(8_500, Math.floor(comments / 20)) });
/** The server of `scripts/with-test-db`, and one of its databases. */
const server = new URL((process.env.DATABASE_URL ?? "").replace("postgres:///", "postgres://local/"));
const database = (name) => `postgres:///${name}?${server.searchParams}`;
/** More than anybody does in a run. */
const WIDE = Object.fromEntries(["POSTS_EACH", "POSTS_ALL", "POSTS_SOFT"].map((name) => [`BEPART__COMMENTS__${name}`, "100000000"]));

/** A newsroom on a database of its own. */
class Newsroom {
  constructor(comments) {
    this.sizes = sizes(comments);
    this.name = `public_${comments}`;
    this.url = database(this.name);
    this.house = new House({ env: { ...WIDE, DATABASE_URL: this.url, BEPART__SITE__DEFAULT_LANGUAGE: "en" } });
  }

  db(sql) {
    return this.house.db(sql);
  }

  get origin() {
    return this.house.origin;
  }

  /** Makes everything: the program its tables and somebody who publishes, SQL the rest, the program what it searches by. */
  async open() {
    execFileSync(findPostgres("psql"), ["-X", "-q", "-c", `create database ${this.name}`, database("postgres")]);
    await this.house.up();
    const [file, args] = this.house.command(["editor", "invite", "--email", "bo@news.example", "--role", "chief"]);
    const said = execFileSync(file, args, { cwd: this.house.folder, env: this.house.env, encoding: "utf8" });
    const fields = { email: "bo@news.example", name: "Bo", password: PASSWORD };
    const answer = await ask(this.origin + /\/invite\/\S+/.exec(said)[0], { fields });
    if (answer.status !== 303) throw new Error(`the invitation answered ${answer.status}: ${answer.body}`);
    await this.house.kill();
    await fill(this.url, this.sizes);
    const index = this.db("select indexdef from pg_indexes where indexname = 'stories_document'");
    this.db("drop index stories_document");
    this.db(`insert into jobs (kind, payload, max_attempts, lease_seconds) values ('publishing.index_stories', '{"after": null}', 8, 30)`);
    const began = performance.now();
    await this.house.up();
    while (this.db("select exists (select from jobs where kind = 'publishing.index_stories' and parked_at is null)") === "t") await sleep(500);
    console.log(`${this.name}: stories indexed in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    await this.house.kill();
    this.db(`set maintenance_work_mem = '512MB'; ${index}`);
    this.db("vacuum analyze");
    await this.house.up();
    this.pages = this.addresses();
    this.console = spawn(findPostgres("psql"), ["-X", "-q", "-A", "-t", this.url], { stdio: ["pipe", "ignore", "inherit"] });
    return this;
  }

  thread(story) {
    return this.db(`select thread_id from threads where path = '/stories/story-${story}'`);
  }

  /** Pages by what they are; of each, others of its kind that nobody has asked for yet. */
  addresses() {
    const { stories } = this.sizes;
    const talked = this.thread(TALKED);
    const cursors = this.db(`select 0 || '.' || (extract(epoch from written_at) * 1000000)::bigint || '.' || comment_id from comments
      where thread_id = '${talked}' and depth = 0 and listed order by written_at, comment_id offset ${20 * 200} limit ${20 * 300}`).split("\n");
    const page = (cursor) => `/threads/${talked}?order=oldest&after=${cursor}`;
    const several = (many, make) => Array.from({ length: many }, (_, at) => make(at));
    const tags = this.db("select distinct tag from story_tags order by tag").split("\n");
    const apart = (at) => 10 + Math.floor((at * (stories - 20)) / ROUNDS);
    return new Map([
      ["home", ["/"]],
      ["story, 20 comments", [`/stories/story-${USUAL}`, ...several(ROUNDS, (at) => `/stories/story-${apart(at)}`)]],
      [`story, ${this.sizes.talked} comments`, [`/stories/story-${TALKED}`]],
      ["tag", several(ROUNDS, (at) => `/tags/${tags[Math.floor((at * tags.length) / ROUNDS)]}`)],
      // The 400th, or the last but one of the small newsroom; every one in twenty of the others begins elsewhere.
      ["page 400 of comments", [page(cursors[Math.min(20 * 199, cursors.length - 20) - 1]), ...cursors.filter((_, at) => at % 20 !== 19).slice(0, ROUNDS).map(page)]],
      ["newest comments", [`/threads/${talked}`]],
      ["What You Say", ["/what-you-say"]],
      ["search", several(ROUNDS, (at) => `/search?q=${encodeURIComponent(word("en", 20 + at * 7))}`)],
      ["feed of stories", ["/feeds/stories.rss"]],
      ["feed of comments", ["/feeds/comments.rss"]],
    ]);
  }

  /** Lets every page that is kept go. */
  async forget() {
    this.console.stdin.write("select pg_notify('public', '');\n");
    await sleep(15);
  }

  /** How long pages take to be made: those of a kind one after the other, or the only one again and again. */
  async cold() {
    const took = new Map();
    for (const [name, paths] of this.pages) {
      await ask(this.origin + paths[0]);
      const figures = [];
      const bytes = [];
      for (let round = 0; round < ROUNDS; round++) {
        await this.forget();
        const answer = await ask(this.origin + paths[round % paths.length]);
        if (answer.status !== 200) throw new Error(`${paths[round % paths.length]}: ${answer.status}`);
        figures.push(answer.server);
        bytes.push(answer.body.length);
      }
      took.set(name, { p50: quantile(figures, 0.5), p99: quantile(figures, 0.99), bytes: quantile(bytes, 0.5) });
    }
    return took;
  }

  /** Comments so often a second into the thread that everybody talks in, until told to stop; how they were taken. */
  writing() {
    const thread = this.thread(TALKED);
    const answers = new Map();
    let stopped = false;
    const all = (async () => {
      const sent = [];
      for (let count = 0; !stopped; count++) {
        const fields = { thread_id: thread, name: `Guest ${count}`, body: `Written while others read: ${count} at ${Date.now()}.` };
        const noted = ({ status }) => answers.set(status, (answers.get(status) ?? 0) + 1);
        sent.push(ask(`${this.origin}/comments`, { fields }).then(noted));
        await sleep(1000 / WRITES);
      }
      await Promise.all(sent);
    })();
    return async () => {
      stopped = true;
      await all;
      return [...answers].map(([status, many]) => `${many} × ${status}`).join(", ");
    };
  }

  async stop() {
    this.console.stdin.end();
    await once(this.console, "exit");
    await this.house.stop();
  }
}

const ms = (figure) => figure.toFixed(2).padStart(8);
const line = (name, figures) =>
  `${name.padEnd(26)} ${ms(figures.server50)} ${ms(figures.server99)} ${figures.rate.toFixed(0).padStart(9)} ${ms(figures.p50)} ${ms(figures.p99)}${figures.bad > 0 ? `   ${figures.bad} BAD` : ""}`;
const head = `${"".padEnd(26)}  server p50, p99   requests/s   wrk p50, p99`;

/** One kind of page under wrk: how fast, and in a run of its own what the server says. */
async function under(newsroom, paths) {
  const fast = await wrk(newsroom.origin, paths, { seconds: SECONDS });
  const told = await wrk(newsroom.origin, paths, { seconds: Math.max(2, SECONDS / 2), server: true });
  return { ...fast, server50: told.server50, server99: told.server99, bad: fast.bad + told.bad };
}

const small = await new Newsroom(SMALL).open();
const few = await small.cold();
await small.stop();
const large = await new Newsroom(LARGE).open();
const many = await large.cold();

console.log(`\npages made anew, server time in ms${"".padEnd(4)}${String(SMALL).padStart(10)} p50, p99 ${String(LARGE).padStart(11)} p50, p99   ratio p50    bytes`);
for (const [name, there] of many) {
  const here = few.get(name) ?? few.get([...few.keys()].find((other) => other.startsWith("story,") && other !== "story, 20 comments"));
  console.log(`${name.padEnd(38)} ${ms(here.p50)} ${ms(here.p99)}     ${ms(there.p50)} ${ms(there.p99)}     ${(there.p50 / here.p50).toFixed(2).padStart(6)} ${String(there.bytes).padStart(10)}`);
}

console.log(`\nkept (16 connections, ${SECONDS} s each)\n${head}`);
for (const [name, paths] of large.pages) console.log(line(name, await under(large, [paths[0]])));

// The first of all has it made, the others of that moment wait for it; the figures are of the whole time.
console.log(`\nfrom nothing kept\n${head}`);
for (const [name, paths] of large.pages) {
  await large.forget();
  const told = await wrk(large.origin, [paths[0]], { seconds: SECONDS, server: true });
  console.log(line(name, told));
}

console.log(`\nnever asked for before: stories one after the other\n${head}`);
const distinct = Array.from({ length: large.sizes.stories - 100 }, (_, at) => `/stories/story-${at + 50}`);
console.log(line("stories", await under(large, distinct)));

console.log(`\nwhile ${WRITES} comments a second come into the thread of ${large.sizes.talked}\n${head}`);
const stop = large.writing();
for (const [name, paths] of large.pages) console.log(line(name, await under(large, [paths[0]])));
console.log(`comments meanwhile: ${await stop()}`);

/** The same of both in turns, each while the other sleeps; medians. */
async function turns(title, ours, theirs) {
  const told = { ours: [], theirs: [] };
  for (let pair = 0; pair < PAIRS; pair++) {
    told.ours.push(await ours());
    told.theirs.push(await theirs());
  }
  const middle = (whose, of) => quantile(told[whose].map((one) => one[of]), 0.5);
  const ratio = quantile(told.ours.map((one, at) => one.rate / told.theirs[at].rate), 0.5);
  const show = (whose) => `${middle(whose, "rate").toFixed(0).padStart(8)}/s ${ms(middle(whose, "p50"))} ${ms(middle(whose, "p99"))} ms`;
  const bad = [...told.ours, ...told.theirs].reduce((sum, one) => sum + one.bad, 0);
  console.log(`${title.padEnd(48)} ${show("ours")}   ${show("theirs")}   × ${ratio.toFixed(1)}${bad > 0 ? `   ${bad} BAD` : ""}`);
}

console.log(`\n${"beside Isso, medians of pairs".padEnd(48)}       ours, p50, p99                   Isso, p50, p99`);
const seconds = { seconds: PAIR_SECONDS };
const list = (story) => () => wrk(large.origin, [`/threads/${large.thread(story)}`], seconds);
const isso = await new Isso(root, 8191).fill(large.sizes);
await turns(`20 comments of 20 (both have ${LARGE})`, list(USUAL), () => wrk(isso.origin, [isso.list(USUAL)], seconds));
await turns(`20 comments of ${large.sizes.talked} (both have ${LARGE})`, list(TALKED), () => wrk(isso.origin, [isso.list(TALKED)], seconds));
await turns("posting", () => post(large.origin, "ours", large.thread(USUAL + 2), seconds), () => post(isso.origin, "isso", "/story/4", seconds));
await isso.stop();
const lone = await new Isso(root, 8192).fill({ stories: 3, comments: 20, talked: 0 });
await turns("20 comments of 20 (Isso has no others)", list(USUAL), () => wrk(lone.origin, [lone.list(USUAL)], seconds));
await turns("posting (Isso has no others)", () => post(large.origin, "ours", large.thread(USUAL + 3), seconds), () => post(lone.origin, "isso", "/story/4", seconds));
await lone.stop();
// Every answer went into the counts, and nothing else did.
const wrong = large.db(`select count(*) from threads left join (select thread_id, count(*) as many from comments where state = 'shown'
  group by thread_id) as counted using (thread_id) where shown_count <> coalesce(many, 0)`);
console.log(`\nthreads whose count is not what a recount gives: ${wrong}`);
await large.stop();
hangUp();
