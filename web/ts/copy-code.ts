import { element, words } from "./words";

/** A button that copies the code. */
export function copyCode(root: HTMLElement): void {
  const code = root.querySelector(".code")?.textContent?.trim();
  // Only where the browser trusts the page's origin (https or this machine).
  if (!code || !navigator.clipboard) return;

  const button = element("button", "button quiet", words(root, "wordsCopy"));
  button.type = "button";
  const said = element("span", "vh");
  said.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(code);
      button.textContent = said.textContent = words(root, "wordsCopied");
    } catch {
      // Not allowed: the code is there to be read and selected.
      button.remove();
    }
  });
  root.append(button, said);
}
