// What is kept on the device: files on their way. Also used by the service worker.

const NAME = "bepart";
const DAY_MS = 24 * 60 * 60 * 1000;
/** The server keeps unfinished uploads that long after their last byte. */
const KEPT_MS = 7 * DAY_MS;
/** An original that waits for a better network. */
const LATER_MS = 30 * DAY_MS;

/** A file that is on its way, or here and not yet part of a sent contribution. */
export interface KeptFile {
  id: string;
  /** The contribution whose form it was chosen in. */
  submission: string;
  /** Names the upload at the server; "" before it has one. */
  token: string;
  name: string;
  type: string;
  size: number;
  /** Bytes that the server has. */
  sent: number;
  done: boolean;
  /** When this was last true, in milliseconds since 1970. */
  at: number;
  /** An original that is to be sent after its small copy. */
  later?: {
    /** The file here that is its copy. */
    copy: string;
    /** Which file of the contribution that copy is, from 1; 0 before it was sent. */
    number: number;
  };
}

/** What another program shared with us. */
export interface Shared {
  title: string;
  text: string;
  files: File[];
}

/** What was being sent when the page was left. */
export interface Sent {
  submission: string;
  ids: string[];
}

interface Things {
  sent: Sent;
  shared: Shared;
}

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      for (const store of ["files", "blobs", "things"]) request.result.createObjectStore(store);
    };
    request.onsuccess = () => {
      const db = request.result;
      const gone = (): void => {
        db.close();
        opened = undefined;
      };
      // Another page forgets everything.
      db.onversionchange = gone;
      db.onclose = gone;
      resolve(db);
    };
    request.onerror = () => reject(request.error ?? new Error("no database"));
  });
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

/** Whoever writes holds it with others, whoever takes the database away alone. */
const LOCK = "bepart-kept";

/** Of all pages and the service worker. Browsers without locks do without. */
async function locked<Result>(mode: LockMode, act: () => Promise<Result>): Promise<Result> {
  return navigator.locks ? navigator.locks.request(LOCK, { mode }, act) : act();
}

async function within<Result>(
  stores: string[],
  mode: IDBTransactionMode,
  act: (store: (name: string) => IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const run = (): Promise<Result> => transact(stores, mode, act);
  return mode === "readonly" ? run() : locked("shared", run);
}

async function transact<Result>(
  stores: string[],
  mode: IDBTransactionMode,
  act: (store: (name: string) => IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const db = await open();
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(stores, mode);
    const request = act((name) => transaction.objectStore(name));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error("not kept"));
  });
}

/** Keeps what is known of a file. */
export async function keepFile(file: KeptFile): Promise<void> {
  await within(["files"], "readwrite", (store) => store("files").put(file, file.id));
}

/** Keeps a file's bytes. Fails where the browser does not allow it or there is no room. */
export async function keepBlob(id: string, blob: Blob): Promise<void> {
  await within(["blobs"], "readwrite", (store) => store("blobs").put(blob, id));
}

/** A file's bytes. */
export async function blobOf(id: string): Promise<Blob | undefined> {
  const found: unknown = await within(["blobs"], "readonly", (store) => store("blobs").get(id));
  return found instanceof Blob ? found : undefined;
}

/** Drops a file's bytes: they have arrived. */
export async function dropBlob(id: string): Promise<void> {
  await within(["blobs"], "readwrite", (store) => store("blobs").delete(id));
}

/** Drops all that is known of a file. */
export async function dropFile(id: string): Promise<void> {
  await within(["files", "blobs"], "readwrite", (store) => {
    store("blobs").delete(id);
    return store("files").delete(id);
  });
}

/** Drops a file that is not to be sent, and the original of which it is a small copy. */
export async function dropBoth(id: string): Promise<void> {
  await dropFile(id);
  for (const original of await originals()) if (original.later?.copy === id) await dropFile(original.id);
}

/** All files that are on their way; what the server no longer keeps is dropped. */
export async function files(now = Date.now()): Promise<KeptFile[]> {
  return (await all(now)).filter(({ later }) => !later);
}

/** All originals that are to be sent later. */
export async function originals(now = Date.now()): Promise<KeptFile[]> {
  return (await all(now)).filter(({ later }) => later);
}

async function all(now: number): Promise<KeptFile[]> {
  const found: KeptFile[] = await within(["files"], "readonly", (store) => store("files").getAll());
  const isFresh = ({ at, later }: KeptFile): boolean => now - at < (later ? LATER_MS : KEPT_MS);
  for (const kept of found) if (!isFresh(kept)) await dropFile(kept.id);
  return found.filter(isFresh).sort((a, b) => a.at - b.at);
}

/** Keeps what is being sent, or what was shared. */
export async function keep<Key extends keyof Things>(key: Key, thing: Things[Key]): Promise<void> {
  await within(["things"], "readwrite", (store) => store("things").put(thing, key));
}

/** What is being sent, or what was shared. */
export async function kept<Key extends keyof Things>(key: Key): Promise<Things[Key] | undefined> {
  return within(["things"], "readonly", (store) => store("things").get(key)) as Promise<Things[Key] | undefined>;
}

/** Drops it. */
export async function drop(key: keyof Things): Promise<void> {
  await within(["things"], "readwrite", (store) => store("things").delete(key));
}

/** Whether nothing is kept. */
async function isEmpty(): Promise<boolean> {
  const counts = await Promise.all(
    ["files", "blobs", "things"].map((name) => within([name], "readonly", (store) => store(name).count())),
  );
  return counts.every((count) => count === 0);
}

/** Removes the database itself if nothing is in it, and says whether. What another page or program keeps meanwhile stays. */
export async function destroyEmpty(): Promise<boolean> {
  return locked("exclusive", async () => {
    const empty = await isEmpty();
    if (empty) await remove();
    return empty;
  });
}

/** Removes the database with all that is in it. */
export async function destroy(): Promise<void> {
  await locked("exclusive", remove);
}

async function remove(): Promise<void> {
  const db = await opened?.catch(() => undefined);
  db?.close();
  opened = undefined;
  await new Promise<void>((resolve) => {
    const request = indexedDB.deleteDatabase(NAME);
    request.onsuccess = request.onerror = request.onblocked = () => resolve();
  });
}
