// What a newsroom has gathered after some years, written into its database at once: contributions in five languages, their
// files, what happened to them. As in life, few words are frequent and most are rare (Zipf), few people send much, and most
// of what came is decided. The same numbers give the same newsroom.
import { spawn } from "node:child_process";
import { once } from "node:events";

import { findPostgres } from "../../uploads/house.mjs";

/** Syllables, of which the words of a language are made. They are folded already, so that a word is found as it is. */
const SYLLABLES = {
  en: "the an to riv er wa ter br id ge fl ood str eet ni ght sol di fi re ho me cr owd po lice te st ar ma lo ne va si ke du pi ro".split(" "),
  ckb: "له به که بو دا رو ژ ئا گر خو پی شا ند ان کو رد ست سل ما نی هه ول یر دو نی شه و زا خو مه ل گا با ری سا ری را پر دی".split(" ").map((one) => one.replace("ئ", "")),
  kmr: "li bi ku bo ro ja gi re xw pe sa nd an ku rd st sil ma ni he wl er du ni se we za xo me la ga ba ri sa qe ra pir di ce jin".split(" "),
  ar: "في من الى ان قد جس ر نه ر مد ين ه حر يق لي ل شا رع مط ر سو ق فت ح با ب مر كز طر يق عا م جد يد صو ت ما ء نا س".split(" ").map((one) => one.replaceAll("ي", "ی").replaceAll("ك", "ک").replaceAll("ى", "ی").replaceAll("ء", "د")),
  tr: "ve bir bu da su kop ru yan gin sel so kak ge ce as ker ev ka la ba lik po lis ses de mir yol is tan gun es ma vi or man ta ri".split(" "),
};
export const LANGUAGES = Object.keys(SYLLABLES);

/** Words of a language that are ever used twice. */
const WORDS = 60_000;

/** The word of a rank: the frequent ones are short. */
export function word(language, rank) {
  const syllables = SYLLABLES[language];
  let text = "";
  for (let left = rank; ; left = Math.floor(left / syllables.length) - 1) {
    text = syllables[left % syllables.length] + text;
    if (left < syllables.length) return text;
  }
}

/** What happened in one season, long ago, to a tenth of all contributions, and never since. */
export const SEASON = "quakeseason";

/** Numbers that look like chance, and are the same each time (mulberry32). */
function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Texts of contributions from the newest (1) on, as lines for COPY. */
export function* lines(count) {
  const vocabulary = Object.fromEntries(
    LANGUAGES.map((language) => [language, Array.from({ length: WORDS }, (_, rank) => word(language, rank))]),
  );
  const logarithm = Math.log(WORDS);
  for (let n = 1; n <= count; n++) {
    const random = chance(n);
    const language = LANGUAGES[[0, 1, 1, 1, 2, 3, 3, 4][Math.floor(random() * 8)]];
    const words = vocabulary[language];
    const some = (length) => Array.from({ length }, () => words[Math.floor(Math.exp(random() * logarithm)) - 1]).join(" ");
    // A name that hardly anybody has.
    const name = word(language, WORDS + Math.floor(random() * 2_000_000));
    const season = n > count * 0.5 && n < count * 0.7 && random() < 0.5 ? ` ${SEASON}` : "";
    const place = random() < 0.7 ? `${word(language, 40 + Math.floor(random() ** 3 * 2000))}` : "\\N";
    const body = `${some(10 + Math.floor(random() * 30))}. ${name}${season} ${some(10 + Math.floor(random() * 30))}.`;
    yield `${n}\t${language}\t${some(5)}\t${body}\t${place}\t${random().toFixed(6)}\t${random().toFixed(6)}\n`;
  }
}

/** Runs SQL by psql, with what it reads; the end of what went wrong is in the error. */
export async function psql(url, sql, input) {
  const file = findPostgres("psql");
  const child = spawn(file, ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-c", sql, url], {
    stdio: ["pipe", "inherit", "inherit"],
  });
  const ended = once(child, "exit");
  for (const chunk of input ?? []) {
    if (!child.stdin.write(chunk)) await Promise.race([once(child.stdin, "drain"), ended]);
  }
  child.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`psql ended with ${code}`);
}

