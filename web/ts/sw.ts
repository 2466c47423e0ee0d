// The service worker. The form opens without a network, and takes what other programs share. It keeps one copy of
// the form as a stranger gets it, with what that page loads, and nothing else.

import { keep as keepThing } from "./upload/store";

const CACHE = "bepart-form-1";
const FORM = "/contribute";
const SHARE = "/contribute/share";
/** So long the network may take before the copy is shown. */
const PATIENCE_MS = 8000;

// The types of pages and of workers exclude each other; these are the parts that are used.
interface Waits extends Event {
  waitUntil(what: Promise<unknown>): void;
}
interface Fetches extends Waits {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Messages extends Waits {
  readonly data: unknown;
}
interface Scope {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", act: (event: Waits) => void): void;
  addEventListener(type: "fetch", act: (event: Fetches) => void): void;
  addEventListener(type: "message", act: (event: Messages) => void): void;
}
const scope = self as unknown as Scope;

scope.addEventListener("install", (event) => event.waitUntil(scope.skipWaiting()));

scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()));

scope.addEventListener("message", (event) => {
  if (event.data && typeof event.data === "object" && "keep" in event.data) {
    event.waitUntil(refresh(String(event.data.keep)));
  }
});

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== scope.location.origin) return;
  if (request.method === "POST" && pathname === SHARE) event.respondWith(shared(request));
  else if (request.method === "GET" && pathname === FORM && request.mode === "navigate") {
    event.respondWith(form(event));
  } else if (request.method === "GET" && pathname.startsWith("/assets/")) event.respondWith(asset(request));
});

/** The form from the network; without one, the copy. */
async function form(event: Fetches): Promise<Response> {
  try {
    const answer = await fetch(event.request, "timeout" in AbortSignal ? { signal: AbortSignal.timeout(PATIENCE_MS) } : {});
    if (answer.ok) event.waitUntil(follow(answer.clone()));
    return answer;
  } catch (error) {
    const copy = await (await caches.open(CACHE)).match(FORM);
    if (!copy) throw error;
    return own(copy);
  }
}

/** A name that changes with its content never has to be asked for twice. */
async function asset(request: Request): Promise<Response> {
  const copy = await caches.match(request.url, { cacheName: CACHE });
  return copy ?? fetch(request);
}

/** Keeps the copy fresh: another language, or other assets. */
async function follow(answer: Response): Promise<void> {
  const page = await answer.text();
  const copy = await (await caches.open(CACHE)).match(FORM);
  const held = (await copy?.text()) ?? "";
  if (language(page) !== language(held) || assets(page).join() !== assets(held).join()) await refresh(language(page));
}

/** Fetches the form as a stranger gets it, so that nothing of who is signed in is ever kept. */
async function refresh(lang: string): Promise<void> {
  const answer = await fetch(`${FORM}?lang=${encodeURIComponent(lang)}`, { credentials: "omit" });
  if (!answer.ok) return;
  const page = await answer.clone().text();
  const wanted = assets(page);
  const cache = await caches.open(CACHE);
  for (const address of wanted) {
    if (!(await cache.match(address))) await cache.add(address);
    if (!address.endsWith(".js")) continue;
    // What the script itself loads.
    const script = await (await cache.match(address))?.text();
    for (const name of script?.match(/uploading-[0-9a-f]{12}\.js/g) ?? []) {
      const part = `/assets/${name}`;
      wanted.push(part);
      if (!(await cache.match(part))) await cache.add(part);
    }
  }
  await cache.put(FORM, answer);
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url);
    if (pathname !== FORM && !wanted.includes(pathname)) await cache.delete(url);
  }
}

function assets(page: string): string[] {
  return [...new Set(page.match(/\/assets\/[\w.-]+\.(?:css|js)/g) ?? [])].sort();
}

function language(page: string): string {
  return /<html[^>]*\slang="(\w+)"/.exec(page)?.[1] ?? "";
}

/** The copy as a form of its own: two contributions from one copy must not be taken for the same. */
async function own(copy: Response): Promise<Response> {
  const page = await copy.text();
  const secret = crypto.getRandomValues(new Uint8Array(32));
  const key = btoa(String.fromCharCode(...secret)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
  const fresh = page
    .replace(/(name="submission_id" value=")[^"]*/, `$1${crypto.randomUUID()}`)
    .replace(/(name="form_key" value=")[^"]*/, `$1${key}`);
  const headers = new Headers(copy.headers);
  for (const name of ["content-encoding", "content-length", "server-timing"]) headers.delete(name);
  return new Response(fresh, { headers });
}

/** What another program shares waits on the device until the form takes it. */
async function shared(request: Request): Promise<Response> {
  const sent = await request.formData();
  const files = sent.getAll("files").filter((part): part is File => part instanceof File && part.size > 0);
  const text = ["text", "url"].map((name) => String(sent.get(name) ?? "")).filter(Boolean);
  await keepThing("shared", { title: String(sent.get("title") ?? ""), text: text.join("\n"), files });
  return Response.redirect(`${FORM}?shared`, 303);
}
