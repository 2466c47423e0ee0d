import { element } from "../words";

/** Pixels of one side; shown at 72, for screens with two to one. */
const SIDE = 144;
const FILM_MS = 8000;

let line: Promise<unknown> = Promise.resolve();

/**
 * A small square picture of a photo, or of a film's first second; nothing for what this browser cannot show.
 * One after the other: ten photos of a phone, decoded at once, are half a gigabyte.
 */
export function preview(file: Blob, type: string): Promise<HTMLElement | undefined> {
  const made = line.then(async () => {
    try {
      if (type.startsWith("image/")) return await photo(file);
      if (type.startsWith("video/")) return await film(file);
    } catch {
      // A format that this browser does not know, e.g. HEIC.
    }
    return undefined;
  });
  line = made;
  return made;
}

async function photo(file: Blob): Promise<HTMLElement> {
  // Upright by itself, as the photo says.
  const bitmap = await createImageBitmap(file);
  const canvas = square(bitmap, bitmap.width, bitmap.height);
  bitmap.close();
  return canvas;
}

async function film(file: Blob): Promise<HTMLElement> {
  const video = element("video");
  video.muted = true;
  video.playsInline = true;
  video.preload = "auto";
  const address = URL.createObjectURL(file);
  try {
    const shown = new Promise<void>((resolve, reject) => {
      video.addEventListener("loadeddata", () => {
        // The very first frame is often black.
        video.currentTime = Math.min(1, (video.duration || 0) / 3);
      });
      video.addEventListener("seeked", () => resolve());
      video.addEventListener("error", () => reject(new Error("cannot be shown")));
      window.setTimeout(() => reject(new Error("takes too long")), FILM_MS);
    });
    video.src = address;
    await shown;
    return square(video, video.videoWidth, video.videoHeight);
  } finally {
    video.removeAttribute("src");
    video.load();
    URL.revokeObjectURL(address);
  }
}

function square(source: CanvasImageSource, across: number, down: number): HTMLCanvasElement {
  const canvas = element("canvas");
  canvas.width = canvas.height = SIDE;
  const side = Math.min(across, down);
  const context = canvas.getContext("2d");
  if (!context || !side) throw new Error("nothing to show");
  context.imageSmoothingQuality = "high";
  context.drawImage(source, (across - side) / 2, (down - side) / 2, side, side, 0, 0, SIDE, SIDE);
  return canvas;
}
