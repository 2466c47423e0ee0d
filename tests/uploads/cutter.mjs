// A small TCP proxy between a client and a server that slows, cuts and silences connections.
import { connect, createServer } from "node:net";

export class Cutter {
  /** Bytes per second that clients may send; all together. */
  rate = Infinity;
  /** Bytes that clients sent so far. */
  passed = 0;
  #rules = [];
  #pairs = new Set();
  #due = 0;

  constructor(target) {
    this.target = target;
    this.server = createServer({ pauseOnConnect: true, noDelay: true }, (near) => this.#join(near));
  }

  async up() {
    await new Promise((done) => this.server.listen(0, "127.0.0.1", done));
    this.port = this.server.address().port;
    this.origin = `http://127.0.0.1:${this.port}`;
    return this;
  }

  /** Cuts all connections when the clients have sent so many bytes more: "fin", "reset" or "silence". */
  cutAfter(bytes, how = "reset") {
    return new Promise((done) => this.#rules.push({ at: this.passed + bytes, how, done }));
  }

  /** Cuts all connections now. */
  cut(how = "reset") {
    for (const pair of this.#pairs) {
      if (how === "silence") {
        // Nothing passes any more, but neither side is told: a phone that left the network.
        pair.silent = true;
        pair.near.pause();
        pair.far.pause();
        continue;
      }
      this.#pairs.delete(pair);
      for (const socket of [pair.near, pair.far]) how === "reset" ? socket.resetAndDestroy() : socket.end();
      if (how === "fin") setTimeout(() => pair.near.destroy(), 1000).unref();
    }
  }

  #join(near) {
    const far = connect({ ...this.target, noDelay: true });
    const pair = { near, far, silent: false };
    this.#pairs.add(pair);
    const drop = () => {
      if (pair.silent) return;
      this.#pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) socket.on("error", drop).on("close", drop);
    near.on("data", (piece) => this.#forward(pair, piece));
    near.on("end", () => pair.silent || far.end());
    far.on("data", (piece) => {
      if (!pair.silent && !near.write(piece)) {
        far.pause();
        near.once("drain", () => pair.silent || far.resume());
      }
    });
    far.on("end", () => pair.silent || near.end());
    near.resume();
  }

  #forward(pair, piece) {
    pair.near.pause();
    const now = performance.now();
    this.#due = Math.max(this.#due, now) + (piece.length / this.rate) * 1000;
    const pass = () => {
      if (pair.silent || pair.far.destroyed) return;
      this.passed += piece.length;
      const flushed = pair.far.write(piece);
      const rule = this.#rules.findIndex(({ at }) => this.passed >= at);
      if (rule >= 0) {
        const [{ how, done }] = this.#rules.splice(rule, 1);
        this.cut(how);
        done();
        return;
      }
      const resume = () => pair.silent || pair.near.resume();
      if (flushed) resume();
      else pair.far.once("drain", resume);
    };
    const wait = this.#due - now;
    if (wait > 1) setTimeout(pass, wait);
    else pass();
  }

  async stop() {
    for (const { near, far } of this.#pairs) {
      near.destroy();
      far.destroy();
    }
    await new Promise((done) => this.server.close(done));
  }
}
