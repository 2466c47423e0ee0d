// Shows 7 of issue 3: hostile ids, names and lists. Every answer is a typed refusal or a plain success, and nothing
// leaves its place: strace sees what is written where.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";

import { House, program, root, subject } from "./house.mjs";
import { BYTES, TUS, base64 } from "./tus.mjs";
import { shout } from "./wire.mjs";

const corpus = join(process.env.BEPART_CORPUS ?? resolve(root, "../shared/corpus"), "e-text");
const skip = existsSync(corpus) ? false : "SKIPPED: there is no corpus (BEPART_CORPUS)";
const ours = !process.env.BEPART_UPLOADS_PEER && !process.env.BEPART_UPLOADS_URL;
const watched = ours && works("strace", ["-V"]);
const traces = mkdtempSync(join(tmpdir(), "bepart-trace-"));
const trace = join(traces, "trace");
let server;
let door;

before(async () => {
  // -D: strace is the grandchild, so that the process that is told to end is the program.
  const filter = ["-D", "-f", "-y", "-qq", "--seccomp-bpf", "-o", trace];
  const calls = [
    "-e",
    "trace=open,openat,openat2,creat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat,mkdir,mkdirat",
  ];
  server = watched
    ? await new House({ command: (args) => ["strace", [...filter, ...calls, "-s", "4096", program, ...args]] }).up()
    : await subject();
  door = server.door;
});
after(async () => {
  await server?.stop();
  rmSync(traces, { recursive: true, force: true });
});

function works(file, args) {
  try {
    return Boolean(execFileSync(file, args, { stdio: "pipe" }));
  } catch {
    return false;
  }
}

/** Lines of the corpus' files in a folder, without doubles. */
function lines(...folders) {
  const found = new Set();
  for (const folder of folders) {
    for (const file of skip ? [] : readdirSync(join(corpus, folder))) {
      const text = readFileSync(join(corpus, folder, file), "utf8");
      for (const line of file.endsWith(".json") ? JSON.parse(text) : text.split(/\r?\n/)) if (line) found.add(line);
    }
  }
  return [...found];
}

/** Names of things in every script, from the translations of the Declaration of Human Rights. */
function sentences() {
  return lines("i18n")
    .flatMap((line) => line.replace(/<[^>]*>/g, " ").split(/[.؟،]/))
    .map((text) => text.trim())
    .filter((text) => text.length > 10 && text.length < 200)
    .slice(0, 300);
}

/** Does something with each, some at a time. */
async function each(items, work) {
  const left = [...items];
  const one = async () => {
    while (left.length) await work(left.shift());
  };
  await Promise.all(Array.from({ length: 6 }, one));
}

/** That a request was refused as the client's mistake, with a code when it reached the door. */
function typed(answer, what, { reached = true, head = false } = {}) {
  const shown = JSON.stringify(what).slice(0, 200);
  assert.ok(answer, `${shown}: an answer`);
  assert.ok(answer.status >= 400 && answer.status < 500, `${shown}: ${answer.status}`);
  if (!ours || head || !reached) return;
  assert.match(answer.headers["content-type"] ?? "", /^application\/problem\+json/, `${shown}: ${answer.status}`);
  assert.match(JSON.parse(answer.body.toString()).code, /^[a-z][a-z0-9_]+$/, shown);
}

/** Whether HTTP lets a value be in a header: no control characters but the tab. */
const legal = (value) => !/[\0-\x08\x0a-\x1f\x7f]/.test(value);

/** All bytes outside of the unreserved ones escaped, byte by byte: any text can be one segment of a path. */
function escaped(text) {
  return [...Buffer.from(text)]
    .map((byte) =>
      /[\w~-]/.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : `%${byte.toString(16).padStart(2, "0")}`,
    )
    .join("");
}

const METHODS = [
  ["HEAD", [TUS]],
  ["PATCH", [TUS, BYTES, ["Upload-Offset", 0]]],
  ["DELETE", [TUS]],
];
const IDS = [
  "..",
  ".",
  "../../etc/passwd",
  "/etc/passwd",
  "a\0b",
  "\0",
  "a\r\nX: y",
  "%2e%2e%2f",
  "incoming",
  `${"0".repeat(8)}-0000-0000-0000-${"0".repeat(12)}`,
  `${"0".repeat(8)}-0000-0000-0000-${"0".repeat(12)}.${"A".repeat(43)}`,
  `${"0".repeat(8)}-0000-0000-0000-${"0".repeat(12)}.../../x`,
  "A".repeat(5000),
  "'; drop table uploads; --",
];

