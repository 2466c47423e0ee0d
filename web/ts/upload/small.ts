import { element } from "../words";
import * as store from "./store";

/** The longer side of a small copy, in pixels: enough for an editor to judge by. */
const SIDE = 2048;
const QUALITY = 0.82;
/** What is smaller goes as it is, in bytes. */
const LARGE = 1.5 * 1024 * 1024;
const PHOTO = /^image\/(jpeg|png|webp|hei[cf])$/;

let line: Promise<unknown> = Promise.resolve();

/** Whether a small copy of it is worth making. */
export function isLargePhoto(file: File): boolean {
  return file.size > LARGE && PHOTO.test(file.type);
}

/**
 * Keeps the photo on this device and makes a small copy of it. Nothing when either cannot be done: then the photo
 * itself is to be sent, as a copy whose original is nowhere would be all that is left. One after the other, as each
 * decoded photo takes as much memory as it has pixels.
 */
export function small(file: File, submission: string): Promise<{ copy: File; original: store.KeptFile } | undefined> {
  const made = line.then(async () => {
    const original: store.KeptFile = {
      id: crypto.randomUUID(),
      submission,
      name: file.name,
      type: file.type,
      size: file.size,
      token: "",
      sent: 0,
      done: false,
      at: Date.now(),
      later: { copy: "", number: 0 },
    };
    try {
      const copy = await copyOf(file);
      if (copy.size >= file.size) return undefined;
      await store.keepBlob(original.id, file);
      await store.keepFile(original);
      return { copy, original };
    } catch {
      await store.dropFile(original.id).catch(() => undefined);
      return undefined;
    }
  });
  line = made;
  return made;
}

/** A JPEG of nothing but pixels: a canvas knows nothing of where, when and by what a photo was taken. */
async function copyOf(file: File): Promise<File> {
  // Upright by itself, as the photo says.
  const bitmap = await createImageBitmap(file);
  const part = Math.min(1, SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = element("canvas");
  canvas.width = Math.max(1, Math.round(bitmap.width * part));
  canvas.height = Math.max(1, Math.round(bitmap.height * part));
  const context = canvas.getContext("2d");
  if (context) {
    // What can be seen through becomes white, not black.
    context.fillStyle = "#fff";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.imageSmoothingQuality = "high";
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  }
  bitmap.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
  if (!context || blob?.type !== "image/jpeg") throw new Error("no copy can be made here");
  return new File([blob], `${file.name.replace(/\.[^.]*$/, "")}.jpg`, { type: blob.type });
}

/** The form goes off: which file of the contribution each small copy is, so that its original can say so later. */
export async function numbered(form: HTMLFormElement, tokenOf: (copy: string) => string | undefined): Promise<void> {
  const taken = [...form.querySelectorAll<HTMLInputElement>("input[name=upload]")].filter(
    (field) => !field.parentElement?.querySelector<HTMLInputElement>("input[name=remove]")?.checked,
  );
  const tokens = taken.map(({ value }) => value);
  const before = Number(form.dataset["filesBefore"] ?? 0);
  for (const kept of await store.originals()) {
    const token = tokenOf(kept.later?.copy ?? "");
    const place = token ? tokens.indexOf(token) : -1;
    if (place < 0 || !kept.later) continue;
    await store.keepFile({ ...kept, later: { ...kept.later, number: before + place + 1 } });
  }
}
