// Requests from an address of one's choice: of loopback's own 127.0.0.0/8, or through a proxy that says for whom it asks.
import { Agent, request } from "node:http";

const agent = new Agent({ keepAlive: true });

/**
 * Sends a request, and gives status, headers and body with the milliseconds it took: `wall` here, `server` as it says
 * itself. `fields` make a form of it; `from` is the address it comes from, `via` what a proxy says.
 */
export function ask(url, { method, fields, cookie, from, via, headers = {} } = {}) {
  const body = fields && new URLSearchParams(fields).toString();
  const all = { "accept-language": "en", ...headers };
  if (body !== undefined) all["content-type"] = "application/x-www-form-urlencoded";
  if (cookie) all.cookie = cookie;
  if (via) all["x-forwarded-for"] = via;
  const options = { method: method ?? (fields ? "POST" : "GET"), headers: all, localAddress: from, agent };
  const began = performance.now();
  return new Promise((done, fail) => {
    const asked = request(url, options, (answer) => {
      const pieces = [];
      answer.on("data", (piece) => pieces.push(piece));
      answer.on("end", () => {
        const wall = performance.now() - began;
        const server = Number(/dur=([\d.]+)/.exec(answer.headers["server-timing"] ?? "")?.[1] ?? NaN);
        done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(pieces).toString(), wall, server });
      });
    });
    asked.on("error", fail);
    asked.end(body);
  });
}

/** Lets connections go that wait for another request. */
export const hangUp = () => agent.destroy();

/** The figure below which a part of them lies. */
export function quantile(figures, part = 0.5) {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}
