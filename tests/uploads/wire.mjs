// HTTP/1.1 with nothing in between: a request's bytes are exactly what a test writes.
import { connect } from "node:net";

const PATIENCE = 30_000;

/** Where an endpoint's URL leads: host, port and path. */
export function aim(url) {
  const { hostname, port, pathname } = new URL(url);
  return { host: hostname, port: Number(port), path: pathname };
}

/** A connected socket that never throws: it only ends. */
export function dial({ host, port }) {
  return new Promise((done, fail) => {
    const socket = connect({ host, port, noDelay: true });
    socket.once("error", fail);
    socket.once("connect", () => {
      socket.off("error", fail);
      socket.on("error", () => {});
      done(socket);
    });
  });
}

/** A request's head. `headers` is a list of pairs, written as they are; only Host is added. */
export function head(method, path, headers = []) {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${lines.join("")}\r\n`, "latin1");
}

/** Answers one after the other from a socket. */
export class Answers {
  #bytes = Buffer.alloc(0);
  #ended = false;
  #waiting = new Set();

  constructor(socket) {
    this.socket = socket;
    const wake = () => this.#waiting.forEach((waiting) => waiting());
    const end = () => {
      this.#ended = true;
      wake();
    };
    socket.on("data", (piece) => {
      this.#bytes = Buffer.concat([this.#bytes, piece]);
      wake();
    });
    socket.once("end", end).once("close", end);
  }

  #until(ready, patience) {
    return new Promise((done, fail) => {
      const look = () => {
        const found = ready();
        if (found === undefined && !this.#ended) return;
        this.#waiting.delete(look);
        clearTimeout(timer);
        done(found);
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(look);
        fail(new Error(`no answer within ${patience} ms`));
      }, patience);
      this.#waiting.add(look);
      look();
    });
  }

  #take(length) {
    const taken = this.#bytes.subarray(0, length);
    this.#bytes = this.#bytes.subarray(length);
    return taken;
  }

  async #line(patience) {
    const end = await this.#until(() => {
      const at = this.#bytes.indexOf("\r\n");
      return at < 0 ? undefined : at;
    }, patience);
    if (end === undefined) return undefined;
    const line = this.#take(end).toString("latin1");
    this.#take(2);
    return line;
  }

  async #exactly(length, patience) {
    await this.#until(() => (this.#bytes.length >= length ? true : undefined), patience);
    return Buffer.from(this.#take(length));
  }

  /** The next answer; undefined when the connection ended instead. `head` says that no body follows. */
  async next({ head = false, patience = PATIENCE } = {}) {
    const first = await this.#line(patience);
    if (first === undefined) return undefined;
    const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(first)?.[1]);
    if (!status) throw new Error(`no HTTP: ${JSON.stringify(first)}`);
    const headers = {};
    const all = [];
    for (;;) {
      const line = await this.#line(patience);
      if (line === undefined) return undefined;
      if (line === "") break;
      const at = line.indexOf(":");
      const name = line.slice(0, at).toLowerCase();
      const value = line.slice(at + 1).trim();
      all.push([name, value]);
      headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
    }
    const answer = { status, headers, all, body: Buffer.alloc(0) };
    if (head || status < 200 || status === 204 || status === 304) return answer;
    if (/chunked/i.test(headers["transfer-encoding"] ?? "")) {
      const pieces = [];
      for (;;) {
        const size = Number.parseInt((await this.#line(patience)) ?? "0", 16);
        pieces.push(await this.#exactly(size, patience));
        await this.#line(patience);
        if (!size) break;
      }
      answer.body = Buffer.concat(pieces);
    } else if (headers["content-length"] !== undefined) {
      answer.body = await this.#exactly(Number(headers["content-length"]), patience);
    } else {
      await this.#until(() => undefined, patience);
      answer.body = Buffer.from(this.#take(this.#bytes.length));
    }
    return answer;
  }
}

/** One request on a connection of its own. Content-Length is written when a body is given and no header says more. */
export async function ask(target, method, path, headers = [], body = undefined, patience = PATIENCE) {
  const socket = await dial(target);
  const answers = new Answers(socket);
  const sized = headers.some(([name]) => /^(content-length|transfer-encoding)$/i.test(name));
  const full = body === undefined || sized ? headers : [...headers, ["Content-Length", body.length]];
  try {
    socket.write(head(method, path, full));
    if (body?.length) socket.write(body);
    return await answers.next({ head: method === "HEAD", patience });
  } finally {
    socket.destroy();
  }
}

/** The same, for bytes that need not be HTTP at all. */
export async function shout(target, bytes, patience = PATIENCE) {
  const socket = await dial(target);
  const answers = new Answers(socket);
  try {
    socket.write(bytes);
    return await answers.next({ patience });
  } finally {
    socket.destroy();
  }
}
