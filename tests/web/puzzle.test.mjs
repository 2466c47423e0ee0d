// The puzzle that strangers' devices solve while many send at once: solved by the script as the server checks it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { build } from "esbuild";

const { outputFiles } = await build({
  entryPoints: [new URL("../../web/ts/puzzle.ts", import.meta.url).pathname],
  bundle: true,
  write: false,
  format: "esm",
});
const { solve, zeros } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);

// The same as in services/ground/src/web/work.rs.
const VECTORS = [
  ["", 4, "18"],
  ["1800000000-16-abc", 12, "10701"],
  ["1800000000-16-AAAAAAAAAAAAAAAAAAAAAA", 16, "74830"],
];

test("solutions are those that the server takes", async () => {
  for (const [challenge, bits, first] of VECTORS) assert.equal(await solve(challenge, bits, () => true), first);
});

test("zero bits are counted across bytes", () => {
  assert.equal(zeros(Uint8Array.of(0, 0, 0x1f, 0)), 19);
  assert.equal(zeros(Uint8Array.of(0x80)), 0);
  assert.equal(zeros(Uint8Array.of(1)), 7);
  assert.equal(zeros(new Uint8Array(32)), 256);
});

test("it ends when nobody wants the solution, and lets others in between", async () => {
  let turns = 0;
  let rounds = 0;
  const timer = setInterval(() => (turns += 1), 0);
  const started = performance.now();
  assert.equal(await solve("x", 256, () => (rounds += 1) <= 64), undefined);
  clearInterval(timer);
  const each = (performance.now() - started) / 64;
  assert.ok(turns > 8, `${turns} turns of others in 64 rounds`);
  assert.ok(each < 100, `a round took ${each} ms`);
});
