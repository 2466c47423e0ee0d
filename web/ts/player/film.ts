import { element, digits, language } from "../words";
import { Frames, ready } from "./frames";
import { button, draw, named, slider } from "./make";
import { placed, sheetOf, tileAt } from "./sprite";
import { type Stretch, looped, pressed, timeCode, within } from "./time";

type Say = (name: string, ...numbers: (number | string)[]) => string;

export const SPEEDS = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2];

/** Plays a film or sound, and the controls that do it. Muted until somebody wants to hear it. */
export class Film {
  readonly bar = element("div", "film-bar");
  private readonly frames: Frames | undefined;
  private readonly time: HTMLInputElement;
  private readonly clock = element("output", "clock ltr");
  private readonly playing: HTMLButtonElement;
  private readonly sound: HTMLButtonElement;
  private readonly volume: HTMLInputElement;
  private readonly speed = element("select", "speed ltr");
  private readonly looping: HTMLButtonElement;
  private stretch: Stretch | undefined;

  constructor(
    readonly media: HTMLMediaElement,
    private readonly root: HTMLElement,
    private readonly say: Say,
  ) {
    media.controls = false;
    media.muted = true;
    this.frames = media instanceof HTMLVideoElement ? new Frames(media) : undefined;
    this.time = slider(say("wordsTime"), [0, this.duration, 0.001], 0);
    this.time.addEventListener("input", () => void this.seek(Number(this.time.value)));
    this.playing = button("play", say("wordsPlay"), () => this.toggle());
    this.sound = button("mute", say("wordsUnmute"), () => this.mute());
    this.volume = slider(say("wordsVolume"), [0, 1, 0.05], media.volume);
    this.volume.addEventListener("input", () => {
      media.volume = Number(this.volume.value);
      media.muted = media.volume === 0;
    });
    this.looping = button("loop", say("wordsLoop"), () => this.loop());
    this.looping.setAttribute("aria-pressed", "false");
    this.choices();
    const step = (icon: "back" | "on", name: string, way: 1 | -1): HTMLButtonElement =>
      button(icon, say(name), () => void this.step(way));
    const steps: [HTMLButtonElement, HTMLButtonElement] = [step("back", "wordsBack", -1), step("on", "wordsOn", 1)];
    const buttons = element("div", "tools");
    buttons.dir = "ltr";
    buttons.append(steps[0], this.playing, steps[1], this.speed, this.looping, this.sound, this.volume, this.clock);
    this.bar.append(this.track(), buttons);
    for (const name of ["timeupdate", "seeking", "seeked", "durationchange", "loadedmetadata"]) media.addEventListener(name, () => this.tell());
    for (const name of ["play", "pause", "ended", "volumechange", "ratechange"]) media.addEventListener(name, () => this.state());
    media.addEventListener("play", () => this.follow());
    this.tell();
    this.state();
  }

  toggle(): void {
    if (this.media.paused) void this.media.play().catch(() => undefined);
    else this.media.pause();
  }

  async step(way: 1 | -1): Promise<void> {
    if (this.frames) return this.frames.step(way);
    this.media.pause();
    return this.seek(this.media.currentTime + way);
  }

  async seek(seconds: number): Promise<void> {
    await ready(this.media);
    this.media.currentTime = within(seconds, this.media.duration);
  }

  faster(way: 1 | -1): void {
    const at = SPEEDS.indexOf(this.media.playbackRate);
    this.media.playbackRate = SPEEDS[Math.min(Math.max((at < 0 ? SPEEDS.indexOf(1) : at) + way, 0), SPEEDS.length - 1)] ?? 1;
  }

  mute(): void {
    this.media.muted = !this.media.muted;
    if (!this.media.muted && this.media.volume === 0) this.media.volume = 0.5;
  }

