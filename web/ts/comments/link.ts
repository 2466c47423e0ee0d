import { words } from "../words";

/** Copies the address of a comment. False: the browser does not let us, and follows the link. */
export function link(root: HTMLElement, anchor: HTMLAnchorElement, say: (words: string) => void): boolean {
  if (!navigator.clipboard) return false;
  navigator.clipboard.writeText(anchor.href).then(
    () => {
      const before = anchor.textContent;
      anchor.textContent = words(root, "wordsCopied");
      say(words(root, "wordsCopied"));
      setTimeout(() => {
        anchor.textContent = before;
      }, 2000);
    },
    () => location.assign(anchor.href),
  );
  return true;
}
