// `make bench-weight`: Lighthouse's four categories (mobile, headless Chromium) on home, story and contribute in English and Sorani,
// and what a story with twenty comments weighs. Figures are printed; `npm test` in tests/public judges the bytes.
//
// LIGHTHOUSE_ROUNDS (3): the best of so many counts, since this machine is shared. LIGHTHOUSE_KEEP names a folder for reports.
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(fileURLToPath(import.meta.url), "../../..");
process.env.BEPART_BIN ??= join(root, "target/release/bepart");
process.env.CHROME_PATH ??= process.env.CHROMIUM ?? "/usr/bin/chromium";
const { default: lighthouse } = await import("lighthouse");
const { launch } = await import("chrome-launcher");
const { scene } = await import("../public/scene.mjs");
const { FIRST, weigh } = await import("../public/weigh.mjs");

const ROUNDS = Number(process.env.LIGHTHOUSE_ROUNDS ?? 3);
const KEEP = process.env.LIGHTHOUSE_KEEP;
const FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

const { paper, story } = await scene();
const page = await weigh(paper.origin, story.path);
console.log("a story with twenty comments, compressed bytes before pictures (60,000 at most):");
for (const [name, bytes] of Object.entries(page.parts)) console.log(`${String(bytes).padStart(8)}  ${name}`);
const begins = page.opening.includes(`>${story.title}`) && page.opening.includes("We woke up");
console.log(`${String(page.sum).padStart(8)}  together; headline and text ${begins ? "begin" : "DO NOT BEGIN"} in the first ${FIRST} bytes\n`);

/** One look at a page: scores out of a hundred, and what was found wrong. */
async function look(path, lang) {
  const chrome = await launch({ chromeFlags: [...FLAGS, `--lang=${lang}`] });
  try {
    const options = { port: chrome.port, output: "json", logLevel: "error", onlyCategories: CATEGORIES, extraHeaders: { "Accept-Language": lang } };
    const { lhr } = await lighthouse(paper.base + path, options);
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    const scores = CATEGORIES.map((name) => Math.round(lhr.categories[name].score * 100));
    const wrong = CATEGORIES.flatMap((name) => lhr.categories[name].auditRefs.map(({ id, weight }) => [id, weight]))
      .filter(([id, weight]) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 0.9)
      .map(([id]) => `${id} ${lhr.audits[id].displayValue ?? ""}`.trim());
    return { scores, wrong: [...new Set(wrong)], lhr };
  } finally {
    await chrome.kill();
  }
}

console.log(`Lighthouse, mobile, the best of ${ROUNDS} (95 at least)`.padEnd(50), CATEGORIES.join("  "));
try {
  for (const lang of ["en", "ckb"]) {
    for (const [name, path] of Object.entries({ home: "/", story: story.path, contribute: "/contribute" })) {
      let best;
      for (let round = 0; round < ROUNDS; round++) {
        const seen = await look(path, lang);
        const sum = (one) => one.scores.reduce((all, score) => all + score, 0);
        if (!best || sum(seen) > sum(best)) best = seen;
        if (best.scores.every((score) => score === 100)) break;
      }
      console.log(`${name}, ${lang}`.padEnd(50), best.scores.map((score, at) => String(score).padStart(CATEGORIES[at].length)).join("  "));
      for (const words of best.wrong) console.log(`    ${words}`);
      if (KEEP) {
        mkdirSync(KEEP, { recursive: true });
        writeFileSync(join(KEEP, `${name}-${lang}.json`), JSON.stringify(best.lhr));
      }
    }
  }
} finally {
  await paper.close();
}
