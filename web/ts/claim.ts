import { announce } from "./announce";
import type { Claim } from "./live-line";
import { words } from "./words";

const BEAT_MS = 60_000;

/**
 * Who has the contribution in hand: it is the editor's own with the first letter they type, as long as they look at it, and
 * let go when they leave. Without script it is taken with the first form that they send.
 */
export function claim(root: HTMLElement): void {
  const address = root.dataset["address"];
  const holder = root.querySelector<HTMLElement>("[data-holder]");
  if (!address || !holder) return;
  const item = address.replace(/\/claim$/, "");
  const me = root.dataset["me"] ?? "";
  let asked = -Infinity;
  /** The next page is of the same contribution. */
  let stays = 0;

  const stand = (stands: string, said: string): void => {
    root.dataset["stands"] = stands;
    holder.textContent = said;
    for (const part of root.querySelectorAll<HTMLElement>("[data-when]")) part.hidden = part.dataset["when"] !== stands;
  };
  const isMine = (): boolean => root.dataset["stands"] === "mine";

  const beat = async (): Promise<void> => {
    asked = performance.now();
    try {
      const answer = await fetch(address, { method: "POST", body: new URLSearchParams({ quiet: "yes" }) });
      if (answer.status === 204) stand("mine", words(root, "wordsMine"));
      // Who has it now, the live line says.
      else if (answer.status === 409 && isMine()) root.dataset["stands"] = "held";
    } catch {
      // Cut off: three minutes of patience are left.
    }
  };

  document.addEventListener("input", (event) => {
    const form = event.target instanceof Element ? event.target.closest("form") : null;
    if (form?.method !== "post" || root.contains(form)) return;
    // Said where they look, before they have typed much.
    if (root.dataset["stands"] === "held") root.classList.add("lost");
    if (root.dataset["stands"] === "free" && performance.now() - asked > 5000) void beat();
  });
  setInterval(() => {
    if (isMine() && document.visibilityState === "visible") void beat();
  }, BEAT_MS);
  document.addEventListener("visibilitychange", () => {
    if (isMine() && document.visibilityState === "visible" && performance.now() - asked > BEAT_MS) void beat();
  });

  document.addEventListener("desk:claim", (event) => {
    const now = (event as CustomEvent<Claim | null>).detail;
    if (!now) {
      if (root.dataset["stands"] !== "free") stand("free", words(root, "wordsFree"));
      return;
    }
    if (now.by_id === me) {
      stand("mine", words(root, "wordsMine"));
      return;
    }
    const name = `\u2068${now.by}\u2069`;
    const lost = isMine() || (now.from === me && now.note !== null);
    const over = now.from === me && now.note !== null;
    const said = over ? words(root, "wordsOver", name, now.note ?? "") : words(root, "wordsHeld", name, now.since);
    if (holder.textContent === said) return;
    stand("held", said);
    root.classList.toggle("lost", lost);
    announce(said);
  });

  const keep = (): void => void (stays = performance.now());
  document.addEventListener("submit", keep);
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link?.pathname.startsWith(item)) keep();
  });
  window.addEventListener("pagehide", () => {
    if (!isMine() || (stays && performance.now() - stays < 10_000)) return;
    navigator.sendBeacon(`${address}/release`, new URLSearchParams({ quiet: "yes" }));
    // Back from memory it is taken anew, with the next letter.
    root.dataset["stands"] = "free";
  });
}
