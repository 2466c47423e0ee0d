import { stepped } from "./time";

/** Where nothing is known of a film's frames. */
const GUESS = 1 / 25;
/** Shorter than a frame of any phone's film. */
const PROBE = 1 / 150;
const PROBES = 60;
const WAIT_MS = 120;

/** Goes through a film frame by frame: its browser tells where the frame that is shown begins. */
export class Frames {
  private shown: number | undefined;
  private length: number | undefined;
  private told: (() => void) | undefined;
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly film: HTMLVideoElement) {
    if (this.tells) this.watch();
  }

  /** One frame on or back. Steps that are asked for while one is under way follow it. */
  step(way: 1 | -1): Promise<void> {
    this.last = this.last.then(() => this.go(way)).catch(() => undefined);
    return this.last;
  }

  private get tells(): boolean {
    return "requestVideoFrameCallback" in this.film;
  }

  private watch(): void {
    this.film.requestVideoFrameCallback((_, { mediaTime }) => {
      this.shown = mediaTime;
      this.told?.();
      this.watch();
    });
  }

  private async go(way: 1 | -1): Promise<void> {
    const { film } = this;
    film.pause();
    await ready(film);
    if (!this.tells) {
      await this.seek(stepped(film.currentTime, GUESS, way - 0.5, film.duration));
      return;
    }
    await this.seek(film.currentTime);
    const from = this.shown;
    if (from === undefined) return;
    const length = await this.measured(from);
    // Of frames that are not all equally long, one may last beyond the middle of where the next was expected.
    for (let further = 0; further < 30; further++) {
      const to = stepped(from, length, way > 0 ? 1 + further : -1 - further, film.duration);
      await this.seek(to);
      if (this.shown !== from || to === 0 || to >= film.duration - 0.002) return;
    }
  }

  /** How long a frame of this film is: looked for once, by going on in steps that are shorter. */
  private async measured(from: number): Promise<number> {
    if (this.length !== undefined) return this.length;
    const room = PROBE * PROBES;
    if (from + room > this.film.duration) await this.seek(Math.max(0, this.film.duration - 2 * room));
    const start = this.shown ?? from;
    for (let probe = 1; probe <= PROBES; probe++) {
      await this.seek(start + probe * PROBE);
      if (this.shown !== undefined && this.shown > start) {
        this.length = this.shown - start;
        return this.length;
      }
    }
    this.length = GUESS;
    return this.length;
  }

  /** There, and its frame on the screen. */
  private async seek(seconds: number): Promise<void> {
    const { film } = this;
    const seeked = new Promise((done) => film.addEventListener("seeked", done, { once: true }));
    const presented = new Promise<void>((done) => (this.told = done));
    film.currentTime = seconds;
    await seeked;
    if (this.tells) await Promise.race([presented, new Promise((done) => window.setTimeout(done, WAIT_MS))]);
    this.told = undefined;
  }
}

/** Loads a film that was not asked for yet, until its first frame is there. */
export async function ready(film: HTMLMediaElement): Promise<void> {
  if (film.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) return;
  const loaded = new Promise((done) => film.addEventListener("loadeddata", done, { once: true }));
  film.preload = "auto";
  if (film.networkState !== HTMLMediaElement.NETWORK_LOADING) film.load();
  await loaded;
}
