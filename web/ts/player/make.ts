import { element } from "../words";

const SVG = "http://www.w3.org/2000/svg";

/** Drawings of what a button does, 24 wide and high. None of them is a letter. */
export const ICONS = {
  play: "M7 4v16l13-8z",
  pause: "M6 4h4v16H6zM14 4h4v16h-4z",
  back: "M5 5h2v14H5zM19 5v14l-10-7z",
  on: "M17 5h2v14h-2zM5 5v14l10-7z",
  loud: "M4 9h4l5-5v16l-5-5H4zM16 8a5 5 0 0 1 0 8v-2a3 3 0 0 0 0-4z",
  mute: "M4 9h4l5-5v16l-5-5H4zM16 9l2 2 2-2 1 1-2 2 2 2-1 1-2-2-2 2-1-1 2-2-2-2z",
  loop: "M7 7h9V4l5 4-5 4V9H9v3H7zM17 17H8v3l-5-4 5-4v3h7v-3h2z",
  nearer: "M11 5h2v6h6v2h-6v6h-2v-6H5v-2h6z",
  farther: "M5 11h14v2H5z",
  whole: "M4 4h6v2H6v4H4zM14 4h6v6h-2V6h-4zM4 14h2v4h4v2H4zM18 14h2v6h-6v-2h4z",
  turn: "M12 5V1l6 5-6 5V7a5 5 0 1 0 5 5h2a7 7 0 1 1-7-7z",
  levels: "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18zM12 5a7 7 0 0 1 0 14z",
  full: "M4 4h7v2H6v5H4zM13 18h5v-5h2v7h-7z",
} as const;

export type Icon = keyof typeof ICONS;

/** Draws an icon in a button, in place of what it shows. */
export function draw(button: HTMLElement, icon: Icon): void {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("focusable", "false");
  path.setAttribute("d", ICONS[icon]);
  svg.append(path);
  button.replaceChildren(svg);
}

/** A button with a drawing and a name. */
export function button(icon: Icon, name: string, act: () => void): HTMLButtonElement {
  const made = element("button", "tool");
  made.type = "button";
  named(made, name);
  draw(made, icon);
  made.addEventListener("click", act);
  return made;
}

/** What it is called, for who hears it and for who points at it. */
export function named(control: HTMLElement, name: string): void {
  control.setAttribute("aria-label", name);
  control.title = name;
}

/** A slider with a name. Time and numbers run from left to right in every language. */
export function slider(name: string, bounds: [number, number, number], at: number): HTMLInputElement {
  const made = element("input");
  const [least, most, step] = bounds;
  made.type = "range";
  made.dir = "ltr";
  made.autocomplete = "off";
  [made.min, made.max, made.step] = [String(least), String(most), String(step)];
  made.value = String(at);
  named(made, name);
  return made;
}
