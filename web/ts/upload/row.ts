import { element, words } from "../words";
import { bytes, left, percent } from "./numbers";
import type { Told } from "./photo-metadata";
import type { Sending, State } from "./sending";

/** What the reader may ask of a file. */
export interface Wishes {
  pause(): void;
  resume(): void;
  remove(): void;
  chosenAgain(file: File): void;
}

const SAID: Partial<Record<State, string>> = {
  queued: "wordsQueued",
  paused: "wordsPaused",
  done: "wordsDone",
  lost: "wordsLost",
};

/** One file in the list. */
export class Row {
  readonly item = element("li", "upload");
  readonly name = element("p", "name");
  /** Where the words stand. Another one after the page was shown anew with mistakes. */
  root: HTMLElement;
  readonly #sending: Sending;
  readonly #thumb = element("span", "thumb");
  readonly #bar = element("progress");
  readonly #state = element("p", "meta state");
  readonly #holds = element("p", "holds");
  readonly #act = element("button", "link");
  readonly #again = element("input", "vh");
  readonly #actions = element("p", "actions");

  constructor(root: HTMLElement, sending: Sending, wishes: Wishes) {
    this.root = root;
    this.#sending = sending;
    const id = `upload-${sending.id}`;
    this.name.id = id;
    this.name.tabIndex = -1;
    this.name.append(element("bdi", "", sending.name));
    this.#thumb.dataset["kind"] = sending.type.split("/")[0] ?? "";
    this.#bar.max = 100;
    this.#bar.setAttribute("aria-labelledby", id);
    this.#act.type = "button";
    this.#act.addEventListener("click", () => {
      if (sending.state === "lost") this.#again.click();
      else if (sending.isOpen) wishes.pause();
      else wishes.resume();
    });
    this.#again.type = "file";
    this.#again.tabIndex = -1;
    this.#again.setAttribute("aria-hidden", "true");
    this.#again.addEventListener("change", () => {
      const file = this.#again.files?.[0];
      this.#again.value = "";
      if (file) wishes.chosenAgain(file);
    });
    const remove = element("button", "link", words(root, "wordsRemove"));
    remove.type = "button";
    remove.append(element("span", "vh", ` ${sending.name}`));
    remove.addEventListener("click", () => wishes.remove());
    this.#actions.append(this.#act, remove, this.#again);
    const what = element("div");
    what.append(this.name, this.#bar, this.#state, this.#holds, this.#actions);
    this.item.append(this.#thumb, what);
    this.update();
  }

  /** Shows how it stands now. */
  update(): void {
    const { state, sent, size, token } = this.#sending;
    const root = this.root;
    this.item.dataset["state"] = state;
    const there = percent(sent, size);
    this.#bar.value = there;
    this.#bar.hidden = state === "done" || state === "refused";

    const parts: string[] = [];
    const said = SAID[state];
    if (said) parts.push(words(root, said));
    if (state === "waiting") {
      parts.push(this.#sending.words || words(root, navigator.onLine ? "wordsBroken" : "wordsOffline"));
    }
    if (state === "refused") parts.push(this.#sending.words || words(root, "wordsRefused"));
    if (state === "done" || state === "queued") parts.push(bytes(root, size));
    else if (state !== "refused") {
      parts.push(words(root, "wordsOf", bytes(root, sent), bytes(root, size)), words(root, "wordsPercent", there));
    }
    if (state === "going") {
      const rest = left(root, this.#sending.meter.secondsFor(size - sent));
      if (rest) parts.push(rest);
    }
    // Only what differs: a reader may be selecting it.
    const shown = [...this.#state.children].map(({ textContent }) => textContent);
    if (shown.join("\n") !== parts.join("\n")) this.#state.replaceChildren(...parts.map((text) => element("span", "", text)));

    this.#act.hidden = state === "done";
    const ask = words(
      root,
      state === "lost" ? "wordsChoose" : this.#sending.isOpen ? "wordsPause" : state === "paused" ? "wordsResume" : "wordsRetry",
    );
    if (this.#act.firstChild?.textContent !== ask) {
      this.#act.replaceChildren(ask, element("span", "vh", ` ${this.#sending.name}`));
    }
    this.#hold(state === "done" ? token : "");
  }

  /** A picture of it. */
  show(picture: HTMLElement): void {
    this.#thumb.replaceChildren(picture);
  }

  /** What the photo tells of its taking. */
  tell(told: Told): void {
    const root = this.root;
    const items: HTMLElement[] = [];
    const item = (name: string, value = ""): void => {
      const made = element("span", "", words(root, name));
      // As the camera wrote it: a date in other digits would be turned around.
      if (value) made.append(" (", element("bdi", "", value), ")");
      items.push(made);
    };
    if (told.place) item("wordsPlace");
    if (told.time) item("wordsTime", told.time);
    if (told.device) item("wordsDevice", told.device);
    if (!items.length) {
      this.#holds.textContent = words(root, "wordsNothing");
      return;
    }
    const list = element("span", "list");
    list.append(...items);
    this.#holds.replaceChildren(words(root, "wordsHolds"), " ", list, element("br"), words(root, "wordsNever"));
  }

  /** The same in words, for the place where it is said aloud. */
  get told(): string {
    return this.#holds.textContent ?? "";
  }

  /** What the form sends of it. */
  #hold(token: string): void {
    const held = this.item.querySelector<HTMLInputElement>("input[name=upload]");
    if (!token) {
      held?.remove();
      return;
    }
    if (held?.value === token) return;
    const field = element("input");
    field.type = "hidden";
    field.name = "upload";
    field.value = token;
    held?.remove();
    this.item.append(field);
  }
}
