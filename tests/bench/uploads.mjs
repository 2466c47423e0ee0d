// `make bench-uploads`: what an upload costs us and the peers, side by side in one run, the order turned each round.
// Figures are printed, never judged: this machine is shared.
//
// Peers: npm's @tus/server, and rustus when RUSTUS_BIN names it or target/tools/bin has it
// (cargo install rustus --version 0.5.10 --root target/tools). Run by scripts/with-garage, ours and @tus/server are
// measured on S3, too. BENCH_ROUNDS (3), BENCH_ONLY (one,many,small,slow), BENCH_ON (disk,s3), BENCH_MIB (1024).
//
// We hash (BLAKE3) and make durable (fsync) what we acknowledge; the peers do neither.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = resolve(fileURLToPath(import.meta.url), "../../..");
process.env.BEPART_BIN ??= join(root, "target/release/bepart");
const { House, Peer } = await import("../uploads/house.mjs");

const MIB = 1024 * 1024;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const SCALE = Number(process.env.BENCH_MIB ?? 1024) / 1024;
const TICKS = Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));
const storage = (name) => process.env[`BEPART__STORAGE__${name}`];
const rustus = process.env.RUSTUS_BIN ?? join(root, "target/tools/bin/rustus");

/** A port that nobody listens on: for a server that cannot tell which one it took. */
async function freePort() {
  const listener = createServer();
  await new Promise((done) => listener.listen(0, "127.0.0.1", done));
  const { port } = listener.address();
  await new Promise((done) => listener.close(done));
  return port;
}

class Rustus {
  async up() {
    this.folder = mkdtempSync(join(tmpdir(), "bepart-rustus-"));
    mkdirSync(join(this.folder, "data"));
    const port = await freePort();
    const args = ["--host", "127.0.0.1", "--port", String(port), "--url", "/uploads", "--log-level", "ERROR"];
    const places = ["--data-dir", "data", "--info-dir", "data", "-m", String(9 * MIB)];
    this.process = spawn(rustus, [...args, ...places], { cwd: this.folder, stdio: ["ignore", "ignore", "inherit"] });
    this.url = `http://127.0.0.1:${port}/uploads`;
    for (let attempt = 0; attempt < 100; attempt++) {
      if (await fetch(this.url, { method: "OPTIONS" }).catch(() => undefined)) return this;
      await sleep(50);
    }
    throw new Error("rustus did not start");
  }

