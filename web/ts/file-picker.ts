import { element, words } from "./words";

const MEGABYTE = 1024 * 1024;

/**
 * Shows what was chosen, lets one be removed and more be added. The plain file field stays what is sent, so
 * whatever this does not know of still arrives.
 */
export function filePicker(root: HTMLElement): void {
  const input = root.querySelector<HTMLInputElement>("input[type=file]");
  const maxFiles = Number(root.dataset["maxFiles"]);
  const maxBytes = Number(root.dataset["maxBytes"]);
  if (!input || !maxFiles || !maxBytes) return;
  new DataTransfer(); // Throws where a file field cannot be filled: then it stays as it is.

  const problem = element("p", "error-words");
  problem.setAttribute("role", "alert");
  const summary = element("p", "meta");
  summary.setAttribute("role", "status");
  const list = element("ul", "chosen");
  root.append(problem, summary, list);

  let chosen: File[] = [];

  const show = (): void => {
    const filled = new DataTransfer();
    for (const file of chosen) filled.items.add(file);
    input.files = filled.files;
    summary.textContent = chosen.length ? words(root, "wordsChosen", chosen.length) : "";
    list.replaceChildren(
      ...chosen.map((file) =>
        row(root, file, () => {
          const next = chosen.indexOf(file);
          chosen = chosen.filter((other) => other !== file);
          problem.textContent = "";
          show();
          const buttons = list.querySelectorAll("button");
          (buttons[Math.min(next, buttons.length - 1)] ?? input).focus();
        }),
      ),
    );
  };

  const add = (): void => {
    const known = new Set(chosen.map(mark));
    const fresh = [...(input.files ?? [])].filter((file) => !known.has(mark(file)));
    const large = fresh.filter((file) => file.size > maxBytes);
    chosen = [...chosen, ...fresh.filter((file) => file.size <= maxBytes)];
    const tooMany = chosen.length > maxFiles;
    chosen = chosen.slice(0, maxFiles);
    problem.replaceChildren();
    if (large.length) {
      problem.append(words(root, "wordsTooLarge", Math.floor(maxBytes / MEGABYTE)), " ");
      problem.append(element("bdi", "", large.map((file) => file.name).join(", ")), " ");
    }
    if (tooMany) problem.append(words(root, "wordsTooMany", maxFiles));
    show();
  };

  input.addEventListener("change", add);
  // A field that was already filled: a page shown anew, or files chosen before the script came.
  if (input.files?.length) add();
}

function mark(file: File): string {
  return `${file.size} ${file.lastModified} ${file.name}`;
}

function row(root: HTMLElement, file: File, remove: () => void): HTMLLIElement {
  const item = element("li");
  const thumb = element("span", "thumb");
  if (file.type.startsWith("image/")) {
    const picture = element("img");
    picture.alt = "";
    picture.src = URL.createObjectURL(file);
    const done = (): void => URL.revokeObjectURL(picture.src);
    picture.addEventListener("load", done);
    // Formats that this browser cannot show, e.g. HEIC.
    picture.addEventListener("error", () => {
      done();
      picture.remove();
    });
    thumb.append(picture);
  }
  const what = element("div");
  const name = element("p", "name");
  name.append(element("bdi", "", file.name));
  const size = Math.max(0.1, file.size / MEGABYTE).toFixed(1);
  what.append(name, element("p", "meta", words(root, "wordsSize", size)));
  const button = element("button", "link", words(root, "wordsRemove"));
  button.type = "button";
  button.append(element("span", "vh", ` ${file.name}`));
  button.addEventListener("click", remove);
  item.append(thumb, what, button);
  return item;
}
