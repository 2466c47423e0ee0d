// What a photo tells about its taking, read on the reader's own device. Only what is said in words is looked for;
// every offset comes from a stranger's file, so every read is checked and everything is bounded.

/** What a photo tells. */
export interface Told {
  place: boolean;
  /** As the camera wrote it, e.g. `2024-05-03 14:22`. */
  time: string;
  /** Maker and model. */
  device: string;
}

/** Bytes at the beginning. */
const HEAD = 512 * 1024;
/** Bytes of a file that is looked through whole. */
const MOST_HEIF = 24 * 1024 * 1024;
const MOST_ENTRIES = 200;
const MOST_TEXT = 200;
const MOST_PIECES = 400;

const PNG = 0x89504e47;
const RIFF = 0x52494646;
const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0];

/** What the photo tells; nothing for what is no photo that can be read here. */
export async function readPhoto(file: Blob): Promise<Told | undefined> {
  const head = new DataView(await file.slice(0, HEAD).arrayBuffer());
  if (head.byteLength < 16) return undefined;
  const told: Told = { place: false, time: "", device: "" };
  const kind = head.getUint32(0);
  if (head.getUint16(0) === 0xffd8) jpeg(head, told);
  else if (kind === PNG) await pieces(file, 8, false, told);
  else if (kind === RIFF) await pieces(file, 12, true, told);
  else if (head.getUint32(4) === 0x66747970) {
    // HEIF: Exif stands somewhere among the pictures' bytes. What is not looked at whole is not spoken of.
    if (file.size > MOST_HEIF) return undefined;
    anywhere(await file.arrayBuffer(), told);
  } else return undefined;
  return told;
}

function jpeg(view: DataView, told: Told): void {
  let at = 2;
  for (let segment = 0; segment < MOST_PIECES && at + 4 <= view.byteLength; segment += 1) {
    if (view.getUint8(at) !== 0xff) return;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1; // Padding.
      continue;
    }
    if (marker === 0xda || marker === 0xd9) return;
    const size = view.getUint16(at + 2);
    if (size < 2) return;
    if (marker === 0xe1) {
      const body = part(view, at + 4, size - 2);
      if (begins(body, 0, EXIF)) tiff(part(body, 6), told);
      else xmp(body, told);
    }
    at += 2 + size;
  }
}

/** The chunks of PNG and WebP. Read one by one, as what is looked for may stand behind the picture. */
async function pieces(file: Blob, first: number, riff: boolean, told: Told): Promise<void> {
  let at = first;
  for (let piece = 0; piece < MOST_PIECES && at + 8 <= file.size; piece += 1) {
    const head = new DataView(await file.slice(at, at + 8).arrayBuffer());
    if (head.byteLength < 8) return;
    const size = riff ? head.getUint32(4, true) : head.getUint32(0);
    const name = ascii(head, riff ? 0 : 4, 4);
    if (["eXIf", "EXIF", "iTXt", "XMP "].includes(name)) {
      const body = new DataView(await file.slice(at + 8, at + 8 + Math.min(size, HEAD)).arrayBuffer());
      if (name === "iTXt" || name === "XMP ") xmp(body, told);
      else tiff(begins(body, 0, EXIF) ? part(body, 6) : body, told);
    }
    if (name === "IEND") return;
    at += 8 + size + (riff ? size % 2 : 4);
  }
}

/** Every place at which a TIFF begins whose first directory follows at once, as that of every camera does. */
function anywhere(buffer: ArrayBuffer, told: Told): void {
  const bytes = new Uint8Array(buffer);
  const view = new DataView(buffer);
  for (const [first, rest, directory] of [[0x4d, 0x4d4d002a, 0x00000008], [0x49, 0x49492a00, 0x08000000]] as const) {
    for (let at = bytes.indexOf(first); at >= 0 && at + 8 <= bytes.length; at = bytes.indexOf(first, at + 1)) {
      if (view.getUint32(at) === rest && view.getUint32(at + 4) === directory) tiff(part(view, at), told);
    }
  }
}

