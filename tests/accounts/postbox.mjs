// A mail server that keeps what it is given, and can be asked to hold its breath (RFC 5321): between the last byte of a mail
// and the word that it was taken, a test can do the worst.
import { createServer } from "node:net";

import { letter } from "./letters.mjs";

export class Postbox {
  /** What came: to whom, its Message-ID, when the last byte was here. */
  taken = [];
  /** Asked with each mail before it is answered; while it waits, so does the program. */
  before = async () => {};
  #server;
  #open = new Set();

  static async open() {
    const box = new Postbox();
    box.#server = createServer((socket) => box.#serve(socket));
    await new Promise((done) => box.#server.listen(0, "127.0.0.1", done));
    box.url = `smtp://127.0.0.1:${box.#server.address().port}`;
    return box;
  }

  async close() {
    for (const socket of this.#open) socket.destroy();
    await new Promise((done) => this.#server.close(done));
  }

  /** As the folder of mails is read. */
  letters() {
    return this.taken.map(({ id, bytes }, number) => ({ name: `${number} ${id}`, ...letter(bytes) }));
  }

  /** The different mails to an address: the same Message-ID is the same mail. */
  idsTo(address) {
    return new Set(this.taken.filter(({ to }) => to === address).map(({ id }) => id));
  }

  #serve(socket) {
    this.#open.add(socket);
    socket.on("close", () => this.#open.delete(socket));
    // The program was killed: that is what is tested.
    socket.on("error", () => {});
    const say = (line) => !socket.destroyed && socket.write(`${line}\r\n`);
    let [waiting, data] = [Buffer.alloc(0), false];
    const next = async () => {
      for (;;) {
        const end = waiting.indexOf(data ? "\r\n.\r\n" : "\r\n");
        if (end < 0) return;
        const said = waiting.subarray(0, end);
        waiting = waiting.subarray(end + (data ? 5 : 2));
        if (data) {
          data = false;
          await this.#take(said);
          say("250 taken");
        } else {
          const verb = said.toString().slice(0, 4).toUpperCase();
          if (verb === "EHLO") say("250 postbox");
          else if (verb === "DATA") {
            data = true;
            say("354 go on");
          } else if (verb === "QUIT") socket.end("221 bye\r\n");
          else say("250 well");
        }
      }
    };
    let turn = Promise.resolve();
    socket.on("data", (piece) => {
      waiting = Buffer.concat([waiting, piece]);
      turn = turn.then(next);
    });
    say("220 postbox");
  }

  async #take(said) {
    const bytes = Buffer.from(`${said.toString("latin1").replace(/\r\n\.\./g, "\r\n.")}\r\n`, "latin1");
    const text = bytes.toString("utf8");
    const [, to] = /^To: .*?([^\s<>]+@[^\s<>]+)/im.exec(text);
    const [, id] = /^Message-ID: (\S+)/im.exec(text);
    const mail = { to, id, at: Date.now(), bytes };
    this.taken.push(mail);
    await this.before(mail);
  }
}
