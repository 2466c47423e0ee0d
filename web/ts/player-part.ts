/** The address of the player, relative to this script. The build puts it here. */
declare const PLAYER_PART: string;
type Part = typeof import("./player/index");

let part: Promise<Part> | undefined;

/** Fetches the player, which only the desk needs. Until then, and without it, the browser's own controls do. */
function when(ready: (part: Part) => void): void {
  part ??= import(PLAYER_PART) as Promise<Part>;
  part.then(ready).catch((error: unknown) => {
    part = undefined; // The next page asks again.
    console.warn(error);
  });
}

export function player(root: HTMLElement): void {
  when((part) => part.player(root));
}

export function filmstrip(root: HTMLElement): void {
  when((part) => part.filmstrip(root));
}
