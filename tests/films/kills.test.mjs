// Shows 4 and 8 of issue 5: work on a film stops when it is taken back, and `kill -9` of the program and of ffmpeg at any
// moment leaves all or none of it.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";

import { Cinema, HEVC, SAFE, shoot } from "./cinema.mjs";

function kill(pid) {
  try {
    process.kill(Number(pid), "SIGKILL");
    return 1;
  } catch {
    return 0;
  }
}

describe("films", () => {
  const open = [];
  after(() => Promise.all(open.map((cinema) => cinema.close())));
  const cinema = async () => {
    const opened = await Cinema.open();
    open.push(opened);
    return opened;
  };

  /** What must hold once nothing is worked on: each film has a rung and a poster, and nothing else is there. */
  async function allIsWell(room, rungs) {
    const made = await room.finished();
    const renditions = await room.renditions([...made.values()].map(({ media_id }) => media_id));
    for (const [name, { media_id, state, reason, live_ms }] of made) {
      assert.equal(state, "ready", `${name}: ${reason}`);
      const there = renditions.get(media_id).map(({ slot, format }) => `${slot}.${format}`);
      assert.deepEqual(there.filter((one) => /m4[as]$/.test(one)).sort(), [...rungs(name)].sort(), `${name}: ${there}`);
      assert.ok(there.includes("320.jpeg") && there.includes("320.webp"), `${name}: ${there}`);
      assert.equal(live_ms, null);
    }
    await room.nothingLeft();
  }

  test("kill -9 of the program while films are made", async () => {
    const room = await cinema();
    await room.contribute({
      title: "Films",
      files: [shoot("hevc.mp4", { seconds: 8, as: HEVC }), shoot("safe.mp4", { size: "848x480", as: SAFE })],
    });
    for (const pause of [300, 1500, 2500, 4000]) {
      await sleep(pause);
      const before = room.workers();
      await room.house.kill();
      for (let tries = 0; before.some((pid) => existsSync(`/proc/${pid}`)) && tries < 100; tries++) await sleep(50);
      assert.deepEqual(room.workers(), [], "no encoder outlives its worker");
      await room.house.up();
    }
    await allIsWell(room, (name) =>
      name === "hevc.mp4"
        ? ["240.m4s", "480.m4s", "64.m4a", "720.m4s"]
        : ["240.m4s", "480.m4s", "481.m4s", "64.m4a"],
    );
  });

  test("a film that kills every encoder is refused after three, and leaves nothing", async () => {
    const room = await cinema();
    await room.contribute({ title: "Poison", files: [shoot("poison.mp4", { seconds: 20, as: HEVC })] });
    // By their numbers: one that was killed is listed until it is gone.
    const killed = new Set();
    for (const began = Date.now(); Date.now() - began < 180_000; await sleep(100)) {
      const [row] = room.dbFilms("poison");
      if (row?.state === "refused") break;
      // Once it has handed something over, so that there is something to leave behind.
      if (row?.live_ms) for (const pid of room.encoders()) if (kill(pid)) killed.add(pid);
    }
    const [row] = room.dbFilms("poison");
    assert.deepEqual([row.state, row.reason, row.live_ms], ["refused", "too_heavy", null]);
    assert.equal(killed.size, 3);
    const renditions = await room.renditions([row.media_id]);
    assert.deepEqual(renditions.get(row.media_id), []);
    await room.nothingLeft();
  });

  test("a film that is taken back is worked on no more, within two seconds", async () => {
    const room = await cinema();
    const files = [shoot("regretted.mp4", { size: "1920x1080", seconds: 60, rate: 15, as: HEVC })];
    const code = await room.contribute({ title: "Regretted", files });
    await room.until("regretted", ({ live_ms }) => live_ms?.length > 0);
    assert.equal(room.encoders().length, 1);
    const back = await fetch(`${room.origin}/receipt`, {
      method: "POST",
      body: new URLSearchParams({ code, action: "withdraw_confirmed" }),
      redirect: "manual",
    });
    assert.ok(back.status < 400, String(back.status));
    const taken = Date.now();
    while (room.encoders().length && Date.now() - taken < 20_000) await sleep(50);
    console.log(`stopped ${Date.now() - taken} ms after it was taken back`);
    assert.deepEqual(room.encoders(), []);
    const row = await room.until("regretted", ({ state }) => state === "refused");
    assert.deepEqual([row.reason, row.live_ms], ["taken_back", null]);
    const renditions = await room.renditions([row.media_id]);
    assert.deepEqual(renditions.get(row.media_id), []);
    await room.nothingLeft();
  });
});
