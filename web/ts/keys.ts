import { announce } from "./announce";
import { openTabOf } from "./tabs";
import { words } from "./words";

/** What is asked of a key press: no more than tests can make. */
export interface Press {
  code: string;
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  isComposing: boolean;
  repeat: boolean;
  getModifierState?(name: string): boolean;
}

export type KeyMap = Record<string, string>;

/**
 * What a press asks for, by the key's place and not by what it writes: `next`, `accept` and so on, or `queue-3`. Nothing
 * with Ctrl, Alt, AltGr or Meta, and nothing while a letter is composed. A key that is held down only steps.
 */
export function actionOf(press: Press, map: KeyMap): string | undefined {
  if (press.ctrlKey || press.altKey || press.metaKey || press.isComposing || press.key === "Process") return undefined;
  if (press.getModifierState?.("AltGraph")) return undefined;
  if (!Object.keys(map).length) return undefined;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(press.code)?.[1];
  // With NumLock off, the number pad steps and pages.
  if (digit && !press.shiftKey && !press.repeat && /^\p{Nd}$/u.test(press.key)) return `queue-${digit}`;
  const action = map[press.shiftKey ? `Shift+${press.code}` : press.code];
  if (press.repeat && action !== "next" && action !== "previous") return undefined;
  if (action) return action;
  if (press.repeat || press.shiftKey) return press.key === "?" || press.key === "؟" ? "help" : undefined;
  return press.code === "Enter" || press.code === "NumpadEnter" ? "open" : undefined;
}

/** What is printed on a key: by the keyboard's own map where the browser tells it, else as on a plain keyboard. */
export function printedOn(key: string, layout: ReadonlyMap<string, string> | undefined, plain: string): string {
  const shift = key.startsWith("Shift+");
  const found = layout?.get(shift ? key.slice(6) : key);
  if (!found) return plain;
  const printed = found.toLocaleUpperCase();
  return shift ? `Shift + ${printed}` : printed;
}

/** The keyboard's map, where a browser tells it. */
export async function keyboardLayout(): Promise<ReadonlyMap<string, string> | undefined> {
  const { keyboard } = navigator as { keyboard?: { getLayoutMap?(): Promise<ReadonlyMap<string, string>> } };
  return keyboard?.getLayoutMap?.().catch(() => undefined);
}

/** Where the focus goes when the page is loaded anew: the id of a contribution, or the way to the next. */
const PLACE = "desk-focus";
const NEXT = "next";

/** Keys of the desk: they press what the page has, and can do nothing that it has not. */
export function keys(root: HTMLElement): void {
  const sheet = root.querySelector("dialog");
  const map = JSON.parse(root.dataset["keys"] ?? "{}") as KeyMap;
  if (!sheet) return;
  root.hidden = false;
  for (const button of document.querySelectorAll("[data-key-action=help]")) {
    button.addEventListener("click", () => sheet.showModal());
  }
  void keyboardLayout().then((layout) => {
    for (const kbd of sheet.querySelectorAll<HTMLElement>("kbd[data-key]")) {
      kbd.textContent = printedOn(kbd.dataset["key"] ?? "", layout, kbd.textContent ?? "");
    }
  });
  comeBack();
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || isElsewhere(event.target, event.code)) return;
    const action = actionOf(event, map);
    if (!action) return;
    if (sheet.open) {
      if (action === "help") {
        sheet.close();
        event.preventDefault();
      }
      return;
    }
    if (document.querySelector("dialog:modal")) return;
    if (action === "open" && event.code.endsWith("Enter") && !current()) return;
    event.preventDefault();
    if (!act(action)) announce(words(root, "wordsNone", nameOf(sheet, map, action)));
  });
}

/** Where a key means something else: in fields, on what Enter presses, and where a part has keys of its own. */
function isElsewhere(target: EventTarget | null, code: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest("[data-own-keys], textarea, select")) return true;
  const input = target.closest("input");
  if (input && !["checkbox", "radio", "button", "submit", "reset", "image"].includes(input.type)) return true;
  return code.endsWith("Enter") && target.closest("a, button, summary, input, video, audio") !== null;
}

function items(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(".queue .item")];
}

/** The item that has the focus, or had it last. */
function current(): HTMLElement | undefined {
  return document.activeElement?.closest<HTMLElement>(".item") ?? document.querySelector<HTMLElement>(".item.current") ?? undefined;
}

function focusOn(item: HTMLElement): void {
  for (const other of document.querySelectorAll(".item.current")) other.classList.remove("current");
  item.classList.add("current");
  const link = item.querySelector<HTMLElement>("h2 a, a");
  link?.focus();
  item.scrollIntoView({ block: "nearest" });
}

