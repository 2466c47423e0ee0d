// Shows 7 of issue 5, through the program: a film that comes again, altered, is named beside the one that came first.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { Cinema, SAFE, shoot } from "./cinema.mjs";

// Two shots of four seconds.
const shot = (scale, x, y, name) =>
  `mandelbrot=size=960x540:rate=15:start_scale=${scale}:start_x=${x}:start_y=${y},trim=duration=4,setsar=1[${name}]`;
const LANDSCAPE = `${shot(0.3, -0.6, 0.5, "a")};${shot(2.5, -0.7, 0, "b")};[a][b]concat`;
const OTHER = "life=size=96x54:rate=15:seed=7:mold=10:ratio=0.4,scale=960:540:flags=neighbor";

describe("a film that comes again", () => {
  let newsroom;
  const desk = {};

  before(async () => {
    newsroom = await Cinema.open();
    const film = (name, source, ...as) => shoot(name, { source, seconds: 8, as: [...as, ...SAFE] });
    const sent = {
      First: film("first.mp4", LANDSCAPE),
      // As it is when it went from phone to phone: smaller, cut, brighter, its beginning gone, packed hard.
      Again: film("again.mp4", LANDSCAPE, "-vf", "trim=start=2,setpts=PTS-STARTPTS,crop=iw*0.96:ih*0.96,scale=480:-2,eq=brightness=0.06", "-crf", "34"),
      Other: film("other.mp4", OTHER),
    };
    sent.Copy = { ...sent.First, name: "copy.mp4" };
    for (const [title, file] of Object.entries(sent)) await newsroom.contribute({ title, files: [file] });
    await newsroom.finished();
    const cookie = await newsroom.editor("editor-repeats@news.example");
    for (const { title, submission_id } of newsroom.dbRows("select title, submission_id from submissions")) {
      const headers = { cookie, "accept-language": "en" };
      const page = await fetch(`${newsroom.origin}/desk/submissions/${submission_id}`, { headers });
      assert.equal(page.status, 200);
      const list = /<ul class="repeats">(.*?)<\/ul>/s.exec(await page.text())?.[1] ?? "";
      desk[title] = [...list.matchAll(/<bdi>([^<]*)<\/bdi>.*?<p class="meta"><span>([^<]*)</gs)].map(
        ([, other, how]) => `${other}: ${how}`,
      );
    }
  });
  after(() => newsroom?.close());

  test("is named with what came first, and as what it is", () => {
    assert.deepEqual(desk.First.sort(), ["Again: looks alike", "Copy: the same file"]);
    assert.deepEqual(desk.Copy.sort(), ["Again: looks alike", "First: the same file"]);
    assert.deepEqual(desk.Again.sort(), ["Copy: looks alike", "First: looks alike"]);
  });

  test("and no other film is", () => assert.deepEqual(desk.Other, []));

  test("by a moment in the middle of it", () => {
    const frames = newsroom.dbRows(
      "select f.client_name as name, l.at_ms from likenesses l join submission_files f using (media_id) order by 1, 2",
    );
    assert.ok(frames.every(({ at_ms }) => at_ms !== null && at_ms % 2000 === 0), JSON.stringify(frames));
    assert.ok(frames.filter(({ name }) => name === "first.mp4").length > 1, JSON.stringify(frames));
  });
});
