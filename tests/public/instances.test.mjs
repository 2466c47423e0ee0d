// Shows 8 of issue 8: two instances of the program on one PostgreSQL. What is said, put right, taken away or withdrawn at one is
// so on every page, feed and box of both within a second. How long it took is printed; the machine that judges is shared, so a
// test fails only far beyond that. Wants what scripts/with-test-db exports.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";

import { findPostgres } from "../uploads/house.mjs";
import { Paper } from "./paper.mjs";

const psql = findPostgres("psql");
const skip =
  (!process.env.DATABASE_URL && "SKIPPED: run it by scripts/with-test-db (missing DATABASE_URL)") ||
  (!psql && "SKIPPED: there is no psql") ||
  false;

/** What is promised, and what a busy machine is allowed, in milliseconds. */
const PROMISED = 1000;
const PATIENCE = 8000;

const STORY = "Flood at the old bridge";
const ANEW = "Flood at the older bridge";
const BODY = "The river rose in the night and took the cars that stood below.\n\nNobody was hurt, say two neighbours.";

describe("two instances", { skip }, () => {
  const database = `bepart_public_${randomBytes(6).toString("hex")}`;
  const nodes = [];
  let editor;
  let story;
  let thread;
  let month;

  before(async () => {
    execFileSync(psql, ["-X", "-q", "-c", `create database ${database}`, process.env.DATABASE_URL]);
    const env = {
      DATABASE_URL: process.env.DATABASE_URL.replace(/^(\w+:\/\/[^/?]*)\/[^?]*/, `$1/${database}`),
      BEPART__SECRETS__SERVER_KEY: randomBytes(32).toString("base64url"),
    };
    // One after the other: the first makes the tables.
    for (let node = 0; node < 2; node++) nodes.push(await Paper.open(env));
    for (const node of nodes) node.beside = nodes;
    nodes[0].dbAllow();
    editor = await nodes[0].staff("bo@news.example");
    story = await nodes[0].publish(editor, { title: STORY, body: BODY, tags: "Flood, River", place: "Zakho" });
    await nodes[0].publish(editor, { title: "Another story by the river", body: BODY, tags: "River", place: "Duhok" });
    thread = await nodes[0].threadOf(story.path);
    month = /href="(\/archive\/[^"]+)"/.exec(await nodes[0].read("/archive"))[1];
  });

  after(async () => {
    for (const node of nodes) await node.close();
    if (nodes.length)
      execFileSync(psql, ["-X", "-q", "-c", `drop database if exists ${database} with (force)`, process.env.DATABASE_URL]);
  });

  /** Where the story stands, and where what is said under it does. */
  const told = () => ["/", "/tags/river", "/tags/flood", "/places/zakho", month, "/search?q=flood", "/feeds/stories.rss", "/feeds/stories.atom", "/feeds/stories.json"];
  const said = () => ["/", story.path, `/threads/${thread}`, "/what-you-say", "/what-you-say.json", "/feeds/comments.rss", "/feeds/comments.atom", "/feeds/comments.json"];

  async function look(node, path) {
    const answer = await node.get(path);
    return { status: answer.status, text: await answer.text() };
  }

  /** Every page as both instances have it now: kept, from here on. */
  async function warm(paths) {
    for (const node of nodes) for (const path of [...paths, ...paths]) await look(node, path);
  }

  /** Makes a change and waits until every page of both instances is as it should be. */
  async function reaches(t, what, pages, change) {
    await warm(Object.keys(pages));
    await change();
    const since = performance.now();
    const late = [];
    const waits = nodes.flatMap((node, number) =>
      Object.entries(pages).map(async ([path, good]) => {
        for (;;) {
          const page = await look(node, path);
          const took = performance.now() - since;
          if (good(page)) return { where: `${path} of instance ${number + 1}`, took };
          if (took > PATIENCE) return late.push(`${path} of instance ${number + 1}: ${page.status}`);
          await sleep(15);
        }
      }),
    );
    const all = await Promise.all(waits);
    assert.deepEqual(late, [], `${what} never came there`);
    const slowest = all.sort((a, b) => b.took - a.took)[0];
    const over = slowest.took > PROMISED ? `, which is OVER the ${PROMISED} ms that are promised` : "";
    t.diagnostic(`${what}: on ${all.length} pages after ${slowest.took.toFixed(0)} ms at the latest (${slowest.where})${over}`);
  }

  const has = (words) => ({ status, text }) => status === 200 && text.includes(words);
  const lacks = (words) => ({ status, text }) => status === 200 && !text.includes(words);
  const every = (paths, good) => Object.fromEntries(paths.map((path) => [path, good]));

  let first;
  let second;

  test("a new comment", async (t) => {
    await reaches(t, "a comment that is said at the second instance", every(said(), has("The bakery is dry.")), async () => {
      first = await nodes[1].say(thread, { name: "Hozan", body: "The bakery is dry." });
      assert.equal(first.waits, false);
    });
    second = await nodes[0].say(thread, { name: "Zîn", body: "So is the school." });
  });

  test("an edit, and a deletion by its author", async (t) => {
    await reaches(t, "an edit", every(said(), has("The bakery is quite dry.")), async () => {
      const form = await nodes[1].read(`/comments/${first.id}/edit`, first.cookie);
      const version = /name="version" value="(\d+)"/.exec(form)[1];
      await nodes[1].lead(`/comments/${first.id}/edit`, { version, body: "The bakery is quite dry." }, first.cookie);
    });
    await reaches(t, "a deletion", every(said(), lacks("quite dry")), () =>
      nodes[1].lead(`/comments/${first.id}/delete`, { thread_id: thread }, first.cookie),
    );
  });

  test("what the newsroom takes away, and who is banned", async (t) => {
    await reaches(t, "a removal", every(said(), lacks("So is the school.")), () =>
      nodes[1].decide(editor, second.id, "remove", { reason: "off_topic" }),
    );
    const page = await nodes[0].read(`/desk/comments/${second.id}/ban`, editor);
    const ban_id = /name="ban_id" value="([^"]+)"/.exec(page)[1];
    await nodes[0].lead(`/desk/comments/${second.id}/ban`, { ban_id, before: "", span: "day", reason: "Please stay with the story." }, editor);
    // Whom it is about meets it at once, at every instance, and may say something to it.
    for (const node of nodes) {
      const fields = { thread_id: thread, name: "Zîn", body: `And the mill, at ${node.origin}.` };
      const refused = await node.post("/comments", fields, { cookie: second.cookie });
      assert.equal(refused.status, 403);
      assert.match(await refused.text(), /\/comments\/appeal/);
      assert.match(await node.read("/comments/appeal", second.cookie), /Please stay with the story\./);
    }
  });

  test("a correction, with another headline", async (t) => {
    const third = await nodes[1].say(thread, { name: "Mîran", body: "The mill has been dry since noon." });
    assert.equal(third.waits, false);
    const pages = {
      ...every([...told(), "/what-you-say", "/what-you-say.json", "/feeds/comments.rss", "/feeds/comments.atom", `/threads/${thread}`], has(ANEW)),
      [story.path]: ({ status, text }) => status === 200 && text.includes(ANEW) && text.includes("It was not a lorry."),
      "/search?q=older": has(ANEW),
    };
    await reaches(t, "a correction", pages, () =>
      nodes[0].compose(editor, story.desk, { title: ANEW, correction: "It was not a lorry." }),
    );
  });

  test("a withdrawal", async (t) => {
    const pages = {
      ...every([...told().filter((path) => !/flood$|zakho/.test(path)), ...said().slice(3), "/search?q=flood", "/search?q=older"], ({ status, text }) => status === 200 && !text.includes("older bridge")),
      // Where nothing else stands there is nothing any more.
      ...every(["/tags/flood", "/places/zakho"], ({ status, text }) => !text.includes("older bridge") && [200, 404].includes(status)),
      ...every([story.path, `/threads/${thread}`], ({ status, text }) => status === 410 && !text.includes("The mill")),
    };
    await reaches(t, "a withdrawal", pages, async () => {
      const answer = await nodes[0].post("/receipt", { code: story.code, action: "withdraw_confirmed" });
      assert.equal(answer.status, 200, await answer.text());
    });
    for (const node of nodes) assert.ok((await look(node, "/tags/river")).text.includes("Another story"));
  });
});
