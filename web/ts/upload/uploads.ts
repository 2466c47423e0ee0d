import { element, words } from "../words";
import { bytes, left, percent } from "./numbers";
import { Meter, Pace } from "./pace";
import { readPhoto } from "./photo-metadata";
import { preview } from "./preview";
import { next } from "./queue";
import { Row } from "./row";
import { type About, Sending, type State, type Ties } from "./sending";
import { isLargePhoto, small } from "./small";
import { Speaker } from "./speaker";
import * as store from "./store";
import { tied } from "./tied";

/** The files of the form. They stay as they are when the form is shown anew with mistakes. */
export class Uploads {
  readonly speaker = new Speaker();
  readonly #rows = new Map<Sending, Row>();
  readonly #said = new Map<Sending, State>();
  readonly #chosen = new WeakMap<Sending, string>();
  readonly #locks = new Map<string, () => void>();
  readonly #meter = new Meter();
  readonly #problem = element("p", "error-words");
  readonly #total = element("div", "total");
  readonly #totalBar = element("progress");
  readonly #totalWords = element("p", "meta");
  readonly #list = element("ul", "chosen");
  readonly #ties: Ties;
  #root: HTMLElement;
  #input: HTMLInputElement | undefined;
  #drawing = 0;
  /** Photos of which a small copy is being made. */
  readonly #shrinking = new Set<string>();
  /** Something was kept, or may have been dropped. */
  keeping: () => void = () => undefined;
  /** A file was added. */
  adding: () => void = () => undefined;
  /** A state changed. */
  settling: () => void = () => undefined;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#problem.setAttribute("role", "alert");
    this.#totalBar.max = 100;
    this.#total.append(this.#totalWords, this.#totalBar);
    this.#total.hidden = true;
    this.#ties = {
      endpoint: new URL(root.dataset["endpoint"] ?? "", location.href).href,
      pace: new Pace(),
      changed: (sending) => this.#changed(sending),
      moved: (sending) => void this.#keep(sending),
      again: ({ id }) => store.blobOf(id).catch(() => undefined),
    };
    window.addEventListener("online", () => this.#wake());
    window.addEventListener("offline", () => {
      for (const sending of this.#rows.keys()) sending.networkGone();
    });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.#wake();
    });
  }

  /** Whether files are being made ready that are not in the list yet. */
  get isPreparing(): boolean {
    return this.#shrinking.size > 0;
  }

  get sendings(): Sending[] {
    return [...this.#rows.keys()];
  }

  /** Moves into this field; takes what is chosen in it. */
  home(root: HTMLElement, input: HTMLInputElement): void {
    this.#root = root;
    for (const row of this.#rows.values()) row.root = root;
    if (this.#input !== input) {
      this.#input = input;
      input.addEventListener("change", () => this.#take());
      root.append(this.#problem, this.#total, this.#list, this.speaker.place);
      this.#totalBar.setAttribute("aria-label", words(root, "wordsTotal"));
      this.#dropKept();
    }
    this.#take();
    this.#draw();
  }

  /** Adds files that were chosen, shared or dropped. */
  add(files: File[]): void {
    const root = this.#root;
    const max = Number(root.dataset["maxUploadBytes"]);
    const large: string[] = [];
    const fresh: File[] = [];
    const here = new Set([...this.#shrinking, ...this.sendings.map((sending) => this.#chosen.get(sending))]);
    for (const file of files) {
      const lost = this.sendings.find(({ state, name, size }) => state === "lost" && name === file.name && size === file.size);
      if (lost) this.#again(lost, file);
      else if (file.size > max) large.push(file.name);
      else if (!here.has(sign(file))) fresh.push(file);
    }
    const room = Number(root.dataset["maxFiles"]) - this.#rows.size - this.#shrinking.size - root.ownerDocument.querySelectorAll("#kept input[name=upload]").length;
    this.#problem.replaceChildren();
    if (large.length) {
      this.#problem.append(words(root, "wordsTooLarge", Math.floor(max / 1024 / 1024)), " ", element("bdi", "", large.join(", ")), " ");
    }
    if (fresh.length > room) this.#problem.append(words(root, "wordsTooMany", Number(root.dataset["maxFiles"])));
    const makesSmall = root.querySelector<HTMLInputElement>("[data-small] input")?.checked;
    for (const file of fresh.slice(0, Math.max(0, room))) {
      if (makesSmall && isLargePhoto(file)) void this.#addSmall(file);
      else this.#addWhole(file);
    }
    if (fresh.length) this.speaker.say(words(root, "wordsChosen", this.#rows.size + this.#shrinking.size));
    next(this.#rows.keys());
    this.adding();
  }

  #addWhole(file: File, shown = file): Sending {
    const about = { id: crypto.randomUUID?.() ?? `${Math.random()}`.slice(2), name: file.name, type: file.type, size: file.size, token: "", sent: 0 };
    const sending = this.#begin(about, file, shown);
    this.#chosen.set(sending, sign(shown));
    void this.#keepWhole(sending, file);
    return sending;
  }

  /** A small copy goes now; the photo itself stays on this device until the reader sends it. */
  async #addSmall(file: File): Promise<void> {
    const mark = sign(file);
    this.#shrinking.add(mark);
    this.speaker.say(words(this.#root, "wordsShrinking"));
    const made = await small(file, this.#submission);
    this.#shrinking.delete(mark);
    const sending = this.#addWhole(made?.copy ?? file, file);
    if (made) {
      await store.keepFile({ ...made.original, later: { copy: sending.id, number: 0 } }).catch(() => undefined);
      this.keeping();
    }
    next(this.#rows.keys());
    this.settling();
  }

  /** Goes on with what was unfinished. */
  async goOn(files: store.KeptFile[]): Promise<void> {
    for (const kept of files) {
      if (this.sendings.some(({ id }) => id === kept.id)) continue;
      this.#begin(kept, await store.blobOf(kept.id).catch(() => undefined));
    }
    next(this.#rows.keys());
    this.adding();
    [...this.#rows.values()].at(-files.length)?.name.focus();
  }

  /** Takes a file out: here, on the device, and at the server. */
  async remove(sending: Sending): Promise<void> {
    sending.remove();
    this.#leave(sending);
    await store.dropBoth(sending.id).catch(() => undefined);
    this.keeping();
  }

  /** Lets go of all without a word to the server: the contribution has them. */
  clear(): void {
    for (const sending of this.sendings) {
      sending.stop();
      this.#leave(sending);
    }
    this.#problem.replaceChildren();
  }

  #begin(about: About, file: Blob | undefined, shown = file): Sending {
    const sending = new Sending(about, file, this.#ties);
    const row = new Row(this.#root, sending, {
      pause: () => {
        sending.pause();
        next(this.#rows.keys());
      },
      resume: () => {
        sending.queue();
        next(this.#rows.keys());
      },
      remove: () => this.#removed(sending),
      chosenAgain: (again) => this.#again(sending, again),
    });
    this.#rows.set(sending, row);
    this.#said.set(sending, sending.state);
    this.#list.append(row.item);
    void tied(sending.id).then((free) => this.#locks.set(sending.id, free));
    if (shown) void this.#look(row, shown, shown.type || sending.type);
    this.#draw();
    return sending;
  }

  async #look(row: Row, file: Blob, type: string): Promise<void> {
    const told = type.startsWith("image/") ? await readPhoto(file).catch(() => undefined) : undefined;
    if (told) {
      row.tell(told);
      this.speaker.say(row.told);
    }
    const picture = await preview(file, type);
    if (picture) row.show(picture);
  }

  #removed(sending: Sending): void {
    const place = this.sendings.indexOf(sending);
    void this.remove(sending);
    next(this.#rows.keys());
    const row = [...this.#rows.values()][Math.min(place, this.#rows.size - 1)];
    (row?.name ?? this.#input)?.focus();
  }

  /** The same file, chosen once more. Name and size say so: a phone gives other bytes' prints at each choice. */
  #again(sending: Sending, file: File): void {
    this.#problem.replaceChildren();
    if (file.size !== sending.size || file.name !== sending.name) {
      this.#problem.append(words(this.#root, "wordsOther"));
      return;
    }
    sending.file = file;
    const row = this.#rows.get(sending);
    if (row) void this.#look(row, file, sending.type);
    void store.keepBlob(sending.id, file).catch(() => undefined);
    sending.queue();
    next(this.#rows.keys());
  }

  #leave(sending: Sending): void {
    this.#rows.get(sending)?.item.remove();
    this.#rows.delete(sending);
    this.#said.delete(sending);
    this.#locks.get(sending.id)?.();
    this.#locks.delete(sending.id);
    this.#draw();
    this.settling();
  }

  #take(): void {
    const input = this.#input;
    // The form is on its way already, with these files in it.
    if (!input?.files?.length || input.form?.getAttribute("aria-busy") === "true") return;
    const chosen = [...input.files];
    input.value = "";
    this.add(chosen);
  }

  #wake(): void {
    for (const sending of this.#rows.keys()) sending.wake();
    next(this.#rows.keys());
  }

  /** What the server lists as here already stands in our list with its picture. */
  #dropKept(): void {
    const ours = new Set(this.sendings.map(({ token }) => token));
    for (const field of document.querySelectorAll<HTMLInputElement>("#kept input[name=upload]")) {
      if (ours.has(field.value)) field.closest(".choice")?.remove();
    }
    const kept = document.querySelector("#kept");
    if (kept && !kept.querySelector("input")) kept.remove();
  }

  #changed(sending: Sending): void {
    if (this.#said.get(sending) !== sending.state) {
      this.#said.set(sending, sending.state);
      // At once: a form that waits for this file goes off in the next line, and must have it in it.
      this.#rows.get(sending)?.update();
      this.#announce(sending);
      next(this.#rows.keys());
      this.settling();
    }
    if (!this.#drawing) this.#drawing = window.setTimeout(() => this.#draw(), 150);
  }

  #announce({ state, name, words: why }: Sending): void {
    const root = this.#root;
    const all = this.sendings;
    if (state === "done") {
      const done = all.filter((other) => other.state === "done").length;
      this.speaker.say(done === all.length ? words(root, "wordsAll") : `${name}: ${words(root, "wordsDone")}`);
    }
    if (state === "waiting") this.speaker.say(why || words(root, navigator.onLine ? "wordsBroken" : "wordsOffline"));
    if (state === "refused") this.speaker.say(`${name}: ${why || words(root, "wordsRefused")}`);
    if (state === "lost") this.speaker.say(`${name}: ${words(root, "wordsLost")}`);
  }

  #draw(): void {
    clearTimeout(this.#drawing);
    this.#drawing = 0;
    const root = this.#root;
    for (const row of this.#rows.values()) row.update();
    const all = this.sendings;
    const size = all.reduce((sum, sending) => sum + sending.size, 0);
    const sent = all.reduce((sum, sending) => sum + sending.sent, 0);
    const done = all.filter(({ state }) => state === "done").length;
    const going = all.some(({ state }) => state === "going");
    if (going) this.#meter.at(sent);
    else this.#meter.reset();
    const parts = [
      done === all.length ? words(root, "wordsAll") : words(root, "wordsFiles", done, all.length),
      done === all.length ? bytes(root, size) : words(root, "wordsOf", bytes(root, sent), bytes(root, size)),
      going ? left(root, this.#meter.secondsFor(size - sent)) : "",
    ];
    // The browser says that no file is chosen, as each was taken out of the field.
    this.#input?.classList.toggle("taken", all.length > 0);
    this.#total.hidden = all.length < 2;
    this.#totalBar.hidden = done === all.length;
    this.#totalBar.value = percent(sent, size);
    this.#totalWords.replaceChildren(...parts.filter(Boolean).map((text) => element("span", "", text)));
    if (going) {
      this.speaker.summary(() => [words(root, "wordsPercent", percent(sent, size)), parts[2]].filter(Boolean).join(", "));
    }
  }

  get #submission(): string {
    return this.#input?.form?.querySelector<HTMLInputElement>("[name=submission_id]")?.value ?? "";
  }

  async #keepWhole(sending: Sending, file: File): Promise<void> {
    await this.#keep(sending);
    try {
      // Where there is no room, or it is not allowed: the reader is asked for the same file.
      await store.keepBlob(sending.id, file);
      if (sending.state === "done" || !this.#rows.has(sending)) await store.dropBlob(sending.id);
    } catch {
      await store.dropBlob(sending.id).catch(() => undefined);
    }
  }

  async #keep(sending: Sending): Promise<void> {
    const { id, name, type, size, token, sent, state } = sending;
    const submission = this.#submission;
    const done = state === "done";
    try {
      await store.keepFile({ id, submission, name, type, size, token, sent, done, at: Date.now() });
      if (done) await store.dropBlob(id);
      // Removed meanwhile.
      if (!this.#rows.has(sending)) await store.dropFile(id);
    } catch {
      // Nothing can be kept here: it goes on as long as the page is open.
    }
    this.keeping();
  }
}

/** By what a file that is chosen twice is known, within one page. */
function sign(file: File): string {
  return `${file.size} ${file.lastModified} ${file.name}`;
}
