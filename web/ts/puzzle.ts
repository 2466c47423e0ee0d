/** Hashed at once. The browser hashes beside the page; between two rounds the page has its turn. */
const ROUND = 256;

/**
 * The first number whose SHA-256, after the challenge and a dot, begins with so many zero bits. Ends without one when
 * nobody wants it any more.
 */
export async function solve(challenge: string, bits: number, isWanted: () => boolean): Promise<string | undefined> {
  const text = new TextEncoder();
  for (let first = 0; isWanted(); first += ROUND) {
    const numbers = Array.from({ length: ROUND }, (_, index) => first + index);
    const hash = (number: number): Promise<ArrayBuffer> =>
      crypto.subtle.digest("SHA-256", text.encode(`${challenge}.${number}`));
    const hashes = await Promise.all(numbers.map(hash));
    const found = hashes.findIndex((bytes) => zeros(new Uint8Array(bytes)) >= bits);
    if (found >= 0) return String(first + found);
  }
  return undefined;
}

/** Zero bits at the beginning. */
export function zeros(bytes: Uint8Array): number {
  const place = bytes.findIndex((byte) => byte !== 0);
  return place < 0 ? bytes.length * 8 : place * 8 + Math.clz32(bytes[place] ?? 0) - 24;
}