  loop(): void {
    this.stretch = pressed(this.stretch, this.media.currentTime);
    this.looping.setAttribute("aria-pressed", String(this.stretch !== undefined));
    named(this.looping, this.say(this.stretch === undefined ? "wordsLoop" : this.stretch.to === undefined ? "wordsLoopEnd" : "wordsLoopOff"));
    const part = (seconds: number): string => `${this.duration > 0 ? (seconds * 100) / this.duration : 0}%`;
    this.bar.style.setProperty("--from", part(this.stretch?.from ?? 0));
    this.bar.style.setProperty("--to", part(this.stretch?.to ?? this.stretch?.from ?? 0));
  }

  private get duration(): number {
    const { duration } = this.media;
    return Number.isFinite(duration) && duration > 0 ? duration : Number(this.root.dataset["seconds"] ?? 0);
  }

  private choices(): void {
    const lang = language(this.root);
    named(this.speed, this.say("wordsSpeed"));
    this.speed.autocomplete = "off";
    for (const speed of SPEEDS) {
      const choice = element("option", "", digits(`${speed}×`, lang));
      choice.value = String(speed);
      choice.selected = speed === 1;
      this.speed.append(choice);
    }
    this.speed.addEventListener("change", () => (this.media.playbackRate = Number(this.speed.value)));
  }

  /** The timeline: over the outline of the sound, with a small picture of where one points. */
  private track(): HTMLElement {
    const track = element("div", "track");
    track.dir = "ltr";
    const wave = this.root.querySelector(".waveform");
    if (wave) track.append(wave);
    track.append(element("span", "stretch"), this.time);
    const told = this.root.querySelector<HTMLElement>(".moments");
    const sheet = told ? sheetOf(told.dataset) : undefined;
    told?.remove();
    if (!sheet) return track;
    const tile = element("span", "tile");
    tile.hidden = true;
    tile.setAttribute("aria-hidden", "true");
    const show = (seconds: number): void => {
      const { size, position, ratio } = placed(tileAt(seconds, sheet), sheet);
      tile.style.backgroundImage = `url("${new URL(sheet.src, location.href).pathname}")`;
      tile.style.backgroundSize = size;
      tile.style.backgroundPosition = position;
      tile.style.aspectRatio = String(ratio);
      tile.style.setProperty("--at", `${this.duration > 0 ? (seconds * 100) / this.duration : 0}%`);
      tile.hidden = false;
    };
    const hide = (): void => {
      tile.hidden = true;
    };
    track.addEventListener("pointermove", (event) => {
      const box = track.getBoundingClientRect();
      show(within(((event.clientX - box.x) / Math.max(box.width, 1)) * this.duration, this.duration));
    });
    track.addEventListener("pointerleave", hide);
    this.time.addEventListener("input", () => show(Number(this.time.value)));
    this.time.addEventListener("change", hide);
    this.time.addEventListener("blur", hide);
    track.append(tile);
    return track;
  }

  /** While it plays, the clock runs as smoothly as the picture, and a stretch ends where it ends. */
  private follow(): void {
    if (this.media.paused) return;
    const back = looped(this.stretch, this.media.currentTime);
    if (back !== undefined) this.media.currentTime = back;
    this.tell();
    requestAnimationFrame(() => this.follow());
  }

  private tell(): void {
    const at = this.media.currentTime;
    const lang = language(this.root);
    const code = digits(timeCode(at), lang);
    this.time.max = String(this.duration);
    this.time.value = String(at);
    this.time.setAttribute("aria-valuetext", code);
    // Each by itself: side by side, Arabic digits would change places.
    this.clock.replaceChildren(element("bdi", "", code), " / ", element("bdi", "", digits(timeCode(this.duration), lang)));
  }

  private state(): void {
    const { paused, muted, playbackRate, volume } = this.media;
    named(this.playing, this.say(paused ? "wordsPlay" : "wordsPause"));
    draw(this.playing, paused ? "play" : "pause");
    named(this.sound, this.say(muted ? "wordsUnmute" : "wordsMute"));
    draw(this.sound, muted ? "mute" : "loud");
    this.volume.value = String(muted ? 0 : volume);
    this.speed.value = String(playbackRate);
  }
}
