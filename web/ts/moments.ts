import { element, words } from "./words";

/** The pictures of a film's sheet, each a way to its place in the film. */
export function moments(root: HTMLElement): void {
  const number = (name: string): number => Number(root.dataset[name]);
  const [tiles, columns, every] = [number("tiles"), number("columns"), number("every")];
  const film = root.closest(".medium")?.querySelector("video");
  const source = root.dataset["src"];
  if (!film || !source || !tiles || !columns || !every) return;

  const rows = Math.ceil(tiles / columns);
  const list = element("ol", "sheet");
  for (let place = 0; place < tiles; place++) {
    const seconds = (place * every) / 1000;
    const [column, row] = [place % columns, Math.floor(place / columns)];
    const tile = element("button", "tile");
    tile.type = "button";
    tile.style.aspectRatio = `${number("width") / columns} / ${number("height") / rows}`;
    tile.style.backgroundImage = `url("${CSS.escape(source).replaceAll("\\", "")}")`;
    tile.style.backgroundSize = `${columns * 100}% ${rows * 100}%`;
    tile.style.backgroundPosition = `${part(column, columns)}% ${part(row, rows)}%`;
    const time = `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
    tile.setAttribute("aria-label", words(root, "words", time));
    tile.title = words(root, "words", time);
    tile.addEventListener("click", () => void jump(film, seconds));
    const item = element("li");
    item.append(tile);
    list.append(item);
  }
  root.querySelector("img")?.replaceWith(list);
}

/** Where a tile lies in its sheet, as background positions count. */
function part(place: number, count: number): number {
  return count > 1 ? (place * 100) / (count - 1) : 0;
}

async function jump(film: HTMLVideoElement, seconds: number): Promise<void> {
  if (film.readyState === HTMLMediaElement.HAVE_NOTHING) {
    film.load();
    film.preload = "metadata";
    await new Promise((resolve) => film.addEventListener("loadedmetadata", resolve, { once: true }));
  }
  film.currentTime = seconds;
  film.scrollIntoView({ block: "nearest" });
  await film.play().catch(() => undefined); // Not allowed, or another jump came first.
}
