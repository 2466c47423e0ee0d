/** Choosing an answer that stands ready puts it into the text, behind what stands there. */
export function savedReply(root: HTMLElement): void {
  if (!(root instanceof HTMLSelectElement)) return;
  const into = document.getElementById(root.dataset["into"] ?? "");
  if (!(into instanceof HTMLTextAreaElement)) return;
  root.addEventListener("change", () => {
    const text = root.selectedOptions[0]?.dataset["text"];
    if (!text) return;
    const before = into.value.trimEnd();
    into.value = before === "" ? text : `${before}\n\n${text}`;
    into.dispatchEvent(new Event("input", { bubbles: true }));
    root.value = "";
    into.focus();
  });
}
