// One case per MUST and SHOULD that the core of tus 1.0.0 asks of a server. `says` is the sentence, shortened.
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";

import { BYTES, TUS, random, sha256 } from "../tus.mjs";
import { Answers, dial, head } from "../wire.mjs";
import { consumed } from "../queues.mjs";

/** Texts that are no non-negative integer. */
export const NO_INTEGERS = ["-1", "+1", "1.5", "1e3", "0x10", "abc", "1 2", "٣", "99999999999999999999999", "1,1"];

/** That an answer refuses a request as the client's mistake. */
export function refused(answer, ...statuses) {
  assert.ok(answer, "an answer came");
  assert.ok(
    statuses.length ? statuses.includes(answer.status) : answer.status >= 400 && answer.status < 500,
    `${answer.status} instead of ${statuses.join(" or ") || "4xx"}`,
  );
}

/** The members of a comma-separated list. */
export function list(text) {
  assert.match(text, /^[^,\s]+(,[^,\s]+)*$/, "a comma-separated list");
  return text.split(",");
}

export const core = [
  {
    says: "Upload-Offset: the value MUST be a non-negative integer",
    peer: "it answers 400 to the header but 403 when it is missing",
    async run({ door }) {
      const path = await door.create(10);
      for (const offset of ["", ...NO_INTEGERS]) refused(await door.patch(path, offset, Buffer.from("x")), 400);
      refused(await door.ask("PATCH", path, [TUS, BYTES], Buffer.from("x")), 400);
      assert.equal(await door.offset(path), 0);
    },
  },
  {
    says: "Upload-Length: the value MUST be a non-negative integer",
    async run({ door }) {
      for (const length of ["", ...NO_INTEGERS]) refused(await door.post([["Upload-Length", length]]), 400, 413);
    },
  },
  {
    says: "Tus-Version MUST be a comma-separated list of versions, the most preferred first",
    async run({ door }) {
      assert.equal(list((await door.options()).headers["tus-version"])[0], "1.0.0");
    },
  },
  {
    says: "Tus-Resumable MUST be included in every response",
    async run({ door }) {
      const created = await door.post([["Upload-Length", 5]]);
      const path = door.path(created);
      const answers = {
        created,
        head: await door.head(path),
        conflict: await door.patch(path, 3, Buffer.from("x")),
        "wrong type": await door.ask("PATCH", path, [TUS, ["Upload-Offset", 0]], Buffer.from("x")),
        "no integer": await door.patch(path, "x", Buffer.from("x")),
        "no length": await door.post([]),
        "too large": await door.post([["Upload-Length", 10 ** 15]]),
        "wrong version": await door.ask("HEAD", path, [["Tus-Resumable", "0.2.2"]]),
        "no version": await door.ask("HEAD", path),
        patched: await door.patch(path, 0, Buffer.from("hello")),
        unknown: await door.head(`${path}x`),
        deleted: await door.delete(path),
        "deleted before": await door.delete(path),
      };
      for (const [name, answer] of Object.entries(answers)) {
        assert.equal(answer.headers["tus-resumable"], "1.0.0", name);
      }
    },
  },
  {
    says: "Tus-Resumable MUST be included in every request: without it 412",
    async run({ door }) {
      const path = await door.create(5);
      refused(await door.ask("POST", door.target.path, [["Upload-Length", 5]], Buffer.alloc(0)), 412);
      refused(await door.ask("HEAD", path), 412);
      refused(await door.ask("PATCH", path, [BYTES, ["Upload-Offset", 0]], Buffer.from("hello")), 412);
      refused(await door.ask("DELETE", path), 412);
      assert.equal(await door.offset(path), 0);
    },
  },
  {
    says: "An unsupported version: MUST answer 412 and MUST include Tus-Version",
    peer: "it answers 400 without Tus-Version",
    async run({ door }) {
      const path = await door.create(5);
      for (const version of ["0.2.2", "1.0.1", "2.0.0", "1.0.0, 1.0.0", "x"]) {
        const old = ["Tus-Resumable", version];
        const answers = [
          await door.ask("POST", door.target.path, [old, ["Upload-Length", 5]], Buffer.alloc(0)),
          await door.ask("HEAD", path, [old]),
          await door.ask("PATCH", path, [old, BYTES, ["Upload-Offset", 0]], Buffer.from("hello")),
          await door.ask("DELETE", path, [old]),
        ];
        for (const answer of answers) {
          refused(answer, 412);
          assert.equal(answer.headers["tus-version"], "1.0.0");
        }
      }
    },
  },
  {
    says: "An unsupported version: the server MUST NOT process the request",
    async run({ door }) {
      const old = ["Tus-Resumable", "0.2.2"];
      const path = await door.create(5);
      const created = await door.ask("POST", door.target.path, [old, ["Upload-Length", 5]], Buffer.alloc(0));
      assert.equal(created.headers.location, undefined);
      await door.ask("PATCH", path, [old, BYTES, ["Upload-Offset", 0]], Buffer.from("hello"));
      await door.ask("DELETE", path, [old]);
      assert.equal(await door.offset(path), 0);
    },
  },
  {
    says: "Tus-Extension MUST be a comma-separated list of the extensions",
    async run({ door }) {
      const names = list((await door.options()).headers["tus-extension"]);
      assert.equal(new Set(names).size, names.length);
    },
  },
  {
    says: "Tus-Max-Size MUST be a non-negative integer and SHOULD be set when there is a limit",
    async run({ door }) {
      assert.match((await door.options()).headers["tus-max-size"], /^\d+$/);
    },
  },
  {
    says: "X-HTTP-Method-Override MUST be interpreted as the method, the actual one MUST be ignored",
    peer: "it does not know the header",
    async run({ door }) {
      const over = (method) => ["X-HTTP-Method-Override", method];
      const path = await door.create(5);
      const sent = await door.ask("POST", path, [TUS, BYTES, over("PATCH"), ["Upload-Offset", 0]], Buffer.from("hel"));
      assert.equal(sent.status, 204);
      assert.equal(sent.headers["upload-offset"], "3");
      const asked = await door.ask("PATCH", path, [TUS, BYTES, over("HEAD"), ["Upload-Offset", 3]], Buffer.alloc(0));
      assert.equal(asked.status, 200, "a HEAD is meant");
      assert.equal(asked.headers["upload-offset"], "3");
      refused(await door.ask("POST", path, [TUS, over("JUMP")], Buffer.alloc(0)));
      assert.equal((await door.ask("POST", path, [TUS, over("DELETE")], Buffer.alloc(0))).status, 204);
      refused(await door.head(path), 404, 410);
    },
  },
  {
    says: "HEAD MUST always include Upload-Offset, even if it is 0",
    async run({ door }) {
      const answer = await door.head(await door.create(10));
      assert.equal(answer.status, 200);
      assert.equal(answer.headers["upload-offset"], "0");
    },
  },
  {
    says: "HEAD MUST include Upload-Offset when the upload is completed",
    async run({ door }) {
      const path = await door.create(5, [], Buffer.from("hello"));
      assert.equal((await door.head(path)).headers["upload-offset"], "5");
      const empty = await door.create(0);
      assert.equal((await door.head(empty)).headers["upload-offset"], "0");
    },
  },
  {
    says: "HEAD MUST include Upload-Length if the size is known",
    async run({ door }) {
      assert.equal((await door.head(await door.create(10))).headers["upload-length"], "10");
      assert.equal((await door.head(await door.create(0))).headers["upload-length"], "0");
    },
  },
  {
    says: "HEAD of an unknown upload SHOULD be 404, 410 or 403 without Upload-Offset",
    async run({ door }) {
      const path = await door.create(1);
      for (const unknown of [
        `${path}x`,
        `${door.target.path}/nothing`,
        path.replace(/.$/, (last) => (last === "A" ? "B" : "A")),
      ]) {
        const answer = await door.head(unknown);
        refused(answer, 404, 410, 403);
        assert.equal(answer.headers["upload-offset"], undefined);
      }
    },
  },
  {
    says: "HEAD MUST NOT be cached: Cache-Control: no-store",
    async run({ door }) {
      assert.match((await door.head(await door.create(1))).headers["cache-control"], /(^|[ ,])no-store($|[ ,])/);
    },
  },
  {
    says: "PATCH SHOULD be accepted against any upload and applies the bytes at the given offset",
    async run({ door, stored }) {
      const bytes = random(100_000);
      const path = await door.create(bytes.length);
      for (const [from, to] of [
        [0, 1],
        [1, 1],
        [1, 40_000],
        [40_000, 99_999],
        [99_999, 100_000],
      ]) {
        const answer = await door.patch(path, from, bytes.subarray(from, to));
        assert.equal(answer.status, 204);
        assert.equal(answer.headers["upload-offset"], String(to));
      }
      await stored(path, sha256(bytes));
    },
  },
  {
    says: "PATCH with another content type SHOULD be 415",
    peer: "it answers 403 without and 400 with another content type",
    async run({ door }) {
      const path = await door.create(5);
      const offset = ["Upload-Offset", 0];
      for (const type of [[], [["Content-Type", "application/octet-stream"]], [["Content-Type", ""]]]) {
        refused(await door.ask("PATCH", path, [TUS, offset, ...type], Buffer.from("hello")), 415);
      }
      assert.equal(await door.offset(path), 0);
    },
  },
  {
    says: "PATCH at another offset MUST be 409 and MUST NOT modify the upload",
    async run({ door, stored }) {
      const path = await door.create(10, [], Buffer.from("hello"));
      for (const offset of [0, 4, 6, 10, 11, 10 ** 12])
        refused(await door.patch(path, offset, Buffer.from("WRONG")), 409);
      assert.equal(await door.offset(path), 5);
      assert.equal((await door.patch(path, 5, Buffer.from("world"))).status, 204);
      await stored(path, sha256("helloworld"));
    },
  },
  {
    says: "PATCH MUST be acknowledged with 204 and MUST include Upload-Offset with the new offset",
    async run({ door }) {
      const answer = await door.patch(await door.create(10), 0, Buffer.from("hello"));
      assert.equal(answer.status, 204);
      assert.equal(answer.headers["upload-offset"], "5");
    },
  },
  {
    says: "PATCH: the new offset MUST be the sum, also for bytes of a chunked body",
    async run({ door, stored }) {
      const path = await door.create(10, [], Buffer.from("he"));
      const chunked = Buffer.from("3\r\nllo\r\n1\r\nw\r\n0\r\n\r\n");
      const answer = await door.patch(path, 2, chunked, [["Transfer-Encoding", "chunked"]]);
      assert.equal(answer.status, 204);
      assert.equal(answer.headers["upload-offset"], "6");
      assert.equal((await door.patch(path, 6, Buffer.from("orld"))).headers["upload-offset"], "10");
      await stored(path, sha256("helloworld"));
    },
  },
  {
    says: "PATCH of a non-existent upload SHOULD be 404",
    async run({ door }) {
      refused(await door.patch(`${await door.create(5)}x`, 0, Buffer.from("hello")), 404);
    },
  },
  {
    says: "Upload-Length is the size of the entire upload: no byte more is taken",
    async run({ door }) {
      const path = await door.create(5);
      refused(await door.patch(path, 0, Buffer.from("hello!")), 400, 413);
      refused(
        await door.patch(path, 0, Buffer.from("6\r\nhello!\r\n0\r\n\r\n"), [["Transfer-Encoding", "chunked"]]),
        400,
        413,
      );
      assert.ok((await door.offset(path)) <= 5);
    },
  },
  {
    says: "A timeout SHOULD be handled by closing the underlying connection",
    ours: "the configured idle time is 2 s there",
    async run({ door }) {
      const path = await door.create(100);
      const socket = await dial(door.target);
      const answers = new Answers(socket);
      socket.write(head("PATCH", path, [TUS, BYTES, ["Upload-Offset", 0], ["Content-Length", 100]]));
      socket.write(Buffer.alloc(60));
      const closed = new Promise((done) => socket.once("close", done));
      const answer = await answers.next();
      if (answer) refused(answer, 408);
      await Promise.race([closed, sleep(10_000).then(() => assert.fail("the connection stays open"))]);
      assert.equal(await door.offset(path), 60);
    },
  },
  {
    says: "The server SHOULD always store as much of the received data as possible",
    async run({ door }) {
      const path = await door.create(200_000);
      const socket = await dial(door.target);
      socket.write(head("PATCH", path, [TUS, BYTES, ["Upload-Offset", 0], ["Content-Length", 200_000]]));
      socket.write(random(100_000));
      await consumed(socket);
      socket.end();
      const offset = await door.offset(path);
      assert.ok(offset >= 95_000 && offset <= 100_000, `${offset}`);
      socket.destroy();
    },
  },
  {
    says: "OPTIONS is 204 or 200 and MUST contain Tus-Version",
    async run({ door }) {
      const answer = await door.options();
      assert.ok([200, 204].includes(answer.status));
      assert.ok(answer.headers["tus-version"]);
    },
  },
  {
    says: "OPTIONS: the server MUST ignore Tus-Resumable in the request",
    async run({ door }) {
      const answer = await door.options([["Tus-Resumable", "0.0.1"]]);
      assert.ok([200, 204].includes(answer.status));
      assert.ok(answer.headers["tus-version"]);
    },
  },
];
