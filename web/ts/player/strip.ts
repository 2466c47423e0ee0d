import { digits, element, language, words } from "../words";

/** Shows one file of a list at a time, and small pictures of all of them to choose from. */
export function filmstrip(list: HTMLElement): void {
  const host = list.closest<HTMLElement>("[data-words-file]");
  const files = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>(":scope > li")];
  const count = files().length;
  if (!host || count < 2) {
    list.classList.add("one-by-one");
    return;
  }
  list.classList.add("one-by-one");
  const nav = element("nav", "strip");
  nav.setAttribute("aria-label", words(host, "wordsFiles"));
  const row = element("ol");
  const buttons = files().map((file, place) => {
    const one = element("button", "stamp");
    one.type = "button";
    const name = words(host, "wordsFile", place + 1, count);
    one.setAttribute("aria-label", name);
    one.title = name;
    const src = file.dataset["thumb"];
    if (src) {
      const picture = element("img");
      [picture.src, picture.alt, picture.loading] = [src, "", "lazy"];
      one.append(picture);
    } else {
      one.append(element("span", "", digits(String(place + 1), language(host))));
    }
    one.addEventListener("click", () => choose(place));
    const item = element("li");
    item.append(one);
    row.append(item);
    return one;
  });
  nav.append(row);
  list.before(nav);

  let current = 0;
  const apply = (): void => {
    for (const [place, file] of files().entries()) {
      file.hidden = place !== current;
      if (file.hidden) for (const media of file.querySelectorAll<HTMLMediaElement>("audio, video")) media.pause();
    }
  };
  const choose = (place: number): void => {
    current = Math.min(Math.max(place, 0), count - 1);
    for (const [at, one] of buttons.entries()) {
      if (at === current) one.setAttribute("aria-current", "true");
      else one.removeAttribute("aria-current");
    }
    buttons[current]?.scrollIntoView({ block: "nearest", inline: "nearest" });
    apply();
  };
  // A file that is still worked on is replaced by what it has become (unfinished.ts).
  new MutationObserver(apply).observe(list, { childList: true });
  const named = (): void => {
    const place = files().findIndex((file) => `#${file.id}` === location.hash);
    if (place >= 0) choose(place);
  };
  window.addEventListener("hashchange", named);
  host.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const way = event.code === "PageDown" ? 1 : event.code === "PageUp" ? -1 : 0;
    if (way === 0 || (event.target instanceof HTMLElement && event.target.closest("select"))) return;
    event.preventDefault();
    choose(current + way);
    const stage = files()[current]?.querySelector<HTMLElement>(".stage[tabindex]");
    (stage ?? buttons[current])?.focus({ preventScroll: true });
  });
  choose(0);
  named();
}
