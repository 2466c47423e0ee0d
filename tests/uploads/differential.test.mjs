// Shows 1 of issue 3: the same requests to our door and to npm's @tus/server get the same status and tus headers.
// Every difference is in the table below with its reason. One that is not there fails, and one there that is none fails.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { Peer, subject } from "./house.mjs";
import { BYTES, TUS, base64 } from "./tus.mjs";

const LATER = "it has no such extension";
const OVERRIDE = "tus: the actual method MUST be ignored; the peer does not know X-HTTP-Method-Override";
const VERSION = "tus: another version MUST be 412 with Tus-Version; the peer says 400";

/** `step: header or status` → why it differs. */
const DIFFERENCES = {
  "options: tus-extension": "the peer has no checksum and no concatenation",
  "options: tus-checksum-algorithm": LATER,
  "options in another version: tus-extension": "as above",
  "options in another version: tus-checksum-algorithm": "as above",
  "post: upload-offset": "ours says in every 201 where to go on; the peer only after a body",
  "post with metadata: upload-offset": "as above",
  "post of length 0: upload-offset": "as above",
  "post deferred: upload-offset": "as above",
  "post for checksums: upload-offset": "as above",
  "post for unknown checksums: upload-offset": "as above",
  "head: upload-expires": "ours says also to one who only asks how long there is time; tus leaves it open",
  "head in the middle: upload-expires": "as above",
  "head at the end: upload-expires": "ours forgets a complete upload that nobody claims; the peer's never expire",
  "patch to the end: upload-expires": "as above",
  "patch after the end: upload-expires": "as above",
  "head with metadata: upload-expires": "as for each HEAD",
  "head after a body: upload-expires": "as above",
  "post with the whole: upload-expires": "as for each complete upload",
  "head of the whole: upload-expires": "as above",
  "post of length 0: upload-expires": "as above",
  "head of length 0: upload-expires": "as above",
  "head deferred: upload-expires": "as for each HEAD",
  "head deferred in the middle: upload-expires": "as above",
  "head with its length: upload-expires": "as above",
  "head in another version: status": VERSION,
  "head in another version: tus-version": VERSION,
  "patch in another version: status": VERSION,
  "patch in another version: tus-version": VERSION,
  "post in another version: status": VERSION,
  "post in another version: tus-version": VERSION,
  "head without version: tus-version": "tus: the 412 MUST include Tus-Version; the peer leaves it out",
  "post without version: tus-version": "as above",
  "patch without offset: status": "ours: 400, as for each header that is not right; the peer: 403",
  "patch without content type: status": "tus: otherwise the server SHOULD return 415; the peer: 403",
  "patch of another content type: status": "tus: otherwise the server SHOULD return 415; the peer: 400",
  "post with a body of another type: status": "as for PATCH; the peer drops the body in silence",
  "post with a body of another type: location": "as above",
  "post with a body of another type: upload-expires": "as above",
  "override to PATCH: status": OVERRIDE,
  "override to PATCH: upload-offset": OVERRIDE,
  "override to PATCH: upload-expires": OVERRIDE,
  "override to DELETE: status": OVERRIDE,
  "checksum that is wrong: status": LATER,
  "checksum that is wrong: upload-offset": LATER,
  "checksum that is wrong: upload-expires": LATER,
  "checksum of an unknown kind: status": LATER,
  "checksum of an unknown kind: upload-offset": LATER,
  "checksum of an unknown kind: upload-expires": LATER,
  "post of a partial: status": LATER,
  "post of a partial: location": LATER,
  "post of a partial: upload-offset": LATER,
  "post of a partial: upload-expires": LATER,
};

const hello = Buffer.from("hello");
const world = Buffer.from("world");
const name = ["Upload-Metadata", `filename ${base64("هەواڵ.mp4")},is_confidential`];
const at = (offset) => ["Upload-Offset", offset];
const length = (size) => ["Upload-Length", size];
const old = ["Tus-Resumable", "0.2.2"];
const tried = [TUS, BYTES];

