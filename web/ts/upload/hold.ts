import { element, words } from "../words";
import type { Uploads } from "./uploads";

/** Holds the form until its files are here, then sends it. */
export class Hold {
  readonly #root: HTMLElement;
  readonly #form: HTMLFormElement;
  readonly #uploads: Uploads;
  readonly #place = element("div", "hold");
  readonly #said = element("p");
  readonly #without: HTMLButtonElement;
  #button: HTMLElement | null | undefined;
  /** The form goes off now, with these files. */
  readonly #leaving: () => void;

  constructor(root: HTMLElement, form: HTMLFormElement, uploads: Uploads, leaving: () => void) {
    this.#root = root;
    this.#form = form;
    this.#uploads = uploads;
    this.#leaving = leaving;
    this.#place.hidden = true;
    this.#said.setAttribute("role", "status");
    this.#without = this.#made("wordsWithout", "button small quiet", () => void this.#sendWithout());
    const buttons = element("p", "row");
    buttons.append(this.#without, this.#made("wordsNotYet", "link", () => this.#release(true)));
    this.#place.append(this.#said, buttons);
    form.append(this.#place);
    window.addEventListener("online", () => this.look());
    window.addEventListener("offline", () => this.look());
  }

  /** Before anything else that listens: a form with files on their way stays. */
  submitted(event: SubmitEvent): void {
    // One that is on its way already is refused by `submit-once`.
    if (event.target !== this.#form || this.#form.getAttribute("aria-busy") === "true") return;
    const open = this.#uploads.sendings.filter(({ state }) => state !== "done");
    if (this.#complete() && (open.length || this.#uploads.isPreparing || !navigator.onLine)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      this.#button = event.submitter;
      for (const sending of open) if (sending.state === "paused") sending.queue();
      this.#place.hidden = false;
      this.look();
      return;
    }
    this.#release(false);
    this.#form.dataset["inPlace"] = "";
    this.#leaving();
  }

  /** Something changed: perhaps it can go now. */
  look(): void {
    if (this.#button === undefined || !this.#form.isConnected) return;
    const open = this.#uploads.sendings.filter(({ state }) => state !== "done");
    if (!open.length && !this.#uploads.isPreparing && navigator.onLine) {
      const button = this.#button;
      this.#release(false);
      this.#form.requestSubmit(button);
      return;
    }
    this.#without.hidden = !open.length || !navigator.onLine;
    const stuck = open.length > 0 && !this.#uploads.isPreparing && open.every(({ isOpen }) => !isOpen);
    const text = words(this.#root, !navigator.onLine ? "wordsHoldOffline" : stuck ? "wordsHoldStuck" : "wordsHold");
    if (this.#said.textContent !== text) this.#said.textContent = text;
  }

  /** Whether the server will find what it always asks for. A form that comes back anyway need not wait. */
  #complete(): boolean {
    const typed = new FormData(this.#form);
    // A form that only adds files has none of these fields.
    const has = (name: string): boolean =>
      !this.#form.elements.namedItem(name) || String(typed.get(name) ?? "").trim() !== "";
    return has("title") && has("consent") && has("terms") && (typed.get("consent") !== "named" || has("name"));
  }

  async #sendWithout(): Promise<void> {
    for (const sending of this.#uploads.sendings) {
      if (sending.state !== "done") await this.#uploads.remove(sending);
    }
    this.look();
  }

  #release(focus: boolean): void {
    this.#place.hidden = true;
    this.#said.textContent = "";
    if (focus && this.#button) this.#button.focus();
    this.#button = undefined;
  }

  #made(name: string, look: string, act: () => void): HTMLButtonElement {
    const button = element("button", look, words(this.#root, name));
    button.type = "button";
    button.addEventListener("click", act);
    return button;
  }
}
