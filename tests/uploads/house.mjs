// The servers that the tests speak with: the program as its users start it, npm's @tus/server, or any endpoint.
//
// BEPART_UPLOADS_PEER=1 aims the tests at @tus/server, BEPART_UPLOADS_URL at an endpoint that runs already: both are
// for work on the tests themselves.
import { execFile, execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, createReadStream, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { Door } from "./tus.mjs";

export const here = dirname(fileURLToPath(import.meta.url));
export const root = resolve(here, "../..");
export const program = process.env.BEPART_BIN ?? join(root, "target/debug/bepart");

/** Limits that tests must not run into. */
const WIDE = {
  BEPART__LIMITS__UPLOADS_EACH: "1000000",
  BEPART__LIMITS__UPLOADS_MIB_EACH: "100000000",
  BEPART__LIMITS__UPLOADS_MIB_ALL: "100000000",
  BEPART__LIMITS__UPLOADS_AT_ONCE: "10000",
  // The disk of who runs the tests may be nearly full.
  BEPART__LIMITS__FREE_BYTES: "0",
  BEPART__LIMITS__FREE_PERCENT: "0",
  BEPART__LIMITS__SENDINGS_EACH: "1000000",
  BEPART__LIMITS__SENDINGS_ALL: "1000000",
  BEPART__LIMITS__SENDINGS_SOFT: "1000000",
  // Signing in has tests of its own (tests/accounts).
  BEPART__STAFF__SECOND_FACTOR: "false",
  // What follows from a decision follows at once, but where undoing is what is tested.
  BEPART__DESK__UNDO_SECONDS: "0",
  BEPART__LOG__FILTER: process.env.BEPART_TEST_LOG ?? "warn",
};

/** What runs, so that nothing outlives a test that is broken off. */
const running = new Set();
process.once("exit", () => running.forEach((child) => child.kill("SIGTERM")));
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

/** Starts a program that is not to outlive this process. */
function start(file, args, options) {
  const child = spawn(file, args, { ...options, stdio: ["ignore", "pipe", "inherit"] });
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}

/** Ends a process and waits for its end. */
async function end(child, signal) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once("exit", done));
  child.kill(signal);
  await ended;
}

/** Reads what a program says until a line matches. */
async function hear(child, wanted, name) {
  const late = setTimeout(() => child.kill("SIGKILL"), 120_000);
  for await (const line of createInterface({ input: child.stdout })) {
    const found = wanted.exec(line);
    if (found) {
      clearTimeout(late);
      child.stdout.resume();
      return found[1];
    }
  }
  clearTimeout(late);
  throw new Error(`${name} did not start`);
}

export async function hashOf(file) {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(file)) hash.update(piece);
  return hash.digest("hex");
}

/** Files below a folder. */
function* walk(folder) {
  for (const entry of existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : []) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else yield path;
  }
}

/** What all servers have in common. */
class Server {
  get door() {
    return new Door(this.url);
  }

  /** SHA-256 of the bytes that are stored of an upload, by its URL or path; undefined when there are none. */
  async stored(location) {
    const file = this.fileOf(location);
    return file && hashOf(file);
  }

  /** Ends it as a power cut would. */
  kill() {
    return end(this.process, "SIGKILL");
  }

