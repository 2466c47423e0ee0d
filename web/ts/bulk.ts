import { announce } from "./announce";
import { words } from "./words";

/** Choosing many of a list: all of the page, from one to another with shift, and how many they are. */
export function bulk(root: HTMLElement): void {
  // By attribute: in a form whose checkboxes are called "id", `root.id` is one of them.
  const name = root.getAttribute("id");
  if (!(root instanceof HTMLFormElement) || !name) return;
  const all = root.querySelector<HTMLInputElement>("[data-all]");
  const told = root.querySelector<HTMLElement>("[data-chosen]");
  if (!all || !told) return;
  // Rows come and go while the page is open.
  const boxes = (): HTMLInputElement[] => [
    ...document.querySelectorAll<HTMLInputElement>(`input[type=checkbox][name=id][form="${name}"]`),
  ];
  all.closest("label")?.removeAttribute("hidden");
  root.dataset["scripted"] = "";

  const count = (): number => boxes().filter((box) => box.checked).length;
  const show = (): void => {
    const [chosen, there] = [count(), boxes().length];
    all.checked = chosen > 0 && chosen === there;
    all.indeterminate = chosen > 0 && chosen < there;
    root.toggleAttribute("data-any", chosen > 0);
    told.textContent = chosen
      ? words(root, "wordsChosen", chosen)
      : words(root, "wordsNone");
  };

  let last: HTMLInputElement | undefined;
  document.addEventListener("click", (event) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || box.getAttribute("form") !== name || box.name !== "id") return;
    const there = boxes();
    const [from, to] = [last ? there.indexOf(last) : -1, there.indexOf(box)];
    if (event.shiftKey && from >= 0 && to >= 0) {
      for (const between of there.slice(Math.min(from, to), Math.max(from, to) + 1)) between.checked = box.checked;
    }
    last = box;
    show();
    if (event.shiftKey) announce(told.textContent ?? "");
  });
  all.addEventListener("change", () => {
    for (const box of boxes()) box.checked = all.checked;
    show();
    announce(told.textContent ?? "");
  });
  // Back from the next page, the browser has put the ticks back.
  window.addEventListener("pageshow", show);
  show();
}
