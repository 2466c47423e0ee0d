// Parts of shows 7 of issue 4: decoders of odd sizes under an allocator that looks closely (glibc's own checks), and with
// memory that holds other rubbish each time. A byte read before it was written shows in a rendition.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";

import { program } from "../uploads/house.mjs";
import { bytesOf, picture, pictures, skip } from "./corpus.mjs";
import { scene } from "./scene.mjs";

const folder = mkdtempSync(join(tmpdir(), "bepart-memory-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const CHECKS = ["/lib", "/usr/lib", "/lib64", "/usr/lib64"]
  .flatMap((lib) => [lib, ...(existsSync(lib) ? readdirSync(lib).map((name) => join(lib, name)) : [])])
  .map((lib) => join(lib, "libc_malloc_debug.so.0"))
  .find((file) => existsSync(file));
const ENVIRONMENTS = [
  {},
  { MALLOC_PERTURB_: "165" },
  { MALLOC_PERTURB_: "90", ...(CHECKS ? { LD_PRELOAD: CHECKS, MALLOC_CHECK_: "3" } : {}) },
];

/** What a decoder makes of a file, as a worker starts it but for the environment: its words and its files. */
function rendered(bytes, env) {
  const [input, place] = [join(folder, "input"), mkdtempSync(join(folder, "decode-"))];
  writeFileSync(input, bytes);
  const stdin = openSync(input);
  try {
    const { status, signal, stdout } = spawnSync(program, ["decode", "render"], {
      cwd: place,
      env,
      stdio: [stdin, "pipe", "pipe"],
      encoding: "utf8",
    });
    const files = readdirSync(place).sort().map((name) => [name, readFileSync(join(place, name)).toString("base64")]);
    return { status, signal, stdout, files };
  } finally {
    closeSync(stdin);
    rmSync(place, { recursive: true });
  }
}

/** That it is the same in every environment; `ready`: that a picture comes of it. */
function same(name, bytes, { ready = true } = {}) {
  const [first, ...others] = ENVIRONMENTS.map((env) => rendered(bytes, env));
  assert.deepEqual([first.status, first.signal], [0, null], name);
  if (ready) assert.equal(JSON.parse(first.stdout).verdict, "ready", name);
  for (const other of others) assert.deepEqual(other, first, name);
}

describe("memory", () => {
  const SIZES = [
    [1, 1],
    [1, 3],
    [3, 1],
    [17, 9],
    [321, 241],
    [1281, 853],
    [1367, 2049],
    [16383, 3],
    [3, 16383],
  ];
  for (const kind of ["jpeg", "png", "webp", "gif"]) {
    test(`a ${kind} of an odd size comes out the same whatever the memory held before`, async () => {
      for (const [width, height] of SIZES) {
        same(`${width} × ${height} ${kind}`, await scene(width, height)[kind]().toBuffer());
      }
    });
  }

  test("a turned JPEG, a progressive one and one with all its colours do, too", async () => {
    const made = () => scene(1281, 853);
    same("turned", await made().withMetadata({ orientation: 5 }).jpeg().toBuffer());
    same("progressive", await made().jpeg({ progressive: true }).toBuffer());
    same("4:4:4", await made().jpeg({ chromaSubsampling: "4:4:4" }).toBuffer());
    same("grey", await made().greyscale().jpeg().toBuffer());
    same("CMYK", await made().toColourspace("cmyk").jpeg().toBuffer());
  });

  test("a HEIC and an AVIF do, too", { skip }, () => {
    for (const name of ["exifr__Irvine_CA.avif", "pillow-heif__empty_icc.heic", "media__sample_MP.heic"]) {
      same(name, bytesOf(picture(`a-photos/heic/${name}`)));
    }
  });

  test("a bomb is refused by a decoder that may have 64 MiB", { skip }, () => {
    const bombs = pictures("b-hostile/bombs").filter(({ expect }) => expect === "reject");
    assert.ok(bombs.length > 1);
    for (const row of bombs) {
      const input = join(folder, "input");
      writeFileSync(input, bytesOf(row));
      // Of its own: the program's file is not counted.
      const probe = `ulimit -d ${64 * 1024} && exec "$0" decode probe <"$1"`;
      const { status, stdout } = spawnSync("sh", ["-c", probe, program, input], { cwd: folder, env: {}, encoding: "utf8" });
      assert.equal(status, 0, row.file);
      assert.deepEqual(JSON.parse(stdout), { verdict: "refused", reason: "too_many_pixels" }, row.file);
    }
  });

  test("broken files are refused, or mended, in one way", { skip }, () => {
    const rows = pictures("b-hostile/jpeg", "b-hostile/webp", "b-hostile/png", "b-hostile/gif", "b-hostile/heif");
    for (const row of rows.filter(({ bytes }, index) => bytes > 0 && index % 3 === 0)) {
      same(row.file, bytesOf(row), { ready: false });
    }
  });
});
