import { language, words } from "./words";
import { workerAddress } from "./upload/worker";

/** Where the service worker finds the words of a notice: it has none of its own, and a push brings none. */
const NOTICE = "bepart-notice-1";
const WORDS = "/me/notices/words";

/** Allows this browser to be told, and forgets it again. Without script, and where browsers cannot, nothing is offered. */
export function pushHere(root: HTMLElement): void {
  const allow = root.querySelector<HTMLButtonElement>("[data-allow]");
  const forget = root.querySelector<HTMLButtonElement>("[data-forget]");
  const said = root.querySelector("[role=status]");
  const able = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window && "caches" in window;
  if (!allow || !forget || !said || !able) return;

  const show = (on: boolean, name = on ? "wordsOn" : "wordsOff"): void => {
    said.textContent = words(root, name);
    allow.hidden = on;
    forget.hidden = !on;
    root.hidden = false;
  };
  const act = (what: () => Promise<void>) => (): void => {
    allow.disabled = forget.disabled = true;
    what()
      .catch((error: unknown) => {
        console.warn(error);
        said.textContent = words(root, Notification.permission === "denied" ? "wordsDenied" : "wordsFailed");
      })
      .finally(() => {
        allow.disabled = forget.disabled = false;
      });
  };

  const turnOn = async (): Promise<void> => {
    if ((await Notification.requestPermission()) !== "granted") throw new Error("not allowed");
    await navigator.serviceWorker.register(workerAddress());
    const { pushManager } = await navigator.serviceWorker.ready;
    const applicationServerKey = root.dataset["key"] ?? "";
    // One for another key (of another server) is of no use here.
    const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey }).catch(async () => {
      await (await pushManager.getSubscription())?.unsubscribe();
      return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
    });
    const notice = { title: words(root, "wordsTitle"), lang: language(root), dir: document.dir };
    await (await caches.open(NOTICE)).put(WORDS, new Response(JSON.stringify(notice)));
    const headers = { "content-type": "application/json" };
    const told = await fetch("/me/notices/push", { method: "POST", headers, body: JSON.stringify(subscription) });
    if (told.status !== 204) {
      await subscription.unsubscribe();
      throw new Error(`answered ${told.status}`);
    }
    show(true);
  };

  const turnOff = async (): Promise<void> => {
    const subscription = await current();
    if (subscription) {
      const body = new URLSearchParams({ endpoint: subscription.endpoint });
      const told = await fetch("/me/notices/push/forget", { method: "POST", body });
      if (!told.ok) throw new Error(`answered ${told.status}`);
      await subscription.unsubscribe();
      await caches.delete(NOTICE);
    }
    show(false);
  };

  allow.addEventListener("click", act(turnOn));
  forget.addEventListener("click", act(turnOff));
  void current().then((subscription) => show(subscription !== null && Notification.permission === "granted"));
}

async function current(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration();
  return (await registration?.pushManager.getSubscription()) ?? null;
}
