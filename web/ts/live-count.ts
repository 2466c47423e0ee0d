import { digits, words } from "./words";

interface News {
  counts?: Record<string, number>;
  newest?: string;
  fresh?: number;
}

/** Keeps the numbers of the queues right and offers what is new. Nothing moves under the eyes. */
export function liveCount(root: HTMLElement): void {
  const source = root.dataset["src"];
  const link = root.querySelector("a");
  if (!source || !link || !("EventSource" in window)) return;

  const events = new EventSource(source);
  events.addEventListener("message", (event: MessageEvent<string>) => {
    const news = JSON.parse(event.data) as News;
    for (const [name, count] of Object.entries(news.counts ?? {})) {
      for (const place of document.querySelectorAll(`[data-count="${CSS.escape(name)}"]`)) {
        place.textContent = digits(String(count), document.documentElement.lang);
      }
    }
    if (!news.newest || news.newest === root.dataset["newest"]) return;
    if (news.fresh && root.dataset["words"]) link.textContent = words(root, "words", news.fresh);
    root.hidden = false;
  });
  // Browsers that keep a left page in memory must not hold its line open.
  window.addEventListener("pagehide", () => events.close());
}
