// The service worker. The form opens without a network, and takes what other programs share. It keeps one copy of
// the form as a stranger gets it, with what that page loads, and nothing else.

import { keep as keepThing } from "./upload/store";

const CACHE = "bepart-form-1";
const FORM = "/contribute";
const SHARE = "/contribute/share";
/** The words of a notice, left by `push-here.ts`, and the page that it leads to. */
const NOTICE = "bepart-notice-1";
const WORDS = "/me/notices/words";
const NEWS = "/me";
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
interface Clicks extends Waits {
  readonly notification: Notification;
}
interface Window extends Client {
  navigate(address: string): Promise<Window | null>;
  focus(): Promise<Window>;
}
interface Client {
  readonly url: string;
}
interface Scope {
  readonly location: Location;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(of: { type: "window"; includeUncontrolled: boolean }): Promise<Window[]>;
    openWindow(address: string): Promise<unknown>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate" | "push", act: (event: Waits) => void): void;
  addEventListener(type: "notificationclick", act: (event: Clicks) => void): void;
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

// A push brings no words: what there is to say stands in the account, behind the sign-in.
scope.addEventListener("push", (event) => event.waitUntil(notice()));

scope.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open());
});

/** Says that there is news, in the words that the page left when its owner allowed it. */
async function notice(): Promise<void> {
  const kept = await (await caches.open(NOTICE)).match(WORDS);
  const { title, lang, dir } = (await kept?.json()) ?? { title: scope.location.host };
  // One at a time: several say no more than one.
  await scope.registration.showNotification(String(title), { lang, dir, tag: "news" });
}

/** The page with the news, in a window that is open already or in a new one. */
async function open(): Promise<void> {
  const windows = await scope.clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = windows.find(({ url }) => new URL(url).pathname === NEWS);
  await (there ? there.focus() : scope.clients.openWindow(NEWS));
}

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
  // Who only wants to be told keeps no form.
  if (!copy) return;
  const held = await copy.text();
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
