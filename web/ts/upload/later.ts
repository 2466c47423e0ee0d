import { element, words } from "../words";
import { bytes } from "./numbers";
import { Pace } from "./pace";
import { next } from "./queue";
import { Row } from "./row";
import { Sending, terminate } from "./sending";
import { Speaker } from "./speaker";
import * as store from "./store";
import { busy, tied } from "./tied";

/**
 * The originals of photos that were sent small, on the page of their contribution: shows that they wait on this
 * device, sends them, or forgets them. `left` is called when one has left the device.
 */
export async function originalsOf(root: HTMLElement, submission: string, left: () => Promise<void>): Promise<void> {
  const taken = await busy();
  const waiting = (await store.originals()).filter((kept) => kept.submission === submission && !taken.has(kept.id));
  if (!waiting.length || !submission || root.childElementCount) return;
  new Later(root, waiting, left);
}

class Later {
  readonly #root: HTMLElement;
  readonly #left: () => Promise<void>;
  readonly #speaker = new Speaker();
  readonly #rows = new Map<Sending, Row>();
  readonly #kept = new Map<Sending, store.KeptFile>();
  readonly #posting = new Set<Sending>();
  readonly #more: HTMLElement;
  readonly #buttons = element("p", "row");
  readonly #list = element("ul", "chosen");
  readonly #said = element("p", "said");
  readonly #pace = new Pace();

  constructor(root: HTMLElement, waiting: store.KeptFile[], left: () => Promise<void>) {
    this.#root = root;
    this.#left = left;
    const size = waiting.reduce((sum, kept) => sum + kept.size, 0);
    const title = element("h2", "minor", words(root, "wordsWaits", waiting.length, bytes(root, size)));
    title.id = "later";
    root.setAttribute("aria-labelledby", title.id);
    title.tabIndex = -1;
    this.#more = element("p", "", words(root, "wordsMore"));
    this.#said.setAttribute("role", "status");
    this.#buttons.append(
      this.#button("button small", "wordsSend", () => void this.#send(waiting)),
      this.#button("button small quiet", "wordsLaterForget", () => void this.#forget(waiting)),
    );
    root.append(title, this.#more, this.#buttons, this.#list, this.#said, this.#speaker.place);
    root.hidden = false;
    this.#speaker.say(title.textContent ?? "");
    window.addEventListener("online", () => this.#wake());
    window.addEventListener("offline", () => {
      for (const sending of this.#rows.keys()) sending.networkGone();
    });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.#wake();
    });
  }

  async #send(waiting: store.KeptFile[]): Promise<void> {
    this.#buttons.remove();
    this.#more.remove();
    for (const kept of waiting) {
      const file = await store.blobOf(kept.id).catch(() => undefined);
      // Another page may have sent it meanwhile.
      if (file) this.#begin(kept, file);
    }
    [...this.#rows.values()][0]?.name.focus();
    next(this.#rows.keys());
  }

  #begin(kept: store.KeptFile, file: Blob): void {
    const sending = new Sending(kept, file, {
      endpoint: new URL(this.#root.dataset["endpoint"] ?? "", location.href).href,
      pace: this.#pace,
      changed: (changed) => this.#changed(changed),
      moved: (moved) => void this.#moved(moved),
      again: ({ id }) => store.blobOf(id).catch(() => undefined),
    });
    const row = new Row(this.#root, sending, {
      pause: () => sending.pause(),
      resume: () => {
        sending.queue();
        next(this.#rows.keys());
      },
      remove: () => void this.#remove(sending),
      chosenAgain: (again) => {
        sending.file = again;
        sending.queue();
        next(this.#rows.keys());
      },
    });
    this.#rows.set(sending, row);
    this.#kept.set(sending, kept);
    this.#list.append(row.item);
    void tied(kept.id);
  }

  #changed(sending: Sending): void {
    this.#rows.get(sending)?.update();
    if (sending.state === "done") void this.#add(sending);
    if (sending.state === "refused") this.#speaker.say(sending.words || words(this.#root, "wordsRefused"));
    next(this.#rows.keys());
  }

  async #moved(sending: Sending): Promise<void> {
    const { token, sent } = sending;
    const kept = this.#kept.get(sending);
    if (kept) await store.keepFile({ ...kept, token, sent, at: Date.now() }).catch(() => undefined);
  }

  /** Its bytes are at the server: now they become part of the contribution. Asked twice, it does so once. */
  async #add(sending: Sending): Promise<void> {
    if (this.#posting.has(sending)) return;
    this.#posting.add(sending);
    const form = new FormData();
    const number = this.#kept.get(sending)?.later?.number;
    form.set("code", this.#root.dataset["code"] ?? "");
    form.set("addition", sending.id);
    form.set("upload", sending.token);
    form.set("original_of", number ? String(number) : "");
    let status = 0;
    try {
      const address = this.#root.dataset["address"] ?? "";
      status = (await fetch(address, { method: "POST", body: form, headers: { accept: "text/html" } })).status;
    } catch {
      // No answer: asked once more below.
    }
    if (status >= 200 && status < 300) {
      await store.dropFile(sending.id);
      this.#leave(sending);
      if (!this.#rows.size) this.#end("wordsArrived");
      await this.#left();
      return;
    }
    this.#posting.delete(sending);
    // What the server has forgotten goes once more from the beginning.
    if (status === 422) {
      sending.token = "";
      sending.sent = 0;
    }
    sending.file = await store.blobOf(sending.id).catch(() => undefined);
    sending.pause();
    this.#said.textContent = words(this.#root, status === 409 ? "wordsClosed" : "wordsFailed");
  }

  async #remove(sending: Sending): Promise<void> {
    sending.remove();
    await store.dropFile(sending.id).catch(() => undefined);
    this.#leave(sending);
    if (!this.#rows.size) this.#end("wordsLaterForgotten");
    await this.#left();
  }

  async #forget(waiting: store.KeptFile[]): Promise<void> {
    for (const { id, token } of waiting) {
      if (token) terminate(this.#root.dataset["endpoint"] ?? "", token);
      await store.dropFile(id).catch(() => undefined);
    }
    this.#end("wordsLaterForgotten");
    await this.#left();
  }

  #leave(sending: Sending): void {
    this.#rows.get(sending)?.item.remove();
    this.#rows.delete(sending);
    this.#kept.delete(sending);
  }

  #end(name: string): void {
    const said = this.#said;
    said.textContent = words(this.#root, name);
    said.tabIndex = -1;
    this.#root.removeAttribute("aria-labelledby");
    this.#root.replaceChildren(said);
    said.focus();
  }

  #wake(): void {
    for (const sending of this.#rows.keys()) sending.wake();
    next(this.#rows.keys());
  }

  #button(look: string, name: string, act: () => void): HTMLButtonElement {
    const made = element("button", look, words(this.#root, name));
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }
}
