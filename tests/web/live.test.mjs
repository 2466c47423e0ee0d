// The live line without a browser: what it hears, when it asks instead, and in which list a contribution stands.
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { build } from "esbuild";

async function load(file) {
  const { outputFiles } = await build({
    entryPoints: [new URL(`../../web/ts/${file}`, import.meta.url).pathname],
    bundle: true,
    write: false,
    format: "esm",
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}
const { Line } = await load("live-line.ts");
const { isIn } = await load("live.ts");

/** An EventSource that does what a test says. */
class Source extends EventTarget {
  static CLOSED = 2;
  static all = [];
  readyState = 1;
  constructor(address) {
    super();
    this.address = address;
    Source.all.push(this);
  }
  close() {
    this.readyState = 2;
  }
  say(news, lastEventId) {
    this.dispatchEvent(Object.assign(new Event("message"), { data: JSON.stringify(news), lastEventId }));
  }
  fail() {
    this.dispatchEvent(new Event("error"));
  }
}

function ears(more = {}) {
  const log = [];
  return {
    log,
    since: "17.abc",
    last: "run-4",
    line: "/desk/live",
    poll: "/desk/live.json",
    ids: () => ["one", "two"],
    heard: (news) => log.push(["heard", news]),
    looked: (news) => log.push(["looked", news]),
    lost: (lost) => log.push(["lost", lost]),
    ...more,
  };
}

const settle = async () => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
};

function answers(...list) {
  const asked = [];
  globalThis.fetch = async (address, { headers }) => {
    asked.push({ address, headers });
    const [status, body, etag] = list.length > 1 ? list.shift() : list[0];
    if (status === 0) throw new TypeError("no network");
    return { status, ok: status < 300, json: async () => body, headers: new Headers(etag ? { etag } : {}) };
  };
  return asked;
}

test("where there is no line it asks, with what the address has already", async () => {
  globalThis.EventSource = Source;
  Source.all = [];
  const asked = answers([200, { items: [] }, '"a"']);
  const line = new Line(ears({ line: "", poll: "/desk/comments/live.json?queue=held" }));
  line.start();
  await settle();
  line.stop();
  assert.equal(Source.all.length, 0);
  assert.equal(asked[0].address, "/desk/comments/live.json?queue=held&since=17.abc&ids=one%2Ctwo");
});

test("it listens from the place of the page, and goes on from the last word", () => {
  globalThis.EventSource = Source;
  Source.all = [];
  const heard = ears();
  const line = new Line(heard);
  line.start();
  const [first] = Source.all;
  assert.equal(first.address, "/desk/live?since=17.abc&last=run-4");
  first.say({ counts: { open: 3 }, anew: false }, "run-7");
  assert.deepEqual(heard.log, [["lost", false], ["heard", { counts: { open: 3 }, anew: false }]]);
  line.stop();
  line.start();
  assert.equal(Source.all.at(-1).address, "/desk/live?since=17.abc&last=run-7");
  line.stop();
});

test("whoever is told that more has changed looks at what they show", async () => {
  globalThis.EventSource = Source;
  const asked = answers([200, { counts: {}, items: [] }, '"a"']);
  const heard = ears();
  const line = new Line(heard);
  line.start();
  Source.all.at(-1).say({ anew: true }, "run-8");
  await settle();
  assert.equal(asked[0].address, "/desk/live.json?since=17.abc&ids=one%2Ctwo");
  assert.deepEqual(heard.log.filter(([what]) => what === "looked"), [["looked", { counts: {}, items: [] }]]);
  line.stop();
});

test("after two failures it asks every ten seconds, by entity tag, and later tries the line again", async () => {
  mock.timers.enable({ apis: ["setTimeout", "Date"] });
  globalThis.EventSource = Source;
  Source.all = [];
  const asked = answers([200, { counts: { open: 1 } }, '"a"'], [304], [0], [304]);
  const heard = ears();
  const line = new Line(heard);
  line.start();
  Source.all[0].fail();
  assert.equal(asked.length, 0, "once is nothing");
  Source.all[0].fail();
  await settle();
  assert.equal(asked.length, 1);
  assert.equal(Source.all[0].readyState, 2);
  mock.timers.tick(10_000);
  await settle();
  assert.deepEqual(asked[1].headers, { "if-none-match": '"a"' });
  assert.equal(heard.log.filter(([what]) => what === "looked").length, 1, "nothing new is nothing");
  mock.timers.tick(10_000);
  await settle();
  assert.deepEqual(heard.log.at(-1), ["lost", true]);
  mock.timers.tick(10_000);
  await settle();
  assert.deepEqual(heard.log.at(-1), ["lost", false]);
  for (let tens = 0; tens < 13 && Source.all.length < 2; tens++) {
    mock.timers.tick(10_000);
    await settle();
  }
  assert.equal(Source.all.length, 2, "the line is tried again");
  line.stop();
  mock.timers.reset();
});

test("a browser without event streams asks", async () => {
  mock.timers.enable({ apis: ["setTimeout", "Date"] });
  delete globalThis.EventSource;
  const asked = answers([200, { counts: {} }]);
  const line = new Line(ears());
  line.start();
  await settle();
  mock.timers.tick(10_000);
  await settle();
  assert.equal(asked.length, 2);
  line.stop();
  mock.timers.tick(60_000);
  await settle();
  assert.equal(asked.length, 2, "nobody is asked any more");
  mock.timers.reset();
});

test("a contribution stands in its queues, in one's own hands, and among all", () => {
  const item = { queues: ["open", "ready"], by_id: "me" };
  assert.equal(isIn("ready", item, "me"), true);
  assert.equal(isIn("new", item, "me"), false);
  assert.equal(isIn("mine", item, "me"), true);
  assert.equal(isIn("mine", item, "you"), false);
  assert.equal(isIn("mine", { queues: ["not_used"], by_id: "me" }, "me"), false);
  assert.equal(isIn("all", { queues: [], by_id: null }, "me"), true);
});