  async stop() {
    await end(this.process, "SIGTERM");
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The program, on a data folder of its own. */
export class House extends Server {
  name = "bepart";
  ours = true;

  /** `env` adds to the environment; `outside` names what of it leads to services that the program may use. */
  constructor({ env = {}, outside = [], command = (args) => [program, args] } = {}) {
    super();
    this.folder = mkdtempSync(join(tmpdir(), "bepart-uploads-"));
    // The embedded database runs as another user when the tests run as root.
    chmodSync(this.folder, 0o755);
    this.data = join(this.folder, "data");
    const { DATABASE_URL, BEPART__STORAGE__ENDPOINT, ...rest } = process.env;
    const services = { DATABASE_URL, BEPART__STORAGE__ENDPOINT };
    for (const name of outside) rest[name] = services[name];
    this.env = { ...rest, ...WIDE, BEPART_DATA: this.data, ...env };
    this.command = command;
    this.port = 0;
  }

  /** Starts it; after the first time on the same port, as a restarted server does. */
  async up() {
    if (!existsSync(program)) throw new Error(`build the program first: there is no ${program}`);
    const [file, args] = this.command(["serve"]);
    this.process = start(file, args, {
      cwd: this.folder,
      env: { ...this.env, BEPART_ADDR: `127.0.0.1:${this.port}` },
    });
    this.origin = await hear(this.process, /^Be Part is at (\S+)/, "the program");
    this.port = Number(new URL(this.origin).port);
    this.url = `${this.origin}/uploads`;
    return this;
  }

  /** Kills its database as a power cut would, as soon as it runs. The program has to notice by itself. */
  async killDatabase() {
    for (let attempt = 0; attempt < 100; attempt++) {
      try {
        const [pid] = readFileSync(join(this.data, "pg/postmaster.pid"), "utf8").split("\n", 1);
        process.kill(Number(pid), "SIGKILL");
        return;
      } catch {
        await sleep(100);
      }
    }
    throw new Error("the database does not run");
  }

  /** The file of a finished upload. */
  fileOf(location) {
    const uuid = basename(location).split(".")[0];
    for (const file of walk(join(this.data, "objects"))) {
      if (basename(file) === uuid && basename(dirname(file)) === "incoming") return file;
    }
    return undefined;
  }

  /** Every stored file that has to do with an upload. */
  traces(location) {
    const uuid = basename(location).split(".")[0];
    return [...walk(join(this.data, "objects"))].filter((file) => file.includes(uuid));
  }

  /** Runs SQL in its database, around the front door; undefined when there is no psql. */
  db(sql) {
    const call = this.psql(sql);
    return call && execFileSync(...call).trim();
  }

  /** The same, while we go on; it may wait for something that we do meanwhile. */
  async dbMeanwhile(sql) {
    const call = this.psql(sql);
    return call && (await promisify(execFile)(...call)).stdout.trim();
  }

  psql(sql) {
    const psql = findPostgres("psql");
    if (!psql) return undefined;
    const url = this.env.DATABASE_URL;
    const embedded = () => ({
      PGHOST: join(this.data, "run"),
      PGUSER: "app",
      PGDATABASE: "bepart",
      PGPASSWORD: readFileSync(join(this.data, "pg-password"), "utf8").trim(),
    });
    const env = url ? process.env : { ...process.env, ...embedded() };
    return [psql, ["-X", "-A", "-t", "-c", sql, ...(url ? [url] : [])], { encoding: "utf8", env }];
  }
}

/** npm's @tus/server on a folder of its own, or on the S3 of `env`. */
export class Peer extends Server {
  name = "@tus/server";
  ours = false;

  constructor({ env = {} } = {}) {
    super();
    this.folder = mkdtempSync(join(tmpdir(), "bepart-peer-"));
    this.env = { NODE_NO_WARNINGS: "1", ...process.env, ...env };
    this.port = 0;
  }

  async up() {
    this.process = start(process.execPath, [join(here, "peer.mjs"), this.folder, String(this.port)], { env: this.env });
    this.origin = await hear(this.process, /^listens at (\S+)/, "@tus/server");
    this.port = Number(new URL(this.origin).port);
    this.url = `${this.origin}/uploads`;
    return this;
  }

  killDatabase() {}

  fileOf(location) {
    const file = join(this.folder, basename(location));
    return existsSync(file) ? file : undefined;
  }

  traces(location) {
    return readdirSync(this.folder).filter((name) => name.startsWith(basename(location)));
  }
}

/** A server that someone else started. */
class Elsewhere extends Server {
  name = "the endpoint of BEPART_UPLOADS_URL";
  ours = false;
  url = process.env.BEPART_UPLOADS_URL;
  origin = new URL(process.env.BEPART_UPLOADS_URL ?? "http://127.0.0.1").origin;
  up() {
    return this;
  }
  fileOf() {
    return undefined;
  }
  stop() {}
}

/** The server under test, running. */
export function subject(options = {}) {
  if (process.env.BEPART_UPLOADS_URL) return new Elsewhere();
  return process.env.BEPART_UPLOADS_PEER ? new Peer(options).up() : new House(options).up();
}

/** Why a test that kills, or that looks into the data folder, cannot be made; false when it can. */
export const far = process.env.BEPART_UPLOADS_URL ? "BEPART_UPLOADS_URL is someone else's server" : false;

/** One of PostgreSQL's tools, where Debian or the path has it. */
export function findPostgres(tool) {
  const folders = (process.env.PATH ?? "").split(":");
  if (process.env.PG_BIN_DIR) folders.unshift(process.env.PG_BIN_DIR);
  const debian = "/usr/lib/postgresql";
  for (const major of existsSync(debian) ? readdirSync(debian).sort().reverse() : []) {
    folders.push(join(debian, major, "bin"));
  }
  return folders.map((folder) => join(folder, tool)).find((file) => existsSync(file));
}
