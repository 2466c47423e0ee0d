import { AS_IS, type Levels, filterOf, gammaFilter } from "./levels";
import { type Size, type View, WHOLE, limited, transform, turned, zoomed } from "./view";

const NEARER = 1.25;
const PAN = 60;
let made = 0;

/** Shows a picture or film larger, moved, turned, lighter. */
export class Stage {
  view: View = WHOLE;
  levels: Levels = AS_IS;
  /** A press that moved nothing. */
  pressed: () => void = () => undefined;
  changed: () => void = () => undefined;
  private readonly pointers = new Map<number, { x: number; y: number }>();
  private moved = false;
  private readonly gamma = gammaFilter(`gamma-${(made += 1)}`);

  constructor(
    readonly root: HTMLElement,
    private readonly shown: HTMLVideoElement | HTMLImageElement,
  ) {
    root.append(this.gamma.svg);
    root.addEventListener("pointerdown", (event) => this.down(event));
    root.addEventListener("pointermove", (event) => this.move(event));
    for (const end of ["pointerup", "pointercancel"] as const) root.addEventListener(end, (event) => this.up(event));
    root.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    root.addEventListener("dblclick", (event) => this.set(this.view.zoom > 1 ? { ...WHOLE, quarters: this.view.quarters } : zoomed(this.view, 2.5, this.from(event))));
    // A picture is a link for those without script.
    root.addEventListener("click", (event) => event.preventDefault());
    root.addEventListener("dragstart", (event) => event.preventDefault());
    new ResizeObserver(() => this.set(this.view)).observe(root);
  }

  nearer(): void {
    this.set(zoomed(this.view, NEARER, { x: 0, y: 0 }));
  }

  farther(): void {
    this.set(zoomed(this.view, 1 / NEARER, { x: 0, y: 0 }));
  }

  whole(): void {
    this.set(WHOLE);
  }

  turn(): void {
    this.set(turned(this.view));
  }

  pan(x: number, y: number): void {
    this.set({ ...this.view, x: this.view.x + x * PAN, y: this.view.y + y * PAN });
  }

  set(view: View): void {
    this.view = limited(view, this.picture, this.size);
    this.shown.style.transform = transform(this.view, this.picture, this.size);
    this.root.dataset["zoomed"] = String(this.view.zoom > 1);
    // The browser takes a larger rendition for a nearer look.
    if (this.shown instanceof HTMLImageElement && this.view.zoom > 1) {
      const sizes = `${Math.ceil(this.size.width * this.view.zoom)}px`;
      for (const one of [this.shown, ...(this.shown.parentElement?.querySelectorAll("source") ?? [])]) one.sizes = sizes;
    }
    this.changed();
  }

  light(levels: Levels): void {
    this.levels = levels;
    this.gamma.set(levels.gamma);
    const filter = this.gamma.svg.querySelector("filter");
    this.shown.style.filter = filterOf(levels, filter?.id ?? "");
    this.changed();
  }

  private get size(): Size {
    return { width: this.root.clientWidth, height: this.root.clientHeight };
  }

  private get picture(): Size {
    const { shown } = this;
    const film = shown instanceof HTMLVideoElement;
    const real = film ? [shown.videoWidth, shown.videoHeight] : [shown.naturalWidth, shown.naturalHeight];
    const [width, height] = real.every((side) => (side ?? 0) > 0) ? real : [shown.width, shown.height];
    return { width: width || 4, height: height || 3 };
  }

  private from(event: { clientX: number; clientY: number }): { x: number; y: number } {
    const box = this.root.getBoundingClientRect();
    return { x: event.clientX - box.x - box.width / 2, y: event.clientY - box.y - box.height / 2 };
  }

  private down(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.pointers.set(event.pointerId, this.from(event));
    this.moved = this.pointers.size > 1;
    if (this.view.zoom > 1 || this.pointers.size > 1) this.root.setPointerCapture(event.pointerId);
  }

  private move(event: PointerEvent): void {
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    const now = this.from(event);
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.pointers.set(event.pointerId, now);
    if (Math.hypot(now.x - before.x, now.y - before.y) > 1) this.moved = true;
    if (other) {
      const apart = (point: { x: number; y: number }): number => Math.hypot(point.x - other.x, point.y - other.y);
      const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
      const view = zoomed(this.view, apart(now) / Math.max(apart(before), 1), middle);
      this.set({ ...view, x: view.x + (now.x - before.x) / 2, y: view.y + (now.y - before.y) / 2 });
    } else if (this.view.zoom > 1) {
      this.set({ ...this.view, x: this.view.x + now.x - before.x, y: this.view.y + now.y - before.y });
    }
  }

  private up(event: PointerEvent): void {
    const was = this.pointers.delete(event.pointerId);
    if (was && this.pointers.size === 0 && !this.moved && event.type === "pointerup") this.pressed();
  }

  private wheel(event: WheelEvent): void {
    // The page scrolls as ever, unless who looks is at this picture.
    if (!event.ctrlKey && !this.root.contains(document.activeElement)) return;
    event.preventDefault();
    this.set(zoomed(this.view, Math.exp(-event.deltaY / 400), this.from(event)));
  }
}
