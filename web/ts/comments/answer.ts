import { element, words } from "../words";
import { page } from "./document";

let places = 0;
let wanted = "";

/** Brings the form of the comment's own page to where the comment is. */
export async function answer(
  root: HTMLElement,
  link: HTMLAnchorElement,
  startWithin: (node: ParentNode) => void,
): Promise<void> {
  const comment = link.closest<HTMLElement>(".comment");
  const article = comment?.querySelector<HTMLElement>(":scope > article");
  if (!comment || !article) return;
  link.closest("details")?.removeAttribute("open");
  wanted = link.href;
  link.setAttribute("aria-busy", "true");
  let form: HTMLFormElement | null = null;
  try {
    form = (await page(link.href)).querySelector<HTMLFormElement>("form[data-comment-form]");
  } catch {
    // The page of its own says what is wrong.
  }
  link.removeAttribute("aria-busy");
  // Something else was pressed meanwhile.
  if (wanted !== link.href) return;
  if (!form) {
    location.assign(link.href);
    return;
  }
  place(root, article, document.adoptNode(form), link, startWithin);
}

function place(
  root: HTMLElement,
  article: HTMLElement,
  form: HTMLFormElement,
  link: HTMLAnchorElement,
  startWithin: (node: ParentNode) => void,
): void {
  const box = element("div", "answering panel");
  apart(form);
  const cancel = element("button", "button quiet", words(root, "wordsCancel"));
  cancel.type = "button";
  cancel.addEventListener("click", () => {
    box.remove();
    link.focus();
  });
  form.querySelector(".go")?.append(cancel);
  box.append(form);
  const body = form.querySelector<HTMLTextAreaElement>("textarea[name=body]");
  const before = document.querySelector<HTMLElement>(".answering");
  const typed = before?.querySelector<HTMLTextAreaElement>("textarea[name=body]")?.value ?? "";
  // What was typed already goes along to the comment that it is for.
  if (body && typed.trim() && !body.value.includes(typed.trim())) body.value = `${body.value}${typed}`;
  before?.remove();
  article.after(box);
  startWithin(box);
  body?.focus();
  body?.setSelectionRange(body.value.length, body.value.length);
}

/** Two forms of one kind on a page: the ids of this one become its own. */
function apart(form: HTMLFormElement): void {
  places += 1;
  const mark = `answer-${places}-`;
  for (const node of form.querySelectorAll<HTMLElement>("[id]")) node.id = mark + node.id;
  for (const label of form.querySelectorAll("label[for]")) label.setAttribute("for", mark + label.getAttribute("for"));
  for (const node of form.querySelectorAll("[aria-describedby]")) {
    const ids = (node.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
    node.setAttribute("aria-describedby", ids.map((id) => mark + id).join(" "));
  }
}