  async stop() {
    const ended = new Promise((done) => this.process.once("exit", done));
    this.process.kill("SIGTERM");
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const wide = { BEPART__WEB__CONNECTIONS: "4096", BEPART__LOG__FILTER: "warn", PEER_MAX_SIZE: String(4096 * MIB) };
const peerS3 = {
  ...wide,
  PEER_S3_ENDPOINT: storage("ENDPOINT"),
  PEER_S3_REGION: storage("REGION"),
  PEER_S3_BUCKET: storage("BUCKET_PUBLIC") ?? "bepart-public",
  PEER_S3_ACCESS_KEY: storage("ACCESS_KEY"),
  PEER_S3_SECRET_KEY: storage("SECRET_KEY"),
};
const STORES = {
  disk: {
    "be part": () => new House({ env: wide }),
    "@tus/server": () => new Peer({ env: wide }),
    ...(existsSync(rustus) ? { rustus: () => new Rustus() } : {}),
  },
  ...(storage("ENDPOINT")
    ? {
        s3: {
          "be part": () => new House({ env: wide, outside: ["BEPART__STORAGE__ENDPOINT"] }),
          "@tus/server": () => new Peer({ env: peerS3 }),
        },
      }
    : {}),
};

const LOADS = {
  one: {
    says: "1 GiB, one stream, PATCHes of 8 MiB",
    kind: "patches",
    size: 1024 * MIB * SCALE,
    count: 1,
    at_once: 1,
    chunk: 8 * MIB,
  },
  many: {
    says: "64 × 16 MiB at once, PATCHes of 8 MiB",
    kind: "patches",
    size: 16 * MIB * SCALE,
    count: 64,
    at_once: 64,
    chunk: 8 * MIB,
  },
  small: {
    says: "2 000 × 50 kB, creation with upload, 8 connections",
    kind: "whole",
    size: 50_000,
    count: Math.ceil(2000 * SCALE),
    at_once: 8,
  },
  slow: {
    says: "500 slow uploads at once (1 MiB in 10 s each)",
    kind: "slow",
    size: MIB,
    count: 500,
    at_once: 500,
    seconds: 10,
    rounds: 1,
  },
};

/** A process and all that it started. */
function family(pid) {
  const found = [pid];
  for (let at = 0; at < found.length; at++) {
    for (const task of list(`/proc/${found[at]}/task`)) {
      found.push(...read(`/proc/${found[at]}/task/${task}/children`).split(" ").filter(Boolean).map(Number));
    }
  }
  return found;
}

function list(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function read(file) {
  try {
    return readFileSync(file, "latin1");
  } catch {
    return "";
  }
}

/** The server's own processes, and those of its embedded PostgreSQL. */
function processes(server) {
  const all = family(server.process.pid);
  const postmaster = server.data ? Number(read(join(server.data, "pg/postmaster.pid")).split("\n", 1)[0]) : 0;
  const database = new Set(postmaster ? family(postmaster) : []);
  return { own: all.filter((pid) => !database.has(pid)), database: [...database] };
}

/** CPU seconds, also of children that ended. */
function cpu(pids) {
  let ticks = 0;
  for (const pid of pids) {
    const fields = read(`/proc/${pid}/stat`)
      .replace(/^.*\) /s, "")
      .split(" ");
    for (const field of [11, 12, 13, 14]) ticks += Number(fields[field] ?? 0);
  }
  return ticks / TICKS;
}

const kib = (text, field) => Number(new RegExp(`^${field}:\\s+(\\d+)`, "m").exec(text)?.[1] ?? 0);
const resident = (pids, field) => pids.reduce((sum, pid) => sum + kib(read(`/proc/${pid}/status`), field), 0) / 1024;
const shares = (pids) => pids.reduce((sum, pid) => sum + kib(read(`/proc/${pid}/smaps_rollup`), "Pss"), 0) / 1024;

function load(what) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(root, "tests/uploads/load.mjs"), JSON.stringify(what)], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let [said, wrong] = ["", ""];
    child.stdout.on("data", (piece) => (said += piece));
    child.stderr.on("data", (piece) => (wrong += piece));
    child.once("close", (code) =>
      code === 0 ? done(JSON.parse(said)) : fail(new Error(wrong || `the load ended with ${code}`)),
    );
  });
}

/** Waits until the server is done with its start (ours tests its sandbox): it did nothing for two seconds. */
async function settled(server) {
  let [before, quiet] = [0, 0];
  for (let tries = 0; tries < 150 && quiet < 10; tries++) {
    await sleep(200);
    const now = cpu(processes(server).own);
    quiet = now - before < 0.02 ? quiet + 1 : 0;
    before = now;
  }
}

/** One load on a fresh server. */
async function measure(make, { says: _, rounds: __, ...what }) {
  const server = await make().up();
  try {
    // What is made once for all requests is made before.
    await load({ url: server.url, kind: "whole", size: 1000, count: 4, at_once: 4 });
    await settled(server);
    const { own, database } = processes(server);
    for (const pid of own) writeFileSync(`/proc/${pid}/clear_refs`, "5");
    const idle = { own: resident(own, "VmRSS"), database: shares(database) };
    const before = { own: cpu(own), database: cpu(database) };
    let peak = idle.database;
    const watch = setInterval(() => (peak = Math.max(peak, shares(processes(server).database))), 500);
    const { seconds } = await load({ url: server.url, ...what });
    clearInterval(watch);
    const after = processes(server);
    const bytes = what.size * what.count;
    const spent = cpu(after.own) - before.own;
    const all = spent + (database.length ? cpu(after.database) - before.database : 0);
    const gib = bytes / MIB / 1024;
    return {
      speed: bytes / MIB / seconds,
      "per second": what.count / seconds,
      cpu: spent / gib,
      "cpu with PostgreSQL": all / gib,
      "cpu ms each": (spent / what.count) * 1000,
      "cpu ms each with PostgreSQL": (all / what.count) * 1000,
      memory: resident(after.own, "VmHWM") - idle.own,
      "memory of PostgreSQL": Math.max(0, peak - idle.database),
      "memory in all": resident(after.own, "VmHWM"),
    };
  } finally {
    await server.stop();
    // What one left for the disk is not written in another's time.
    spawnSync("sync");
  }
}

