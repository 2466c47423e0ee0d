// The sheet of a film's moments: small pictures row by row, one every so many seconds.

export type Sheet = { src: string; tiles: number; columns: number; every: number; width: number; height: number };

/** The sheet that a data attribute tells of; `every` in milliseconds there, in seconds here. */
export function sheetOf(data: DOMStringMap): Sheet | undefined {
  const number = (name: string): number => Number(data[name]);
  const sheet = {
    src: data["src"] ?? "",
    tiles: number("tiles"),
    columns: number("columns"),
    every: number("every") / 1000,
    width: number("width"),
    height: number("height"),
  };
  const told = sheet.src && [sheet.tiles, sheet.columns, sheet.every, sheet.width, sheet.height].every((one) => one > 0);
  return told ? sheet : undefined;
}

/** Which of its pictures is nearest to a time. */
export function tileAt(seconds: number, sheet: Sheet): number {
  return Math.min(Math.max(0, Math.round(seconds / sheet.every)), sheet.tiles - 1);
}

/** Where a picture lies in the sheet, as background sizes and positions count. */
export function placed(tile: number, sheet: Sheet): { size: string; position: string; ratio: number } {
  const rows = Math.ceil(sheet.tiles / sheet.columns);
  const part = (place: number, count: number): number => (count > 1 ? (place * 100) / (count - 1) : 0);
  const [column, row] = [tile % sheet.columns, Math.floor(tile / sheet.columns)];
  return {
    size: `${sheet.columns * 100}% ${rows * 100}%`,
    position: `${part(column, sheet.columns)}% ${part(row, rows)}%`,
    ratio: sheet.width / sheet.columns / (sheet.height / rows),
  };
}
