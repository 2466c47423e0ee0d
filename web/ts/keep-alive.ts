const EVERY_MS = 5 * 60 * 1000;

/** While somebody types, says so now and then: a session that seems idle ends, and a long text must not end with it. */
export function keepAlive(root: HTMLElement): void {
  const address = root.dataset["src"];
  if (!address) return;
  // The page itself was the last word.
  let said = performance.now();
  root.addEventListener("input", () => {
    const now = performance.now();
    if (now - said < EVERY_MS) return;
    said = now;
    // Cut off, the next letters try again five minutes later.
    fetch(address, { cache: "no-store" }).catch(() => undefined);
  });
}