/** Lines in pieces that are worth a write. */
export function* pieces(all) {
  let piece = "";
  for (const line of all) {
    piece += line;
    if (piece.length > 1 << 18) {
      yield piece;
      piece = "";
    }
  }
  yield piece;
}

/** As the migration fills these tables, for what comes without its triggers. */
const KEPT = `
  insert into desk_items (submission_id, sent_at, state, at_risk, person_id, handled_by, due_at, attributes, place, likeness)
  select submission_id, sent_at, state, at_risk, person_id, handled_by, due_at, attributes, place, likeness
  from desk_items_now;
  delete from desk_count_changes;
  delete from desk_counts;
  insert into desk_counts (queue, at_risk, count)
  select queue, at_risk, count(*)
  from (
      select substr(attribute, 7) as queue, at_risk from desk_items, unnest(attributes) as attribute
      where attribute like 'queue:%'
      union all select 'all', at_risk from desk_items
  ) as queues
  group by queue, at_risk;`;

const SUBMISSIONS = `
  insert into contributors (person_id, created_at)
  select md5('person' || k)::uuid, now() - interval '400 days' from generate_series(0, greatest(:count / 4, 1)) as k;
  insert into desk_categories (category, position)
  select 'sort' || k, k from generate_series(1, 12) as k;
  insert into desk_category_words (category, language, name)
  select 'sort' || k, language, 'Sort ' || k from generate_series(1, 12) as k, unnest(array['en','ckb','kmr','ar','tr']) as language;
  insert into submissions (submission_id, state, version, title, body, place, language, consent, consent_at, terms_version,
      receipt_hash, form_key_hash, sent_at, decided_at, decline_reason, withdrawn_at, person_id, at_risk, category, tags,
      warnings, handled_by, machine_rule, unread_since, answer_due_at, first_yes_by, first_yes_at, state_since, contributor_name)
  select id, state, 1, title, body, place, language,
      (array['named','anonymous','ask_first','information_only'])[1 + n % 4]::consent, at, '1',
      decode(md5('r' || n), 'hex'), '', at,
      case when state in ('accepted','published','declined','spam') then at + interval '1 hour' end,
      case when state = 'declined' then 'quality' end,
      case when state = 'withdrawn' then at + interval '1 hour' end,
      md5('person' || floor(:count / 4 * power(a, 3)))::uuid, n % 500 = 7,
      case when n % 3 <> 0 then 'sort' || 1 + n % 12 end,
      case when n % 4 = 0 then array['tag' || floor(power(b, 4) * 400), 'desk'] else '{}'::text[] end,
      case when n % 10 = 3 then array['graphic'] else '{}'::text[] end,
      case when state <> 'received' then (select account_id from accounts order by account_id offset n % (select count(*) from accounts) limit 1) end,
      case when state = 'spam' and n % 3 = 0 then 'repeat' end,
      case when state in ('received','in_review') and n % 9 = 0 then at + interval '2 hours' end,
      case when state = 'needs_reply' then at + interval '3 days' end,
      case when state = 'in_review' and n % 5 = 0 then (select account_id from accounts limit 1) end,
      case when state = 'in_review' and n % 5 = 0 then at + interval '1 hour' end,
      at, case when n % 4 = 0 then 'Ada ' || n end
  from (
      select *, (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(n::text), 1, 3) || 'a'
                 || substr(md5(n::text), 4, 15))::uuid as id,
             case when n <= :count * 0.03 or n % 997 = 0
                  then (array['received','received','received','received','received','in_review','in_review','needs_reply','accepted','declined'])[1 + n % 10]
                  else (array['declined','declined','declined','declined','declined','declined','spam','spam','published','withdrawn'])[1 + n % 10]
             end::submission_state as state
      from (select *, now() - n * (interval '365 days' / :count) as at from staged) as timed
  ) as sent
  order by n desc;
  drop table staged;`;

