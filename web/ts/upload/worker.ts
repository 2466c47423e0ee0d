interface Policy {
  createScriptURL(address: string): string;
}

/** The address of the service worker, as browsers want it that ask where scripts come from (Trusted Types). */
export function workerAddress(): string {
  const types = (window as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }).trustedTypes;
  const policy = types?.createPolicy("bepart-worker", { createScriptURL: (address) => address });
  return policy?.createScriptURL("/sw.js") ?? "/sw.js";
}

/** The service worker, for who uses the part that uploads: from then on the form opens without a network. */
export async function register(lang: string): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register(workerAddress());
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage({ keep: lang });
}

/** Removes it, with what it kept. */
export async function unregister(): Promise<void> {
  if ("serviceWorker" in navigator) {
    for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
  }
  if ("caches" in window) {
    for (const name of await caches.keys()) await caches.delete(name);
  }
}
