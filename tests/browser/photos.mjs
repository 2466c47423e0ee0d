// Small photos that tell what a test wants them to tell.

/** A TIFF as EXIF has it: maker, model, time, place. `loop`: a directory that names itself. */
export function tiff({ make, model, time, place, nowhere, little, loop }) {
  const head = Buffer.alloc(1024);
  let free = 600;
  const u16 = (value, at) => (little ? head.writeUInt16LE(value, at) : head.writeUInt16BE(value, at));
  const u32 = (value, at) => (little ? head.writeUInt32LE(value, at) : head.writeUInt32BE(value, at));
  const text = (tag, value) => ({ tag, type: 2, count: value.length + 1, bytes: Buffer.from(`${value}\0`, "latin1") });
  const long = (tag, value) => ({ tag, type: 4, count: 1, value });
  const directory = (at, entries) => {
    u16(entries.length, at);
    for (const [index, { tag, type, count, bytes, value }] of entries.entries()) {
      const entry = at + 2 + index * 12;
      u16(tag, entry);
      u16(type, entry + 2);
      u32(count, entry + 4);
      if (bytes && bytes.length <= 4) bytes.copy(head, entry + 8);
      else if (bytes) {
        u32(free, entry + 8);
        bytes.copy(head, free);
        free += bytes.length;
      } else u32(value, entry + 8);
    }
  };
  head.write(little ? "II" : "MM", 0, "latin1");
  u16(42, 2);
  u32(8, 4);
  const first = [];
  if (make) first.push(text(0x010f, make));
  if (model) first.push(text(0x0110, model));
  if (time) first.push(long(0x8769, loop ? 8 : 200));
  if (place || nowhere) first.push(long(0x8825, loop ? 8 : 300));
  directory(8, first);
  if (time && !loop) directory(200, [text(0x9003, time)]);
  if ((place || nowhere) && !loop) {
    const degrees = Buffer.alloc(24);
    for (const [index, value] of [36, 1, 11, 1, 28, 1].entries()) {
      const number = nowhere && index % 2 === 0 ? 0 : value;
      if (little) degrees.writeUInt32LE(number, index * 4);
      else degrees.writeUInt32BE(number, index * 4);
    }
    const angle = (tag) => ({ tag, type: 5, count: 3, bytes: degrees });
    directory(300, [text(1, "N"), angle(2), text(3, "E"), angle(4)]);
  }
  return head;
}

/** The metadata in the clothes of a format. No picture follows; none is needed to read it. */
export function photoIn(kind, exif) {
  const named = exif && Buffer.concat([Buffer.from("Exif\0\0", "latin1"), exif]);
  const xmp = `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><rdf:Description tiff:Make="Nokia" tiff:Model="N8" xmp:CreateDate="2023-11-05T08:09:10" exif:GPSLatitude="36,11.5N"/></x:xmpmeta>`;
  if (kind === "jpeg" || kind === "xmp") {
    const body = kind === "xmp" ? Buffer.from(xmp, "latin1") : named;
    const head = Buffer.from([0xff, 0xe1, 0, 0]);
    if (body) head.writeUInt16BE(body.length + 2, 2);
    return Buffer.concat([Buffer.from([0xff, 0xd8]), ...(body ? [head, body] : []), Buffer.from([0xff, 0xda, 0, 2, 0xff, 0xd9]), Buffer.alloc(64)]);
  }
  const size = Buffer.alloc(4);
  if (kind === "png") {
    size.writeUInt32BE(exif.length);
    return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), size, Buffer.from("eXIf"), exif, Buffer.alloc(4), Buffer.alloc(4), Buffer.from("IEND"), Buffer.alloc(4)]);
  }
  if (kind === "webp") {
    size.writeUInt32LE(exif.length);
    const riff = Buffer.alloc(4);
    riff.writeUInt32LE(exif.length + 12);
    return Buffer.concat([Buffer.from("RIFF"), riff, Buffer.from("WEBP"), Buffer.from("EXIF"), size, exif]);
  }
  return Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic"), Buffer.alloc(200), named, Buffer.alloc(200)]);
}
