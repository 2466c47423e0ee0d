import { element } from "../words";
import { AS_IS, changed } from "./levels";
import { button, slider } from "./make";
import type { Stage } from "./stage";
import { MOST } from "./view";

type Say = (name: string, ...numbers: (number | string)[]) => string;

/** The controls of how a picture is seen: nearer, turned, lighter, on the whole screen. */
export function look(
  stage: Stage,
  root: HTMLElement,
  say: Say,
): { bar: HTMLElement; levels: () => void; full: (() => void) | undefined } {
  const bar = element("div", "look-bar");
  const tools = element("div", "tools");
  tools.dir = "ltr";
  const zoom = slider(say("wordsZoom"), [1, MOST, 0.25], 1);
  zoom.addEventListener("input", () => stage.set({ ...stage.view, zoom: Number(zoom.value) }));
  const panel = element("div", "levels");
  panel.hidden = true;
  const opened = button("levels", say("wordsLevels"), () => toggle());
  opened.setAttribute("aria-expanded", "false");
  const toggle = (): void => {
    panel.hidden = !panel.hidden;
    opened.setAttribute("aria-expanded", String(!panel.hidden));
  };
  tools.append(
    button("farther", say("wordsFarther"), () => stage.farther()),
    zoom,
    button("nearer", say("wordsNearer"), () => stage.nearer()),
    button("whole", say("wordsWhole"), () => stage.whole()),
    button("turn", say("wordsTurn"), () => stage.turn()),
    opened,
  );
  let full: (() => void) | undefined;
  if (document.fullscreenEnabled) {
    full = () => {
      if (document.fullscreenElement) void document.exitFullscreen();
      else void root.requestFullscreen().catch(() => undefined);
    };
    tools.append(button("full", say("wordsFull"), full));
  }
  const sliders = (["brightness", "contrast", "gamma"] as const).map((level) => {
    const label = element("label");
    const made = slider(say(`words${level[0]?.toUpperCase() ?? ""}${level.slice(1)}`), [0.2, 3, 0.05], 1);
    made.addEventListener("input", () => stage.light({ ...stage.levels, [level]: Number(made.value) }));
    label.append(element("span", "", made.title), made);
    panel.append(label);
    return { level, made };
  });
  const reset = element("button", "button small quiet", say("wordsAsIs"));
  reset.type = "button";
  reset.addEventListener("click", () => {
    stage.light(AS_IS);
    for (const { made } of sliders) made.value = "1";
  });
  panel.append(reset);
  stage.changed = () => {
    zoom.value = String(stage.view.zoom);
    opened.dataset["changed"] = String(changed(stage.levels));
  };
  bar.append(tools, panel);
  return { bar, levels: toggle, full };
}
