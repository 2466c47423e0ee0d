import BaseUpload, { type HttpResponse, type Source } from "tus-js-client/lib/upload.js";

import { Meter, type Pace } from "./pace";
import { Request } from "./transport";

/** Files up to this go in one request, together with the question whether they may. */
const AT_ONCE = 512 * 1024;
const LONGEST_WAIT_MS = 30_000;
/** A server that forgets an upload again and again is not asked for ever. */
const MOST_ANEW = 3;

/**
 * - `queued`: waits for its turn
 * - `going`: is on its way
 * - `paused`: by the reader
 * - `waiting`: for the network or the server; goes on by itself
 * - `done`: arrived whole
 * - `refused`: the server does not want it; `words` says why
 * - `lost`: its bytes cannot be read any more; the reader may choose it again
 */
export type State = "queued" | "going" | "paused" | "waiting" | "done" | "refused" | "lost";

/** What a file is and how far it came. */
export interface About {
  id: string;
  name: string;
  type: string;
  size: number;
  token: string;
  sent: number;
}

/** What a sending tells and asks. */
export interface Ties {
  endpoint: string;
  pace: Pace;
  /** Something a reader sees has changed. */
  changed(sending: Sending): void;
  /** Token or offset have changed: worth keeping. */
  moved(sending: Sending): void;
  /** The bytes as the device keeps them, when the chosen file cannot be read any more. */
  again(sending: Sending): Promise<Blob | undefined>;
}

/** One file on its way to the server. It never gives up by itself as long as the server may take the file. */
export class Sending {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly meter = new Meter();
  file: Blob | undefined;
  token: string;
  sent: number;
  state: State = "queued";
  words = "";
  readonly #ties: Ties;
  #upload: BaseUpload | undefined;
  #timer = 0;
  #tries = 0;
  #anew = 0;
  #chunkAt = 0;

  constructor(about: About, file: Blob | undefined, ties: Ties) {
    this.id = about.id;
    this.name = about.name;
    this.type = about.type;
    this.size = about.size;
    this.token = about.token;
    this.sent = about.sent;
    this.file = file;
    this.#ties = ties;
  }

  /** Whether it may still arrive without the reader doing anything. */
  get isOpen(): boolean {
    return this.state === "queued" || this.state === "going" || this.state === "waiting";
  }

  /** Starts, or goes on where the server has got to. */
  start(): void {
    this.#stop();
    if (!navigator.onLine) {
      this.#become("waiting");
      return;
    }
    const file = this.file;
    if (!file) {
      void this.#withoutFile();
      return;
    }
    this.words = "";
    this.#chunkAt = performance.now();
    this.#become("going");
    const upload: BaseUpload = new BaseUpload(file, {
      ...BaseUpload.defaultOptions,
      // Never both: a server that has trouble would be answered by beginning anew.
      endpoint: this.token ? null : this.#ties.endpoint,
      uploadUrl: this.token ? `${this.#ties.endpoint}/${this.token}` : null,
      metadata: { filename: this.name, filetype: this.type },
      chunkSize: this.#ties.pace.size,
      retryDelays: null,
      storeFingerprintForResuming: false,
      uploadDataDuringCreation: this.size <= AT_ONCE,
      fingerprint: () => Promise.resolve(null),
      // It forgets a stop that comes before it has begun.
      fileReader: {
        openFile: (blob) =>
          this.#upload === upload ? Promise.resolve(source(blob)) : new Promise<Source>(() => undefined),
      },
      httpStack: { createRequest: (method, url) => new Request(method, url), getName: () => "bepart" },
      onUploadUrlAvailable: () => {
        this.token = upload.url?.slice(upload.url.lastIndexOf("/") + 1) ?? "";
        this.#ties.moved(this);
      },
      onProgress: (sent) => {
        this.sent = sent;
        this.meter.at(sent);
        this.#ties.changed(this);
      },
      onChunkComplete: (bytes) => {
        this.#tries = 0;
        const now = performance.now();
        this.#ties.pace.took(bytes, now - this.#chunkAt);
        this.#chunkAt = now;
        upload.options.chunkSize = this.#ties.pace.size;
        this.#ties.moved(this);
      },
      onSuccess: () => this.#arrived(),
      onError: (error) => void this.#failed(error.originalResponse ?? undefined),
    });
    this.#upload = upload;
    upload.start();
  }

  /** The reader wants it to rest. */
  pause(): void {
    this.#stop();
    this.#become("paused");
  }

  /** Waits for its turn. */
  queue(): void {
    this.#stop();
    this.#tries = 0;
    this.#become("queued");
  }

