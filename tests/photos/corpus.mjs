// The real photos and hostile files that nobody of this project wrote, and what their manifest says of them.
import { existsSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";

import { root } from "../uploads/house.mjs";

export const corpus = process.env.BEPART_CORPUS ?? resolve(root, "../shared/corpus");
const manifest = join(corpus, "manifest.json");

/** Why tests that need it cannot be made; false when they can. */
export const skip = existsSync(manifest) ? false : "SKIPPED: there is no corpus (BEPART_CORPUS names its folder)";

const rows = skip ? [] : JSON.parse(readFileSync(manifest, "utf8"));

/** The pictures of some folders, in the manifest's order: `file`, `expect`, `mime`, `width`, `secret_strings`, … */
export function pictures(...folders) {
  return rows.filter(
    ({ file, mime }) => folders.some((folder) => file.startsWith(`${folder}/`)) && !mime?.startsWith("video/"),
  );
}

/** The row of one file. */
export function picture(file) {
  return rows.find((row) => row.file === file);
}

export const bytesOf = ({ file }) => readFileSync(join(corpus, file));

/** What a reader sends of a row: under its own name and type unless told otherwise. */
export function asFile(row, { name = basename(row.file), type = row.mime } = {}) {
  return { name, type, bytes: bytesOf(row) };
}
