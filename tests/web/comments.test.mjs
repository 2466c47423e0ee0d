// What the script of comments works out by itself: ids that it mints, and numbers that it reads from a page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { build } from "esbuild";

async function load(file) {
  const { outputFiles } = await build({
    entryPoints: [new URL(`../../web/ts/comments/${file}.ts`, import.meta.url).pathname],
    bundle: true,
    write: false,
    format: "esm",
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

const { mint } = await load("fresh-id");
const { plain } = await load("like");

test("an id is a UUID of version 7 that begins with its time, and no two are the same", () => {
  const now = 1_800_000_000_000;
  const ids = Array.from({ length: 1000 }, () => mint(now));
  assert.equal(new Set(ids).size, ids.length);
  for (const id of ids) {
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.equal(parseInt(id.replace("-", "").slice(0, 12), 16), now);
  }
});

test("later ids sort after earlier ones", () => {
  assert.ok(mint(1_800_000_000_001) > mint(1_800_000_000_000));
});

test("a number is read in the digits of every language", () => {
  for (const [text, number] of [["12", 12], ["١٢", 12], [" 7 ", 7], ["", 0]]) assert.equal(plain(text), number);
});
