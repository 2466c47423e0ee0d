/** The address of the part that plays playlists, relative to this script. The build puts it here. */
declare const FILM_PART: string;
type Part = typeof import("./film/index");

const PLAYLIST = "application/vnd.apple.mpegurl";

/**
 * A film with a playlist, in a browser that does not know playlists but can be taught: the part that teaches it is fetched
 * when somebody presses play, and not before. Where that fails, the browser plays the one file that stands beside the list.
 */
export function film(root: HTMLElement): void {
  if (!(root instanceof HTMLVideoElement)) return;
  const list = root.querySelector<HTMLSourceElement>(`source[type="${PLAYLIST}"]`)?.src;
  if (!list || root.canPlayType(PLAYLIST) !== "" || !("MediaSource" in window)) return;
  const start = (): void => {
    const at = root.currentTime;
    root.pause();
    (import(FILM_PART) as Promise<Part>)
      .then((part) => part.play(root, list, at))
      .catch((error: unknown) => {
        console.warn(error);
        void root.play().catch(() => undefined);
      });
  };
  root.addEventListener("play", start, { once: true });
}
