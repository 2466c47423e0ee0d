// `make bench`: how long the program takes for a page, and what a page weighs, on an empty and on a full house.
// Figures are printed, never judged: this machine is shared.
import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const program = process.env.BEPART_BIN ?? resolve(fileURLToPath(import.meta.url), "../../../target/release/bepart");
const ROUNDS = 2000;

const folder = mkdtempSync(join(tmpdir(), "bepart-bench-"));
chmodSync(folder, 0o755);
const { DATABASE_URL: _, ...env } = process.env;
const begun = performance.now();
const server = spawn(program, ["serve"], {
  cwd: folder,
  env: { ...env, BEPART_ADDR: "127.0.0.1:0", BEPART_DATA: join(folder, "data"), BEPART__LOG__FILTER: "warn" },
  stdio: ["ignore", "pipe", "inherit"],
});
let url;
for await (const line of createInterface({ input: server.stdout })) {
  url = /^Be Part is at (\S+)/.exec(line)?.[1];
  if (url) break;
}
server.stdout.resume();
console.log(`start on a fresh data folder: ${Math.round(performance.now() - begun)} ms`);

const get = (path) =>
  new Promise((done, fail) => {
    const sent = performance.now();
    request(`${url}${path}`, { headers: { "accept-encoding": "br", "accept-language": "ckb" } }, (answer) => {
      let bytes = 0;
      answer.on("data", (piece) => (bytes += piece.length));
      answer.on("end", () => {
        const server = Number(/dur=([\d.]+)/.exec(answer.headers["server-timing"] ?? "")?.[1] ?? NaN);
        done({ wall: performance.now() - sent, server, bytes, status: answer.statusCode });
      });
    })
      .on("error", fail)
      .end();
  });

const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
console.log("page            status   bytes   server p50 / p99 ms   wall p50 / p99 ms");
for (const path of ["/", "/contribute", "/receipt", "/nothing-here", "/healthz"]) {
  for (let round = 0; round < 100; round++) await get(path);
  const answers = [];
  for (let round = 0; round < ROUNDS; round++) answers.push(await get(path));
  const server = answers.map((answer) => answer.server).sort((a, b) => a - b);
  const wall = answers.map((answer) => answer.wall).sort((a, b) => a - b);
  const figures = [at(server, 0.5), at(server, 0.99), at(wall, 0.5), at(wall, 0.99)].map((figure) => figure.toFixed(2));
  const { status, bytes } = answers[0];
  console.log(
    `${path.padEnd(15)} ${String(status).padEnd(6)} ${String(bytes).padStart(7)}   ${figures[0]} / ${figures[1]}           ${figures[2]} / ${figures[3]}`,
  );
}
server.kill("SIGTERM");
await new Promise((done) => server.once("exit", done));
rmSync(folder, { recursive: true, force: true });
