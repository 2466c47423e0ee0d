import { decimal, language, words } from "../words";

const KB = 1024;

/** "1.4 MB", in the words and digits of the page. */
export function bytes(root: HTMLElement, count: number): string {
  const lang = language(root);
  if (count < KB * KB) return words(root, "wordsKilobytes", Math.ceil(count / KB));
  if (count < KB ** 3) {
    const megabytes = count / KB / KB;
    return words(root, "wordsSize", decimal(megabytes, megabytes < 100 ? 1 : 0, lang));
  }
  return words(root, "wordsGigabytes", decimal(count / KB ** 3, 1, lang));
}

/** "about 3 minutes left". Rounded up: nobody minds if it is sooner. */
export function left(root: HTMLElement, seconds: number | undefined): string {
  if (seconds === undefined || !Number.isFinite(seconds)) return "";
  if (seconds < 55) return words(root, "wordsSeconds", Math.max(5, Math.ceil(seconds / 5) * 5));
  if (seconds < 55 * 60) return words(root, "wordsMinutes", Math.ceil(seconds / 60));
  return words(root, "wordsHours", Math.ceil(seconds / 3600));
}

/** Whole per cents; a hundred only when all is there. */
export function percent(sent: number, size: number): number {
  if (size <= 0 || sent >= size) return 100;
  return Math.min(99, Math.floor((sent / size) * 100));
}
