/** A `<details>` that Escape or a click elsewhere closes. */
export function confirmation(root: HTMLElement): void {
  if (!(root instanceof HTMLDetailsElement)) return;
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !root.open) return;
    root.open = false;
    root.querySelector("summary")?.focus();
  });
  document.addEventListener("click", (event) => {
    if (event.target instanceof Node && !root.contains(event.target)) root.open = false;
  });
}
