import type { HttpRequest, HttpResponse } from "tus-js-client/lib/upload.js";

/** How long a request may stand still. The kernel takes what a slow link needs a while to carry. */
const STILL_MS = 60_000;
const STILL_EMPTY_MS = 20_000;

/**
 * One request of tus-js-client. Its own kind waits for ever on a line that died without a word, as lines of
 * phones do; this one ends by itself when nothing moves.
 */
export class Request implements HttpRequest {
  readonly #request = new XMLHttpRequest();
  readonly #headers: Record<string, string> = {};
  readonly #method: string;
  readonly #url: string;
  #progress: ((sent: number) => void) | undefined;

  constructor(method: string, url: string) {
    this.#method = method;
    this.#url = url;
    this.#request.open(method, url);
  }

  getMethod(): string {
    return this.#method;
  }

  getURL(): string {
    return this.#url;
  }

  setHeader(name: string, value: string): void {
    this.#request.setRequestHeader(name, value);
    this.#headers[name] = value;
  }

  getHeader(name: string): string | undefined {
    return this.#headers[name];
  }

  setProgressHandler(handler: (sent: number) => void): void {
    this.#progress = handler;
  }

  send(body: Blob | null = null): Promise<HttpResponse> {
    const request = this.#request;
    return new Promise((resolve, reject) => {
      let timer = 0;
      const moved = (): void => {
        clearTimeout(timer);
        timer = window.setTimeout(() => {
          request.abort();
          reject(new Error("the line stands still"));
        }, body ? STILL_MS : STILL_EMPTY_MS);
      };
      request.upload.onprogress = (event) => {
        moved();
        if (event.lengthComputable) this.#progress?.(event.loaded);
      };
      request.onload = () => {
        resolve({
          getStatus: () => request.status,
          getHeader: (name) => request.getResponseHeader(name),
          getBody: () => request.responseText,
          getUnderlyingObject: () => request,
        });
      };
      request.onerror = () => reject(new Error("no answer"));
      request.onloadend = () => clearTimeout(timer);
      moved();
      request.send(body);
    });
  }

  abort(): Promise<void> {
    this.#request.abort();
    return Promise.resolve();
  }

  getUnderlyingObject(): XMLHttpRequest {
    return this.#request;
  }
}
