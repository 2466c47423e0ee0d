// The requests of tus 1.0.0, as short words for tests.
import { createHash, randomFillSync } from "node:crypto";

import { aim, ask } from "./wire.mjs";

export const TUS = ["Tus-Resumable", "1.0.0"];
export const BYTES = ["Content-Type", "application/offset+octet-stream"];

export const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
export const random = (size) => randomFillSync(Buffer.allocUnsafe(size));
export const base64 = (text) => Buffer.from(text).toString("base64");

/** An upload endpoint, by its URL. */
export class Door {
  constructor(url) {
    this.url = url;
    this.target = aim(url);
  }

  ask(method, path, headers, body, patience) {
    return ask(this.target, method, path, headers, body, patience);
  }

  options(headers = []) {
    return this.ask("OPTIONS", this.target.path, headers);
  }

  post(headers, body) {
    return this.ask("POST", this.target.path, [TUS, ...headers], body ?? Buffer.alloc(0));
  }

  /** Path of a new upload. */
  async create(length, headers = [], body = undefined) {
    const size = length === undefined ? ["Upload-Defer-Length", "1"] : ["Upload-Length", length];
    const answer = await this.post([size, ...headers, ...(body ? [BYTES] : [])], body);
    if (answer?.status !== 201) throw new Error(`no upload: ${answer?.status} ${answer?.body}`);
    return this.path(answer);
  }

  /** The path that an answer's Location leads to. */
  path(answer) {
    const { pathname } = new URL(answer.headers.location, this.url);
    return pathname;
  }

  head(path, headers = []) {
    return this.ask("HEAD", path, [TUS, ...headers]);
  }

  async offset(path) {
    const answer = await this.head(path);
    return Number(answer?.headers["upload-offset"] ?? NaN);
  }

  patch(path, offset, body, headers = []) {
    return this.ask("PATCH", path, [TUS, BYTES, ["Upload-Offset", offset], ...headers], body);
  }

  delete(path) {
    return this.ask("DELETE", path, [TUS]);
  }

  async concatenate(paths, headers = []) {
    return this.post([["Upload-Concat", `final;${paths.join(" ")}`], ...headers]);
  }
}
