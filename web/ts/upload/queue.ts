import type { Sending } from "./sending";

/** So many files at once: more only make each slower, and a broken one lose more. */
const AT_ONCE = 2;

/** Starts the next file when there is room. */
export function next(sendings: Iterable<Sending>): void {
  const all = [...sendings];
  let busy = all.filter(({ state }) => state === "going" || state === "waiting").length;
  for (const sending of all) {
    if (busy >= AT_ONCE) return;
    if (sending.state !== "queued") continue;
    busy += 1;
    sending.start();
  }
}
