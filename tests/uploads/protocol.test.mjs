// Shows 1 of issue 3: every MUST and SHOULD of tus 1.0.0 that speaks of a server.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { concatenation, checksums, termination } from "./cases/extensions.mjs";
import { core, refused } from "./cases/core.mjs";
import { creation, expiration } from "./cases/creation.mjs";
import { far, subject } from "./house.mjs";
import { BYTES, TUS } from "./tus.mjs";

const MIB = 1024 * 1024;
const ours = !process.env.BEPART_UPLOADS_PEER && !process.env.BEPART_UPLOADS_URL;
let server;

before(async () => {
  server = await subject({
    env: {
      BEPART__LIMITS__UPLOAD_BYTES: String(16 * MIB),
      BEPART__LIMITS__FORM_IDLE_SECONDS: "2",
      PEER_MAX_SIZE: String(16 * MIB),
    },
  });
});
after(() => server?.stop());

/** Compares what is stored of a finished upload. */
async function stored(path, hash) {
  if (far) return;
  assert.equal(await server.stored(path), hash, "the stored bytes");
}

const tables = { core, creation, expiration, checksum: checksums, termination, concatenation };
for (const [name, cases] of Object.entries(tables)) {
  describe(name, () => {
    for (const { says, run, peer, ours: only } of cases) {
      const skip = (process.env.BEPART_UPLOADS_PEER && peer) || (!ours && only) || false;
      test(says, { skip }, async (t) => {
        const reason = await run({ door: server.door, server, stored });
        if (reason) t.skip(reason);
      });
    }
  });
}

describe("our own promises", { skip: !ours }, () => {
  /** That an answer is a problem with a code. */
  function problem(answer, status) {
    refused(answer, status);
    assert.match(answer.headers["content-type"], /^application\/problem\+json/);
    const said = JSON.parse(answer.body.toString());
    assert.equal(said.type, "about:blank");
    assert.equal(said.status, status);
    assert.match(said.code, /^[a-z][a-z0-9_]+$/);
    assert.ok(said.title && said.detail, "words");
    return said.code;
  }

  test("errors are problems with a code of their own", async () => {
    const door = server.door;
    const path = await door.create(5);
    const bytes = Buffer.from("hello");
    const codes = [
      problem(await door.post([]), 400),
      problem(await door.delete(`${path}x`), 404),
      problem(await door.patch(path, 3, bytes), 409),
      problem(await door.ask("DELETE", path, []), 412),
      problem(await door.post([["Upload-Length", 10 ** 12]]), 413),
      problem(await door.ask("PATCH", path, [TUS, ["Upload-Offset", 0]], bytes), 415),
      problem(await door.patch(path, 0, bytes, [["Upload-Checksum", "sha1 AAAAAAAAAAAAAAAAAAAAAAAAAAA="]]), 460),
    ];
    assert.equal(new Set(codes).size, codes.length, `${codes}`);
  });

  test("the words of an error are in the person's language", async () => {
    const details = [];
    for (const language of ["ckb", "kmr", "ar", "tr", "en"]) {
      const answer = await server.door.post([["Accept-Language", language]]);
      details.push(JSON.parse(answer.body.toString()).detail);
    }
    assert.equal(new Set(details).size, details.length, `${details}`);
  });

  test("a raw upload is never given out", async () => {
    const path = await server.door.create(5, [], Buffer.from("hello"));
    const answer = await server.door.ask("GET", path, [TUS]);
    refused(answer, 405, 404);
    assert.ok(!answer.body.includes("hello"));
  });

  test("the address of an upload holds at least 128 random bits", async () => {
    const secrets = new Set();
    for (let round = 0; round < 20; round++) {
      const secret = (await server.door.create(1)).split(".").pop();
      assert.match(secret, /^[\w-]{43}$/);
      secrets.add(secret);
    }
    assert.equal(secrets.size, 20);
  });

  test("another secret for the same upload finds nothing, in the words for an unknown one", async () => {
    const path = await server.door.create(5);
    const [uuid] = path.split("/").pop().split(".");
    const wrong = `${server.door.target.path}/${uuid}.${"A".repeat(43)}`;
    const unknown = `${server.door.target.path}/${uuid.replace(/^./, (first) => (first === "0" ? "1" : "0"))}.${"A".repeat(43)}`;
    for (const method of ["HEAD", "PATCH", "DELETE"]) {
      const headers = [TUS, BYTES, ["Upload-Offset", 0]];
      const [one, other] = [
        await server.door.ask(method, wrong, headers, Buffer.alloc(0)),
        await server.door.ask(method, unknown, headers, Buffer.alloc(0)),
      ];
      refused(one, 404);
      assert.equal(one.status, other.status);
      assert.equal(one.body.toString(), other.body.toString());
    }
    assert.equal(await server.door.offset(path), 0);
  });

  test("a page elsewhere cannot send in a reader's name", async () => {
    for (const header of [
      ["Origin", "https://elsewhere.example"],
      ["Sec-Fetch-Site", "cross-site"],
    ]) {
      refused(await server.door.post([["Upload-Length", 5], header]), 403);
    }
  });

  test("a deferred length that grows over the limit is stopped while it comes", async () => {
    const path = await server.door.create(undefined);
    const answer = await server.door.patch(path, 0, Buffer.alloc(17 * MIB));
    if (answer) refused(answer, 413);
    assert.ok((await server.door.offset(path)) <= 16 * MIB);
  });
});
