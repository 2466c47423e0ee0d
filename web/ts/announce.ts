let waiting: string[] = [];

/** Says something to whoever does not see the page, when they have heard what is being said. Twice the same is said twice. */
export function announce(said: string): void {
  const place = document.querySelector("[data-announce]");
  if (!place || !said) return;
  if (!waiting.length) {
    place.textContent = "";
    // A region that was emptied a moment ago is read again, also with the same words.
    setTimeout(() => {
      place.textContent = waiting.join(" ");
      waiting = [];
    }, 60);
  }
  waiting.push(said);
}