/** One step after the other; `p` are the paths of the uploads that were made before. */
const STEPS = [
  ["options", ({ door }) => door.options()],
  ["options in another version", ({ door }) => door.options([old])],
  ["post", ({ door }) => door.post([length(10)]), "a"],
  ["head", ({ door, p }) => door.head(p.a)],
  ["patch", ({ door, p }) => door.patch(p.a, 0, hello)],
  ["head in the middle", ({ door, p }) => door.head(p.a)],
  ["patch behind", ({ door, p }) => door.patch(p.a, 3, world)],
  ["patch ahead", ({ door, p }) => door.patch(p.a, 7, world)],
  ["patch of a negative offset", ({ door, p }) => door.patch(p.a, -1, world)],
  ["patch of no number", ({ door, p }) => door.patch(p.a, "five", world)],
  ["patch without offset", ({ door, p }) => door.ask("PATCH", p.a, tried, world)],
  ["patch without content type", ({ door, p }) => door.ask("PATCH", p.a, [TUS, at(5)], world)],
  [
    "patch of another content type",
    ({ door, p }) => door.ask("PATCH", p.a, [TUS, at(5), ["Content-Type", "text/plain"]], world),
  ],
  ["patch of too much", ({ door, p }) => door.patch(p.a, 5, Buffer.from("world!"))],
  ["patch of nothing", ({ door, p }) => door.patch(p.a, 5, Buffer.alloc(0))],
  ["patch to the end", ({ door, p }) => door.patch(p.a, 5, world)],
  ["patch after the end", ({ door, p }) => door.patch(p.a, 10, Buffer.alloc(0))],
  ["patch of more after the end", ({ door, p }) => door.patch(p.a, 10, hello)],
  ["head at the end", ({ door, p }) => door.head(p.a)],
  ["post with metadata", ({ door }) => door.post([length(10), name]), "m"],
  ["head with metadata", ({ door, p }) => door.head(p.m)],
  ["post with bad metadata", ({ door }) => door.post([length(10), ["Upload-Metadata", "filename !!!"]])],
  ["post with a key twice", ({ door }) => door.post([length(10), ["Upload-Metadata", "a YQ==,a YQ=="]])],
  ["post with a body", ({ door }) => door.post([length(10), BYTES], hello), "b"],
  ["head after a body", ({ door, p }) => door.head(p.b)],
  ["post with the whole", ({ door }) => door.post([length(5), BYTES], hello), "w"],
  ["head of the whole", ({ door, p }) => door.head(p.w)],
  ["post with too much", ({ door }) => door.post([length(4), BYTES], hello)],
  ["post with a body of another type", ({ door }) => door.post([length(5), ["Content-Type", "text/plain"]], hello)],
  ["post of length 0", ({ door }) => door.post([length(0)]), "z"],
  ["head of length 0", ({ door, p }) => door.head(p.z)],
  ["post without length", ({ door }) => door.post([])],
  ["post of a negative length", ({ door }) => door.post([length(-5)])],
  ["post of no length", ({ door }) => door.post([length("five")])],
  ["post of too much", ({ door }) => door.post([length(1610612737)])],
  ["post of both lengths", ({ door }) => door.post([length(5), ["Upload-Defer-Length", 1]])],
  ["post deferred by 2", ({ door }) => door.post([["Upload-Defer-Length", 2]])],
  ["post deferred", ({ door }) => door.post([["Upload-Defer-Length", 1]]), "d"],
  ["head deferred", ({ door, p }) => door.head(p.d)],
  ["patch deferred", ({ door, p }) => door.patch(p.d, 0, hello)],
  ["head deferred in the middle", ({ door, p }) => door.head(p.d)],
  ["patch with too small a length", ({ door, p }) => door.patch(p.d, 5, world, [length(4)])],
  ["patch with too large a length", ({ door, p }) => door.patch(p.d, 5, world, [length(1610612737)])],
  ["patch with its length", ({ door, p }) => door.patch(p.d, 5, world, [length(12)])],
  ["head with its length", ({ door, p }) => door.head(p.d)],
  ["patch with another length", ({ door, p }) => door.patch(p.d, 10, Buffer.from("!"), [length(13)])],
  ["head without version", ({ door, p }) => door.ask("HEAD", p.b)],
  ["post without version", ({ door }) => door.ask("POST", door.target.path, [length(5)], Buffer.alloc(0))],
  ["head in another version", ({ door, p }) => door.ask("HEAD", p.b, [old])],
  ["patch in another version", ({ door, p }) => door.ask("PATCH", p.b, [old, BYTES, at(5)], world)],
  ["post in another version", ({ door }) => door.ask("POST", door.target.path, [old, length(5)], Buffer.alloc(0))],
  ["head of nothing", ({ door, p }) => door.head(`${p.a}x`)],
  ["patch of an unknown upload", ({ door, p }) => door.patch(`${p.a}x`, 0, hello)],
  ["delete of nothing", ({ door, p }) => door.delete(`${p.a}x`)],
  [
    "override to PATCH",
    ({ door, p }) => door.ask("POST", p.b, [...tried, at(5), ["X-HTTP-Method-Override", "PATCH"]], world),
  ],
  [
    "override to DELETE",
    ({ door, p }) => door.ask("POST", p.m, [TUS, ["X-HTTP-Method-Override", "DELETE"]], Buffer.alloc(0)),
  ],
  ["post for checksums", ({ door }) => door.post([length(10)]), "c"],
  [
    "checksum that is right",
    ({ door, p }) => door.patch(p.c, 0, hello, [["Upload-Checksum", "sha1 qvTGHdzF6KLavt4PO0gs2a6pQ00="]]),
  ],
  [
    "checksum that is wrong",
    ({ door, p }) => door.patch(p.c, 5, Buffer.from("w"), [["Upload-Checksum", "sha1 qvTGHdzF6KLavt4PO0gs2a6pQ00="]]),
  ],
  ["post for unknown checksums", ({ door }) => door.post([length(10)]), "u"],
  ["checksum of an unknown kind", ({ door, p }) => door.patch(p.u, 0, hello, [["Upload-Checksum", "whirlpool YQ=="]])],
  ["post of a partial", ({ door }) => door.post([length(5), ["Upload-Concat", "partial"]])],
  ["post of a bad concatenation", ({ door }) => door.post([["Upload-Concat", "whole"], length(5)])],
  ["delete", ({ door, p }) => door.delete(p.u)],
  ["delete again", ({ door, p }) => door.delete(p.u)],
  ["head of the deleted", ({ door, p }) => door.head(p.u)],
  ["patch of the deleted", ({ door, p }) => door.patch(p.u, 5, world)],
  ["delete of a complete one", ({ door, p }) => door.delete(p.w)],
  ["head of the deleted complete one", ({ door, p }) => door.head(p.w)],
];

