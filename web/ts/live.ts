import { announce } from "./announce";
import { type Item, Line, type News } from "./live-line";
import { digits, element, language, words } from "./words";

/** Names stand by themselves, whichever way they are written. */
function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}

/** Where a contribution stands, in the words of the page. */
function stateWords(root: HTMLElement, state: string): string {
  const name = state.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return root.dataset[`words${name}`] ?? state;
}

/** Who brought it to where it is. */
function standing(root: HTMLElement, item: Item): string {
  const state = stateWords(root, item.state);
  return item.by ? words(root, "wordsBy", state, isolated(item.by)) : state;
}

/** Keeps what is shown of the desk right while it is open. Nothing moves, nothing disappears. */
export function live(root: HTMLElement): void {
  const { since = "", last = "", line: lineAt = "", poll = "", queue, item: own } = root.dataset;
  const fresh = new Fresh(root, queue);
  const line = new Line({
    since,
    last,
    line: lineAt,
    poll,
    ids: () => [...cards().map((card) => card.dataset["id"] ?? ""), ...(own ? [own] : [])].filter(Boolean).slice(0, 200),
    heard: (news) => {
      counts(root, news);
      for (const item of news.items ?? []) {
        for (const card of cards(item.id)) change(root, card, item, queue);
        if (item.id === own) page(root, item);
        fresh.changed(item);
      }
      fresh.heard(news);
    },
    looked: (news) => {
      counts(root, news);
      const found = new Map((news.items ?? []).map((item) => [item.id, item]));
      for (const card of cards()) {
        const item = found.get(card.dataset["id"] ?? "");
        if (item) change(root, card, item, queue);
        else gone(root, card);
      }
      if (own) {
        const item = found.get(own);
        if (item) page(root, item);
        else banner(root, words(root, "wordsGone"));
      }
      fresh.heard(news);
    },
    lost: (lost) => {
      const place = root.querySelector<HTMLElement>("[data-lost]");
      if (!place || place.hidden === !lost) return;
      place.hidden = !lost;
      if (lost) announce(place.textContent ?? "");
    },
  });
  const turn = (): void => (document.visibilityState === "visible" ? line.start() : line.stop());
  document.addEventListener("visibilitychange", turn);
  // Browsers that keep a left page in memory must not hold its line open.
  window.addEventListener("pagehide", () => line.stop());
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) turn();
  });
  turn();
}

function cards(id?: string): HTMLElement[] {
  const one = id ? `[data-id="${CSS.escape(id)}"]` : "[data-id]";
  return [...document.querySelectorAll<HTMLElement>(`.item${one}`)];
}

function counts(root: HTMLElement, news: News): void {
  const all = { ...news.counts, ...(news.mine !== undefined && { mine: news.mine }) };
  for (const [name, count] of Object.entries(all)) {
    for (const place of document.querySelectorAll(`[data-count="${CSS.escape(name)}"]`)) {
      place.textContent = digits(String(count), language(root));
    }
  }
}

/** Whether a contribution stands in the page's list. */
export function isIn(queue: string | undefined, item: Item, me: string): boolean {
  if (queue === undefined || queue === "all") return true;
  if (queue === "mine") return item.by_id === me && item.queues.includes("open");
  return item.queues.includes(queue);
}

function change(root: HTMLElement, card: HTMLElement, item: Item, queue: string | undefined): void {
  const me = root.dataset["me"] ?? "";
  const before = card.dataset["state"];
  card.dataset["state"] = item.state;
  const badge = card.querySelector<HTMLElement>(".badge[data-state]");
  if (badge && before !== item.state) {
    badge.dataset["state"] = item.state;
    badge.textContent = stateWords(root, item.state);
  }
  const mine = item.claim?.by_id === me;
  card.classList.toggle("taken", Boolean(item.claim) && !mine);
  card.classList.toggle("mine", mine);
  mark(
    card,
    "claimed",
    item.claim ? (mine ? words(root, "wordsClaimMine") : words(root, "wordsClaim", isolated(item.claim.by))) : "",
  );
  const left = !isIn(queue, item, me);
  if (left !== card.classList.contains("left")) {
    leave(card, left);
    mark(card, "left-words", left ? standing(root, item) : "");
    const title = card.querySelector("h2")?.textContent?.trim() ?? "";
    if (left && card.contains(document.activeElement)) announce(`${title}: ${standing(root, item)}`);
  }
}

