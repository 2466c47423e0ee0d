/** A button that prints the page. */
export function print(root: HTMLElement): void {
  if (!(root instanceof HTMLButtonElement)) return;
  root.hidden = false;
  root.addEventListener("click", () => window.print());
}
