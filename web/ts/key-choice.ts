import { keyboardLayout, printedOn } from "./keys";
import { element } from "./words";

/** The form of keys: whoever stands on a field presses the key that they want. Keys are called as they are printed. */
export function keyChoice(root: HTMLElement): void {
  const fields = [...root.querySelectorAll("select")];
  if (!fields.length) return;
  root.prepend(element("p", "hint", root.dataset["words"] ?? ""));
  void keyboardLayout().then((layout) => {
    for (const option of root.querySelectorAll("option")) {
      if (option.value) option.textContent = printedOn(option.value, layout, option.textContent ?? "");
    }
  });
  for (const field of fields) {
    field.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      const key = event.shiftKey ? `Shift+${event.code}` : event.code;
      if (![...field.options].some((option) => option.value === key)) return;
      event.preventDefault();
      field.value = key;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
}
