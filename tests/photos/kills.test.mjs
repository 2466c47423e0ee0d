// Shows 6 of issue 4: `kill -9` of the program and of decoders at any moment. Renditions appear all or none, nothing is
// left behind or runs on, a poison file is refused in the end, and the others do not wait for it.
// BEPART_KILL_ROUNDS (6) says how often the program is killed.
import assert from "node:assert/strict";
import { existsSync, statSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { after, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";

import sharp from "sharp";

import { Newsroom } from "./newsroom.mjs";
import { scene } from "./scene.mjs";

const ROUNDS = Number(process.env.BEPART_KILL_ROUNDS ?? 6);

const photo = async (name, width, height) => ({
  name,
  type: "image/jpeg",
  bytes: await scene(width, height).jpeg({ quality: 85 }).toBuffer(),
});

/** A GIF of so many frames. */
async function moving(name, frames) {
  const [width, height] = [320, 240];
  const strip = await scene(width, height * frames).raw().toBuffer();
  const options = { raw: { width, height: height * frames, channels: 3, pageHeight: height } };
  return { name, type: "image/gif", bytes: await sharp(strip, options).gif({ delay: 80 }).toBuffer() };
}

/** How many bytes the file has that a decoder reads; it may have ended. */
function inputOf(pid) {
  try {
    return statSync(`/proc/${pid}/fd/0`).size;
  } catch {
    return undefined;
  }
}

function kill(pid) {
  try {
    process.kill(Number(pid), "SIGKILL");
    return 1;
  } catch {
    return 0;
  }
}

/** What must hold once all is judged: every picture has all its files, and nothing else is there. */
async function allIsWell(newsroom, names) {
  const verdicts = await newsroom.verdicts();
  assert.equal(verdicts.size, names.length);
  const ids = [...verdicts.values()].map(({ media_id }) => media_id);
  const renditions = await newsroom.renditions(ids);
  for (const [name, { media_id, state, reason, width }] of verdicts) {
    assert.equal(state, "ready", `${name}: ${reason}`);
    const made = renditions.get(media_id).map(({ slot, format }) => `${slot}.${format}`);
    const pictures = made.filter((one) => !one.endsWith("mp4"));
    assert.equal(pictures.length, 2 * [0, 320, 640, 1280].filter((slot) => width > slot).length, `${name}: ${made}`);
    assert.equal(made.length - pictures.length, name.includes("gif") ? 1 : 0, `${name}: ${made}`);
  }
  await newsroom.nothingLeft();
}

describe("kill -9", () => {
  const open = [];
  after(() => Promise.all(open.map((newsroom) => newsroom.close())));
  const newsroom = async () => {
    const opened = await Newsroom.open();
    open.push(opened);
    return opened;
  };

  test("of the program, at any moment", async () => {
    const room = await newsroom();
    const names = [];
    for (let round = 0; round < ROUNDS; round++) {
      const files = [
        await photo(`${round}-large.jpg`, 3000, 2000),
        await photo(`${round}-small.jpg`, 700, 500),
        await moving(`${round}-moving.gif`, 12),
      ];
      await room.contribute({ title: `Round ${round}`, files });
      names.push(...files.map(({ name }) => name));
      // Evenly over the time that such a contribution takes.
      await sleep((round * 1500) / ROUNDS);
      const before = room.workers();
      await room.house.kill();
      for (let tries = 0; before.some((pid) => existsSync(`/proc/${pid}`)) && tries < 100; tries++) await sleep(50);
      assert.deepEqual(room.workers(), [], "no decoder outlives its worker");
      await room.house.up();
      // At any moment, so also now.
      const half = room.dbRows(
        `select m.state, count(r.media_id) as made from media m left join renditions r using (media_id)
         group by media_id, m.state`,
      );
      for (const { state, made } of half) assert.equal(made > 0, state === "ready", `${state} with ${made} renditions`);
    }
    await allIsWell(room, names);
  });

  test("of a decoder, once in a while", async () => {
    const room = await newsroom();
    const files = [];
    for (let number = 0; number < 8; number++) {
      files.push(number % 4 ? await photo(`${number}.jpg`, 2000 + number, 1500) : await moving(`${number}.gif`, 10 + number));
    }
    let over = false;
    // Each file loses two decoders at most: of a third, the file itself would be suspected.
    const killed = new Map();
    const killer = (async () => {
      for (; !over; await sleep(15)) {
        for (const pid of room.workers()) {
          const input = inputOf(pid);
          const times = killed.get(input) ?? 0;
          if (files.some(({ bytes }) => bytes.length === input) && times < 2) killed.set(input, times + kill(pid));
        }
      }
    })();
    await room.contribute({ title: "Photos", files });
    await allIsWell(room, files.map(({ name }) => name)).finally(() => (over = true));
    await killer;
    assert.ok(killed.size > 3, `${killed.size} files lost a decoder`);
  });

  test("of every decoder of one file: it is refused in the end, and the others are not held up", async () => {
    const room = await newsroom();
    const others = [];
    for (let number = 0; number < 9; number++) others.push(await photo(`${number}.jpg`, 1600 + number, 1200));
    const poison = await photo("poison.jpg", 1777, 1333);
    const times = {};
    const send = async (kind, files) => {
      const began = performance.now();
      await Promise.all(
        files.map(async (file) => {
          const named = { ...file, name: `${kind} ${file.name}` };
          await room.contribute({ title: kind, files: [named] });
        }),
      );
      const verdicts = await room.verdicts(`${kind} `);
      times[kind] = performance.now() - began;
      return [...verdicts.values()];
    };
    // The first ones pay for what is made once.
    for (const kind of ["warm", "alone"]) {
      for (const { state } of await send(kind, others)) assert.equal(state, "ready");
    }
    let [over, killed] = [false, 0];
    const killer = (async () => {
      for (; !over; await sleep(5)) {
        for (const pid of room.workers()) if (inputOf(pid) === poison.bytes.length) killed += kill(pid);
      }
    })();
    await room.contribute({ title: "Poison", files: [poison] });
    for (const { state } of await send("beside", others)) assert.equal(state, "ready");
    const [verdict] = (await room.verdicts("poison")).values();
    over = true;
    await killer;
    assert.deepEqual([verdict.state, verdict.reason], ["refused", "too_heavy"]);
    assert.ok(killed >= 3, `${killed} of its decoders were killed`);
    await room.nothingLeft();
    const { alone, beside } = times;
    console.log(
      `nine photos: ${alone.toFixed(0)} ms by themselves, ${beside.toFixed(0)} ms beside a file that kills its decoders ` +
        `(${(beside / alone).toFixed(2)} times)`,
    );
  });
});
