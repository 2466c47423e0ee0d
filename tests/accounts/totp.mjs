// What an authenticator app does (RFC 6238, SHA-1, six digits, thirty seconds).
import { createHmac } from "node:crypto";

const STEP_MS = 30_000;
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

function fromBase32(text) {
  let bits = "";
  for (const letter of text.toUpperCase().replace(/[^A-Z2-7]/g, "")) {
    bits += LETTERS.indexOf(letter).toString(2).padStart(5, "0");
  }
  return Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
}

/** The time step of a moment. */
export const step = (at = Date.now()) => Math.floor(at / STEP_MS);

/** The code of a step. */
export function code(secret, of = step()) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(of));
  const mac = createHmac("sha1", fromBase32(secret)).update(counter).digest();
  const number = mac.readUInt32BE(mac[19] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

/** An authenticator app: no code of it is typed twice. */
export class App {
  #used = 0;

  constructor(secret) {
    this.secret = secret;
  }

  /** The code that it shows, or of the next step when the present one was used; a server takes one step ahead. */
  async code() {
    const of = Math.max(step(), this.#used + 1);
    while (of > step() + 1) await new Promise((next) => setTimeout(next, 200));
    this.#used = of;
    return code(this.secret, of);
  }
}

/** Waits until a step has so many seconds left at least. */
export async function freshStep(seconds) {
  const left = STEP_MS - (Date.now() % STEP_MS);
  if (left < seconds * 1000) await new Promise((next) => setTimeout(next, left + 50));
}