  /** The network went. */
  networkGone(): void {
    if (this.state !== "going" && this.state !== "waiting") return;
    this.#stop();
    this.#become("waiting");
  }

  /** The network is back, or the reader looks at the page again: no need to wait longer. */
  wake(): void {
    if (this.state !== "waiting") return;
    this.#tries = 0;
    this.start();
  }

  /** Stops for good, and tells the server to forget it. */
  remove(): void {
    this.#stop();
    if (this.token) terminate(this.#ties.endpoint, this.token);
  }

  /** Stops without a word to the server. */
  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
    void this.#upload?.abort();
    this.#upload = undefined;
    this.meter.reset();
  }

  stop(): void {
    this.#stop();
  }

  #become(state: State): void {
    this.state = state;
    this.#ties.changed(this);
  }

  #arrived(): void {
    this.#upload = undefined;
    this.sent = this.size;
    this.file = undefined; // What is shown of it was made from it before.
    this.#become("done");
    this.#ties.moved(this);
  }

  async #failed(answer: HttpResponse | undefined): Promise<void> {
    const upload = this.#upload;
    const status = answer?.getStatus() ?? 0;
    if (status === 0) {
      if (!navigator.onLine) {
        this.networkGone();
        return;
      }
      this.#ties.pace.broke();
      const readable = await this.#isReadable();
      // Meanwhile the reader may have stopped it.
      if (this.#upload !== upload) return;
      if (!readable) {
        this.file = undefined;
        await this.#withoutFile();
        return;
      }
    }
    this.#upload = undefined;
    if (this.token && (status === 404 || status === 410) && this.#anew < MOST_ANEW) {
      // The server no longer has it: everything once more.
      this.#anew += 1;
      this.token = "";
      this.sent = 0;
      this.#ties.moved(this);
      this.start();
      return;
    }
    if (status >= 400 && status < 500 && ![408, 409, 423, 425, 429, 460].includes(status)) {
      this.words = detail(answer);
      this.#become("refused");
      return;
    }
    this.words = status >= 500 || status === 429 ? detail(answer) : "";
    this.#retry(Number(answer?.getHeader("retry-after")) * 1000 || 0);
  }

  #retry(atLeast: number): void {
    this.#become("waiting");
    const most = Math.min(LONGEST_WAIT_MS, 1000 * 2 ** this.#tries);
    this.#tries = Math.min(this.#tries + 1, 10);
    // Not all who lost the same server come back in the same moment.
    const wait = Math.max(atLeast, most * (0.5 + Math.random() / 2));
    this.#timer = window.setTimeout(() => this.start(), wait);
  }

  async #isReadable(): Promise<boolean> {
    try {
      await this.file?.slice(this.sent, this.sent + 1).arrayBuffer();
      return true;
    } catch {
      return false;
    }
  }

  /** Without the bytes: perhaps the device kept them, perhaps the server has everything already. */
  async #withoutFile(): Promise<void> {
    this.file = await this.#ties.again(this);
    if (this.file) {
      this.start();
      return;
    }
    if (!this.token) {
      this.#become("lost");
      return;
    }
    try {
      const answer = await fetch(`${this.#ties.endpoint}/${this.token}`, {
        method: "HEAD",
        headers: { "tus-resumable": "1.0.0" },
      });
      if (answer.ok) this.sent = Number(answer.headers.get("upload-offset"));
      if (answer.ok && this.sent === this.size) this.#arrived();
      else if (answer.ok || answer.status === 404) this.#become("lost");
      else this.#retry(0);
    } catch {
      this.#retry(0);
    }
  }
}

/** Tells the server to forget an upload. If it cannot be told, it forgets by itself after a while. */
export function terminate(endpoint: string, token: string): void {
  void fetch(`${endpoint}/${token}`, {
    method: "DELETE",
    headers: { "tus-resumable": "1.0.0" },
    keepalive: true,
  }).catch(() => undefined);
}

function source(blob: Blob): Source {
  return {
    size: blob.size,
    slice: (start, end) => Promise.resolve({ value: blob.slice(start, end), done: end >= blob.size }),
    close: () => undefined,
  };
}

/** The server's own words (RFC 9457). */
function detail(answer: HttpResponse | undefined): string {
  try {
    const problem: unknown = JSON.parse(answer?.getBody() ?? "");
    if (problem && typeof problem === "object" && "detail" in problem) return String(problem.detail);
  } catch {
    // An answer of something in between, without words for the reader.
  }
  return "";
}
