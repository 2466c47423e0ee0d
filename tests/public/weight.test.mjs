// Shows 6 of issue 8, the part that is bytes: a story with twenty comments weighs at most 60 kB before its pictures, and its
// headline and text begin in what the server sends first. `make bench-weight` has the rest.
import assert from "node:assert/strict";
import { test } from "node:test";

import { until } from "./paper.mjs";
import { scene } from "./scene.mjs";
import { weigh } from "./weigh.mjs";

const MOST = 60_000;

test("a story with twenty comments is light, and begins with its headline and text", async (t) => {
  const { paper, story, body } = await scene();
  try {
    const count = (page) => page.html.match(/data-comment="/g)?.length;
    // A moment after the last was sent, a page that was kept is still shown.
    const page = await until(async () => {
      const seen = await weigh(paper.origin, story.path);
      return count(seen) === 20 && seen;
    }, "all of them are on the page");
    for (const [name, bytes] of Object.entries(page.parts)) t.diagnostic(`${String(bytes).padStart(6)}  ${name}`);
    t.diagnostic(`${String(page.sum).padStart(6)}  of ${MOST}`);
    assert.ok(page.sum <= MOST, `${page.sum} bytes`);
    assert.match(page.opening, new RegExp(`<h1[^>]*>${story.title}`), "the headline");
    assert.ok(page.opening.includes(body.slice(0, 40)), "the text");
  } finally {
    await paper.close();
  }
});
