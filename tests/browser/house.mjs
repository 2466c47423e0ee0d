// Starts the program as its users start it, on a free port and a data folder of its own.
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { test as base } from "@playwright/test";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.BEPART_BIN ?? join(root, "target/debug/bepart");

export const PASSWORD = "a long river of words 7";

export class House {
  /** `env` adds to the environment. */
  constructor(env = {}) {
    this.folder = mkdtempSync(join(tmpdir(), "bepart-browser-"));
    // The embedded database runs as another user when the tests run as root.
    chmodSync(this.folder, 0o755);
    this.env = {
      ...process.env,
      BEPART_ADDR: "127.0.0.1:0",
      BEPART_DATA: join(this.folder, "data"),
      // The disk of who runs the tests may be nearly full.
      BEPART__LIMITS__FREE_BYTES: "0",
      BEPART__LIMITS__FREE_PERCENT: "0",
      // The puzzle for guests has tests of its own.
      BEPART__LIMITS__SENDINGS_SOFT: "1000000",
      // Signing in has tests of its own (tests/accounts).
      BEPART__STAFF__SECOND_FACTOR: "false",
      // What follows from a decision follows at once, but where undoing is what is tested.
      BEPART__DESK__UNDO_SECONDS: "0",
      BEPART__LOG__FILTER: process.env.BEPART_TEST_LOG ?? "warn",
      ...env,
    };
  }

  async start() {
    this.process = spawn(program, ["serve"], {
      cwd: this.folder,
      env: this.env,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const lines = createInterface({ input: this.process.stdout });
    for await (const line of lines) {
      const found = /^Be Part is at (\S+)/.exec(line);
      if (found) {
        this.url = found[1];
        break;
      }
    }
    if (!this.url) throw new Error("the program did not start");
    this.process.stdout.resume();
    return this;
  }

  /** Path of a one-time link for a further person of the newsroom. */
  invite(email, role = "editor") {
    const link = execFileSync(program, ["editor", "invite", "--email", email, "--role", role], {
      cwd: this.folder,
      env: this.env,
      encoding: "utf8",
    });
    return /\/invite\/\S+/.exec(link)[0];
  }

  async stop() {
    const ended = new Promise((done) => this.process.once("exit", done));
    this.process.kill("SIGTERM");
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export const test = base.extend({
  house: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the pattern
    async ({}, use) => {
      const house = await new House().start();
      await use(house);
      await house.stop();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ house }, use) => use(house.url),
});
export { expect } from "@playwright/test";

/** Three photos as a reader's phone has them: turned by EXIF with a place in it; 12 MP or more; a PNG. */
export async function threePhotos(page) {
  const corpus = process.env.BEPART_CORPUS ?? resolve(root, "../shared/corpus");
  const names = [
    "a-photos/phones/metadata-extractor-images__Samsung_GT-I9000_Galaxy_S_.jpg",
    "a-photos/phones/test-assets__empty_gps.jpg",
    "b-hostile/png-ok/image-png__tbbn3p08.png",
  ];
  if (existsSync(join(corpus, "manifest.json"))) {
    const manifest = JSON.parse(readFileSync(join(corpus, "manifest.json"), "utf8"));
    const rows = names.map((name) => manifest.find((row) => row.file === name));
    return {
      files: names.map((name) => join(corpus, name)),
      upright: { width: rows[0].width, height: rows[0].height },
      secrets: rows.flatMap((row) => row.secret_strings ?? []),
    };
  }
  console.log("SKIPPED in part: there is no corpus (BEPART_CORPUS), so photos are made on the spot");
  await page.setViewportSize({ width: 640, height: 480 });
  const jpeg = await page.screenshot({ type: "jpeg" });
  const png = await page.screenshot({ type: "png" });
  await page.setViewportSize({ width: 4000, height: 3000 });
  const large = await page.screenshot({ type: "jpeg" });
  await page.setViewportSize({ width: 360, height: 740 });
  return {
    files: [
      { name: "turned.jpg", mimeType: "image/jpeg", buffer: turned(jpeg) },
      { name: "large.jpg", mimeType: "image/jpeg", buffer: large },
      { name: "screen.png", mimeType: "image/png", buffer: png },
    ],
    upright: { width: 480, height: 640 },
    secrets: ["SecretPhone 9"],
  };
}

/** The JPEG with an EXIF segment: orientation 6 and a device name. */
function turned(jpeg) {
  const model = Buffer.from("SecretPhone 9\0");
  const tiff = Buffer.alloc(8 + 2 + 24 + 4 + model.length);
  tiff.write("MM\0*", 0, "latin1");
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(2, 8);
  tiff.writeUInt16BE(0x0110, 10); // Model, ASCII
  tiff.writeUInt16BE(2, 12);
  tiff.writeUInt32BE(model.length, 14);
  tiff.writeUInt32BE(38, 18);
  tiff.writeUInt16BE(0x0112, 22); // Orientation, SHORT
  tiff.writeUInt16BE(3, 24);
  tiff.writeUInt32BE(1, 26);
  tiff.writeUInt16BE(6, 30);
  model.copy(tiff, 38);
  const body = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]);
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xffe1, 0);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}
