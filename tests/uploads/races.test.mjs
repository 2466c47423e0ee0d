// Shows 2 of issue 3: two PATCHes race for one offset with different bytes. Exactly one wins, and the bytes are its.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { far, subject } from "./house.mjs";
import { BYTES, TUS, random, sha256 } from "./tus.mjs";
import { Answers, dial, head } from "./wire.mjs";

const RACES = Number(process.env.BEPART_RACES ?? 100);
const SIZES = [1, 1000, 16_384, 50_000, 65_536, 300_000, 1_000_000];
let server;

before(async () => {
  server = await subject();
});
after(() => server?.stop());

/** Starts all requests in one turn, on connections that stand already. */
async function race(path, offset, bodies) {
  const sockets = await Promise.all(bodies.map(() => dial(server.door.target)));
  const answers = sockets.map((socket) => new Answers(socket));
  sockets.forEach((socket, at) => {
    const start = head("PATCH", path, [TUS, BYTES, ["Upload-Offset", offset], ["Content-Length", bodies[at].length]]);
    socket.write(Buffer.concat([start, bodies[at]]));
  });
  const got = await Promise.all(answers.map((answer) => answer.next()));
  sockets.forEach((socket) => socket.destroy());
  return got;
}

for (const [runners, races] of [
  [2, RACES],
  [5, Math.ceil(RACES / 10)],
]) {
  test(`${races} races of ${runners} PATCHes at one offset have one winner each`, async () => {
    const outcomes = {};
    for (let round = 0; round < races; round++) {
      const size = SIZES[round % SIZES.length];
      const start = random(round % 3 ? 0 : 777);
      const path = await server.door.create(start.length + size, [], start.length ? start : undefined);
      const bodies = Array.from({ length: runners }, () => random(size));
      // One byte that tells them apart, also when there is only one.
      bodies.forEach((body, at) => (body[0] = at));
      const got = await race(path, start.length, bodies);
      const outcome = got
        .map((answer) => answer?.status ?? "ended")
        .sort()
        .join(" ");
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      const winners = got.flatMap((answer, at) => (answer?.status === 204 ? [at] : []));
      assert.equal(winners.length, 1, `race ${round} of ${size} bytes: ${outcome}`);
      for (const answer of got)
        assert.ok(!answer || [204, 409, 423].includes(answer.status), `race ${round}: ${outcome}`);
      assert.equal(await server.door.offset(path), start.length + size, `race ${round}`);
      if (!far) {
        const hash = sha256(Buffer.concat([start, bodies[winners[0]]]));
        assert.equal(await server.stored(path), hash, `race ${round}: the winner's bytes`);
      }
    }
    console.log(`${runners} at once: ${JSON.stringify(outcomes)}`);
  });
}

test("a PATCH that races with a DELETE ends with a whole upload or with none", async () => {
  for (let round = 0; round < 20; round++) {
    const path = await server.door.create(50_000);
    const bytes = random(50_000);
    const [patched, deleted] = await Promise.all([server.door.patch(path, 0, bytes), server.door.delete(path)]);
    assert.ok(!deleted || [204, 423].includes(deleted.status), `delete: ${deleted?.status}`);
    assert.ok(!patched || [204, 404, 409, 410, 423].includes(patched.status), `patch: ${patched?.status}`);
    const asked = await server.door.head(path);
    if (deleted?.status === 204) assert.ok([404, 410].includes(asked.status), `then ${asked.status}`);
  }
});
