// Checksum, termination, concatenation.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { crc32 } from "../crc32.mjs";

import { BYTES, base64, sha256 } from "../tus.mjs";
import { list, refused } from "./core.mjs";

const NONE = "it has no such extension";

/** Upload-Checksum of bytes. */
export function checksum(algorithm, bytes) {
  const digest = algorithm === "crc32" ? crc32(bytes) : createHash(algorithm).update(bytes).digest();
  return ["Upload-Checksum", `${algorithm} ${digest.toString("base64")}`];
}

const algorithms = async (door) => list((await door.options()).headers["tus-checksum-algorithm"]);

function announces(extension) {
  return async ({ door }) => {
    assert.ok(list((await door.options()).headers["tus-extension"]).includes(extension));
  };
}

export const checksums = [
  { says: "checksum MUST be in Tus-Extension", peer: NONE, run: announces("checksum") },
  {
    says: "Tus-Checksum-Algorithm MUST be in OPTIONS, a list of lower-case ASCII names with sha1",
    peer: NONE,
    async run({ door }) {
      const names = await algorithms(door);
      assert.ok(names.includes("sha1"));
      for (const name of names) (assert.match(name, /^[\x21-\x7e]+$/), assert.equal(name, name.toLowerCase()));
    },
  },
  {
    says: "Once the request was received, the server MUST verify the chunk: 204 when the checksums match",
    peer: NONE,
    async run({ door, stored }) {
      for (const algorithm of await algorithms(door)) {
        const path = await door.create(10);
        for (const [at, text] of [
          [0, "hello"],
          [5, "world"],
        ]) {
          const bytes = Buffer.from(text);
          const answer = await door.patch(path, at, bytes, [checksum(algorithm, bytes)]);
          assert.equal(answer.status, 204, algorithm);
          assert.equal(answer.headers["upload-offset"], String(at + 5), algorithm);
        }
        await stored(path, sha256("helloworld"));
      }
    },
  },
  {
    says: "460 when the checksums mismatch: the chunk MUST be discarded, the offset MUST NOT be updated",
    peer: NONE,
    async run({ door, stored }) {
      for (const algorithm of await algorithms(door)) {
        const path = await door.create(10, [], Buffer.from("he"));
        refused(await door.patch(path, 2, Buffer.from("WRONG"), [checksum(algorithm, Buffer.from("lloWo"))]), 460);
        refused(
          await door.patch(path, 2, Buffer.from("LLOWORLD"), [checksum(algorithm, Buffer.from("lloworld"))]),
          460,
        );
        assert.equal(await door.offset(path), 2, algorithm);
        const rest = Buffer.from("lloworld");
        assert.equal((await door.patch(path, 2, rest, [checksum(algorithm, rest)])).status, 204);
        await stored(path, sha256("helloworld"));
      }
    },
  },
  {
    says: "460 for a large chunk, too: 9 MB are discarded",
    peer: NONE,
    async run({ door }) {
      const bytes = Buffer.alloc(9_000_000, 7);
      const path = await door.create(bytes.length);
      refused(await door.patch(path, 0, bytes, [checksum("sha256", Buffer.from("another"))]), 460);
      assert.equal(await door.offset(path), 0);
      assert.equal((await door.patch(path, 0, bytes, [checksum("sha256", bytes)])).status, 204);
    },
  },
  {
    says: "400 if the algorithm is not supported: the offset MUST NOT be updated",
    peer: NONE,
    async run({ door }) {
      const path = await door.create(5);
      for (const name of ["whirlpool", "SHA1", "sha-1", ""]) {
        refused(
          await door.patch(path, 0, Buffer.from("hello"), [["Upload-Checksum", `${name} ${base64("x".repeat(20))}`]]),
          400,
        );
      }
      assert.equal(await door.offset(path), 0);
    },
  },
  {
    says: "Upload-Checksum MUST consist of name and Base64 checksum separated by a space",
    peer: NONE,
    async run({ door }) {
      const path = await door.create(5);
      const good = checksum("sha1", Buffer.from("hello"))[1];
      for (const value of ["", "sha1", "sha1 ", "sha1 !!!", good.replace(" ", ""), `${good} more`, "sha1 YQ=="]) {
        refused(await door.patch(path, 0, Buffer.from("hello"), [["Upload-Checksum", value]]), 400, 460);
      }
      assert.equal(await door.offset(path), 0);
    },
  },
  {
    says: "Creation with upload: similar rules apply, also for the checksum",
    peer: NONE,
    async run({ door }) {
      const bytes = Buffer.from("hello");
      assert.equal((await door.post([["Upload-Length", 5], BYTES, checksum("sha1", bytes)], bytes)).status, 201);
      refused(await door.post([["Upload-Length", 5], BYTES, checksum("sha1", Buffer.from("x"))], bytes), 460);
    },
  },
];

