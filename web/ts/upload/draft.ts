// In the browser's storage for words: what is written in the last moment before the page goes is kept too, which
// no database can promise.

const KEY = "bepart-draft";
/** What a draft holds. Never the terms: they are accepted anew. */
const FIELDS = ["title", "body", "place", "happened_at", "consent", "name", "email", "language"];
const PAUSE_MS = 400;

/** What the reader wrote. */
interface Written {
  submission: string;
  formKey: string;
  values: Record<string, string>;
}

/** What is kept, if anything. */
export function written(): Written | undefined {
  try {
    return (JSON.parse(localStorage.getItem(KEY) ?? "null") as Written | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Nothing written is kept any more. */
export function dropWritten(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // No storage here, so nothing was kept.
  }
}

/** What the reader writes, kept on this device as long as the box is ticked. */
export class Draft {
  readonly #form: HTMLFormElement;
  readonly #box: HTMLInputElement;
  readonly #keeping: () => void;
  #timer = 0;

  constructor(form: HTMLFormElement, box: HTMLInputElement, keeping: () => void) {
    this.#form = form;
    this.#box = box;
    this.#keeping = keeping;
    form.addEventListener("input", (event) => {
      if (!box.checked || event.target === box) return;
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => this.save(), PAUSE_MS);
    });
    box.addEventListener("change", () => this.save());
    window.addEventListener("pagehide", () => {
      if (box.checked && form.isConnected) this.save();
    });
  }

  /** Keeps it, or drops it when the box is not ticked. */
  save(): void {
    clearTimeout(this.#timer);
    if (this.#box.checked) this.#write();
    else dropWritten();
    this.#keeping();
  }

  #write(): void {
    const form = new FormData(this.#form);
    const values = Object.fromEntries(FIELDS.map((name) => [name, String(form.get(name) ?? "")]));
    const draft: Written = { submission: this.#id("submission_id"), formKey: this.#id("form_key"), values };
    try {
      localStorage.setItem(KEY, JSON.stringify(draft));
    } catch {
      this.#box.checked = false; // It cannot be kept here, so nothing says that it is.
    }
  }

  /** Puts back what was written. Says whether it did. */
  restore(): boolean {
    const draft = written();
    if (!draft) return false;
    this.#box.checked = true;
    const field = (name: string): Element | RadioNodeList | null => this.#form.elements.namedItem(name);
    // A form that came back with mistakes, or in which something is written already, knows better.
    const filled = ["title", "body"].some((name) => valueOf(field(name)) !== "");
    if (filled || document.querySelector(".error-summary")) return false;
    for (const [name, value] of Object.entries(draft.values)) {
      const target = field(name);
      if (FIELDS.includes(name) && target && "value" in target) target.value = value;
    }
    // The same contribution: if it arrived and only the answer was lost, it is not sent a second time.
    this.#set("submission_id", draft.submission);
    this.#set("form_key", draft.formKey);
    this.#form.querySelector("textarea")?.dispatchEvent(new Event("input", { bubbles: true }));
    return true;
  }

  #id(name: string): string {
    return this.#form.querySelector<HTMLInputElement>(`input[name=${name}]`)?.value ?? "";
  }

  #set(name: string, value: string): void {
    const field = this.#form.querySelector<HTMLInputElement>(`input[name=${name}]`);
    if (field && value) field.value = value;
  }
}

function valueOf(field: Element | RadioNodeList | null): string {
  return field && "value" in field ? String(field.value) : "";
}