/** Whether there was something to do it. */
function act(action: string): boolean {
  const number = /^queue-(\d)$/.exec(action)?.[1];
  if (number) {
    const link = document.querySelectorAll<HTMLElement>(".queues a")[Number(number) - 1];
    link?.click();
    return Boolean(link);
  }
  const item = current();
  const all = items();
  if (all.length && (action === "next" || action === "previous")) {
    const at = item ? all.indexOf(item) : -1;
    const to = action === "next" ? all[at + 1] : all[at < 0 ? all.length - 1 : at - 1];
    if (to) {
      focusOn(to);
      return true;
    }
  }
  if (item && action === "open") {
    const link = item.querySelector<HTMLElement>("[data-key-action=open], h2 a");
    link?.click();
    return Boolean(link);
  }
  if (item && action === "select") {
    const box = item.querySelector<HTMLInputElement>("input[type=checkbox]:not(:disabled)");
    box?.click();
    return Boolean(box);
  }
  const wanted = wantedBy(action);
  const here = item?.querySelector<HTMLElement>(wanted);
  const anywhere = [...document.querySelectorAll<HTMLElement>(wanted)].find((one) => !one.closest(".item"));
  const found = here ?? anywhere;
  if (!found || (found instanceof HTMLButtonElement && found.disabled)) return false;
  if (DECISIONS.has(action)) {
    const bar = found.closest<HTMLFormElement>("#bulk");
    // Of a list, what is chosen is decided on; where nothing is, the one that has the focus.
    if (bar && !chooses(bar)) {
      if (!item) return false;
      item.querySelector<HTMLInputElement>("input[type=checkbox]:not(:disabled)")?.click();
      if (!chooses(bar)) return false;
    }
    if (item) goOn(item);
    else sessionStorage.setItem(PLACE, NEXT);
  }
  press(found);
  return true;
}

/** What does it: whatever says so itself, the end of a list where there is no further one on the page, the bar of many. */
function wantedBy(action: string): string {
  const name = CSS.escape(action);
  const own = `[data-key-action="${name}"]`;
  if (action === "next" || action === "previous") return `${own}, [data-key-action="${name}-page"]`;
  return DECISIONS.has(action) ? `${own}, #bulk button[name=action][value="${name}"]` : own;
}

function chooses(bar: HTMLFormElement): boolean {
  return [...bar.elements].some((box) => box instanceof HTMLInputElement && box.name === "id" && box.checked);
}

const DECISIONS = new Set(["accept", "decline", "spam", "take", "reopen"]);

function press(found: HTMLElement): void {
  openTabOf(found);
  if (found.matches("input, textarea, select")) {
    found.closest("details")?.setAttribute("open", "");
    found.focus();
    found.scrollIntoView({ block: "nearest" });
    return;
  }
  found.click();
  const opened = found.matches("summary") ? found.closest("details") : null;
  if (opened?.open) opened.querySelector<HTMLElement>("textarea, input:not([type=hidden]), select, button, a")?.focus();
}

/** After a decision in a list, the next contribution has the focus: also when the page is loaded anew. */
function goOn(item: HTMLElement): void {
  const all = items();
  const at = all.indexOf(item);
  const next = all[at + 1] ?? all[at - 1];
  const id = next?.dataset["id"];
  if (!next || !id) return;
  sessionStorage.setItem(PLACE, id);
  // Where the decision changes the list in place, the next one takes the focus now.
  setTimeout(() => {
    if (document.contains(next) && !document.querySelector("dialog:modal")) focusOn(next);
  }, 0);
}

function comeBack(): void {
  const id = sessionStorage.getItem(PLACE);
  if (id === null) return;
  if (id === NEXT) {
    const done = document.querySelector<HTMLElement>("main .notice.good");
    // The form of the decision may still stand between.
    if (!done && document.querySelector("#decline")) return;
    sessionStorage.removeItem(PLACE);
    if (!done) return;
    announce(done.textContent?.trim() ?? "");
    document.querySelector<HTMLElement>("[data-key-action=next]")?.focus();
    return;
  }
  if (!items().length) return;
  sessionStorage.removeItem(PLACE);
  const item = items().find((one) => one.dataset["id"] === id);
  if (item) focusOn(item);
}

function nameOf(sheet: HTMLElement, map: KeyMap, action: string): string {
  const key = Object.keys(map).find((one) => map[one] === action) ?? "";
  const kbd = [...sheet.querySelectorAll<HTMLElement>("kbd[data-key]")].find((one) => one.dataset["key"] === key);
  return kbd?.closest("div")?.querySelector("dt")?.textContent ?? "";
}