describe("hostile requests", { skip }, () => {
  test("as an id, escaped: all of the corpus is unknown", async () => {
    await each([...IDS, ...lines("paths", "crlf", "strings", "redirect", "sql", "xss")], async (id) => {
      for (const [method, headers] of METHODS) {
        const answer = await door.ask(
          method,
          `${door.target.path}/${escaped(id)}`,
          headers,
          method === "PATCH" ? Buffer.from("x") : undefined,
        );
        // An id longer than any address is refused before the door is reached.
        typed(answer, `${method} ${id}`, { head: method === "HEAD", reached: id.length < 3000 });
      }
    });
  });

  test("as an id, as it is: what is no address of an upload is refused", async () => {
    for (const id of [...IDS, ...lines("paths", "crlf", "redirect")]) {
      // Whatever is not allowed in a request line is left in: it is the server's to say no.
      for (const method of ["PATCH", "DELETE"]) {
        const start = `${method} ${door.target.path}/${id} HTTP/1.1\r\nHost: x\r\nTus-Resumable: 1.0.0\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`;
        typed(await shout(door.target, Buffer.from(start)), id, { reached: false });
      }
    }
  });

  test("as the list of a concatenation: nothing of it is read", async () => {
    const part = await door.create(1, ours ? [["Upload-Concat", "partial"]] : [], Buffer.from("a"));
    const lists = [...IDS, ...lines("paths", "redirect", "crlf", "sql")].filter(
      (text) => legal(text) && text.length < 4000,
    );
    for (const text of lists) {
      for (const list of [text, `${part} ${text}`, `${door.target.path}/${text}`, `${part}/../${text}`]) {
        // Header bytes are Latin-1 for HTTP; a client that sends UTF-8 sends these.
        const value = Buffer.from(`final;${list}`).toString("latin1");
        const answer = await door.ask("POST", door.target.path, [TUS, ["Upload-Concat", value]], Buffer.alloc(0));
        if (ours) typed(answer, list);
        else assert.ok(answer.status >= 400, list);
      }
    }
    const long = await door.ask(
      "POST",
      door.target.path,
      [TUS, ["Upload-Concat", `final;${`${part} `.repeat(2000)}`]],
      Buffer.alloc(0),
    );
    typed(long, "two thousand partials", { reached: long?.status !== 431 });
  });

  test("as a file name: it comes back as it was, or is refused with a code", async () => {
    const names = [
      ...sentences(),
      ...lines("paths", "crlf", "strings", "csv", "sql", "xss", "bidi", "redirect"),
      ...IDS,
    ];
    let [kept, no] = [0, 0];
    await each(names, async (name) => {
      const value = `filename ${base64(name)},filetype ${base64(name.slice(0, 50))}`;
      const answer = await door.post([
        ["Upload-Length", 1],
        ["Upload-Metadata", value],
      ]);
      if (answer?.status === 201) {
        const asked = await door.head(door.path(answer));
        assert.equal(asked.headers["upload-metadata"], value, JSON.stringify(name).slice(0, 100));
        assert.equal(asked.headers["upload-offset"], "0");
        kept++;
      } else {
        typed(answer, name);
        assert.ok(
          name.includes("\0") || value.length > 2000,
          `a plain name was refused: ${JSON.stringify(name).slice(0, 200)}`,
        );
        no++;
      }
    });
    console.log(`${kept} names were kept, ${no} refused`);
  });

  test("as metadata: bad Base64, doubles, thousands of keys, long values", async () => {
    const a = base64("a");
    const bad = [
      "filename \x01",
      "filename a b c",
      `filename ${a},filename ${a}`,
      `filename ${"A".repeat(100_001)}`,
      `filename ${"QUFB".repeat(25_000)}`,
      `${"k".repeat(100_000)} ${a}`,
      Array.from({ length: 5000 }, (_, key) => `k${key} ${a}`).join(","),
      ",".repeat(3000),
      `=filename ${a},`,
      `filename =${a}`,
      `filename ${a}\u00a0`,
      `filename \u0660`,
    ];
    for (const value of bad) {
      const answer = await door.post([
        ["Upload-Length", 1],
        ["Upload-Metadata", value],
      ]);
      typed(answer, value, { reached: legal(value) && answer?.status !== 431 });
    }
    // Line ends in a header start another header: they cannot be in one.
    const split = `POST ${door.target.path} HTTP/1.1\r\nHost: x\r\nTus-Resumable: 1.0.0\r\nUpload-Length: 1\r\nUpload-Metadata: filename\n YQ==\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`;
    typed(await shout(door.target, Buffer.from(split)), split, { reached: false });
  });

  test("as numbers and as other headers", async () => {
    const path = await door.create(10);
    const texts = lines("strings", "sql", "crlf")
      .filter((text) => legal(text) && !/^\s*\d*\s*$/.test(text))
      .slice(0, 300);
    for (const text of texts) {
      const value = Buffer.from(text).toString("latin1");
      const patch = (headers) => door.ask("PATCH", path, [TUS, ...headers], Buffer.from("x"));
      typed(await door.post([["Upload-Length", value]]), text);
      typed(await door.post([["Upload-Defer-Length", value]]), text);
      typed(await patch([BYTES, ["Upload-Offset", value]]), text);
      typed(
        await patch([
          ["Upload-Offset", 0],
          ["Content-Type", value],
        ]),
        text,
      );
      typed(await door.ask("DELETE", path, [["Tus-Resumable", value]]), text);
      if (!ours) continue;
      typed(await patch([BYTES, ["Upload-Offset", 0], ["Upload-Checksum", value]]), text);
      typed(await door.ask("POST", path, [TUS, ["X-HTTP-Method-Override", value]], Buffer.alloc(0)), text);
      typed(
        await door.post([
          ["Upload-Length", 1],
          ["Upload-Concat", value],
        ]),
        text,
      );
    }
    assert.equal(await door.offset(path), 0, "nothing of it was done");
  });

  test(
    "nothing was written outside of the data folder",
    { skip: watched ? false : "SKIPPED: there is no strace, or another's server" },
    async () => {
      // The program still runs, and strace writes line by line.
      const wrong = [...outside(readFileSync(trace, "utf8"), [server.data, traces])];
      assert.deepEqual(wrong, []);
    },
  );
});