export const termination = [
  { says: "termination MUST be in Tus-Extension", run: announces("termination") },
  {
    says: "DELETE of an existing upload MUST be 204, unfinished or complete",
    async run({ door }) {
      assert.equal((await door.delete(await door.create(10, [], Buffer.from("hello")))).status, 204);
      assert.equal((await door.delete(await door.create(10))).status, 204);
      assert.equal((await door.delete(await door.create(5, [], Buffer.from("hello")))).status, 204);
    },
  },
  {
    says: "For all future requests the server SHOULD answer 404 or 410",
    async run({ door }) {
      for (const length of [5, 10]) {
        const path = await door.create(length, [], Buffer.from("hello"));
        await door.delete(path);
        const asked = await door.head(path);
        refused(asked, 404, 410);
        assert.equal(asked.headers["upload-offset"], undefined);
        refused(await door.patch(path, 5, Buffer.from("world")), 404, 410);
        refused(await door.delete(path), 404, 410);
      }
    },
  },
  {
    says: "DELETE SHOULD free associated resources",
    async run({ door, server }) {
      if (!server.traces) return "SKIPPED: another's folder";
      for (const length of [2_000_000, 3_000_000]) {
        const path = await door.create(length, [], Buffer.alloc(2_000_000, 1));
        assert.notEqual(server.traces(path).length, 0, "something was stored");
        await door.delete(path);
        for (let wait = 0; wait < 50 && server.traces(path).length; wait++) await sleep(200);
        assert.deepEqual(server.traces(path), []);
      }
      return undefined;
    },
  },
];

async function partials(door, ...texts) {
  const paths = [];
  for (const text of texts) {
    paths.push(await door.create(Buffer.byteLength(text), [["Upload-Concat", "partial"]], Buffer.from(text)));
  }
  return paths;
}

