// Arithmetic of time. No page, no player.

/** A stretch that is played again and again: its beginning, and its end once that is set. */
export type Stretch = { from: number; to: number | undefined };

/** Within a film of so many seconds, its last moment still shows a picture. */
export function within(seconds: number, duration: number): number {
  const last = Number.isFinite(duration) ? Math.max(0, duration - 0.001) : Number.MAX_SAFE_INTEGER;
  return Math.min(Math.max(0, seconds), last);
}

/**
 * Where to jump so that the next frame is shown, or the one before: into its middle, so that no rounding of a player
 * decides which one it is. `shown` is where the frame that is shown begins, `frame` how long one is.
 */
export function stepped(shown: number, frame: number, frames: number, duration: number): number {
  return within(shown + (frames + 0.5) * frame, duration);
}

/** "1:02:03.45", as long as it has to be, to the hundredth. */
export function timeCode(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds * 100 + 1e-6));
  const part = (units: number, many: number): number => Math.floor(whole / units) % many;
  const two = (number: number): string => String(number).padStart(2, "0");
  const hours = Math.floor(whole / 360_000);
  const rest = `${two(part(100, 60))}.${two(whole % 100)}`;
  return hours > 0 ? `${hours}:${two(part(6000, 60))}:${rest}` : `${part(6000, 60)}:${rest}`;
}

/** A press of the one key that sets a stretch: its beginning, its end, none. An end before its beginning is one, too. */
export function pressed(stretch: Stretch | undefined, at: number): Stretch | undefined {
  if (!stretch) return { from: at, to: undefined };
  if (stretch.to !== undefined) return undefined;
  return at >= stretch.from ? { from: stretch.from, to: at } : { from: at, to: stretch.from };
}

/** Where a film that has come to `at` goes on in its stretch; none: where it is. */
export function looped(stretch: Stretch | undefined, at: number): number | undefined {
  if (stretch?.to === undefined) return undefined;
  return at >= stretch.to || at < stretch.from - 0.05 ? stretch.from : undefined;
}
