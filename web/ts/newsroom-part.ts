/** The address of the desk's part, relative to this script. The build puts it here. */
declare const NEWSROOM_PART: string;
type Part = typeof import("./newsroom");

let part: Promise<Part> | undefined;

/** A component that only the desk has. Until its part is there, and without it, plain links and forms do. */
export function ofTheDesk(root: HTMLElement): void {
  part ??= import(NEWSROOM_PART) as Promise<Part>;
  part
    .then(({ components }) => components[root.dataset["module"] ?? ""]?.(root))
    .catch((error: unknown) => {
      part = undefined; // The next page asks again.
      console.warn(error);
    });
}