const COMPARED = [
  "tus-resumable",
  "tus-version",
  "tus-extension",
  "tus-max-size",
  "tus-checksum-algorithm",
  "upload-offset",
  "upload-length",
  "upload-metadata",
  "upload-concat",
  "upload-defer-length",
  "cache-control",
];
/** Of these, only that they are there. */
const PRESENT = ["location", "upload-expires"];

function essence(answer) {
  const found = { status: answer?.status ?? "no answer" };
  for (const header of COMPARED) found[header] = answer?.headers[header];
  // Of the caching rules, tus cares for one only.
  found["cache-control"] =
    answer?.headers["cache-control"]?.includes("no-store") || answer?.status !== 200 ? undefined : "cached";
  for (const header of PRESENT) found[header] = answer?.headers[header] === undefined ? undefined : "there";
  return found;
}

async function walk(server) {
  const p = {};
  const found = {};
  for (const [says, step, keep] of STEPS) {
    const answer = await step({ door: server.door, p });
    if (keep) p[keep] = server.door.path(answer);
    for (const [what, value] of Object.entries(essence(answer))) found[`${says}: ${what}`] = value;
  }
  return found;
}

let ours;
let peer;
before(async () => {
  [ours, peer] = await Promise.all([subject(), new Peer().up()]);
});
after(() => Promise.all([ours?.stop(), peer?.stop()]));

test("the same requests get the same status and tus headers, but for the differences in the table", async () => {
  const [here, there] = [await walk(ours), await walk(peer)];
  const seen = Object.keys(here).filter((what) => here[what] !== there[what]);
  const unlisted = seen
    .filter((what) => !(what in DIFFERENCES))
    .map((what) => `${what}: ours ${here[what]}, the peer's ${there[what]}`);
  const gone = Object.keys(DIFFERENCES)
    .filter((what) => !seen.includes(what))
    .map((what) => `${what}: both ${here[what]}`);
  assert.deepEqual({ unlisted, gone }, { unlisted: [], gone: [] });
});
