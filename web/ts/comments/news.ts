import { element, words } from "../words";
import { page } from "./document";

/** While somebody looks. */
const SOON = 20_000;
/** After ten minutes, and when the line is bad. */
const LATER = 60_000;
const TIRED = 600_000;

/** Says behind a button that there are new comments. Nothing moves until it is pressed. */
export function news(root: HTMLElement, added: (node: ParentNode) => void, say: (words: string) => void): void {
  const { thread } = root.dataset;
  const place = root.querySelector<HTMLElement>("[data-comments]");
  if (!thread || !place || !root.dataset["since"]) return;
  const bar = element("div", "news");
  place.before(bar);
  const opened = Date.now();
  let timer = 0;
  let shown = 0;

  const next = (wait: number): void => {
    clearTimeout(timer);
    if (document.visibilityState === "visible") timer = window.setTimeout(ask, wait);
  };
  const ask = async (): Promise<void> => {
    let wait = Date.now() - opened > TIRED ? LATER : SOON;
    try {
      const since = encodeURIComponent(root.dataset["since"] ?? "");
      const answer = await fetch(`/threads/${thread}/news.json?since=${since}`, { headers: { accept: "application/json" } });
      // The article is gone, or was never for everybody.
      if (answer.status === 404 || answer.status === 410) return;
      if (!answer.ok) throw new Error(`${answer.status}`);
      const told: unknown = await answer.json();
      tell(count(told));
    } catch {
      wait = LATER;
    }
    next(wait);
  };
  const tell = (fresh: number): void => {
    if (fresh <= 0 || fresh === shown) return;
    shown = fresh;
    const said = words(root, "wordsNew", fresh);
    const button = element("button", "button small", said);
    button.type = "button";
    button.addEventListener("click", () => void bring());
    bar.replaceChildren(button);
    say(said);
  };
  const bring = async (): Promise<void> => {
    const address = `/threads/${thread}?order=newest`;
    // In the middle of a thread the new ones are elsewhere.
    if (new URLSearchParams(location.search).has("after")) {
      location.assign(`${address}#comments`);
      return;
    }
    try {
      const fresh = (await page(address)).querySelector<HTMLElement>("#comments");
      const list = fresh?.querySelector<HTMLElement>("[data-comments]");
      if (!fresh || !list) throw new Error("another page");
      const title = root.querySelector("h2");
      if (title) title.textContent = fresh.querySelector("h2")?.textContent ?? title.textContent;
      root.dataset["since"] = fresh.dataset["since"] ?? "";
      const writing = place.querySelector<HTMLElement>(".answering");
      const to = writing?.closest<HTMLElement>(".comment")?.id;
      place.replaceChildren(...[...list.childNodes].map((node) => document.adoptNode(node)));
      added(place);
      if (writing) keep(writing, to);
      shown = 0;
      bar.replaceChildren();
      place.querySelector<HTMLElement>(".comment .time")?.focus();
    } catch {
      location.assign(`${address}#comments`);
    }
  };
  /** What somebody is writing stays with the comment that it answers, or else before the others. */
  const keep = (writing: HTMLElement, to: string | undefined): void => {
    const again = to ? place.querySelector(`#${CSS.escape(to)} > article`) : null;
    if (again) again.after(writing);
    else place.prepend(writing);
  };

  document.addEventListener("visibilitychange", () => next(1000));
  next(SOON);
}

function count(told: unknown): number {
  if (typeof told !== "object" || told === null || !("new" in told)) return 0;
  return typeof told.new === "number" ? told.new : 0;
}
