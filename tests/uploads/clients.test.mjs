// Shows 1 of issue 3: the published clients upload, are broken off in the middle, resume, and every byte is there.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Agent } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import tus from "tus-js-client";

import { Cutter } from "./cutter.mjs";
import { far, here, hashOf, root, subject } from "./house.mjs";
import { base64, random, sha256 } from "./tus.mjs";

const MIB = 1024 * 1024;
const SIZE = 20 * MIB + 12_345;
let server;
let cutter;
let endpoint;
const source = random(SIZE);
const hash = sha256(source);

before(async () => {
  server = await subject();
  cutter = await new Cutter({ host: "127.0.0.1", port: Number(new URL(server.url).port) }).up();
  endpoint = `${cutter.origin}${new URL(server.url).pathname}`;
});
after(async () => {
  await cutter?.stop();
  await server?.stop();
});

async function whole(location) {
  const asked = await server.door.head(new URL(location, server.url).pathname);
  assert.equal(asked.headers["upload-offset"], String(SIZE));
  if (!far) assert.equal(await server.stored(location), hash);
}

describe("tus-js-client", () => {
  /** Uploads until the end, or until `stopAt` bytes. */
  function upload({ stopAt = Infinity, ...options }) {
    return new Promise((done, fail) => {
      const retries = [];
      const one = new tus.Upload(source, {
        endpoint,
        retryDelays: Array(20).fill(100),
        metadata: { filename: "هەواڵ.mp4", filetype: "video/mp4" },
        onShouldRetry: (error) => retries.push(error.message),
        onProgress: (sent) => sent >= stopAt && one.abort().then(() => done({ url: one.url, retries })),
        onSuccess: () => done({ url: one.url, retries }),
        onError: fail,
        ...options,
      });
      one.start();
    });
  }

  for (const [name, options] of Object.entries({
    "in one PATCH": {},
    "in chunks of 3 MB": { chunkSize: 3_000_000 },
    "in the creation": { uploadDataDuringCreation: true, chunkSize: 5_000_000 },
    "with a length told at the end": { uploadLengthDeferred: true, chunkSize: 4_000_000 },
    "by POST only": { overridePatchMethod: true, chunkSize: 6_000_000, onlyOurs: true },
    "in three partial uploads": { parallelUploads: 3, onlyOurs: true },
  })) {
    const { onlyOurs, ...rest } = options;
    test(
      `uploads ${name}, cut three times`,
      { skip: onlyOurs && process.env.BEPART_UPLOADS_PEER && "not there" },
      async () => {
        cutter.rate = 60 * MIB;
        const ways = ["reset", "fin", "reset"];
        void (async () => {
          for (const how of ways) await cutter.cutAfter(4.5 * MIB, how);
        })();
        const { url, retries } = await upload(rest);
        assert.ok(retries.length >= 2, `it was broken off: ${retries.length}`);
        await whole(url);
      },
    );
  }

  test("a new client goes on where one was left", async () => {
    cutter.rate = 60 * MIB;
    const { url } = await upload({ stopAt: 9 * MIB });
    const offset = await server.door.offset(new URL(url).pathname);
    assert.ok(offset > 0 && offset < SIZE, `${offset}`);
    let first;
    const again = await upload({ uploadUrl: url, endpoint: null, onProgress: (sent) => (first ??= sent) });
    assert.ok(first >= offset, "nothing was sent twice");
    assert.equal(again.url, url);
    await whole(url);
  });

  test("goes on after the phone left the network in silence", async () => {
    const network = await new Cutter(cutter.target).up();
    network.rate = 60 * MIB;
    const options = { endpoint: `${network.origin}${new URL(endpoint).pathname}` };
    const url = await new Promise((done, fail) => {
      const one = new tus.Upload(source, {
        ...options,
        onProgress: (sent) => {
          if (sent < 6 * MIB) return;
          // The server is not told, and still holds the dead connection open while another one comes.
          network.cut("silence");
          done(one.url);
        },
        onError: fail,
      });
      one.start();
    });
    const begun = Date.now();
    // Not on a kept connection, which is as silent as the first.
    const httpStack = new tus.DefaultHttpStack({ agent: new Agent() });
    const again = await upload({ ...options, uploadUrl: url, httpStack });
    assert.ok(Date.now() - begun < 10_000, `taken over after ${Date.now() - begun} ms`);
    await whole(again.url);
    await network.stop();
  });

  test("ends an upload with terminate", async () => {
    const { url } = await upload({ stopAt: 5 * MIB });
    await tus.Upload.terminate(url);
    assert.equal((await server.door.head(new URL(url).pathname)).status, 404);
  });
});

