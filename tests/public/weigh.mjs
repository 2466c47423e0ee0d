// What a page weighs on the wire before its pictures: itself, style, script and fonts, as a browser asks for them.
import { request } from "node:http";
import { brotliDecompressSync, constants } from "node:zlib";

/** What a server sends in its first round trip: ten segments (RFC 6928). */
export const FIRST = 14_336;

/** The bytes of an answer as they come over the wire. */
function wire(url) {
  const headers = { "accept-encoding": "br", "accept-language": "en" };
  return new Promise((done, fail) => {
    request(url, { headers }, (answer) => {
      const pieces = [];
      answer.on("data", (piece) => pieces.push(piece));
      answer.on("end", () => {
        if (answer.statusCode !== 200) return fail(new Error(`${url}: ${answer.statusCode}`));
        const head = answer.rawHeaders.reduce((sum, text) => sum + text.length + 2, 20);
        done({ head, body: Buffer.concat(pieces), coding: answer.headers["content-encoding"] });
      });
    })
      .on("error", fail)
      .end();
  });
}

const opened = ({ body, coding }, bytes = body.length) => {
  if (!coding) return body.subarray(0, bytes).toString();
  return brotliDecompressSync(body.subarray(0, bytes), { finishFlush: constants.BROTLI_OPERATION_FLUSH }).toString();
};

/** Bytes by what they are, their sum, and the text that the first round trip carries. */
export async function weigh(origin, path) {
  const page = await wire(origin + path);
  const html = opened(page);
  const parts = { [path]: page.head + page.body.length };
  const wanted = new Set();
  for (const [tag] of html.matchAll(/<(?:link|script)\b[^>]*>/g)) {
    const address = /\b(?:href|src)="([^"]+)"/.exec(tag)?.[1];
    const needed = tag.startsWith("<script") || /\brel="(?:stylesheet|modulepreload|preload)"/.test(tag);
    if (address && needed) wanted.add(new URL(address, origin + path).href);
  }
  for (const url of wanted) {
    const part = await wire(url);
    parts[new URL(url).pathname] = part.head + part.body.length;
    if (!url.endsWith(".css")) continue;
    for (const [, address] of opened(part).matchAll(/url\(["']?([^"')]+\.woff2?)["']?\)/g)) wanted.add(new URL(address, url).href);
  }
  const sum = Object.values(parts).reduce((all, bytes) => all + bytes, 0);
  return { parts, sum, html, opening: opened(page, Math.max(0, FIRST - page.head)) };
}
