import { digits, language, words } from "../words";

/** Likes a comment, or takes it back, and stays on the page. */
export async function like(root: HTMLElement, form: HTMLFormElement, say: (words: string) => void): Promise<void> {
  const want = form.querySelector<HTMLInputElement>("input[name=want]");
  const button = form.querySelector("button");
  const count = form.querySelector(".num");
  if (!want || !button || !count || form.getAttribute("aria-busy")) return;
  const wants = want.value === "1";
  const before = count.textContent ?? "";
  const show = (likes: boolean, text: string): void => {
    button.setAttribute("aria-pressed", String(likes));
    want.value = likes ? "0" : "1";
    count.textContent = text;
  };
  const data = new URLSearchParams({ want: want.value });
  form.setAttribute("aria-busy", "true");
  const likes = Math.max(0, plain(before) + (wants ? 1 : -1));
  show(wants, likes ? digits(String(likes), language(root)) : "");
  try {
    // The page that it leads to is this one.
    const answer = await fetch(form.getAttribute("action") ?? "", { method: "POST", body: data, redirect: "manual" });
    if (answer.type !== "opaqueredirect" && !answer.ok) throw new Error(`${answer.status}`);
  } catch {
    show(!wants, before);
    say(words(root, "wordsFailed"));
  }
  form.removeAttribute("aria-busy");
}

/** A number however its digits are written. */
export function plain(text: string): number {
  return Number(text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)).replace(/[^0-9]/g, ""));
}
