// Shows 3 of issue 3: a connection breaks after n bytes of a chunk. At least 95 % of what reached the server is kept.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";

import { far, subject } from "./house.mjs";
import { consumed } from "./queues.mjs";
import { BYTES, TUS, random, sha256 } from "./tus.mjs";
import { Answers, dial, head } from "./wire.mjs";

const KB = 1000;
const MIB = 1024 * 1024;
const SIZES = [
  1 * KB,
  10 * KB,
  64 * KB,
  100 * KB,
  300 * KB,
  MIB - 1,
  MIB,
  3 * MIB + 7,
  5 * MIB,
  8 * MIB - 1,
  8 * MIB,
  8 * MIB + 1,
  12 * MIB,
  20 * MIB,
];
const REST = 700_001;
let server;
const source = random(20 * MIB + REST);

before(async () => {
  server = await subject();
});
after(() => server?.stop());

/** Sends `n` bytes of a larger body and returns the socket, with all of them read by the server. */
async function begin(path, n, total, from = 0) {
  const socket = await dial(server.door.target);
  socket.write(head("PATCH", path, [TUS, BYTES, ["Upload-Offset", from], ["Content-Length", total - from]]));
  await new Promise((done) => socket.write(source.subarray(from, from + n), done));
  await consumed(socket);
  return socket;
}

/** Looks what was kept of `n` bytes, sends the rest and compares the whole. */
async function goOn(path, n, total) {
  const offset = await server.door.offset(path);
  assert.ok(offset <= n, `${offset} of ${n} sent`);
  assert.ok(offset >= 0.95 * n, `only ${offset} of ${n} bytes were kept`);
  const answer = await server.door.patch(path, offset, source.subarray(offset, total));
  assert.equal(answer.status, 204, `${answer.body}`);
  assert.equal(answer.headers["upload-offset"], String(total));
  if (!far) assert.equal(await server.stored(path), sha256(source.subarray(0, total)));
}

const BREAKS = {
  "is closed": (socket) => socket.end(),
  "is reset": (socket) => socket.resetAndDestroy(),
  // The server learns nothing: the request after it has to take over.
  "falls silent": () => {},
};

for (const [says, breakOff] of Object.entries(BREAKS)) {
  describe(`a connection that ${says} after n bytes`, () => {
    for (const n of SIZES) {
      test(`${n} bytes`, async () => {
        const total = n + REST;
        const path = await server.door.create(total);
        const socket = await begin(path, n, total);
        breakOff(socket);
        await goOn(path, n, total);
        socket.destroy();
      });
    }
  });
}

test("a creation with upload that breaks off leaves nothing that hinders the next", async () => {
  const socket = await dial(server.door.target);
  socket.write(head("POST", server.door.target.path, [TUS, BYTES, ["Upload-Length", MIB], ["Content-Length", MIB]]));
  socket.write(source.subarray(0, 300 * KB));
  await consumed(socket);
  socket.resetAndDestroy();
  const path = await server.door.create(MIB, [], source.subarray(0, MIB));
  assert.equal(await server.door.offset(path), MIB);
});

test("twenty breaks in one upload lose nothing", async () => {
  const total = 20 * MIB;
  const path = await server.door.create(total);
  let offset = 0;
  for (let round = 0; round < 20; round++) {
    const n = 1 + ((round * 7919 * 104_729) % 900_000);
    const socket = await begin(path, n, total, offset);
    if (round % 2) socket.end();
    else socket.resetAndDestroy();
    const kept = await server.door.offset(path);
    assert.ok(kept >= offset + 0.95 * n && kept <= offset + n, `round ${round}: ${kept - offset} of ${n}`);
    offset = kept;
    socket.destroy();
  }
  await goOn(path, offset, total);
});

test("late bytes of a request that was taken over from are never written", async () => {
  const total = 4 * MIB;
  const path = await server.door.create(total);
  const zombie = await begin(path, MIB, total);
  const answers = new Answers(zombie);
  const offset = await server.door.offset(path);
  assert.ok(offset >= 0.95 * MIB, `${offset}`);
  // The dead one wakes up, and sends other bytes at the moment when the new one sends the right ones.
  const junk = Buffer.alloc(3 * MIB, 0x5a);
  zombie.write(junk.subarray(0, MIB));
  const half = Math.ceil(total / 2);
  const first = await server.door.patch(path, offset, source.subarray(offset, half));
  assert.equal(first.status, 204);
  zombie.write(junk.subarray(MIB));
  const second = await server.door.patch(path, half, source.subarray(half, total));
  assert.equal(second.status, 204);
  const answer = await Promise.race([answers.next().catch(() => undefined), sleep(3000)]);
  const told = answer?.status === 204 ? Number(answer.headers["upload-offset"]) : 0;
  assert.ok(told <= offset, `the dead one was told ${told}, where ${offset} were kept`);
  zombie.destroy();
  if (!far) assert.equal(await server.stored(path), sha256(source.subarray(0, total)));
});
