// Fails on what would break a right-to-left page or the Content-Security-Policy.
import { readdir, readFile } from "node:fs/promises";

const web = new URL(".", import.meta.url);
const RULES = {
  css: [
    [/(^|[\s;{])(margin|padding|border)-(left|right)\b/m, "a physical direction: use -inline-start or -inline-end"],
    [/(^|[\s;{])(left|right)\s*:/m, "a physical direction: use inset-inline-start or inset-inline-end"],
    [/text-align\s*:\s*(left|right)/, "a physical direction: use start or end"],
    [/float\s*:\s*(left|right)/, "a physical direction: use inline-start or inline-end"],
    [/border-(top|bottom)-(left|right)-radius/, "a physical direction: use border-start-start-radius and the like"],
    [/text-transform\s*:\s*(?!none)/, "capitals by style: many scripts have none"],
    [/font-style\s*:\s*(italic|oblique)/, "slanted letters: Arabic script has none"],
    [/(^|[\s;{])(width|height)\s*:/m, "a physical size: use inline-size or block-size"],
    [/url\(\s*["']?(https?:)?\/\//, "something from another site"],
    [/@font-face/, "a font to download: it is not in the budget"],
  ],
  html: [
    [/\sstyle\s*=/, "an inline style: the Content-Security-Policy refuses it"],
    [/\son[a-z]+\s*=\s*["']/, "an inline handler: the Content-Security-Policy refuses it"],
    [/<script(?![^>]*nonce)/, "a script without a nonce"],
    [/<(script|link|img|iframe)[^>]*(src|href)="(https?:)?\/\//, "something from another site"],
    [/<html(?![^>]*\bdir=)/, "a page without a direction"],
  ],
  ts: [
    [/innerHTML|outerHTML|insertAdjacentHTML|document\.write|parseFromString|\beval\(/, "text read as HTML"],
    [/:\s*any\b|as any\b|@ts-ignore|@ts-nocheck/, "a type that says nothing"],
  ],
};

let bad = 0;
for (const [folder, kind] of [["css/", "css"], ["templates/", "html"], ["ts/", "ts"]]) {
  const root = new URL(folder, web);
  for (const entry of await readdir(root, { recursive: true })) {
    if (!entry.endsWith(`.${kind}`)) continue;
    const text = await readFile(new URL(entry, root), "utf8");
    const plain = kind === "html" ? text : text.replace(/\/\*[\s\S]*?\*\//g, (found) => found.replace(/[^\n]/g, " "));
    for (const [index, line] of plain.split("\n").entries()) {
      for (const [pattern, why] of RULES[kind]) {
        if (!pattern.test(line)) continue;
        bad += 1;
        console.error(`web/${folder}${entry}:${index + 1}: ${why}\n    ${line.trim()}`);
      }
    }
  }
}
if (bad) {
  console.error(`${bad} found`);
  process.exitCode = 1;
}
