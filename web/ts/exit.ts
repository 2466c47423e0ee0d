const WINDOW_MS = 3000;

/** Leaves at once, without this page in the way back. Also on Escape, three times. */
export function exit(root: HTMLElement): void {
  if (!(root instanceof HTMLAnchorElement)) return;
  const leave = (): void => {
    document.documentElement.hidden = true;
    document.title = "";
    location.replace(root.href);
  };
  root.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  let pressed: number[] = [];
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.repeat) return;
    pressed = [...pressed.filter((at) => event.timeStamp - at < WINDOW_MS), event.timeStamp];
    if (pressed.length >= 3) leave();
  });
}
