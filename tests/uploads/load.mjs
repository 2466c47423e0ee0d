// A cheap load: load.mjs '{"url", "kind", "size", "count", "at_once", "chunk"}'. Prints {"seconds"}.
//
// Prepared buffers go straight to sockets; answers are looked at for their status and Location, no further.
// It is a process of its own, so that its work is not the server's nor the test's.
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

const { url, kind, size, count, at_once, chunk = size, seconds = 0 } = JSON.parse(process.argv[2]);
const { hostname, port, pathname } = new URL(url);
const body = Buffer.allocUnsafe(Math.max(chunk, 64 * 1024));
// Bytes that no store can make smaller, and cheap ones: xorshift, eight at a time.
for (let at = 0, x = 0x9e3779b9; at + 4 <= body.length; at += 4) {
  x ^= x << 13;
  x ^= x >>> 17;
  x ^= x << 5;
  body.writeInt32LE(x | 0, at);
}

const COMMON = `Host: ${hostname}:${port}\r\nTus-Resumable: 1.0.0\r\n`;
const TYPE = "Content-Type: application/offset+octet-stream\r\n";
const META = "Upload-Metadata: filename YS5qcGc=\r\n";
const END = Buffer.from("\r\n\r\n");

/** A connection that asks one thing after the other. */
function dial() {
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  let held = Buffer.alloc(0);
  let waiting;
  const look = () => {
    if (!waiting) return;
    const end = held.indexOf(END);
    if (end < 0) return;
    const text = held.toString("latin1", 0, end);
    const status = Number(text.slice(9, 12));
    const length = status === 204 ? 0 : Number(/\r\ncontent-length: *(\d+)/i.exec(text)?.[1] ?? 0);
    const chunked = status !== 204 && /\r\ntransfer-encoding: *chunked/i.test(text);
    const close = chunked ? held.indexOf("0\r\n\r\n", end + 4) : 0;
    if (chunked ? close < 0 : held.length < end + 4 + length) return;
    held = held.subarray(chunked ? close + 5 : end + 4 + length);
    const { done } = waiting;
    waiting = undefined;
    done({ status, location: /\r\nlocation: *(\S+)/i.exec(text)?.[1] });
  };
  const fail = (error) => waiting?.fail(error ?? new Error("the server closed the connection"));
  socket.on("data", (piece) => {
    held = held.length ? Buffer.concat([held, piece]) : piece;
    look();
  });
  socket.on("error", fail).on("close", () => fail());
  return {
    socket,
    answer: (wanted) =>
      new Promise((done, fail) => {
        waiting = {
          fail,
          done: (answer) =>
            answer.status === wanted ? done(answer) : fail(new Error(`${answer.status} instead of ${wanted}`)),
        };
        look();
      }),
    end: () => socket.off("close", fail).destroy(),
  };
}

const path = (location) => new URL(location, url).pathname;

async function create(line) {
  line.socket.write(`POST ${pathname} HTTP/1.1\r\n${COMMON}${META}Upload-Length: ${size}\r\nContent-Length: 0\r\n\r\n`);
  return path((await line.answer(201)).location);
}

const KINDS = {
  /** PATCH after PATCH. */
  async patches(line) {
    const to = await create(line);
    for (let offset = 0; offset < size; offset += chunk) {
      const length = Math.min(chunk, size - offset);
      line.socket.write(
        `PATCH ${to} HTTP/1.1\r\n${COMMON}${TYPE}Upload-Offset: ${offset}\r\nContent-Length: ${length}\r\n\r\n`,
      );
      line.socket.write(length === body.length ? body : body.subarray(0, length));
      await line.answer(204);
    }
  },
  /** The whole in one request. */
  async whole(line) {
    const head = `POST ${pathname} HTTP/1.1\r\n${COMMON}${META}${TYPE}Upload-Length: ${size}\r\nContent-Length: ${size}\r\n\r\n`;
    line.socket.write(Buffer.concat([Buffer.from(head, "latin1"), body.subarray(0, size)]));
    await line.answer(201);
  },
  /** One PATCH whose bytes trickle for some seconds. */
  async slow(line) {
    const to = await create(line);
    line.socket.write(`PATCH ${to} HTTP/1.1\r\n${COMMON}${TYPE}Upload-Offset: 0\r\nContent-Length: ${size}\r\n\r\n`);
    const pieces = seconds * 4;
    for (let piece = 0; piece < pieces; piece++) {
      const [from, until] = [Math.floor((size * piece) / pieces), Math.floor((size * (piece + 1)) / pieces)];
      await sleep(200 + Math.random() * 100);
      line.socket.write(body.subarray(0, until - from));
    }
    await line.answer(204);
  },
};

const lines = Array.from({ length: at_once }, dial);
const begun = performance.now();
let next = 0;
await Promise.all(
  lines.map(async (line) => {
    while (next < count) {
      next++;
      await KINDS[kind](line);
    }
    line.end();
  }),
);
console.log(JSON.stringify({ seconds: (performance.now() - begun) / 1000 }));
