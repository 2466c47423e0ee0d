// Shows 2 of issue 3: the program and its database are killed and connections cut at random moments while
// tus-js-client sends 50 MiB. What was acknowledged is never lost, and every byte arrives.
//
// BEPART_CHAOS_ROUNDS: how many uploads (20; the full run is 200 kills and cuts). BEPART_CHAOS_SEED repeats a run.
import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { Agent } from "node:http";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";

import tus from "tus-js-client";

import { Cutter } from "./cutter.mjs";
import { far, subject } from "./house.mjs";
import { random, sha256 } from "./tus.mjs";

const MIB = 1024 * 1024;
const SIZE = 50 * MIB + 4321;
const ROUNDS = Number(process.env.BEPART_CHAOS_ROUNDS ?? 20);
const seed = Number(process.env.BEPART_CHAOS_SEED ?? randomInt(1, 2 ** 31));
const source = random(SIZE);
let server;
let cutter;

before(async () => {
  server = await subject();
  cutter = await new Cutter({ host: "127.0.0.1", port: Number(new URL(server.url).port) }).up();
});
after(async () => {
  await cutter?.stop();
  await server?.stop();
});

/** Marsaglia's xorshift32: enough to choose moments with. */
let state = seed | 0 || 1;
function chance(below) {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % below;
}

const FAULTS = {
  async "kill -9 of the program"() {
    await server.kill();
    await sleep(chance(300));
    await server.up();
  },
  async "kill -9 of PostgreSQL"() {
    await server.killDatabase();
  },
  async "a cut"() {
    cutter.cut(["reset", "fin"][chance(2)]);
  },
  async "a silent cut"() {
    // The client's system gives up after a while; the server is not told.
    cutter.cut("silence");
  },
};

/** What the server said of an upload, in order: it never says less than it acknowledged. */
class Ledger {
  acknowledged = 0;
  wrong = [];

  heard(method, status, offset) {
    if (offset === undefined || status >= 300) return;
    const value = Number(offset);
    if (value < this.acknowledged) this.wrong.push(`${method} said ${value} after ${this.acknowledged}`);
    this.acknowledged = Math.max(this.acknowledged, value);
  }
}

/** Uploads the source and survives what comes. `began` is told when bytes flow. */
function persist(ledger, options) {
  return new Promise((done, fail) => {
    let moved = Date.now();
    let watch;
    const start = (url) => {
      const one = new tus.Upload(source, {
        endpoint: `${cutter.origin}${new URL(server.url).pathname}`,
        uploadUrl: url,
        // Kept connections may have fallen silent, too.
        httpStack: new tus.DefaultHttpStack({ agent: new Agent() }),
        retryDelays: [50, 100, 200, 400, ...Array(60).fill(500)],
        onProgress: () => (moved = Date.now()),
        onAfterResponse: (request, response) =>
          ledger.heard(request.getMethod(), response.getStatus(), response.getHeader("Upload-Offset")),
        onShouldRetry: (error) => !error.originalResponse || error.originalResponse.getStatus() !== 404,
        onSuccess: () => {
          clearInterval(watch);
          done(one.url);
        },
        onError: (error) => {
          clearInterval(watch);
          fail(error);
        },
        ...options,
      });
      // Nothing tells a client that a connection fell silent: it looks at the clock, as ours in the page does.
      watch = setInterval(() => {
        if (Date.now() - moved < 1500) return;
        clearInterval(watch);
        moved = Date.now();
        one.abort().then(() => start(one.url));
      }, 100);
      one.start();
    };
    start(null);
  });
}

const SHAPES = [
  {},
  { chunkSize: 5 * MIB },
  { chunkSize: 1_000_003 },
  { chunkSize: 16 * MIB, uploadDataDuringCreation: true },
];

test(
  "nothing that was acknowledged is lost, whatever is killed",
  { skip: far, timeout: 60_000 * (ROUNDS + 2) },
  async () => {
    console.log(`BEPART_CHAOS_SEED=${seed}`);
    const counts = {};
    for (let round = 0; round < ROUNDS; round++) {
      source.writeUInt32BE(round);
      const ledger = new Ledger();
      const shape = SHAPES[chance(SHAPES.length)];
      cutter.rate = (20 + chance(60)) * MIB;
      const names = Object.keys(FAULTS);
      const faults = Array.from({ length: 1 + chance(2) }, () => names[chance(names.length)]);
      let over = false;
      const upload = persist(ledger, shape).finally(() => (over = true));
      upload.catch(() => {});
      const story = (async () => {
        for (const fault of faults) {
          // At a random byte, so that a seed repeats it better than a clock would.
          const at = cutter.passed + chance(SIZE / 2);
          while (!over && cutter.passed < at) await sleep(1);
          if (over) return;
          await FAULTS[fault]();
          counts[fault] = (counts[fault] ?? 0) + 1;
        }
      })();
      const what = `round ${round}, ${JSON.stringify(shape)}, ${faults.join(", ")}`;
      const url = await upload.catch((error) => assert.fail(`${what}: ${error.message}`));
      await story;
      assert.deepEqual(ledger.wrong, [], what);
      const path = new URL(url).pathname;
      const asked = await untilAnswered(path);
      assert.equal(asked.headers["upload-offset"], String(SIZE), what);
      assert.equal(await server.stored(path), sha256(source), `${what}: every byte`);
      await server.door.delete(path);
    }
    console.log(`${ROUNDS} uploads: ${JSON.stringify(counts)}`);
  },
);

/** HEAD, as soon as the database is there again. */
async function untilAnswered(path) {
  for (let attempt = 0; ; attempt++) {
    const answer = await server.door.head(path).catch(() => undefined);
    if (answer?.status === 200) return answer;
    assert.ok(attempt < 100, `HEAD: ${answer?.status}`);
    await sleep(100);
  }
}
