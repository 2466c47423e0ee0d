// Which page works on which file: two pages of the form must not send the same file.

const PREFIX = "bepart-file-";

/** Says that this page works on the file, until the returned function is called or the page is gone. */
export function tied(id: string): Promise<() => void> {
  return new Promise((resolve) => {
    if (!("locks" in navigator)) {
      resolve(() => undefined);
      return;
    }
    navigator.locks
      .request(PREFIX + id, () => new Promise<void>((free) => resolve(() => free())))
      .catch(() => resolve(() => undefined));
  });
}

/** The files that some open page works on. */
export async function busy(): Promise<Set<string>> {
  if (!("locks" in navigator)) return new Set();
  const { held = [] } = await navigator.locks.query();
  const names = held.map(({ name }) => name ?? "").filter((name) => name.startsWith(PREFIX));
  return new Set(names.map((name) => name.slice(PREFIX.length)));
}
