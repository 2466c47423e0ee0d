// Brightness, contrast and gamma of what is shown. The file stays as it is.

export type Levels = { brightness: number; contrast: number; gamma: number };

export const AS_IS: Levels = { brightness: 1, contrast: 1, gamma: 1 };

export function changed(levels: Levels): boolean {
  return levels.brightness !== 1 || levels.contrast !== 1 || levels.gamma !== 1;
}

/** The exponent that an SVG filter needs: above 1 the shadows open. */
export function exponent(gamma: number): number {
  return Math.round((1 / Math.min(Math.max(gamma, 0.2), 5)) * 1000) / 1000;
}

/** The value of `filter`; `id` names the SVG filter that does the gamma. */
export function filterOf(levels: Levels, id: string): string {
  if (!changed(levels)) return "";
  const gamma = levels.gamma === 1 ? "" : ` url(#${id})`;
  return `brightness(${levels.brightness}) contrast(${levels.contrast})${gamma}`;
}

const SVG = "http://www.w3.org/2000/svg";

/** An SVG with a filter of that name, and what sets its gamma. */
export function gammaFilter(id: string): { svg: SVGElement; set: (gamma: number) => void } {
  const make = (name: string): SVGElement => document.createElementNS(SVG, name);
  const [svg, filter, transfer] = [make("svg"), make("filter"), make("feComponentTransfer")];
  svg.setAttribute("class", "vh");
  svg.setAttribute("aria-hidden", "true");
  filter.id = id;
  filter.setAttribute("color-interpolation-filters", "sRGB");
  const channels = ["feFuncR", "feFuncG", "feFuncB"].map(make);
  for (const channel of channels) channel.setAttribute("type", "gamma");
  transfer.append(...channels);
  filter.append(transfer);
  svg.append(filter);
  const set = (gamma: number): void => {
    for (const channel of channels) channel.setAttribute("exponent", String(exponent(gamma)));
  };
  set(1);
  return { svg, set };
}