function gone(root: HTMLElement, card: HTMLElement): void {
  leave(card, true);
  mark(card, "left-words", words(root, "wordsGone"));
}

/** It stays where it is, so that nothing moves; it only is not to be worked at any more. */
function leave(card: HTMLElement, left: boolean): void {
  card.classList.toggle("left", left);
  for (const box of card.querySelectorAll<HTMLInputElement>("input[type=checkbox]")) {
    if (left && box.checked) {
      box.checked = false;
      box.dispatchEvent(new Event("change", { bubbles: true }));
    }
    box.disabled = left;
  }
}

function mark(card: HTMLElement, name: string, said: string): void {
  const old = card.querySelector(`.marks .${name}`);
  if (!said) {
    old?.remove();
    return;
  }
  if (old) old.textContent = said;
  else card.querySelector(".marks")?.append(" ", element("span", `mark ${name}`, said));
}

/** The page of one contribution: what somebody else did to it is said, and nothing is taken away. */
function page(root: HTMLElement, item: Item): void {
  document.dispatchEvent(new CustomEvent("desk:claim", { detail: item.claim }));
  const shown = document.querySelector<HTMLElement>("main [data-item][data-version]");
  if (!shown || Number(shown.dataset["version"]) >= item.version) return;
  const state = stateWords(root, item.state);
  const colleague = item.last_id !== root.dataset["me"] ? item.last : null;
  banner(
    root,
    colleague ? words(root, "wordsChanged", isolated(colleague), state) : words(root, "wordsChangedSomebody", "", state),
  );
}

function banner(root: HTMLElement, said: string): void {
  const place = root.querySelector<HTMLElement>("[data-changed]");
  const text = place?.querySelector("p");
  if (!place || !text || text.textContent === said) return;
  text.textContent = said;
  place.hidden = false;
  const typed = place.querySelector<HTMLElement>("[data-typed]");
  if (typed) typed.hidden = !hasTyped();
  announce(said);
}

function hasTyped(): boolean {
  const fields = document.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>("main textarea, main input[type=text]");
  return [...fields].some((field) => field.value.trim() !== field.defaultValue.trim());
}

/** What came since the page was made, behind a button: nothing moves by itself. */
class Fresh {
  #root: HTMLElement;
  #queue: string | undefined;
  #known = 0;
  #until = 0;
  #later = new Set<string>();

  constructor(root: HTMLElement, queue: string | undefined) {
    this.#root = root;
    this.#queue = queue;
    this.#until = Number((root.dataset["since"] ?? "").split(".")[0]) || 0;
  }

  changed(item: Item): void {
    if (cards(item.id).length) return;
    const isNew = this.#counts() ? item.sent > this.#until : true;
    if (isNew && isIn(this.#queue, item, this.#root.dataset["me"] ?? "")) this.#later.add(item.id);
    else this.#later.delete(item.id);
  }

  heard(news: News): void {
    if (news.fresh !== undefined && this.#counts()) {
      this.#known = news.fresh;
      this.#until = Math.max(this.#until, news.newest ?? 0);
      this.#later.clear();
    }
    const box = this.#root.querySelector<HTMLElement>(".fresh");
    const link = box?.querySelector("a");
    if (!box || !link) return;
    const count = this.#known + this.#later.size;
    const said = words(this.#root, "wordsFresh", count);
    if (count > 0) {
      link.textContent = said;
      if (box.hidden) announce(said);
    }
    box.hidden = count === 0;
  }

  /** Whether the server counts what is new here; elsewhere what comes in is counted while it is seen to come. */
  #counts(): boolean {
    return this.#root.dataset["fresh"] === "counted";
  }
}
