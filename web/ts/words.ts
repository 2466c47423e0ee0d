/** The number in the digits that readers of the language write. */
export function digits(text: string, lang: string | undefined): string {
  if (lang !== "ckb" && lang !== "ar") return text;
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
}

/** The words of a data attribute with a number in place of "#". */
export function words(root: HTMLElement, name: string, number: number | string = ""): string {
  const lang = root.closest<HTMLElement>("[lang]")?.lang;
  return (root.dataset[name] ?? "").replace("#", digits(String(number), lang));
}

/** A new element with a class and a text. Text is never read as HTML. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  look = "",
  text = "",
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (look) made.className = look;
  if (text) made.textContent = text;
  return made;
}
