import { element, words } from "../words";
import { bytes, percent } from "./numbers";
import { terminate } from "./sending";
import * as store from "./store";
import { busy } from "./tied";
import type { Uploads } from "./uploads";

/** A page that was left lets go of its files only a moment after the next one has begun. */
const LETTING_GO_MS = 1500;

/** Shows what is unfinished from another visit: go on, or forget it. */
export async function unfinished(
  root: HTMLElement,
  form: HTMLFormElement,
  uploads: Uploads,
  last = false,
): Promise<void> {
  const taken = await busy();
  const ours = new Set(uploads.sendings.map(({ id }) => id));
  const here = new Set([...form.querySelectorAll<HTMLInputElement>("#kept input[name=upload]")].map(({ value }) => value));
  // A form that adds to a contribution asks only for what was chosen there.
  const adds = "filesBefore" in form.dataset;
  const submission = form.querySelector<HTMLInputElement>("[name=submission_id]")?.value;
  const all = (await store.files()).filter((kept) => !adds || kept.submission === submission);
  const open = all.filter(({ id, token }) => !taken.has(id) && !ours.has(id) && !here.has(token));
  if (!last && all.some(({ id }) => taken.has(id) && !ours.has(id))) {
    window.setTimeout(() => void unfinished(root, form, uploads, true), LETTING_GO_MS);
  }
  if (!root.isConnected) return;
  document.querySelector(".unfinished")?.remove();
  if (!open.length) return;

  const panel = element("section", "panel unfinished");
  const title = element("h2", "minor", words(root, "wordsUnfinished"));
  title.id = "unfinished";
  panel.setAttribute("aria-labelledby", title.id);
  const list = element("ul");
  for (const { name, size, sent, done } of open) {
    const item = element("li");
    const meta = element("span", "meta");
    meta.append(
      element("span", "", done ? words(root, "wordsDone") : words(root, "wordsOf", bytes(root, sent), bytes(root, size))),
    );
    if (!done) meta.append(element("span", "", words(root, "wordsPercent", percent(sent, size))));
    item.append(element("bdi", "name", name), meta);
    list.append(item);
  }
  const button = (look: string, name: string, act: () => Promise<void>): HTMLButtonElement => {
    const made = element("button", look, words(root, name));
    made.type = "button";
    made.addEventListener("click", () => {
      panel.remove();
      void act();
    });
    return made;
  };
  const buttons = element("p", "row");
  buttons.append(
    button("button small", "wordsGoOn", () => uploads.goOn(open)),
    button("button small quiet", "wordsForget", async () => {
      root.querySelector("input")?.focus();
      for (const { id, token } of open) {
        if (token) terminate(root.dataset["endpoint"] ?? "", token);
        await store.dropBoth(id);
      }
      uploads.keeping();
      uploads.speaker.say(words(root, "wordsForgotten"));
    }),
  );
  panel.append(title, element("p", "", words(root, "wordsUnfinishedMore")), list, buttons);
  form.before(panel);
  uploads.speaker.say(words(root, "wordsUnfinished"));
}
