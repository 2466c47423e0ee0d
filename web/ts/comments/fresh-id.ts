const sent = new WeakMap<HTMLFormElement, string>();

/**
 * A comment's id makes sending it twice sending it once. A page that many share has none to give; and who comes back to a
 * form and writes something else says something new.
 */
export function freshId(form: EventTarget | null): void {
  if (!(form instanceof HTMLFormElement) || form.dataset["commentForm"] === undefined) return;
  const id = form.querySelector<HTMLInputElement>("input[name=comment_id]");
  const body = form.querySelector<HTMLTextAreaElement>("textarea[name=body]")?.value ?? "";
  if (!id) return;
  const before = sent.get(form);
  if (!id.value || (before !== undefined && before !== body)) id.value = mint(Date.now());
  sent.set(form, body);
}

/** A UUID of version 7 (RFC 9562 §5.7). */
export function mint(now: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let millis = now;
  for (let at = 5; at >= 0; at -= 1) {
    bytes[at] = millis % 256;
    millis = Math.floor(millis / 256);
  }
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
