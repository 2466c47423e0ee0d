import { element, words } from "./words";

/** A form is sent once; one with files says how much is on its way. */
export function submitOnce(root: HTMLElement, start: () => void): void {
  if (!(root instanceof HTMLFormElement)) return;
  const status = element("div", "sending");
  status.setAttribute("role", "status");
  root.append(status);

  let busy = false;
  const rest = (...said: string[]): void => {
    busy = false;
    root.removeAttribute("aria-busy");
    for (const button of buttons(root)) button.removeAttribute("aria-disabled");
    status.replaceChildren(...(said.length ? [notice(said)] : []));
  };

  root.addEventListener("submit", (event) => {
    if (busy) {
      event.preventDefault();
      return;
    }
    busy = true;
    root.setAttribute("aria-busy", "true");
    // Not `disabled`: the button that was pressed must still be part of what is sent.
    for (const button of buttons(root)) button.setAttribute("aria-disabled", "true");
    status.replaceChildren(element("p", "", words(root, "wordsSending")));
    // Also a form whose files are here already: if the line breaks now, its page must stay.
    if (hasFiles(root) || "inPlace" in root.dataset) {
      event.preventDefault();
      send(root, event.submitter, status, rest, start);
    }
  });
  // Back from the next page: the form is open again.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) rest();
  });
}

/**
 * Sends the form with its files and shows the answer in place. The answer comes parsed from the browser
 * (`responseType`), so no text of anyone is ever turned into HTML here. The browser follows the 303 by itself;
 * asking for that page once more would be wrong, because a receipt code is shown only once.
 */
function send(
  form: HTMLFormElement,
  submitter: HTMLElement | null,
  status: HTMLElement,
  rest: (...said: string[]) => void,
  start: () => void,
): void {
  const bar = element("progress");
  bar.max = 100;
  bar.value = 0;
  bar.setAttribute("aria-label", words(form, "wordsSending"));
  const told = element("p", "meta");
  status.append(bar, told);

  const request = new XMLHttpRequest();
  // By attribute: `form.action` may be a field of that name.
  const action = submitter?.getAttribute("formaction") ?? form.getAttribute("action") ?? "";
  request.open("POST", new URL(action, location.href).href);
  request.responseType = "document";
  request.setRequestHeader("accept", "text/html");
  request.upload.addEventListener("progress", (event) => {
    if (!event.lengthComputable) return;
    bar.value = Math.floor((event.loaded / event.total) * 100);
    told.textContent = words(form, "wordsSent", bar.value);
  });
  const failed = (): void => rest(words(form, "wordsFailed"));
  request.addEventListener("error", failed);
  request.addEventListener("abort", failed);
  request.addEventListener("load", () => {
    const page = request.responseXML;
    const again = request.status === 422 || (request.status === 413 && page?.querySelector(".error-summary"));
    if (request.status < 400 || again) {
      if (page?.body) show(page, request.responseURL, form, start);
      else failed();
      return;
    }
    // What was typed stays; the words of the error page are said beside it.
    const parts = page?.querySelectorAll("main h1, main .lede, main .notice") ?? [];
    const said = [...parts].map((part) => part.textContent?.trim() ?? "");
    rest(...(said.length ? said : [words(form, "wordsFailed")]));
  });
  request.send(data(form, submitter));
}

function show(page: Document, address: string, form: HTMLFormElement, start: () => void): void {
  const files = form.querySelector<HTMLInputElement>("input[type=file]");
  // Only the body: the style sheet of this page is already here, and the other's nonce is not this page's.
  document.title = page.title;
  document.body.replaceWith(document.adoptNode(page.body));
  if (new URL(address).href !== location.href) history.pushState(null, "", address);
  // Left out of the history are the pages of this one, so going back loads them anew.
  window.addEventListener("popstate", () => location.reload());
  // Files that the server has already come back by name, as hidden fields; choosing them again would send them twice.
  const kept = document.querySelector("input[type=hidden][name=upload]");
  if (files?.files?.length && !kept) {
    const again = document.querySelector<HTMLInputElement>(`input[type=file][name="${CSS.escape(files.name)}"]`);
    if (again) again.files = files.files;
  }
  window.scrollTo(0, 0);
  document.querySelector<HTMLElement>("main")?.focus();
  start();
}

function data(form: HTMLFormElement, submitter: HTMLElement | null): FormData {
  const held = new FormData(form);
  if (submitter instanceof HTMLButtonElement && submitter.name) held.append(submitter.name, submitter.value);
  return held;
}

function hasFiles(form: HTMLFormElement): boolean {
  return [...form.querySelectorAll<HTMLInputElement>("input[type=file]")].some((input) => input.files?.length);
}

function buttons(form: HTMLFormElement): NodeListOf<HTMLButtonElement> {
  return form.querySelectorAll<HTMLButtonElement>("button:not([type=button])");
}

function notice(said: string[]): HTMLElement {
  const box = element("div", "notice bad");
  box.setAttribute("role", "alert");
  box.append(...said.map((text) => element("p", "", text)));
  return box;
}