export const concatenation = [
  { says: "concatenation MUST be in Tus-Extension", peer: NONE, run: announces("concatenation") },
  {
    says: "HEAD of a partial upload MUST include Upload-Offset and Upload-Concat as received",
    peer: NONE,
    async run({ door }) {
      const path = await door.create(10, [["Upload-Concat", "partial"]]);
      assert.equal((await door.patch(path, 0, Buffer.from("hello"))).status, 204);
      const answer = await door.head(path);
      assert.equal(answer.headers["upload-concat"], "partial");
      assert.equal(answer.headers["upload-offset"], "5");
    },
  },
  {
    says: "The final's length MUST be the sum; partials MUST be concatenated in the order of the list",
    peer: NONE,
    async run({ door, stored }) {
      const [a, b, c] = await partials(door, "hello", " wor", "ld");
      for (const [order, text] of [
        [[a, b, c], "hello world"],
        [[c, a, b], "ldhello wor"],
      ]) {
        const answer = await door.concatenate(order);
        assert.equal(answer.status, 201);
        const asked = await door.head(door.path(answer));
        assert.equal(asked.headers["upload-length"], "11");
        await stored(door.path(answer), sha256(text));
      }
    },
  },
  {
    says: "After concatenation, Upload-Offset and Upload-Length MUST be set and equal; Upload-Concat as received",
    peer: NONE,
    async run({ door }) {
      const paths = await partials(door, "hello", "world");
      const asked = await door.head(door.path(await door.concatenate(paths)));
      assert.equal(asked.headers["upload-offset"], "10");
      assert.equal(asked.headers["upload-length"], "10");
      assert.equal(asked.headers["upload-concat"], `final;${paths.join(" ")}`);
    },
  },
  {
    says: "The partials' URLs MAY be absolute",
    peer: NONE,
    async run({ door, stored }) {
      const paths = await partials(door, "hello", "world");
      const answer = await door.concatenate(paths.map((path) => new URL(path, door.url).href));
      assert.equal(answer.status, 201);
      await stored(door.path(answer), sha256("helloworld"));
    },
  },
  {
    says: "Partials MAY be used multiple times: in two finals, or the server says that they are gone",
    peer: NONE,
    async run({ door, stored }) {
      const [a] = await partials(door, "ab");
      const twice = await door.concatenate([a, a]);
      if (twice.status === 201) await stored(door.path(twice), sha256("abab"));
      else refused(twice);
    },
  },
  {
    says: "PATCH of a final MUST be 403 and MUST NOT modify the final or its partials",
    peer: NONE,
    async run({ door, stored }) {
      const paths = await partials(door, "hello", "world");
      const final = door.path(await door.concatenate(paths));
      for (const offset of [0, 10]) refused(await door.patch(final, offset, Buffer.from("x")), 403);
      assert.equal(await door.offset(final), 10);
      assert.equal(await door.offset(paths[0]), 5);
      await stored(final, sha256("helloworld"));
    },
  },
  {
    says: "The partials' metadata SHALL NOT be transferred; the concatenation request's is taken",
    peer: NONE,
    async run({ door }) {
      const own = ["Upload-Metadata", `filename ${base64("whole.txt")}`];
      const part = await door.create(
        1,
        [
          ["Upload-Concat", "partial"],
          ["Upload-Metadata", `part ${base64("1")}`],
        ],
        Buffer.from("a"),
      );
      assert.equal((await door.head(door.path(await door.concatenate([part])))).headers["upload-metadata"], undefined);
      assert.equal(
        (await door.head(door.path(await door.concatenate([part], [own])))).headers["upload-metadata"],
        own[1],
      );
    },
  },
  {
    says: "The client MUST NOT include Upload-Length in the final creation: 400",
    peer: NONE,
    async run({ door }) {
      refused(await door.concatenate(await partials(door, "hello"), [["Upload-Length", 5]]), 400);
    },
  },
  {
    says: "Upload-Concat MUST be partial, or final with a list",
    peer: NONE,
    async run({ door }) {
      const [path] = await partials(door, "hello");
      for (const value of [
        "",
        "whole",
        "final",
        "final;",
        "final; ",
        `final ${path}`,
        `final;${path},${path}`,
        `partial;${path}`,
      ]) {
        refused(
          await door.post([["Upload-Concat", value], ...(value.startsWith("final") ? [] : [["Upload-Length", 5]])]),
        );
      }
    },
  },
  {
    says: "Unfinished partials are refused, as concatenation-unfinished is not announced",
    peer: NONE,
    async run({ door }) {
      const names = list((await door.options()).headers["tus-extension"]);
      const open = await door.create(10, [["Upload-Concat", "partial"]], Buffer.from("hello"));
      const answer = await door.concatenate([open]);
      if (names.includes("concatenation-unfinished")) assert.equal(answer.status, 201);
      else refused(answer);
    },
  },
  {
    says: "Only partial uploads that exist can be concatenated",
    peer: NONE,
    async run({ door }) {
      const [path] = await partials(door, "hello");
      const plain = await door.create(5, [], Buffer.from("hello"));
      const final = door.path(await door.concatenate([path]));
      for (const wrong of [plain, final, `${path}x`, "/etc/passwd", "https://example.org/uploads/x", "/"]) {
        refused(await door.concatenate([path, wrong]));
      }
    },
  },
  {
    says: "A final over the maximum MUST be 413",
    peer: NONE,
    ours: "the maximum is 16 MiB there",
    async run({ door }) {
      const part = await door.create(9_000_000, [["Upload-Concat", "partial"]], Buffer.alloc(9_000_000));
      refused(await door.concatenate([part, part]), 413, 400);
    },
  },
];
