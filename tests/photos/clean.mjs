// What a rendition may consist of. Each function returns complaints: an empty list is a clean file.
//
// The formats are walked by their structure, from the first byte to the last: what is not on a list is a complaint.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const hex = (byte) => byte.toString(16).padStart(2, "0");

/** JPEG (T.81): JFIF, tables, frame, scans; nothing else, and nothing after its end. */
function walkJpeg(bytes) {
  const tables = new Set([0xc4, 0xdb, 0xdd]); // DHT, DQT, DRI
  const frames = new Set([0xc0, 0xc1, 0xc2]); // baseline, extended, progressive
  const wrong = [];
  if (bytes.readUInt16BE(0) !== 0xffd8) return ["no SOI"];
  let at = 2;
  let seen = 0;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1];
    const length = bytes.readUInt16BE(at + 2);
    const inside = bytes.subarray(at + 4, at + 2 + length);
    if (marker === 0xe0) {
      // Version, density and a thumbnail of 0 × 0: 14 bytes.
      if (!inside.subarray(0, 5).equals(Buffer.from("JFIF\0")) || length !== 16) wrong.push("an APP0 that is not JFIF");
    } else if (frames.has(marker)) seen++;
    else if (marker !== 0xda && !tables.has(marker)) wrong.push(`a segment ff${hex(marker)} of ${length} bytes`);
    at += 2 + length;
    if (marker !== 0xda) continue;
    // The scan's bits: an ff in them is followed by 00, or it is one of the restart markers.
    while (at + 1 < bytes.length && !(bytes[at] === 0xff && bytes[at + 1] && (bytes[at + 1] & 0xf8) !== 0xd0)) at++;
    if (bytes[at + 1] === 0xd9) break;
  }
  if (bytes[at] !== 0xff || bytes[at + 1] !== 0xd9) wrong.push("no EOI");
  if (at + 2 !== bytes.length) wrong.push(`${bytes.length - at - 2} bytes after the EOI`);
  if (seen !== 1) wrong.push(`${seen} frames`);
  return wrong;
}

/** WebP (RFC 9649): the picture, perhaps its transparency. */
function walkWebp(bytes) {
  if (bytes.length < 20 || bytes.toString("latin1", 8, 12) !== "WEBP") return ["no WebP"];
  const wrong = [];
  if (bytes.readUInt32LE(4) + 8 !== bytes.length) wrong.push("bytes outside of the RIFF");
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = bytes.toString("latin1", at, at + 4);
    if (!["VP8 ", "VP8L", "VP8X", "ALPH"].includes(name)) wrong.push(`a chunk ${JSON.stringify(name)}`);
    // Of the flags only the one for transparency: no profile, EXIF, XMP, animation (2.7).
    if (name === "VP8X" && (bytes[at + 8] & ~0x10) !== 0) wrong.push(`VP8X promises more: ${hex(bytes[at + 8])}`);
    const length = bytes.readUInt32LE(at + 4);
    at += 8 + length + (length % 2);
    if (at > bytes.length) wrong.push("a chunk beyond the end");
  }
  return wrong;
}

const BOXES =
  "ftyp moov mvhd trak tkhd edts elst mdia mdhd hdlr minf vmhd dinf dref stbl stsd stts stss ctts stsc stsz stco co64 sgpd sbgp mdat free".split(
    " ",
  );
const FOLDERS = new Set(["moov", "trak", "edts", "mdia", "minf", "dinf", "stbl"]);

/** What ffmpeg always writes to `moov`: user data that say nothing, an empty list of tags. */
const EMPTY_TAGS = Buffer.from(
  "0000003d75647461000000356d657461000000000000002168646c7200000000000000006d6469726170706c0000000000000000000000000869" +
    "6c7374",
  "hex",
).toString("latin1");

/** MP4 (ISO/IEC 14496-12): one track of moving pictures, without dates, names or places. */
function walkMp4(bytes) {
  const wrong = [];
  const handlers = [];
  const walk = (from, to, path) => {
    for (let at = from; at < to; ) {
      const short = bytes.readUInt32BE(at);
      const size = short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short || to - at;
      const name = bytes.toString("latin1", at + 4, at + 8);
      if (size < 8 || at + size > to) return void wrong.push(`a box ${path}${name} of ${size} bytes`);
      const body = bytes.subarray(at + 8, at + size);
      const silent = path === "moov/" && bytes.toString("latin1", at, at + size) === EMPTY_TAGS;
      if (!BOXES.includes(name) && !silent) wrong.push(`a box ${path}${name}`);
      if (FOLDERS.has(name)) walk(at + 8, at + size, `${path}${name}/`);
      if (name === "hdlr") handlers.push(body.toString("latin1", 8, 12));
      if (name === "free" && body.some(Boolean)) wrong.push("words in a free box");
      if (["mvhd", "tkhd", "mdhd"].includes(name)) {
        const dates = body.subarray(4, body[0] === 1 ? 20 : 12);
        if (dates.some(Boolean)) wrong.push(`a date in ${name}`);
      }
      at += size;
    }
  };
  walk(0, bytes.length, "");
  if (handlers.join() !== "vide") wrong.push(`tracks: ${handlers.join()}`);
  return wrong;
}

