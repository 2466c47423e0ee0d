// Reads the mails that the program wrote into <data>/mail.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Header lines by their lower-case names, unfolded. */
function headers(text) {
  const found = new Map();
  for (const line of text.replace(/\r\n[ \t]+/g, " ").split("\r\n")) {
    const at = line.indexOf(":");
    if (at > 0) found.set(line.slice(0, at).toLowerCase(), line.slice(at + 1).trim());
  }
  return found;
}

/** RFC 2045: what a body is, without its coding. */
function decoded(body, coding = "7bit") {
  if (/base64/i.test(coding)) return Buffer.from(body, "base64").toString("utf8");
  if (!/quoted-printable/i.test(coding)) return body;
  const latin = body
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(latin, "latin1").toString("utf8");
}

/** RFC 2047: a header's words in any script. */
function words(text = "") {
  return text
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind, coded) =>
      kind.toLowerCase() === "b" ? `\u0001${coded}\u0002` : `\u0003${coded.replaceAll("_", "=20")}\u0002`,
    )
    .replace(/(?:\u0001[^\u0002]*\u0002)+|(?:\u0003[^\u0002]*\u0002)+/g, (run) => {
      const pieces = [...run.matchAll(/[\u0001\u0003]([^\u0002]*)\u0002/g)].map(([, piece]) => piece);
      if (run[0] === "\u0003") return decoded(pieces.join(""), "quoted-printable");
      return Buffer.concat(pieces.map((piece) => Buffer.from(piece, "base64"))).toString("utf8");
    });
}

/** The parts of a body by their types. */
function* parts(text) {
  const at = text.indexOf("\r\n\r\n");
  const head = headers(text.slice(0, at));
  const body = text.slice(at + 4);
  const type = head.get("content-type") ?? "text/plain";
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (!boundary) {
    yield { type: type.split(";", 1)[0].toLowerCase(), text: decoded(body, head.get("content-transfer-encoding")) };
    return;
  }
  for (const piece of body.split(`--${boundary}`).slice(1, -1)) yield* parts(piece.replace(/^\r\n/, ""));
}

/** A mail: to whom, about what, in words and as a page. */
export function letter(bytes) {
  const text = bytes.toString("utf8");
  const head = headers(text.slice(0, text.indexOf("\r\n\r\n")));
  const found = [...parts(text)];
  const of = (type) => found.find((part) => part.type === type)?.text ?? "";
  return { to: head.get("to") ?? "", subject: words(head.get("subject")), text: of("text/plain"), html: of("text/html") };
}

/** Every mail in a data folder, oldest first is not promised. */
export function letters(data) {
  const folder = join(data, "mail");
  const names = readdirSync(folder).filter((name) => name.endsWith(".eml"));
  return names.map((name) => ({ name, ...letter(readFileSync(join(folder, name))) }));
}
