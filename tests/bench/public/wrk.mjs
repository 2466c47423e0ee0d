// wrk (Debian's package), and what it says.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const here = dirname(fileURLToPath(import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "bepart-wrk-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

async function run(args) {
  const { stdout } = await promisify(execFile)("wrk", args, { maxBuffer: 1 << 20 });
  const line = stdout.split("\n").findLast((line) => line.startsWith("{"));
  if (!line) throw new Error(`wrk said nothing:\n${stdout}`);
  return JSON.parse(line);
}

/** Asks for these paths, over and over. `server`: reads how long the server says it took, which costs wrk some of its speed. */
export function wrk(origin, paths, { seconds = 5, connections = 16, server = false, cookie = "" } = {}) {
  const file = join(folder, `paths-${process.hrtime.bigint()}`);
  writeFileSync(file, `${paths.join("\n")}\n`);
  const script = join(here, "wrk.lua");
  return run(["-t2", `-c${connections}`, `-d${seconds}s`, "--timeout", "30s", "-s", script, origin, "--", file, server ? "server" : "", cookie]);
}

/** Posts comments as fast as they are taken. */
export function post(origin, whose, thread, { seconds = 5, connections = 16 } = {}) {
  return run(["-t2", `-c${connections}`, `-d${seconds}s`, "--timeout", "30s", "-s", join(here, "post.lua"), origin, "--", whose, thread]);
}
