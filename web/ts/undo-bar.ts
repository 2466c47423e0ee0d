/** What can be undone goes when its time is over. Nobody is read a countdown: the bar itself says once what was done. */
export function undoBar(root: HTMLElement): void {
  const left = Number(root.dataset["left"]);
  if (!(left > 0)) return;
  root.style.setProperty("--undo-left", `${left}ms`);
  root.dataset["running"] = "";
  setTimeout(() => {
    // Whoever stands on its button is not thrown to the top of the page.
    if (root.contains(document.activeElement)) {
      const main = document.querySelector<HTMLElement>("main");
      main?.setAttribute("tabindex", "-1");
      main?.focus({ preventScroll: true });
    }
    root.remove();
  }, left);
}
