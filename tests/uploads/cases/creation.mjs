// Creation, creation with upload, creation with deferred length, expiration.
import assert from "node:assert/strict";

import { BYTES, TUS, base64, random, sha256 } from "../tus.mjs";
import { Answers, dial, head } from "../wire.mjs";
import { NO_INTEGERS, list, refused } from "./core.mjs";

const DATE =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/;

function announces(extension) {
  return async ({ door }) => {
    assert.ok(list((await door.options()).headers["tus-extension"]).includes(extension));
  };
}

function future(date) {
  assert.match(date, DATE);
  assert.ok(Date.parse(date) > Date.now());
}

export const creation = [
  { says: "creation MUST be in Tus-Extension", run: announces("creation") },
  {
    says: "A creation MUST be acknowledged with 201 and MUST set Location to the new upload",
    async run({ door }) {
      const answer = await door.post([["Upload-Length", 100]]);
      assert.equal(answer.status, 201);
      assert.equal((await door.head(door.path(answer))).headers["upload-offset"], "0");
    },
  },
  {
    says: "A creation MUST include Upload-Length or Upload-Defer-Length, one of them",
    async run({ door }) {
      refused(await door.post([]), 400);
      refused(
        await door.post([
          ["Upload-Length", 5],
          ["Upload-Defer-Length", 1],
        ]),
        400,
      );
    },
  },
  { says: "creation-defer-length MUST be in Tus-Extension", run: announces("creation-defer-length") },
  {
    says: "Upload-Defer-Length with any other value than 1 should be 400",
    async run({ door }) {
      for (const value of ["0", "2", "true", "", "11", "1,1"]) {
        refused(await door.post([["Upload-Defer-Length", value]]), 400);
      }
    },
  },
  {
    says: "As long as the length is not known, HEAD MUST set Upload-Defer-Length: 1; once known it MUST be omitted",
    async run({ door, stored }) {
      const path = await door.create(undefined);
      const before = await door.head(path);
      assert.equal(before.headers["upload-defer-length"], "1");
      assert.equal(before.headers["upload-length"], undefined);
      assert.equal((await door.patch(path, 0, Buffer.from("hello"))).status, 204);
      assert.equal((await door.head(path)).headers["upload-defer-length"], "1");
      assert.equal((await door.patch(path, 5, Buffer.from("world"), [["Upload-Length", 12]])).status, 204);
      const after = await door.head(path);
      assert.equal(after.headers["upload-defer-length"], undefined);
      assert.equal(after.headers["upload-length"], "12");
      assert.equal((await door.patch(path, 10, Buffer.from("!!"))).status, 204);
      await stored(path, sha256("helloworld!!"));
    },
  },
  {
    says: "The length can be told by an empty PATCH at the end",
    async run({ door, stored }) {
      const path = await door.create(undefined);
      assert.equal((await door.patch(path, 0, Buffer.from("hello"))).status, 204);
      assert.equal((await door.patch(path, 5, Buffer.alloc(0), [["Upload-Length", 5]])).status, 204);
      assert.equal((await door.head(path)).headers["upload-length"], "5");
      await stored(path, sha256("hello"));
    },
  },
  {
    says: "Once set the length MUST NOT be changed",
    async run({ door }) {
      const known = await door.create(10);
      refused(await door.patch(known, 0, Buffer.from("hello"), [["Upload-Length", 20]]), 400);
      assert.equal((await door.head(known)).headers["upload-length"], "10");
      const deferred = await door.create(undefined);
      await door.patch(deferred, 0, Buffer.from("h"), [["Upload-Length", 10]]);
      refused(await door.patch(deferred, 1, Buffer.from("e"), [["Upload-Length", 11]]), 400);
      assert.equal((await door.head(deferred)).headers["upload-length"], "10");
    },
  },
  {
    says: "A length told later MUST be a non-negative integer and not smaller than what is there",
    async run({ door }) {
      const path = await door.create(undefined);
      await door.patch(path, 0, Buffer.from("hello"));
      for (const length of [...NO_INTEGERS, "4"]) {
        refused(await door.patch(path, 5, Buffer.from("!"), [["Upload-Length", length]]), 400, 413);
      }
      assert.equal((await door.head(path)).headers["upload-defer-length"], "1");
    },
  },
  {
    says: "HEAD MUST include Upload-Metadata and its value as specified by the client",
    async run({ door }) {
      const values = [
        `filename ${base64("هەواڵ.mp4")},filetype ${base64("video/mp4")}`,
        `filename ${base64("Ù.txt")}`,
        `filename ${base64("a\r\nSet-Cookie: x=y")}`,
        `filename ${base64("../../etc/passwd")}`,
      ];
      for (const value of values) {
        const path = await door.create(1, [["Upload-Metadata", value]]);
        assert.equal((await door.head(path)).headers["upload-metadata"], value);
      }
    },
  },
  {
    says: "Upload-Metadata: the value MAY be empty, and then the space MAY be left out",
    async run({ door }) {
      for (const value of [
        `filename ${base64("a")},is_confidential`,
        "is_confidential",
        `is_confidential,filename ${base64("a")}`,
      ]) {
        const path = await door.create(1, [["Upload-Metadata", value]]);
        assert.equal((await door.head(path)).headers["upload-metadata"], value);
      }
    },
  },
  {
    says: "Upload-Metadata: keys MUST NOT be empty, values MUST be Base64, pairs MUST be separated by commas",
    async run({ door }) {
      for (const value of [
        ",",
        "filename !!!",
        "filename YQ",
        "a YQ==,,b YQ==",
        "a YQ== YQ==",
        " YQ==,b YQ==,",
        "a Y=Q=",
      ]) {
        refused(
          await door.post([
            ["Upload-Length", 1],
            ["Upload-Metadata", value],
          ]),
          400,
        );
      }
    },
  },
  {
    says: "Upload-Metadata: all keys MUST be unique",
    async run({ door }) {
      refused(
        await door.post([
          ["Upload-Length", 1],
          ["Upload-Metadata", "a YQ==,b YQ==,a Yg=="],
        ]),
        400,
      );
      refused(
        await door.post([
          ["Upload-Length", 1],
          ["Upload-Metadata", "a YQ=="],
          ["Upload-Metadata", "a YQ=="],
        ]),
        400,
      );
    },
  },
  {
    says: "Servers SHOULD sanitize metadata to avoid header smuggling",
    async run({ door }) {
      const value = `filename ${base64("x\r\nUpload-Offset: 7\r\n\r\nHTTP/1.1 200 OK")}`;
      const answer = await door.head(await door.create(9, [["Upload-Metadata", value]]));
      assert.deepEqual(
        answer.all.filter(([name]) => name === "upload-offset"),
        [["upload-offset", "0"]],
      );
    },
  },
  {
    says: "A length over the maximum MUST be 413",
    async run({ door }) {
      const max = Number((await door.options()).headers["tus-max-size"]);
      refused(await door.post([["Upload-Length", max + 1]]), 413);
      assert.equal((await door.post([["Upload-Length", max]])).status, 201);
    },
  },
  {
    says: "A deferred length over the maximum MUST be 413",
    async run({ door }) {
      const max = Number((await door.options()).headers["tus-max-size"]);
      const path = await door.create(undefined);
      refused(await door.patch(path, 0, Buffer.from("a"), [["Upload-Length", max + 1]]), 413);
      assert.equal((await door.head(path)).headers["upload-defer-length"], "1");
    },
  },
  { says: "creation-with-upload MUST be in Tus-Extension", run: announces("creation-with-upload") },
  {
    says: "creation-with-upload MUST NOT be offered without creation",
    async run({ door }) {
      const names = list((await door.options()).headers["tus-extension"]);
      assert.ok(names.indexOf("creation") >= 0 && names.indexOf("creation-with-upload") >= 0);
    },
  },
  {
    says: "Creation with upload MUST answer with Upload-Offset after the accepted bytes: a part",
    async run({ door, stored }) {
      const answer = await door.post([["Upload-Length", 10], BYTES], Buffer.from("hello"));
      assert.equal(answer.status, 201);
      assert.equal(answer.headers["upload-offset"], "5");
      const path = door.path(answer);
      assert.equal((await door.patch(path, 5, Buffer.from("world"))).status, 204);
      await stored(path, sha256("helloworld"));
    },
  },
  {
    says: "Creation with upload SHOULD accept as many bytes as possible: the whole",
    async run({ door, stored }) {
      for (const size of [1, 1000, 50_000, 1_000_000, 9_000_000]) {
        const bytes = random(size);
        const answer = await door.post([["Upload-Length", size], BYTES], bytes);
        assert.equal(answer.headers["upload-offset"], String(size));
        await stored(door.path(answer), sha256(bytes));
      }
    },
  },
  {
    says: "Creation with upload of a deferred length",
    async run({ door }) {
      const answer = await door.post([["Upload-Defer-Length", 1], BYTES], Buffer.from("hello"));
      assert.equal(answer.status, 201);
      assert.equal(answer.headers["upload-offset"], "5");
      assert.equal((await door.head(door.path(answer))).headers["upload-defer-length"], "1");
    },
  },
  {
    says: "Creation with upload: as for PATCH, another content type SHOULD be 415",
    peer: "it takes a body of another type as no body",
    async run({ door }) {
      refused(
        await door.post(
          [
            ["Upload-Length", 5],
            ["Content-Type", "text/plain"],
          ],
          Buffer.from("hello"),
        ),
        415,
      );
    },
  },
  {
    says: "Creation with upload: not a byte more than Upload-Length",
    async run({ door }) {
      refused(await door.post([["Upload-Length", 4], BYTES], Buffer.from("hello")), 400, 413);
    },
  },
  {
    says: "Expect: 100-continue gives early feedback: a refused creation gets no 100",
    peer: "node says 100 before the handler sees the request",
    async run({ door }) {
      const begin = async (length) => {
        const socket = await dial(door.target);
        const answers = new Answers(socket);
        const headers = [TUS, BYTES, ["Upload-Length", length], ["Content-Length", 5], ["Expect", "100-continue"]];
        socket.write(head("POST", door.target.path, headers));
        return { socket, answers };
      };
      const bad = await begin(10 ** 15);
      refused(await bad.answers.next(), 413);
      bad.socket.destroy();
      const good = await begin(5);
      assert.equal((await good.answers.next()).status, 100);
      good.socket.write("hello");
      const answer = await good.answers.next();
      assert.equal(answer.status, 201);
      assert.equal(answer.headers["upload-offset"], "5");
      good.socket.destroy();
    },
  },
  {
    says: "An upload of length 0 is complete at once",
    async run({ door, stored }) {
      const path = await door.create(0);
      const answer = await door.head(path);
      assert.equal(answer.headers["upload-length"], "0");
      assert.equal(answer.headers["upload-offset"], "0");
      await stored(path, sha256(""));
    },
  },
];

