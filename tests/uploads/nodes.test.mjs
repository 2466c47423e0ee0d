// Shows 4 of issue 3: two instances of the program on one PostgreSQL and one S3.
//
// Wants what scripts/with-garage and scripts/with-test-db export.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { after, before, describe, test } from "node:test";

import { fetchObject } from "../browser/s3.mjs";
import { Cutter } from "./cutter.mjs";
import { House, findPostgres } from "./house.mjs";
import { consumed } from "./queues.mjs";
import { BYTES, TUS, base64, random, sha256 } from "./tus.mjs";
import { Answers, dial, head } from "./wire.mjs";
import tus from "tus-js-client";

const MIB = 1024 * 1024;
const wanted = [
  "DATABASE_URL",
  "BEPART__STORAGE__ENDPOINT",
  "BEPART__STORAGE__ACCESS_KEY",
  "BEPART__STORAGE__SECRET_KEY",
];
const missing = wanted.filter((name) => !process.env[name]);
const psql = findPostgres("psql");
const skip =
  (missing.length && `SKIPPED: run it by scripts/with-garage scripts/with-test-db (missing ${missing.join(", ")})`) ||
  (!psql && "SKIPPED: there is no psql") ||
  false;

describe("two nodes", { skip }, () => {
  let nodes = [];
  const database = `bepart_nodes_${randomBytes(6).toString("hex")}`;

  before(async () => {
    execFileSync(psql, ["-X", "-q", "-c", `create database ${database}`, process.env.DATABASE_URL]);
    const url = process.env.DATABASE_URL.replace(/^(\w+:\/\/[^/?]*)\/[^?]*/, `$1/${database}`);
    const env = {
      DATABASE_URL: url,
      BEPART__SECRETS__SERVER_KEY: randomBytes(32).toString("base64url"),
    };
    // One after the other: the first makes the tables.
    for (let node = 0; node < 2; node++) {
      nodes.push(new House({ env, outside: ["BEPART__STORAGE__ENDPOINT"] }));
      await nodes[node].up();
    }
  });

  after(async () => {
    for (const node of nodes) await node.stop();
    if (nodes.length)
      execFileSync(psql, [
        "-X",
        "-q",
        "-c",
        `drop database if exists ${database} with (force)`,
        process.env.DATABASE_URL,
      ]);
  });

  /** SHA-256 of what S3 has of an upload. */
  async function stored(path) {
    return sha256(await fetchObject(`/bepart-private/incoming/${path.split("/").pop().split(".")[0]}`));
  }

  test("an upload that was started on one is finished on the other", async () => {
    const [one, other] = nodes.map((node) => node.door);
    const source = random(23 * MIB + 5);
    const name = ["Upload-Metadata", `filename ${base64("هەواڵ.mp4")}`];
    const path = await one.create(source.length, [name], source.subarray(0, 300_000));
    let offset = 300_000;
    // Pieces that fit no part of S3, in turns.
    for (let turn = 1; offset < source.length; turn++) {
      const door = turn % 2 ? other : one;
      const asked = await door.head(path);
      assert.equal(asked.headers["upload-offset"], String(offset));
      assert.equal(asked.headers["upload-metadata"], name[1]);
      const end = Math.min(source.length, offset + 3 * MIB + 77);
      assert.equal((await door.patch(path, offset, source.subarray(offset, end))).status, 204);
      offset = end;
    }
    assert.equal(await stored(path), sha256(source));
  });

  test("a small one is finished by one and asked for at the other", async () => {
    const source = random(50_000);
    const path = await nodes[0].door.create(source.length, [], source);
    assert.equal(await nodes[1].door.offset(path), source.length);
    assert.equal(await stored(path), sha256(source));
  });

  test("one takes over from the other while that still holds a silent connection", async () => {
    const source = random(12 * MIB);
    const path = await nodes[0].door.create(source.length);
    const silent = await dial(nodes[0].door.target);
    silent.write(head("PATCH", path, [TUS, BYTES, ["Upload-Offset", 0], ["Content-Length", source.length]]));
    silent.write(source.subarray(0, 9 * MIB));
    await consumed(silent);
    const begun = Date.now();
    const offset = await nodes[1].door.offset(path);
    assert.ok(Date.now() - begun < 10_000, `after ${Date.now() - begun} ms`);
    assert.ok(offset >= 0.95 * 9 * MIB && offset <= 9 * MIB, `${offset}`);
    assert.equal((await nodes[1].door.patch(path, offset, source.subarray(offset))).status, 204);
    silent.destroy();
    assert.equal(await stored(path), sha256(source));
  });

  test("a node that froze and wakes up late changes nothing", async () => {
    const source = random(40 * MIB);
    const path = await nodes[0].door.create(source.length);
    const late = await dial(nodes[0].door.target);
    late.write(head("PATCH", path, [TUS, BYTES, ["Upload-Offset", 0], ["Content-Length", source.length]]));
    late.write(source.subarray(0, 9 * MIB));
    await consumed(late);
    nodes[0].process.kill("SIGSTOP");
    try {
      // In its socket when it wakes: other bytes for the same place.
      late.write(random(31 * MIB));
      const offset = await nodes[1].door.offset(path);
      assert.ok(offset <= 9 * MIB, `${offset}`);
      const middle = 20 * MIB + 3;
      // Its lease has to end first.
      const begun = Date.now();
      const patch = (from, to) => nodes[1].door.patch(path, from, source.subarray(from, to));
      assert.equal((await patch(offset, middle)).status, 204);
      assert.ok(Date.now() - begun < 12_000, `after ${Date.now() - begun} ms`);
      const answers = new Answers(late);
      nodes[0].process.kill("SIGCONT");
      const answer = await answers.next().catch(() => undefined);
      assert.ok(!answer || answer.status >= 400, `the late one was told ${answer?.status}`);
      const last = await patch(middle, source.length);
      assert.equal(last.status, 204, `${last.body}`);
    } finally {
      nodes[0].process.kill("SIGCONT");
      late.destroy();
    }
    assert.equal(await stored(path), sha256(source));
  });

  test("partial uploads on both are concatenated by one", async () => {
    const [a, b] = [random(6 * MIB + 1), random(200_000)];
    const partial = ["Upload-Concat", "partial"];
    const paths = [
      await nodes[0].door.create(a.length, [partial], a),
      await nodes[1].door.create(b.length, [partial], b),
    ];
    const final = await nodes[1].door.concatenate(paths);
    assert.equal(final.status, 201, `${final.body}`);
    assert.equal(await stored(nodes[1].door.path(final)), sha256(Buffer.concat([a, b])));
  });

  test("races of two nodes at one offset have one winner each", async () => {
    for (let round = 0; round < 20; round++) {
      const size = [1000, 60_000, 400_000][round % 3];
      const path = await nodes[0].door.create(size);
      const bodies = [random(size), random(size)];
      const got = await Promise.all(
        nodes.map((node, at) => node.door.patch(path, 0, bodies[at]).catch(() => undefined)),
      );
      const outcome = got.map((answer) => answer?.status).join(" ");
      const winners = got.flatMap((answer, at) => (answer?.status === 204 ? [at] : []));
      assert.equal(winners.length, 1, `race ${round}: ${outcome}`);
      assert.equal(await stored(path), sha256(bodies[winners[0]]), `race ${round}: the winner's bytes`);
    }
  });

  test("killing one in the middle loses nothing: the client goes on at the other", async () => {
    const source = random(30 * MIB + 9);
    for (let round = 0; round < 3; round++) {
      const cutter = await new Cutter({ host: "127.0.0.1", port: nodes[0].port }).up();
      cutter.rate = 30 * MIB;
      let acknowledged = 0;
      const wrong = [];
      const done = new Promise((resolve, reject) => {
        const upload = new tus.Upload(source, {
          endpoint: `${cutter.origin}/uploads`,
          retryDelays: Array(40).fill(200),
          chunkSize: [Infinity, 4 * MIB, 7_000_001][round],
          onAfterResponse: (request, response) => {
            const offset = Number(response.getHeader("Upload-Offset") ?? NaN);
            if (response.getStatus() >= 300 || Number.isNaN(offset)) return;
            if (offset < acknowledged) wrong.push(`${request.getMethod()} said ${offset} after ${acknowledged}`);
            acknowledged = Math.max(acknowledged, offset);
          },
          onSuccess: () => resolve(upload.url),
          onError: reject,
        });
        upload.start();
      });
      done.catch(() => {});
      while (cutter.passed < 11 * MIB) await new Promise((next) => setTimeout(next, 2));
      await nodes[0].kill();
      // What a load balancer does.
      cutter.target = { host: "127.0.0.1", port: nodes[1].port };
      const path = new URL(await done).pathname;
      assert.deepEqual(wrong, []);
      assert.equal(await stored(path), sha256(source));
      await cutter.stop();
      await nodes[0].up();
    }
  });
});
