/** Who has a contribution in hand. */
export interface Claim {
  by: string;
  by_id: string;
  since: string;
  from: string | null;
  note: string | null;
}

/** How a contribution stands. */
export interface Item {
  id: string;
  version: number;
  state: string;
  /** When it came, in microseconds. */
  sent: number;
  queues: string[];
  by: string | null;
  by_id: string | null;
  /** Who of the newsroom changed something last. */
  last: string | null;
  last_id: string | null;
  claim: Claim | null;
}

/** What the server tells, by line or when asked. */
export interface News {
  /** More than is counted ends in a plus. */
  counts?: Record<string, number | string>;
  mine?: number;
  /** How many came since the page was made; only of a look at everything. */
  fresh?: number;
  newest?: number;
  items?: Item[];
  /** More changed than is told. */
  anew?: boolean;
}

const POLL_MS = 10_000;
/** Where there is no line to hear sooner. */
const ALWAYS_POLL_MS = 5_000;
/** While it asks again and again, it tries the line now and then. */
const LINE_AGAIN_MS = 120_000;
const FAILURES = 2;

/** What the line needs of the page, so that it can be tried without one. */
export interface Ears {
  since: string;
  last: string;
  /** Where the line is; nothing: there is none, and it only asks. */
  line: string;
  /** Where it asks. There may be a query already. */
  poll: string;
  /** Which contributions the page shows. */
  ids(): string[];
  heard(news: News): void;
  /** Everything that the page shows, as it is now: what is missing is gone. */
  looked(news: News): void;
  /** Whether it hears at all. */
  lost(lost: boolean): void;
}

/**
 * Hears of changes: by server-sent events, or, where these do not get through, by asking every ten seconds. A page that
 * nobody sees holds no line: browsers allow few to one server.
 */
export class Line {
  #ears: Ears;
  #last: string;
  #events: EventSource | undefined;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lineAgain = 0;
  #etag = "";
  #running = false;

  constructor(ears: Ears) {
    this.#ears = ears;
    this.#last = ears.last;
  }

  start(): void {
    if (this.#running) return;
    this.#running = true;
    this.#failures = 0;
    if (this.#hasLine()) this.#listen();
    else void this.#poll();
  }

  stop(): void {
    this.#running = false;
    this.#events?.close();
    this.#events = undefined;
    clearTimeout(this.#timer);
  }

  #hasLine(): boolean {
    return "EventSource" in globalThis && this.#ears.line !== "";
  }

  #listen(): void {
    const query = new URLSearchParams({ ...(this.#ears.since && { since: this.#ears.since }), last: this.#last });
    const events = new EventSource(`${this.#ears.line}?${query}`);
    this.#events = events;
    events.addEventListener("message", (event: MessageEvent<string>) => {
      this.#failures = 0;
      this.#ears.lost(false);
      if (event.lastEventId) this.#last = event.lastEventId;
      // What was answered before is not what the page shows now.
      this.#etag = "";
      const news = JSON.parse(event.data) as News;
      this.#ears.heard(news);
      if (news.anew) void this.#look();
    });
    events.addEventListener("error", () => {
      if (this.#events !== events) return;
      this.#failures += 1;
      // Closed for good is the browser's word for an answer that is no line.
      if (this.#failures < FAILURES && events.readyState !== EventSource.CLOSED) return;
      events.close();
      this.#events = undefined;
      this.#lineAgain = Date.now() + LINE_AGAIN_MS;
      void this.#poll();
    });
  }

  async #poll(): Promise<void> {
    await this.#look();
    if (!this.#running || this.#events) return;
    this.#timer = setTimeout(() => {
      if (this.#hasLine() && Date.now() > this.#lineAgain) {
        this.#failures = 0;
        this.#listen();
      } else void this.#poll();
    }, this.#ears.line ? POLL_MS : ALWAYS_POLL_MS);
  }

  async #look(): Promise<void> {
    const query = new URLSearchParams({
      ...(this.#ears.since && { since: this.#ears.since }),
      ids: this.#ears.ids().join(","),
    });
    const { poll } = this.#ears;
    try {
      const answer = await fetch(`${poll}${poll.includes("?") ? "&" : "?"}${query}`, {
        cache: "no-store",
        headers: this.#etag ? { "if-none-match": this.#etag } : {},
      });
      if (!this.#running) return;
      if (answer.status !== 304) {
        if (!answer.ok) throw new Error(String(answer.status));
        const news = (await answer.json()) as News;
        this.#etag = answer.headers.get("etag") ?? "";
        this.#ears.looked(news);
      }
      this.#ears.lost(false);
    } catch {
      if (this.#running) this.#ears.lost(true);
    }
  }
}
