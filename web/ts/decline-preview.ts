import { element } from "./words";

/** How a no reads to whom it is said, while it is being written. Without script a button shows it. */
export function declinePreview(root: HTMLElement): void {
  const place = root.querySelector<HTMLElement>("[data-preview]");
  const empty = root.querySelector<HTMLElement>("[data-preview-empty]");
  const note = root.querySelector<HTMLTextAreaElement>("textarea[name=note]");
  const words = new Map(
    [...root.querySelectorAll<HTMLElement>("[data-reader-words] [data-reason]")].map((line) => [
      line.dataset["reason"] ?? "",
      line.textContent ?? "",
    ]),
  );
  if (!place || !empty || !note || !words.size) return;
  root.dataset["scripted"] = "";

  const show = (): void => {
    const chosen = root.querySelector<HTMLInputElement>("input[name=reason]:checked");
    const lines = [words.get(chosen?.value ?? "") ?? "", ...note.value.split("\n")];
    const paragraphs = lines
      .filter((line) => line.trim())
      .map((line) => {
        const paragraph = element("p", "", line);
        paragraph.dir = "auto";
        return paragraph;
      });
    place.replaceChildren(...paragraphs);
    empty.hidden = paragraphs.length > 0;
  };
  root.addEventListener("input", show);
  root.addEventListener("change", show);
  show();
}
