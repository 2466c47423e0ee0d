// The part that uploads. Loaded only when a file is chosen or something is kept on this device.

import { mark } from "../device";
import { language, words } from "../words";
import { Draft, dropWritten, written } from "./draft";
import { Hold } from "./hold";
import { originalsOf } from "./later";
import { terminate } from "./sending";
import { numbered } from "./small";
import * as store from "./store";
import { unfinished } from "./unfinished";
import { Uploads } from "./uploads";
import { register, unregister } from "./worker";

let uploads: Uploads | undefined;
let hold: Hold | undefined;
let shown: HTMLElement | undefined;
let registered = false;
/** What is being sent at the moment. Also kept on the device, as the answer may be another page. */
let going: store.Sent | undefined;

document.addEventListener("submit", (event) => hold?.submitted(event), { capture: true });

/** Takes over the file field. Again for the same field: takes what was chosen meanwhile. */
export function open(root: HTMLElement): void {
  const input = root.querySelector<HTMLInputElement>("input[type=file]");
  const form = input?.form;
  if (!input || !form) return;
  uploads ??= new Uploads(root);
  const ours = uploads;
  if (shown === root) {
    ours.home(root, input);
    return;
  }
  shown = root;
  const holding = new Hold(root, form, ours, () => void leaving(form, ours));
  hold = holding;
  ours.keeping = () => void tidy();
  ours.settling = () => holding.look();
  ours.adding = () => {
    if (registered) return;
    registered = true;
    register(language(root) ?? "").catch((error: unknown) => console.warn(error));
  };
  // The answer may be the same form with mistakes: then what is on its way must not be lost with the page.
  form.dataset["inPlace"] = "";
  ours.home(root, input);
  void back(root, form, ours);
}

/** Puts back what this device kept. */
async function back(root: HTMLElement, form: HTMLFormElement, ours: Uploads): Promise<void> {
  const device = document.querySelector<HTMLElement>("[data-device]");
  const box = device?.querySelector("input");
  try {
    if (device && box) {
      const draft = new Draft(form, box, () => void tidy());
      if (box.checked) draft.save();
      else if (draft.restore()) say(device, "wordsRestored");
    }
    if (new URLSearchParams(location.search).has("shared")) await shared(form, ours);
    // The page before this one in the same document was not sent after all.
    going = undefined;
    await store.drop("sent");
    await unfinished(root, form, ours);
  } catch (error) {
    console.warn(error); // No database here: everything works as long as the page is open.
  }
  await tidy();
}

/** What another program handed over. */
async function shared(form: HTMLFormElement, ours: Uploads): Promise<void> {
  history.replaceState(null, "", location.pathname);
  const handed = await store.kept("shared");
  if (!handed) return;
  await store.drop("shared");
  for (const [name, text] of [["title", handed.title], ["body", handed.text]] as const) {
    const field = form.elements.namedItem(name);
    if (field && "value" in field && !field.value) field.value = text;
  }
  ours.add(handed.files);
}

async function leaving(form: HTMLFormElement, ours: Uploads): Promise<void> {
  const submission = form.querySelector<HTMLInputElement>("[name=submission_id]")?.value ?? "";
  going = { submission, ids: ours.sendings.map(({ id }) => id) };
  const tokens = new Map(ours.sendings.map(({ id, token }) => [id, token]));
  await numbered(form, (copy) => tokens.get(copy)).catch(() => undefined);
  await store.keep("sent", going).catch(() => undefined);
}

/** The contribution has arrived: its text and files leave this device. Says which it was. */
export async function sent(): Promise<string> {
  uploads?.clear();
  hold = shown = undefined;
  try {
    const what = going ?? (await store.kept("sent"));
    going = undefined;
    if (!what) return "";
    if (written()?.submission === what.submission) dropWritten();
    for (const id of what.ids) await store.dropFile(id);
    for (const { id, submission } of await store.files()) if (submission === what.submission) await store.dropFile(id);
    await store.drop("sent");
    return what.submission;
  } finally {
    await tidy();
  }
}

/** Shows the originals of a contribution that wait on this device. */
export async function later(root: HTMLElement, submission: string): Promise<void> {
  await originalsOf(root, submission, tidy);
  await tidy();
}

/** Everything of ours leaves this device, and what is unfinished leaves the server. */
export async function forget(): Promise<void> {
  for (const sending of uploads?.sendings ?? []) await uploads?.remove(sending);
  const endpoint = shown?.dataset["endpoint"] ?? "";
  const rest = await store.files().catch(() => []);
  for (const { token } of rest) if (token) terminate(endpoint, token);
  document.querySelector(".unfinished")?.remove();
  const device = document.querySelector<HTMLElement>("[data-device]");
  const box = device?.querySelector("input");
  if (box) box.checked = false;
  dropWritten();
  await store.destroy();
  mark(false);
  await unregister();
  registered = false;
  for (const field of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("form[data-in-place] :is(input:not([type=hidden]), textarea)")) {
    if (field.type === "radio" || field.type === "checkbox") (field as HTMLInputElement).checked = false;
    else field.value = "";
  }
  showForget(false);
  if (device) {
    say(device, "wordsForgotten");
    box?.focus();
  }
}

/** Without anything to keep there is no database either. */
async function tidy(): Promise<void> {
  try {
    const empty = !uploads?.sendings.length && (await store.destroyEmpty());
    const kept = !empty || written() !== undefined;
    mark(kept);
    showForget(kept || registered || Boolean(navigator.serviceWorker?.controller));
  } catch {
    // No database here.
  }
}

function showForget(show: boolean): void {
  const part = document.querySelector<HTMLDetailsElement>("[data-device] details");
  if (!part) return;
  part.hidden = !show;
  if (!show) part.open = false;
}

function say(device: HTMLElement, name: string): void {
  const place = device.querySelector("[role=status]");
  if (place) place.textContent = words(device, name);
}