/** EXIF 2.32: a TIFF whose directories name what they hold by numbers. */
function tiff(view: DataView, told: Told): void {
  if (view.byteLength < 8) return;
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return;
  const little = order === 0x4949;
  if (view.getUint16(2, little) !== 42) return;

  let make = "";
  let model = "";
  const directory = (at: number, seen: (tag: number, entry: number) => void): void => {
    if (at < 8 || at + 2 > view.byteLength) return;
    const count = Math.min(view.getUint16(at, little), MOST_ENTRIES);
    for (let index = 0; index < count; index += 1) {
      const entry = at + 2 + index * 12;
      if (entry + 12 > view.byteLength) return;
      seen(view.getUint16(entry, little), entry);
    }
  };
  const text = (entry: number): string => {
    if (view.getUint16(entry + 2, little) !== 2) return "";
    const count = Math.min(view.getUint32(entry + 4, little), MOST_TEXT);
    return ascii(view, count <= 4 ? entry + 8 : view.getUint32(entry + 8, little), count);
  };
  const address = (entry: number): number => view.getUint32(entry + 8, little);

  directory(view.getUint32(4, little), (tag, entry) => {
    if (tag === 0x010f) make = text(entry);
    if (tag === 0x0110) model = text(entry);
    if (tag === 0x0132) told.time ||= time(text(entry));
    if (tag === 0x8769) {
      directory(address(entry), (inner, at) => {
        if (inner === 0x9003) told.time = time(text(at)) || told.time;
        if (inner === 0x9004) told.time ||= time(text(at));
      });
    }
    if (tag === 0x8825) {
      directory(address(entry), (inner, at) => {
        // Latitude or longitude. Phones that are not allowed to know write zeros.
        if ((inner === 2 || inner === 4) && isSomewhere(view, at, little)) told.place = true;
      });
    }
  });
  told.device ||= named(make, model);
}

function isSomewhere(view: DataView, entry: number, little: boolean): boolean {
  const at = view.getUint32(entry + 8, little);
  if (view.getUint16(entry + 2, little) !== 5 || at + 24 > view.byteLength) return false;
  return [0, 8, 16].some(
    (step) => view.getUint32(at + step, little) !== 0 && view.getUint32(at + step + 4, little) !== 0,
  );
}

/** XMP: text. Only looked for, never read as markup. */
function xmp(view: DataView, told: Told): void {
  const text = new TextDecoder().decode(part(view, 0, HEAD));
  if (!text.includes("ns.adobe.com/xap") && !text.includes("x:xmpmeta")) return;
  if (/exif:GPSLatitude\s*(=\s*["']|>)\s*[0-9]/.test(text)) told.place = true;
  const of = (name: string): string =>
    new RegExp(`${name}\\s*(?:=\\s*["']|>)([^"'<]{1,${MOST_TEXT}})`).exec(text)?.[1]?.trim() ?? "";
  told.time ||= time(of("exif:DateTimeOriginal") || of("photoshop:DateCreated") || of("xmp:CreateDate"));
  told.device ||= named(of("tiff:Make"), of("tiff:Model"));
}

function named(make: string, model: string): string {
  // Many write the maker into the model too.
  if (!model) return make;
  return model.toLowerCase().startsWith(make.toLowerCase()) ? model : `${make} ${model}`.trim();
}

function time(text: string): string {
  const found = /^(\d{4})[:-](\d\d)[:-](\d\d)(?:[ T](\d\d):(\d\d))?/.exec(text);
  if (!found || found[1] === "0000") return "";
  return `${found[1]}-${found[2]}-${found[3]}${found[4] ? ` ${found[4]}:${found[5]}` : ""}`;
}

function part(view: DataView, at: number, size = Infinity): DataView {
  const from = Math.min(at, view.byteLength);
  return new DataView(view.buffer, view.byteOffset + from, Math.min(size, view.byteLength - from));
}

function begins(view: DataView, at: number, bytes: number[]): boolean {
  return at + bytes.length <= view.byteLength && bytes.every((byte, index) => view.getUint8(at + index) === byte);
}

function ascii(view: DataView, at: number, count: number): string {
  const held = part(view, at, count);
  const text = new TextDecoder().decode(held);
  const end = text.indexOf("\0");
  // Some fill the field with blanks.
  return (end < 0 ? text : text.slice(0, end)).trim();
}
