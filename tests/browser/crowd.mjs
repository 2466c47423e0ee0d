// Many contributions at once, as a bad night brings them: texts in five languages, photos and films of the corpus, some sent
// twice, some hard to look at, some that endanger who sent them.
import { expect } from "@playwright/test";

import { bytesOf, pictures, skip as noCorpus } from "../photos/corpus.mjs";
import { films } from "../films/cinema.mjs";

const TEXTS = {
  en: ["Flood at the bridge", "The river rose in the night and took the cars that stood below the old bridge."],
  ckb: ["لافاو لەسەر پردەکە", "ڕووبارەکە لە شەودا هەستا و ئەو ئۆتۆمبێلانەی برد کە لەژێر پردە کۆنەکەدا وەستابوون."],
  kmr: ["Lehî li ber pirê", "Çem bi şev rabû û erebeyên ku li binê pira kevn sekinîbûn bir."],
  ar: ["فيضان عند الجسر", "ارتفع النهر ليلاً وجرف السيارات التي كانت تحت الجسر القديم."],
  tr: ["Köprüde sel", "Nehir gece yükseldi ve eski köprünün altındaki arabaları sürükledi."],
};
const LANGS = Object.keys(TEXTS);
const CONSENTS = ["named", "anonymous", "ask_first", "information_only"];

/** Small files of the corpus: a night shift is about many, not about large ones. */
function media() {
  if (noCorpus) return { photos: [], clips: [] };
  const small = (row) => ({ name: row.file.split("/").at(-1), bytes: bytesOf(row) });
  const photos = pictures("a-photos/orientation", "a-photos/phones").map(small).filter(({ bytes }) => bytes.length < 600_000);
  const clips = films("d-video/ok").map(small).filter(({ bytes }) => bytes.length < 400_000);
  return { photos, clips };
}

/** Sends so many, by all instances in turn. */
export async function crowd(nodes, count) {
  const { photos, clips } = media();
  const one = async (number) => {
    const language = LANGS[number % LANGS.length];
    const [title, body] = TEXTS[language];
    const form = new FormData();
    const fields = { title: `${title} ${number}`, body: `${body} ${number}`, language, consent: CONSENTS[number % 4], terms: "yes" };
    // Some write again and again from one address.
    if (number % 4 === 0) Object.assign(fields, { name: "Ada", email: `ada${number % 24}@example.org` });
    if (number % 25 === 3) fields.at_risk = "yes";
    if (number % 20 === 7) fields.graphic = "yes";
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    // Each photo comes more than once: repeats.
    const file = number % 60 === 11 ? clips[(number / 60 | 0) % clips.length] : number % 5 === 2 ? photos[number % photos.length] : undefined;
    if (file) form.append("files", new Blob([file.bytes]), file.name);
    const answer = await fetch(`${nodes[number % nodes.length].url}/contribute`, { method: "POST", body: form, redirect: "manual" });
    expect(answer.status, `contribution ${number}: ${await answer.text()}`).toBe(303);
  };
  for (let at = 0; at < count; at += 4) {
    await Promise.all(Array.from({ length: Math.min(4, count - at) }, (_, index) => one(at + index)));
  }
}
