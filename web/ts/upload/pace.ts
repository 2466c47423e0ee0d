const KB = 1024;
const SMALLEST = 256 * KB;
const LARGEST = 8 * KB * KB;
const AIM_MS = 4000;
const WINDOW_MS = 15_000;

/** How large the next chunk is: about four seconds of what the line carries. All files share the line. */
export class Pace {
  /** Bytes. */
  size = 2 * SMALLEST;

  /** A chunk arrived. */
  took(bytes: number, ms: number): void {
    const fitting = (bytes / Math.max(ms, 1)) * AIM_MS;
    // At most double: the first bytes vanish into buffers and look fast.
    const next = Math.min(fitting, this.size * 2);
    this.size = Math.round(Math.min(LARGEST, Math.max(SMALLEST, next)) / SMALLEST) * SMALLEST;
  }

  /** A chunk broke. */
  broke(): void {
    this.size = Math.max(SMALLEST, Math.floor(this.size / 2 / SMALLEST) * SMALLEST);
  }
}

/** How fast bytes went in the last seconds. */
export class Meter {
  #samples: { at: number; bytes: number }[] = [];

  /** So many bytes are there now. */
  at(bytes: number): void {
    const at = performance.now();
    const last = this.#samples.at(-1);
    // After a break some may have to go again: measured anew.
    if (last && bytes < last.bytes) this.#samples = [];
    if (last && at - last.at < 200) return;
    this.#samples.push({ at, bytes });
    while (this.#samples.length > 2 && at - (this.#samples[0]?.at ?? 0) > WINDOW_MS) this.#samples.shift();
  }

  /** Forgets, after a pause. */
  reset(): void {
    this.#samples = [];
  }

  /** Seconds that so many bytes will need, if that can be said. */
  secondsFor(bytes: number): number | undefined {
    const first = this.#samples[0];
    const last = this.#samples.at(-1);
    if (!first || !last || last.at - first.at < 2000 || last.bytes <= first.bytes) return undefined;
    return (bytes * (last.at - first.at)) / (last.bytes - first.bytes) / 1000;
  }
}
