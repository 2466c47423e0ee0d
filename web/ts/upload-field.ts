import { isMarked } from "./device";
import { bytes } from "./upload/numbers";
import { element, words } from "./words";

/** The address of the part that uploads, relative to this script. The build puts it here. */
declare const UPLOAD_PART: string;
type Part = typeof import("./upload/index");

let part: Promise<Part> | undefined;

/** The pages that follow when something was sent. */
const SENT = ["/contribute/sent", "/receipt/added", "/me/contributions/added"];

function load(): Promise<Part> {
  part ??= (import(UPLOAD_PART) as Promise<Part>).catch((error: unknown) => {
    part = undefined; // The next choice asks for it again.
    throw error;
  });
  return part;
}

/**
 * Fetches the part that uploads when a file is chosen, when the reader wants something kept on this device, or
 * when something is. Until then, and when it cannot be had, the plain file field stays what is sent.
 */
export function uploadField(root: HTMLElement): void {
  const input = root.querySelector<HTMLInputElement>("input[type=file]");
  if (!input || !root.dataset["endpoint"]) return;

  const open = async (): Promise<Part | undefined> => {
    try {
      const loaded = await load();
      if (root.isConnected) loaded.open(root);
      return loaded;
    } catch (error) {
      console.warn(error);
      return undefined;
    }
  };
  // With script, large files go in pieces, so films may be chosen too.
  if (root.dataset["accept"]) input.accept = root.dataset["accept"];
  const hint = root.querySelector(".hint");
  const most = bytes(root, Number(root.dataset["maxUploadBytes"]));
  if (hint) hint.textContent = words(root, "wordsHint", root.dataset["maxFiles"] ?? "", most);
  offerSmall(root, input);
  input.addEventListener("change", () => void open());

  const device = document.querySelector<HTMLElement>("[data-device]");
  if (device) {
    device.hidden = false;
    const forgetful = device.querySelector("details");
    if (forgetful) forgetful.hidden = !isMarked() && !navigator.serviceWorker?.controller;
    device.querySelector("input")?.addEventListener("change", () => void open());
    const forget = async (): Promise<void> => (await open())?.forget();
    device.querySelector("[data-forget]")?.addEventListener("click", () => void forget());
  }
  // First what was sent has to leave this device.
  if (SENT.includes(location.pathname)) return;
  // Also a page that took the place of another, with files on their way.
  if (part || isMarked() || input.files?.length || new URLSearchParams(location.search).has("shared")) void open();
}

/** What a browser may know of its network (Network Information, WICG; not everywhere). */
interface Network {
  saveData?: boolean;
  type?: string;
}

/** The choice to send small copies of large photos first. Only where the originals can stay on this device. */
function offerSmall(root: HTMLElement, input: HTMLInputElement): void {
  if (!("indexedDB" in window) || !("createImageBitmap" in window) || !crypto.randomUUID) return;
  const network = (navigator as { connection?: Network }).connection;
  const choice = element("div", "choice small-first");
  choice.dataset["small"] = "";
  const box = element("input");
  box.type = "checkbox";
  box.id = `${input.id}-small`;
  box.autocomplete = "off";
  box.checked = network?.saveData === true || network?.type === "cellular";
  const label = element("label", "", words(root, "wordsSmall"));
  label.htmlFor = box.id;
  const hint = element("p", "hint", words(root, "wordsSmallHint"));
  hint.id = `${box.id}-hint`;
  box.setAttribute("aria-describedby", hint.id);
  choice.append(box, label, hint);
  input.before(choice);
}

/** What was sent leaves this device, except for originals that were to be sent later: those are shown. */
export function forgetSent(): void {
  const isSent = SENT.includes(location.pathname);
  const waiting = document.querySelector<HTMLElement>("[data-later]");
  if (!(isSent || waiting) || !(part || isMarked())) return;
  const settle = async (): Promise<void> => {
    const loaded = await load();
    const submission = isSent ? await loaded.sent() : "";
    if (waiting) await loaded.later(waiting, waiting.dataset["submission"] || submission);
  };
  settle().catch((error: unknown) => console.warn(error));
}
