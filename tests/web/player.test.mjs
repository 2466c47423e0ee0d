// Arithmetic of the desk's player: frames, time codes, how far a picture can be moved, which small picture is meant.
import assert from "node:assert/strict";
import { test } from "node:test";
import { build } from "esbuild";

async function load(name) {
  const { outputFiles } = await build({
    entryPoints: [new URL(`../../web/ts/player/${name}.ts`, import.meta.url).pathname],
    bundle: true,
    write: false,
    format: "esm",
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}
const [time, view, sprite, levels] = await Promise.all(["time", "view", "sprite", "levels"].map(load));

test("a step lands in the middle of the next frame, or of the one before, and stays within the film", () => {
  for (const rate of [24, 25, 30, 30000 / 1001, 60]) {
    const frame = 1 / rate;
    for (const shown of [0, frame, 100 * frame]) {
      assert.equal(Math.floor(time.stepped(shown, frame, 1, 10) * rate + 1e-9), Math.round(shown * rate) + 1, `${rate}`);
    }
    assert.equal(Math.floor(time.stepped(5 * frame, frame, -1, 10) * rate + 1e-9), 4);
    assert.equal(time.stepped(0, frame, -1, 10), 0);
    assert.ok(time.stepped(10 - frame, frame, 1, 10) < 10);
  }
  assert.equal(time.within(5, NaN), 5);
  assert.equal(time.within(-1, 3), 0);
});

test("time codes are as long as they have to be", () => {
  for (const [seconds, code] of [
    [0, "0:00.00"],
    [0.04, "0:00.04"],
    [59.999, "0:59.99"],
    [61.5, "1:01.50"],
    [3600, "1:00:00.00"],
    [3723.45, "1:02:03.45"],
    [-3, "0:00.00"],
  ]) assert.equal(time.timeCode(seconds), code);
});

test("one key sets a stretch, ends it and lets go of it; what it ends before it begins is a stretch, too", () => {
  const begun = time.pressed(undefined, 4);
  assert.deepEqual(begun, { from: 4, to: undefined });
  assert.deepEqual(time.pressed(begun, 6), { from: 4, to: 6 });
  assert.deepEqual(time.pressed(begun, 2), { from: 2, to: 4 });
  assert.equal(time.pressed({ from: 4, to: 6 }, 5), undefined);
  assert.equal(time.looped(begun, 5), undefined);
  assert.equal(time.looped({ from: 4, to: 6 }, 5), undefined);
  assert.equal(time.looped({ from: 4, to: 6 }, 6.01), 4);
  assert.equal(time.looped({ from: 4, to: 6 }, 3), 4);
});

const stage = { width: 400, height: 300 };
const wide = { width: 800, height: 400 };

test("a picture is moved only as far as there is picture", () => {
  const at = (zoom, x, y, quarters = 0) => {
    const found = view.limited({ zoom, x, y, quarters }, wide, stage);
    return [found.zoom, found.x, found.y];
  };
  // Drawn 400 × 200: as a whole it does not move, and up and down it does not before it fills the stage.
  assert.deepEqual(at(1, 50, 50), [1, 0, 0]);
  assert.deepEqual(at(1.5, 999, 999), [1.5, 100, 0]);
  assert.deepEqual(at(2, 999, -999), [2, 200, -50]);
  assert.deepEqual(at(0.1, 0, 0), [1, 0, 0]);
  assert.deepEqual(at(99, 0, 0), [16, 0, 0]);
  // Turned it is 200 × 400, shrunk to the stage's height of 300: 150 wide.
  assert.equal(view.fit(wide, stage, 1), 0.75);
  assert.equal(view.fit(wide, stage, 2), 1);
  assert.deepEqual(at(2, 999, 999, 1), [2, 0, 150]);
});

test("what is under the pointer stays under it, and four turns are none", () => {
  const nearer = view.zoomed(view.WHOLE, 2, { x: 100, y: -50 });
  assert.deepEqual([nearer.zoom, nearer.x, nearer.y], [2, -100, 50]);
  let turning = { ...nearer };
  for (let turn = 0; turn < 4; turn++) turning = view.turned(turning);
  assert.deepEqual(turning, nearer);
  assert.equal(view.transform(view.turned(view.WHOLE), wide, stage), "translate(0px, 0px) rotate(90deg) scale(0.75)");
});

test("of the sheet the nearest picture is shown, and none that is not there", () => {
  const sheet = sprite.sheetOf({ src: "/s", tiles: "10", columns: "4", every: "2000", width: "640", height: "270" });
  for (const [seconds, tile] of [[0, 0], [0.9, 0], [1.1, 1], [18, 9], [500, 9], [-2, 0]]) assert.equal(sprite.tileAt(seconds, sheet), tile);
  assert.deepEqual(sprite.placed(0, sheet), { size: "400% 300%", position: "0% 0%", ratio: 160 / 90 });
  assert.deepEqual(sprite.placed(7, sheet).position, "100% 50%");
  assert.deepEqual(sprite.placed(9, sheet).position, `${100 / 3}% 100%`);
  assert.equal(sprite.sheetOf({ src: "/s", tiles: "0" }), undefined);
});

test("levels that change nothing are no filter", () => {
  assert.equal(levels.filterOf(levels.AS_IS, "g"), "");
  assert.equal(levels.filterOf({ brightness: 1.5, contrast: 0.8, gamma: 1 }, "g"), "brightness(1.5) contrast(0.8)");
  assert.equal(levels.filterOf({ brightness: 1, contrast: 1, gamma: 2 }, "g"), "brightness(1) contrast(1) url(#g)");
  assert.equal(levels.exponent(2), 0.5);
  assert.equal(levels.exponent(0), 5);
});
