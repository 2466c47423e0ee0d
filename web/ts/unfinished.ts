const BETWEEN_MS = 2000;

/** Patience with a player that waits for the next piece of a film that is still being made. */
const STALLED_MS = 6000;

/**
 * Looks again at a file that is still worked on: how far it is, and its place in the page once there is more of it.
 * A film that plays is left alone until it stops.
 */
export function unfinished(root: HTMLElement, start: (within: ParentNode) => void): void {
  keepPlaying(root);
  const look = (): void => {
    if (!root.isConnected) return;
    const request = new XMLHttpRequest();
    // The browser reads the page: no text of it becomes HTML in ours.
    request.responseType = "document";
    request.open("GET", location.pathname);
    request.addEventListener("loadend", () => {
      const fresh = request.responseXML?.getElementById(root.id);
      if (!fresh || !take(root, fresh, start)) window.setTimeout(look, BETWEEN_MS);
    });
    request.send();
  };
  window.setTimeout(look, BETWEEN_MS);
}

/** Takes over what is new. True when all of it was replaced. */
function take(root: HTMLElement, fresh: HTMLElement, start: (within: ParentNode) => void): boolean {
  const film = root.querySelector("video");
  const plays = film !== null && !film.paused && !film.ended;
  const same = fresh.dataset["stage"] === root.dataset["stage"] && fresh.dataset["module"] !== undefined;
  if (same || plays) {
    const [before, after] = [root.querySelector(".how-far"), fresh.querySelector(".how-far")];
    if (before && after) before.replaceWith(document.adoptNode(after));
    else if (after) root.append(document.adoptNode(after));
    else before?.remove();
    return false;
  }
  const node = document.adoptNode(fresh);
  root.replaceWith(node);
  const holder = node.parentNode;
  if (holder) start(node);
  return true;
}

/** Players give up when a list does not grow for a while; this one is asked again where it stood. */
function keepPlaying(root: HTMLElement): void {
  const film = root.querySelector("video");
  if (!film) return;
  let patience = 0;
  film.addEventListener("waiting", () => {
    window.clearTimeout(patience);
    patience = window.setTimeout(() => {
      if (film.paused || film.readyState > HTMLMediaElement.HAVE_CURRENT_DATA) return;
      const at = film.currentTime;
      film.load();
      film.currentTime = at;
      void film.play().catch(() => undefined);
    }, STALLED_MS);
  });
  film.addEventListener("playing", () => window.clearTimeout(patience));
}
