// Shows 3 of issue 4: what it takes to refuse a file, in the child, its start and its sandbox counted in. Each of the
// corpus's hostile files is looked at a few times, one after the other; the quickest time counts, and the most memory.
import { join } from "node:path";

import { corpus, pictures } from "../../photos/corpus.mjs";

const TIMES = 5;
const GOAL = "goal ≤ 50 ms, ≤ 64 MiB";
/** Refused for what they would cost: bombs, small or not. */
const HEAVY = ["too_many_pixels", "too_heavy", "too_large"];

/** One row: what became of the file, and what each of its children took. */
async function refuse({ file, bytes }, step, measure) {
  const children = [];
  for (const mode of ["probe", "render"]) {
    const took = [];
    for (let time = 0; time < TIMES; time++) took.push(await measure([[step(join(corpus, file), mode)]]));
    const { verdict, reason } = JSON.parse(took[0].said);
    const milliseconds = Math.min(...took.map(({ wall_seconds }) => wall_seconds * 1000));
    children.push({ milliseconds, mib: Math.max(...took.map(({ peak_mib }) => peak_mib)) });
    if (verdict !== "possible") return { file, bytes, reason, children };
  }
  throw new Error(`${file} has no verdict`);
}

/** `step` is the command for a file and a mode. */
export async function refusals(step, measure) {
  const rows = pictures("b-hostile").filter(({ bytes }) => bytes > 0);
  const refused = [];
  for (const row of rows) {
    const found = await refuse(row, step, measure);
    if (found.reason) refused.push(found);
  }
  const said = ({ file, bytes, reason, children }) => {
    const cost = children.map(({ milliseconds, mib }) => `${milliseconds.toFixed(1)} ms, ${mib.toFixed(1)} MiB`);
    return `  ${reason.padEnd(18)}${cost.join(" + ").padEnd(44)}${file.slice("b-hostile/".length)}, ${bytes} bytes`;
  };
  const most = (key) => ({ children }) => Math.max(...children.map((child) => child[key]));
  const by = (key) => [...refused].sort((one, other) => most(key)(other) - most(key)(one)).slice(0, 3);
  console.log(`\n${refused.length} of ${rows.length} hostile files refused, each child's time and memory; ${GOAL}`);
  console.log("for what they would cost:");
  for (const row of refused.filter(({ reason }) => HEAVY.includes(reason))) console.log(said(row));
  console.log("of all, the slowest and the largest:");
  for (const row of new Set([...by("milliseconds"), ...by("mib")])) console.log(said(row));
}