export const expiration = [
  { says: "expiration MUST be in Tus-Extension", run: announces("expiration") },
  {
    says: "Upload-Expires MUST be in the response to the initial POST, in the date format of RFC 7231",
    async run({ door }) {
      future((await door.post([["Upload-Length", 10]])).headers["upload-expires"]);
      future((await door.post([["Upload-Length", 10], BYTES], Buffer.from("hello"))).headers["upload-expires"]);
    },
  },
  {
    says: "Upload-Expires MUST be in every PATCH response if the upload is going to expire",
    async run({ door }) {
      const path = await door.create(10);
      future((await door.patch(path, 0, Buffer.from("hello"))).headers["upload-expires"]);
      future((await door.patch(path, 5, Buffer.from("w"))).headers["upload-expires"]);
    },
  },
  {
    says: "An upload that was removed SHOULD be 404 or 410",
    ours: "a week passes in the database there",
    async run({ door, server }) {
      const path = await door.create(10, [], Buffer.from("hello"));
      const uuid = path.split("/").pop().split(".")[0];
      const changed = server.db(
        `update uploads set expires_at = now() - interval '1 second' where upload_id = '${uuid}'`,
      );
      if (changed === undefined) return "SKIPPED: there is no psql";
      assert.match(changed, /UPDATE 1/);
      const asked = await door.head(path);
      refused(asked, 404, 410);
      assert.equal(asked.headers["upload-offset"], undefined);
      refused(await door.patch(path, 5, Buffer.from("world")), 404, 410);
      return undefined;
    },
  },
];
