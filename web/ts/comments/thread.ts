import { answer } from "./answer";
import { like } from "./like";
import { Hushed } from "./hushed";
import { freshId } from "./fresh-id";
import { news } from "./news";
import { link } from "./link";

/**
 * A conversation: answers in their place, likes without a new page, people whom the reader hides, word of new comments.
 * Each of these is a plain link or form as well.
 */
export function thread(root: HTMLElement, startWithin: (node: ParentNode) => void): void {
  const said = root.querySelector<HTMLElement>("[data-said]");
  const say = (words: string): void => {
    if (said) said.textContent = words;
  };
  const hushed = new Hushed(root);
  const added = (node: ParentNode): void => {
    startWithin(node);
    hushed.look(node);
  };
  root.addEventListener("click", (event) => {
    // With a key held down the browser opens another window, as it does for every link.
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const clicked = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-reply], a[data-link]") : null;
    if (!clicked) return;
    if (clicked.dataset["reply"] !== undefined) {
      event.preventDefault();
      void answer(root, clicked, startWithin);
    } else if (link(root, clicked, say)) {
      event.preventDefault();
    }
  });
  root.addEventListener("submit", (event) => {
    const form = event.target;
    if (form instanceof HTMLFormElement && form.dataset["like"] !== undefined) {
      event.preventDefault();
      void like(root, form, say);
    }
  });
  // Before anything else that listens: a form that is about to be sent has its id.
  root.addEventListener("submit", (event) => freshId(event.target), { capture: true });
  hushed.look(root);
  news(root, added, say);
}