describe("@uppy/tus", () => {
  const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";
  const skip = existsSync(chromium) ? false : "SKIPPED: there is no Chromium";

  test("uploads from a page, cut twice", { skip }, async () => {
    const fromRoot = createRequire(join(root, "package.json"));
    const { chromium: browsers } = fromRoot("@playwright/test");
    const { buildSync } = fromRoot("esbuild");
    const script = buildSync({
      stdin: {
        contents: `import Uppy from "@uppy/core"; import Tus from "@uppy/tus"; Object.assign(globalThis, { Uppy, Tus });`,
        resolveDir: here,
      },
      bundle: true,
      write: false,
      format: "iife",
    }).outputFiles[0].text;
    const browser = await browsers.launch({ executablePath: chromium, args: ["--no-sandbox", "--disable-gpu"] });
    try {
      const page = await browser.newPage();
      // A page of the same origin, as the program's own are.
      await page.route(`${cutter.origin}/uppy`, (route) =>
        route.fulfill({ contentType: "text/html", body: "<!doctype html>" }),
      );
      await page.goto(`${cutter.origin}/uppy`);
      await page.addScriptTag({ content: script });
      cutter.rate = 30 * MIB;
      void cutter.cutAfter(5 * MIB).then(() => cutter.cutAfter(6 * MIB, "fin"));
      const result = await page.evaluate(
        async ([to, size]) => {
          const bytes = new Uint8Array(size);
          for (let at = 0; at < size; at++) bytes[at] = (at * 2654435761) >>> 24;
          const uppy = new globalThis.Uppy();
          let retries = 0;
          uppy.use(globalThis.Tus, {
            endpoint: to,
            retryDelays: Array(20).fill(200),
            chunkSize: 4_000_000,
            onShouldRetry: (_error, _attempt, _options, next) => (retries++, next(_error)),
          });
          uppy.addFile({ name: "هەواڵ.bin", type: "application/octet-stream", data: new Blob([bytes]) });
          const { successful, failed } = await uppy.upload();
          const digest = await crypto.subtle.digest("SHA-256", bytes);
          return {
            url: successful[0]?.uploadURL,
            error: String(failed[0]?.error ?? ""),
            retries,
            hash: [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join(""),
          };
        },
        [endpoint, SIZE],
      );
      assert.equal(result.error, "");
      assert.ok(result.retries > 0, "it was broken off");
      if (!far) assert.equal(await server.stored(result.url), result.hash);
      assert.equal(await server.door.offset(new URL(result.url).pathname), SIZE);
    } finally {
      await browser.close();
    }
  });
});

describe("tuspy", () => {
  const packages = join(root, "target/tuspy");
  let skip = false;
  const python = ["python3", "python"].find((name) => {
    try {
      return execFileSync(name, ["-c", "print(1)"], { stdio: "pipe" });
    } catch {
      return false;
    }
  });
  if (!python) skip = "SKIPPED: there is no python3";
  else if (!existsSync(join(packages, "tusclient"))) {
    try {
      mkdirSync(packages, { recursive: true });
      execFileSync(python, ["-m", "pip", "install", "--quiet", "--target", packages, "-r", join(here, "tuspy.txt")], {
        stdio: "pipe",
      });
    } catch (error) {
      skip = `SKIPPED: pip cannot install tuspy (${error.message.split("\n")[0]})`;
    }
  }

  test("is ended by a cut, and a new process goes on in spite of another", { skip }, async () => {
    const folder = mkdtempSync(join(tmpdir(), "bepart-tuspy-"));
    const file = join(folder, "video.bin");
    writeFileSync(file, source);
    assert.equal(await hashOf(file), hash);
    const run = (...args) =>
      new Promise((done) => {
        const child = spawn(python, [join(here, "tuspy_client.py"), endpoint, file, ...args], {
          env: { ...process.env, PYTHONPATH: packages },
          stdio: ["ignore", "pipe", "pipe"],
        });
        let [said, wrong] = ["", ""];
        child.stdout.on("data", (piece) => (said += piece));
        child.stderr.on("data", (piece) => (wrong += piece));
        child.once("close", (code) => done({ code, url: said.trim(), wrong }));
      });
    cutter.rate = 60 * MIB;
    void cutter.cutAfter(4 * MIB).then(() => cutter.cutAfter(7 * MIB));
    const first = await run("0");
    assert.notEqual(first.code, 0, "the cut ended it");
    assert.match(first.url, /^http/, first.wrong);
    const offset = await server.door.offset(new URL(first.url).pathname);
    assert.ok(offset > 0 && offset < SIZE, `${offset}`);
    const second = await run("5", first.url);
    assert.equal(second.code, 0, second.wrong);
    await whole(first.url);
    rmSync(folder, { recursive: true, force: true });
  });
});

test("names in every script come back as they were sent", async () => {
  const name = "ڤیدیۆ 日本 🎥.mp4";
  const path = await server.door.create(1, [["Upload-Metadata", `filename ${base64(name)}`]]);
  const value = (await server.door.head(path)).headers["upload-metadata"];
  assert.equal(Buffer.from(value.split(" ")[1], "base64").toString(), name);
});