const FILES = `
  create unlogged table sheaf as
  select submission_id, n, position, md5('m' || n || '.' || position)::uuid as media_id, sent_at
  from (select submission_id, sent_at, row_number() over (order by sent_at desc) as n from submissions) as all_of_them,
       generate_series(0, (array[0, 2, 3, 4, 6])[1 + n % 5] - 1) as position;
  insert into media (media_id, upload_id, state, refused_reason, created_at, finished_at, kind, width, height, sha256, size,
                     thumbhash, placeholder, medium_kind, duration_ms)
  select media_id, media_id, case when refused then 'refused' else 'ready' end::media_state,
         case when refused then 'broken' end, sent_at, sent_at,
         case when not film then 'jpeg' end::picture_kind, 1600, 1200, sha256(convert_to(media_id::text, 'UTF8')), 2000000,
         decode(md5(media_id::text) || md5(media_id::text), 'hex'), decode(repeat(md5(media_id::text), 6), 'hex'),
         case when film then 'film' else 'picture' end::medium_kind, case when film then 30000 end
  from (select *, (n + position) % 50 = 1 as refused, (n + position) % 9 = 2 as film from sheaf) as those;
  insert into submission_files (submission_id, position, media_id, client_name, size)
  select submission_id, position, media_id, 'IMG_' || n || '.jpg', 2000000 from sheaf;
  insert into renditions (media_id, slot, format, width, height, size)
  select media_id, 320, format, 320, 240, 20000 from sheaf, unnest(array['webp', 'jpeg']) as format;
  insert into fact_readings (media_id, read_at, facts_cut, credentials)
  select media_id, sent_at, false, jsonb_build_object('verdict', case when n % 40 = 1 then 'valid' else 'none' end) from sheaf;
  insert into media_facts (media_id, position, kind, source, value)
  select media_id, position, kind, 'exif:GPS', value from (
      select media_id, 0 as position, 'place' as kind, '{"latitude": 37.05, "longitude": 41.22}'::jsonb as value, n from sheaf
      union all
      select media_id, 1, 'nearest_place', jsonb_build_object('name', 'Town ' || floor(power((n % 1009) / 1009.0, 3) * 900)::integer,
             'region', 'Province ' || n % 40, 'country', 'SY', 'km', 2.5), n from sheaf
  ) as told where n % 3 = 0;
  insert into submission_repeats (submission_id, earlier_id, exact, found_at)
  select later.submission_id, earlier.submission_id, later.n % 2 = 0, now()
  from sheaf as later join sheaf as earlier on earlier.n = later.n - later.n % 5 + 6 and earlier.position = 0
  where later.position = 0 and later.n % 20 < 5 and later.submission_id <> earlier.submission_id;
  drop table sheaf;`;

const EVENTS = `
  insert into review_events (event_id, submission_id, kind, account_id, at, detail)
  select md5(submission_id::text || k)::uuid, submission_id,
         (array['sent', 'acknowledged', 'opened', 'declined', 'reopened'])[k],
         case when k > 2 then (select account_id from accounts limit 1) end, sent_at + k * interval '10 minutes',
         case when k = 4 then '{"reason": "quality"}' else '{}' end::jsonb
  from submissions, generate_series(1, 5) as k
  order by sent_at;`;

/** Fills the database of a program that does not run. What the search keeps is written by the program itself, afterwards. */
export async function fill(url, count) {
  const say = (words) => console.error(`  ${new Date().toISOString().slice(11, 19)} ${words}`);
  const run = (sql) =>
    psql(url, `set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'; ${sql.replaceAll(":count", String(count))}`);
  say(`${count} contributions: texts`);
  await psql(url, "create unlogged table staged (n bigint, language text, title text, body text, place text, a float8, b float8)");
  await psql(url, "copy staged from stdin", pieces(lines(count)));
  // Nothing is forgotten by rule while it is measured.
  await run("update retention_rules set identity_days = null, content_days = null;");
  say("contributions");
  await run(SUBMISSIONS);
  say("files");
  await run(FILES);
  say("events");
  await run(EVENTS);
  say("what the desk chooses by");
  await psql(url, "analyze");
  await run(KEPT);
  say("statistics");
  await psql(url, "vacuum analyze");
}

/** The index of everything, with the words: made anew at once when all are written, rather than word by word. */
export const WORDS_INDEX = "desk_items_found";