const WALKS = { jpeg: walkJpeg, jpg: walkJpeg, webp: walkWebp, mp4: walkMp4 };

/** Complaints about what a rendition is made of. */
export function structure({ format, bytes }) {
  return WALKS[format]?.(bytes) ?? [`an unknown format: ${format}`];
}

/** What speaks of metadata or of a further medium, anywhere in the bytes. */
const TRACES = [
  "Exif\0\0",
  "Photoshop 3.0",
  "ns.adobe.com",
  "<x:xmpmeta",
  "ICC_PROFILE",
  "jumdc2",
  "c2pa.",
  "MotionPhoto",
  "hdrgm:",
  "GPSLatitude",
];

/** Marks of scripts, documents and archives that hid in a picture. */
const PAYLOADS = [
  "<script",
  "<svg",
  "<?php",
  "<?=",
  "$_GET",
  "phpinfo",
  "javascript:",
  "onerror=",
  "alert(",
  "%!PS",
  "%PDF",
  "#EXTM3U",
  "PK\x03\x04",
  "\x7fELF",
  "root:x:",
  "/etc/passwd",
  "push graphic-context",
  "EICAR-STANDARD",
];

const found = (bytes, words) => words.filter((word) => bytes.includes(word)).map((word) => JSON.stringify(word));

export const traces = (bytes) => found(bytes, TRACES);
export const payloads = (bytes) => found(bytes, PAYLOADS);

/** What exiftool may say of a rendition: how it is built, and nothing of where it comes from. */
const STRUCTURAL = new RegExp(
  [
    "^SourceFile$",
    "^ExifTool:ExifToolVersion$",
    "^System:",
    "^File:(FileType|FileTypeExtension|MIMEType|ImageWidth|ImageHeight|EncodingProcess|BitsPerSample|ColorComponents|YCbCrSubSampling)$",
    "^JFIF:(JFIFVersion|ResolutionUnit|XResolution|YResolution)$",
    "^RIFF:(VP8Version|HorizontalScale|VerticalScale|ImageWidth|ImageHeight|WebP_Flags|AlphaIsUsed|AlphaPreprocessing|AlphaFiltering|AlphaCompression)$",
    "^QuickTime:(MajorBrand|MinorVersion|CompatibleBrands|MovieHeaderVersion|TimeScale|Duration|PreferredRate|PreferredVolume|PreviewTime|PreviewDuration|PosterTime|SelectionTime|SelectionDuration|CurrentTime|NextTrackID|MatrixStructure|HandlerType|HandlerVendorID|MediaDataSize|MediaDataOffset)$",
    "^Track1:(TrackHeaderVersion|TrackID|TrackDuration|TrackLayer|TrackVolume|MatrixStructure|ImageWidth|ImageHeight|MediaHeaderVersion|MediaTimeScale|MediaDuration|MediaLanguageCode|HandlerType|HandlerDescription|GraphicsMode|OpColor|CompressorID|CompressorName|SourceImageWidth|SourceImageHeight|XResolution|YResolution|BitDepth|PixelAspectRatio|ColorProfiles|ColorPrimaries|TransferCharacteristics|MatrixCoefficients|VideoFullRangeFlag|VideoFrameRate|BufferSize|MaxBitrate|AverageBitrate)$",
    "^(QuickTime|Track1):(CreateDate|ModifyDate|TrackCreateDate|TrackModifyDate|MediaCreateDate|MediaModifyDate)$",
    "^Composite:(ImageSize|Megapixels|Rotation|AvgBitrate)$",
  ].join("|"),
);

/** Structural tags that must be empty all the same: no film says when, or by what, it was made. */
const EMPTY = [
  [/(?<!File)(Create|Modify)Date$/, /^0000/],
  [/CompressorName$/, /^ *$/],
];

/** Complaints of exiftool about renditions, by their place in the list. */
export function tags(renditions) {
  const folder = mkdtempSync(join(tmpdir(), "bepart-renditions-"));
  try {
    for (const [index, { format, bytes }] of renditions.entries()) {
      writeFileSync(join(folder, `${String(index).padStart(6, "0")}.${format}`), bytes);
    }
    if (!renditions.length) return new Map();
    const said = execFileSync("exiftool", ["-a", "-G1", "-ee", "-j", "-q", "-r", folder], {
      encoding: "utf8",
      maxBuffer: 2 ** 30,
    });
    const wrong = new Map();
    for (const row of JSON.parse(said)) {
      const odd = Object.entries(row).filter(
        ([tag, value]) =>
          !STRUCTURAL.test(tag) || EMPTY.some(([name, empty]) => name.test(tag) && !empty.test(value)),
      );
      const index = Number(/(\d+)\.\w+$/.exec(row.SourceFile)[1]);
      if (odd.length) wrong.set(index, odd.map(([tag, value]) => `${tag}=${String(value).slice(0, 80)}`));
    }
    return wrong;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
