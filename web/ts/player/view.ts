// Arithmetic of what is seen of a picture: how large, which part, which way up. No page, no pointer.

export type Size = { width: number; height: number };

/** `zoom` 1 is the whole picture; `x` and `y` move its middle from that of the stage; `quarters` turn it clockwise. */
export type View = { zoom: number; x: number; y: number; quarters: number };

export const WHOLE: View = { zoom: 1, x: 0, y: 0, quarters: 0 };
export const MOST = 16;

/** How large a picture is drawn on a stage, as a whole and upright. */
export function drawn(picture: Size, stage: Size): Size {
  const scale = Math.min(stage.width / picture.width, stage.height / picture.height);
  return Number.isFinite(scale) ? { width: picture.width * scale, height: picture.height * scale } : { ...stage };
}

/** By how much a turned picture has to shrink or may grow, so that it is seen as a whole again. */
export function fit(picture: Size, stage: Size, quarters: number): number {
  if (quarters % 2 === 0) return 1;
  const { width, height } = drawn(picture, stage);
  const scale = Math.min(stage.width / height, stage.height / width);
  return Number.isFinite(scale) && scale > 0 ? scale : 1;
}

/** The same view, moved so that the stage shows picture wherever there is picture to show. */
export function limited(view: View, picture: Size, stage: Size): View {
  const zoom = Math.min(Math.max(view.zoom, 1), MOST);
  const upright = drawn(picture, stage);
  const scale = zoom * fit(picture, stage, view.quarters);
  const [wide, high] = view.quarters % 2 === 0 ? [upright.width, upright.height] : [upright.height, upright.width];
  const most = (length: number, room: number): number => Math.max(0, (length * scale - room) / 2);
  const keep = (at: number, bound: number): number => (bound === 0 ? 0 : Math.min(Math.max(at, -bound), bound));
  return {
    zoom,
    quarters: view.quarters,
    x: keep(view.x, most(wide, stage.width)),
    y: keep(view.y, most(high, stage.height)),
  };
}

/** Nearer by a factor, while the point under `at` (from the middle of the stage) stays where it is. */
export function zoomed(view: View, factor: number, at: { x: number; y: number }): View {
  const zoom = Math.min(Math.max(view.zoom * factor, 1), MOST);
  const by = zoom / view.zoom;
  return { ...view, zoom, x: at.x - (at.x - view.x) * by, y: at.y - (at.y - view.y) * by };
}

/** Turned clockwise by a quarter; what was in the middle stays there. */
export function turned(view: View): View {
  return { ...view, quarters: (view.quarters + 1) % 4, x: -view.y, y: view.x };
}

/** As the value of `transform`. */
export function transform(view: View, picture: Size, stage: Size): string {
  const scale = view.zoom * fit(picture, stage, view.quarters);
  const short = (number: number): string => String(Math.round(number * 1000) / 1000);
  return `translate(${short(view.x)}px, ${short(view.y)}px) rotate(${view.quarters * 90}deg) scale(${short(scale)})`;
}
