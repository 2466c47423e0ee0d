// Whether anything of ours is kept on this device. Only a mark, so that mere visitors need no database opened.

const MARK = "bepart";

/** Whether something is kept on this device. */
export function isMarked(): boolean {
  try {
    return localStorage.getItem(MARK) !== null;
  } catch {
    return false; // Storage is not allowed here: then nothing is kept either.
  }
}

/** Says that something is kept, or that nothing is any more. */
export function mark(kept: boolean): void {
  try {
    if (kept) localStorage.setItem(MARK, "1");
    else localStorage.removeItem(MARK);
  } catch {
    // Not allowed: what is kept is then found only while this page is open.
  }
}
