import { element, words } from "../words";

const NAME = "hushed";
const MOST = 500;

/** Whom the reader hides on this device. Who that is stays on it, and nobody is told. */
export class Hushed {
  private readonly root: HTMLElement;
  private readonly people: Set<string> | undefined;

  constructor(root: HTMLElement) {
    this.root = root;
    this.people = read();
  }

  /** Hides whoever is hidden below a node, and offers to hide the others. */
  look(node: ParentNode): void {
    if (!this.people) return;
    for (const comment of node.querySelectorAll<HTMLElement>(".comment[data-mute]:not(.own)")) {
      this.offer(comment);
      this.show(comment);
    }
  }

  private offer(comment: HTMLElement): void {
    const list = comment.querySelector(":scope > article > .acts .more-acts > ul");
    if (!list || list.querySelector("[data-hush]")) return;
    const button = element("button", "", words(this.root, "wordsMute"));
    button.type = "button";
    button.dataset["hush"] = "";
    button.addEventListener("click", () => {
      this.change(comment, true);
      comment.querySelector<HTMLElement>(":scope > .hushed-words button")?.focus();
    });
    const item = element("li");
    item.append(button);
    list.append(item);
  }

  private show(comment: HTMLElement): void {
    const is = this.people?.has(comment.dataset["mute"] ?? "") ?? false;
    comment.classList.toggle("hushed", is);
    const there = comment.querySelector(":scope > .hushed-words");
    if (!is) {
      there?.remove();
      return;
    }
    if (there) return;
    const line = element("p", "hushed-words", words(this.root, "wordsMuted"));
    const back = element("button", "link", words(this.root, "wordsUnmute"));
    back.type = "button";
    back.addEventListener("click", () => {
      this.change(comment, false);
      comment.querySelector<HTMLElement>(":scope > article a")?.focus();
    });
    line.append(" ", back);
    comment.prepend(line);
  }

  private change(comment: HTMLElement, hide: boolean): void {
    const who = comment.dataset["mute"] ?? "";
    comment.querySelector("details[open]")?.removeAttribute("open");
    if (hide) this.people?.add(who);
    else this.people?.delete(who);
    write([...(this.people ?? [])].slice(-MOST));
    for (const other of document.querySelectorAll<HTMLElement>(`.comment[data-mute="${CSS.escape(who)}"]`)) this.show(other);
  }
}

/** Nothing where the browser keeps nothing. */
function read(): Set<string> | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(NAME) ?? "[]");
    return new Set(Array.isArray(kept) ? kept.filter((one) => typeof one === "string") : []);
  } catch {
    return undefined;
  }
}

function write(people: string[]): void {
  try {
    if (people.length) localStorage.setItem(NAME, JSON.stringify(people));
    else localStorage.removeItem(NAME);
  } catch {
    // It holds for this page, then.
  }
}
