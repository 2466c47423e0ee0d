import { words } from "../words";
import { Film } from "./film";
import { look } from "./look";
import { Stage } from "./stage";

export { filmstrip } from "./strip";

type Act = () => void;

/** Makes a player of a film, a sound or a picture. Without it, the browser's own controls and a link do. */
export function player(root: HTMLElement): void {
  const stage = root.querySelector<HTMLElement>(".stage");
  const media = root.querySelector<HTMLMediaElement>("video, audio");
  const shown = root.querySelector<HTMLVideoElement | HTMLImageElement>(".stage video, .stage img");
  const host = root.closest<HTMLElement>("[data-words-play]");
  if (!stage || !host || (!media && !shown)) return;

  const say = (name: string, ...numbers: (number | string)[]): string => words(host, name, ...numbers);
  const film = media ? new Film(media, root, say) : undefined;
  const seen = shown ? new Stage(stage, shown) : undefined;
  root.dataset["started"] = "yes";
  // A link around a picture would be a second way to the same element.
  for (const link of stage.querySelectorAll("a")) link.tabIndex = -1;
  stage.tabIndex = 0;
  stage.setAttribute("role", "group");
  const name = shown instanceof HTMLImageElement ? shown.alt : media?.getAttribute("aria-label");
  stage.setAttribute("aria-label", name ?? "");
  if (film) {
    root.append(film.bar);
    if (seen) seen.pressed = () => film.toggle();
  }
  const looks = seen ? look(seen, root, say) : undefined;
  if (looks) root.append(looks.bar);

  const keys = new Map<string, Act>();
  const on = (code: string, act: Act | undefined): void => {
    if (act) keys.set(code, act);
  };
  if (film) {
    on("Space", () => film.toggle());
    on("Comma", () => void film.step(-1));
    on("Period", () => void film.step(1));
    on("BracketLeft", () => film.faster(-1));
    on("BracketRight", () => film.faster(1));
    on("KeyM", () => film.mute());
    on("KeyL", () => film.loop());
  }
  if (seen) {
    for (const code of ["Equal", "NumpadAdd"]) on(code, () => seen.nearer());
    for (const code of ["Minus", "NumpadSubtract"]) on(code, () => seen.farther());
    for (const code of ["Digit0", "Numpad0"]) on(code, () => seen.whole());
    on("KeyE", () => seen.turn());
    on("KeyV", looks?.levels);
    on("KeyB", looks?.full);
  }
  const arrows: Record<string, [number, number]> = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
  root.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const target = event.target instanceof HTMLElement ? event.target : root;
    // A button is pressed by the space bar, and a field takes its own keys.
    if (event.code === "Space" && target.closest("button, summary")) return;
    if (target.closest("select, input:not([type=range])")) return;
    const arrow = arrows[event.code];
    let act = keys.get(event.code);
    if (arrow && seen && target === stage && seen.view.zoom > 1) act = () => seen.pan(...arrow);
    else if (arrow && film && target === stage) act = () => void film.seek(film.media.currentTime - arrow[0] * 5 + arrow[1] * 30);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
}