const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const figure = (value) =>
  !Number.isFinite(value)
    ? "–"
    : Math.abs(value) >= 100
      ? value.toFixed(0)
      : Math.abs(value) >= 10
        ? value.toFixed(1)
        : value.toFixed(2);
const spread = (values) =>
  values.length === 1
    ? figure(values[0])
    : `${figure(middle(values))} (${figure(Math.min(...values))}–${figure(Math.max(...values))})`;

const FLOWS = {
  speed: "MiB/s",
  cpu: "CPU s/GiB",
  "cpu with PostgreSQL": "… with PostgreSQL",
  memory: "peak MiB above idle",
};
const SMALL = {
  "per second": "uploads/s",
  "cpu ms each": "CPU ms each",
  "cpu ms each with PostgreSQL": "… with PostgreSQL",
  memory: "peak MiB above idle",
};
const SLOW = {
  memory: "peak MiB above idle",
  "memory in all": "peak MiB in all",
  "memory of PostgreSQL": "PostgreSQL MiB above idle",
  cpu: "CPU s/GiB",
};
const COLUMNS = { one: FLOWS, many: FLOWS, small: SMALL, slow: SLOW };

const only = (process.env.BENCH_ONLY ?? Object.keys(LOADS).join(",")).split(",");
const on = (process.env.BENCH_ON ?? Object.keys(STORES).join(",")).split(",");
console.log(`${ROUNDS} rounds; median (least–most); ratios are of the same round.`);
console.log("Be Part hashes and makes durable; @tus/server and rustus do neither.");
if (!existsSync(rustus)) console.log("rustus is not here (RUSTUS_BIN): measured without it.");
if (SCALE !== 1) console.log(`Not of full size: ${SCALE} of what is said.`);
if (!STORES.s3) console.log("No S3 (scripts/with-garage): measured on disk only.");

for (const [store, servers] of Object.entries(STORES)) {
  for (const [name, what] of Object.entries(LOADS)) {
    if (!only.includes(name) || !on.includes(store)) continue;
    const found = Object.fromEntries(Object.keys(servers).map((server) => [server, []]));
    const order = Object.keys(servers);
    for (let round = 0; round < (what.rounds ?? ROUNDS); round++) {
      for (const server of order) {
        try {
          found[server].push(await measure(servers[server], what));
        } catch (error) {
          found[server].push(undefined);
          console.log(`${server} failed: ${error.message.split("\n")[0]}`);
        }
      }
      order.push(order.shift());
    }
    const columns = Object.entries(COLUMNS[name]);
    console.log(`\n${store}: ${what.says}`);
    console.log(["".padEnd(22), ...columns.map(([, title]) => title.padEnd(26))].join(""));
    for (const [server, all] of Object.entries(found)) {
      const rows = all.filter(Boolean);
      if (!rows.length) continue;
      console.log(
        [server.padEnd(22), ...columns.map(([key]) => spread(rows.map((row) => row[key])).padEnd(26))].join(""),
      );
    }
    for (const [server, all] of Object.entries(found)) {
      if (server === "be part") continue;
      const pairs = all.flatMap((row, round) =>
        row && found["be part"][round] ? [[found["be part"][round], row]] : [],
      );
      if (!pairs.length) continue;
      const ratio = ([key]) => spread(pairs.map(([ours, theirs]) => ours[key] / theirs[key])).padEnd(26);
      console.log([`ours / ${server}`.padEnd(22), ...columns.map(ratio)].join(""));
    }
  }
}
