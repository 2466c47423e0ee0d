import { isMarked } from "./device";
import { bytes } from "./upload/numbers";
import { words } from "./words";

/** The address of the part that uploads, relative to this script. The build puts it here. */
declare const UPLOAD_PART: string;
type Part = typeof import("./upload/index");

let part: Promise<Part> | undefined;

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
  // Also a page that took the place of another, with files on their way.
  if (part || isMarked() || input.files?.length || new URLSearchParams(location.search).has("shared")) void open();
}

/** The contribution was sent: nothing of it stays on this device. */
export function forgetSent(): void {
  if (location.pathname !== "/contribute/sent" || !(part || isMarked())) return;
  load().then(
    (loaded) => loaded.sent(),
    (error: unknown) => console.warn(error),
  );
}
