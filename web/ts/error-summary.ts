/** Takes the focus, and hands it to the field whose problem is chosen. */
export function errorSummary(root: HTMLElement): void {
  root.addEventListener("click", (event) => {
    if (!(event.target instanceof HTMLAnchorElement)) return;
    const field = document.getElementById(event.target.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    const shown = field.closest("details");
    if (shown) shown.open = true;
    (document.querySelector(`label[for="${CSS.escape(field.id)}"]`) ?? field).scrollIntoView();
    field.focus({ preventScroll: true });
  });
  root.focus();
}