/** Writes of a trace that lead out of the folders that are the program's. */
function* outside(text, folders) {
  const home = (path) => folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
  // PostgreSQL's shared memory, sinks, and what the kernel makes for a process.
  const fine = (path) => /^\/(dev\/(shm\/PostgreSQL\.|null$|tty)|proc\/)/.test(path);
  let seen = 0;
  for (const line of whole(text)) {
    const call = /^\d+\s+(\w+)\((.*)/.exec(line);
    if (!call || / = -1 /.test(line)) continue;
    const [, name, rest] = call;
    if (name.startsWith("open") && !/O_(WRONLY|RDWR|CREAT|TRUNC|APPEND)/.test(rest)) continue;
    seen++;
    // Each text argument, with the folder that it starts from.
    for (const [, folder, path] of rest.matchAll(/(?:(?:AT_FDCWD|\d+)<([^>]*)>, )?"((?:[^"\\]|\\.)*)"/g)) {
      // A call without a folder starts where the process stands: PostgreSQL, in its cluster.
      const full = resolve(folder ?? folders[0], path);
      if (!home(full) && !fine(full)) yield line.slice(0, 300);
    }
  }
  assert.ok(seen > 20, "the trace holds writes");
}

/** The calls of a trace: strace parts a call in two when another process comes in between, and how it ended is said in the second. */
function* whole(text) {
  const begun = new Map();
  for (const line of text.split("\n")) {
    const [, process, rest] = /^(\d+)\s+(.*)/.exec(line) ?? [];
    const start = /^(.*?)\s*<unfinished \.\.\.>$/.exec(rest ?? "");
    const end = /^<\.\.\. \w+ resumed>(.*)/.exec(rest ?? "");
    if (start) begun.set(process, `${process} ${start[1]}`);
    else if (end && begun.has(process)) {
      yield begun.get(process) + end[1];
      begun.delete(process);
    } else yield line;
  }
  // What never came back (its process was ended) may have been done.
  yield* begun.values();
}
