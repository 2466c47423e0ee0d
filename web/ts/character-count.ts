import { element, words } from "./words";

/** Says how many characters are left, when the end comes near. The server decides. */
export function characterCount(root: HTMLElement): void {
  const area = root.querySelector("textarea");
  const max = Number(root.dataset["max"]);
  if (!area || !max) return;

  const seen = element("p", "left-count");
  const spoken = element("p", "vh");
  spoken.setAttribute("role", "status");
  root.append(seen, spoken);

  let pause = 0;
  const count = (): void => {
    const left = max - [...area.value].length;
    const text = left < 0 ? words(root, "wordsOver", -left) : words(root, "words", left);
    seen.classList.toggle("over", left < 0);
    seen.textContent = left < max / 4 ? text : "";
    // Spoken only when the writer pauses.
    window.clearTimeout(pause);
    pause = window.setTimeout(() => {
      spoken.textContent = seen.textContent;
    }, 1000);
  };
  area.addEventListener("input", count);
  count();
}
