const BETWEEN_MS = 2000;

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
    request.open("GET", location.pathname + location.search);
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
  // In the document in which they were read they could not be loaded, and gave up.
  for (const player of node.querySelectorAll<HTMLMediaElement>("audio, video")) player.load();
  const successor = node.querySelector("video");
  if (film?.ended && successor) goOn(successor, film.currentTime);
  start(node);
  return true;
}

/** A film that is being made ends where it ends by now: it goes on as soon as there is more of it. */
function keepPlaying(root: HTMLElement): void {
  const film = root.querySelector("video");
  film?.addEventListener("ended", () => {
    window.setTimeout(() => {
      const making = root.dataset["stage"]?.startsWith("processing");
      if (root.isConnected && making) goOn(film, film.currentTime);
    }, BETWEEN_MS);
  });
}

function goOn(film: HTMLVideoElement, at: number): void {
  film.load();
  film.currentTime = at;
  void film.play().catch(() => undefined);
}
