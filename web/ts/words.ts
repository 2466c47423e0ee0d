/** The number in the digits that readers of the language write. */
export function digits(text: string, lang: string | undefined): string {
  if (lang !== "ckb" && lang !== "ar") return text;
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
}

/** A number with so many decimals, with the sign between that readers of the language write. */
export function decimal(number: number, decimals: number, lang: string | undefined): string {
  const sign = lang === "ckb" || lang === "ar" ? "٫" : lang === "tr" || lang === "kmr" ? "," : ".";
  return number.toFixed(decimals).replace(".", sign);
}

/** The language that an element is in. */
export function language(root: HTMLElement): string | undefined {
  return root.closest<HTMLElement>("[lang]")?.lang;
}

/** The words of a data attribute with numbers in place of "#", or of "#1" and "#2". */
export function words(root: HTMLElement, name: string, ...numbers: (number | string)[]): string {
  const lang = language(root);
  return (root.dataset[name] ?? "").replace(/#([12])?/g, (_, place?: string) =>
    digits(String(numbers[Number(place ?? 1) - 1] ?? ""), lang),
  );
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
