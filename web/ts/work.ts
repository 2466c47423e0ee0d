import { solve } from "./puzzle";
import { words } from "./words";

/**
 * While many send at once, the device works for a moment as its owner writes. A form that is sent sooner waits for
 * it. Without this, or where the browser hashes nothing, the owner waits a minute instead.
 */
export function work(root: HTMLElement): void {
  const form = root.closest("form");
  const field = root.querySelector<HTMLInputElement>("[name=work_solution]");
  const { challenge } = root.dataset;
  const said = root.querySelector("[role=status]");
  // Only pages that came safely may hash.
  if (!form || !field || !said || !challenge || !globalThis.crypto?.subtle) return;
  let submitter: HTMLElement | null | undefined;
  const say = (name: string): void => {
    said.textContent = words(root, name);
  };
  const hold = (event: SubmitEvent): void => {
    if (event.target !== form) return;
    // Before anything else that listens.
    event.preventDefault();
    event.stopImmediatePropagation();
    submitter = event.submitter;
    say("wordsHolding");
  };
  const release = (): void => {
    window.removeEventListener("submit", hold, { capture: true });
    if (submitter !== undefined && form.isConnected) form.requestSubmit(submitter);
  };
  window.addEventListener("submit", hold, { capture: true });
  say("wordsWorking");
  solve(challenge, Number(root.dataset["bits"]), () => root.isConnected)
    .then((solution) => {
      if (!solution) return;
      field.value = solution;
      say("wordsDone");
      // Nobody has to wait any more.
      root.classList.remove("bad");
      root.querySelector(".error-words")?.remove();
    })
    // The server says then how long to wait.
    .catch((error: unknown) => console.warn(error))
    .finally(release);
}
