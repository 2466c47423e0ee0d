import { element } from "../words";

const PAUSE_MS = 1500;
const SUMMARY_MS = 20_000;
/** Of many sentences only the last ones are still true when their turn comes. */
const MOST = 3;

/** Says what happens to who cannot see it: one sentence after the other, numbers rarely. */
export class Speaker {
  readonly place = element("p", "vh");
  #waiting: string[] = [];
  #timer = 0;
  #summaryAt = 0;
  readonly #saidAt = new Map<string, number>();

  constructor() {
    this.place.setAttribute("role", "status");
  }

  /** Said soon, after what is being said. The same again only after a while. */
  say(words: string): void {
    const now = performance.now();
    if (!words || now - (this.#saidAt.get(words) ?? -SUMMARY_MS) < SUMMARY_MS) return;
    this.#saidAt.set(words, now);
    this.#waiting.push(words);
    if (this.#waiting.length > MOST) this.#waiting.shift();
    if (!this.#timer) this.#next();
  }

  /** Said only if nothing was said for a while. */
  summary(words: () => string): void {
    const now = performance.now();
    if (this.#timer || now - this.#summaryAt < SUMMARY_MS) return;
    this.#summaryAt = now;
    this.say(words());
  }

  #next(): void {
    const words = this.#waiting.shift();
    if (words === undefined) {
      this.#timer = 0;
      return;
    }
    this.#summaryAt = performance.now();
    this.place.textContent = words;
    this.#timer = window.setTimeout(() => this.#next(), PAUSE_MS);
  }
}
