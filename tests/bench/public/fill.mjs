// What the public sees after some years, written into a database at once: stories in five languages, their tags, and what
// readers said under them. One story is much talked about. The same numbers give the same newsroom.
import { LANGUAGES, lines, pieces, psql, word } from "../desk/crowd.mjs";

/** Stories by their age, the newest is 1: one that everybody talks about, and one with twenty comments. */
export const TALKED = 3;
export const USUAL = 2;
/** Different texts of comments: with names and likes they are different enough. */
const TEXTS = 10_007;

const STORIES = `
  insert into contributors (person_id, created_at) values (md5('somebody')::uuid, now() - interval '400 days');
  insert into submissions (submission_id, state, version, title, body, place, language, consent, consent_at, terms_version,
      receipt_hash, form_key_hash, sent_at, decided_at, person_id, state_since)
  select md5('s' || n)::uuid, 'published', 1, title, body, place, language, 'anonymous', at, '1',
         decode(md5('r' || n), 'hex'), '', at, at, md5('somebody')::uuid, at
  from (select *, now() - interval '1 hour' - n * (interval '365 days' / :stories) as at from staged) as timed;
  insert into stories (story_id, submission_id, version, title, body, language, place, slug, created_at, created_by, published_at, published_by)
  select md5('t' || n)::uuid, md5('s' || n)::uuid, 1, title, repeat(body || E'\\n\\n', 4), language, place, 'story-' || n,
         at, (select account_id from accounts limit 1), at, (select account_id from accounts limit 1)
  from (select *, now() - interval '1 hour' - n * (interval '365 days' / :stories) as at from staged) as timed;
  insert into story_tags (story_id, tag, label, position, published_at)
  select distinct on (story_id, tag) story_id, tag, tag, k, published_at
  from (select story_id, published_at, k, 'tag' || floor(power((('x' || substr(md5(slug || k), 1, 6))::bit(24)::integer) / 16777216.0, 3) * 400) as tag
        from stories, generate_series(0, 2) as k) as tagged;
  insert into threads (thread_id, story_id, title, language, path, begun_at)
  select md5('thread' || story_id)::uuid, story_id, title, language, '/stories/' || slug, published_at from stories;`;

/** In each five comments three are at the top, and two answer the first of these. */
const COMMENTS = `
  create unlogged table shape as
  select n, story_id, published_at as at,
         case n when ${TALKED} then :talked when ${USUAL} then 20
                else (:comments - :talked - 20) / greatest(:stories - 2, 1) + (n % 3)::integer - 1 end as many
  from (select *, substr(slug, 7)::integer as n from stories) as numbered;
  insert into comments (comment_id, thread_id, parent_id, top_id, depth, device, name, body, language, state, written_at, shown_at,
      like_count, reply_count)
  select md5('c' || shapes.n || '.' || i)::uuid, md5('thread' || story_id)::uuid,
         case when i % 5 > 2 then md5('c' || shapes.n || '.' || i - i % 5)::uuid end,
         md5('c' || shapes.n || '.' || case when i % 5 > 2 then i - i % 5 else i end)::uuid,
         case when i % 5 > 2 then 1 else 0 end,
         decode(md5('d' || (shapes.n * 7 + i) % 50000) || md5('e'), 'hex'),
         (array['Ada', 'Bo', 'Hêvî', 'شیلان', 'Deniz', 'نور'])[1 + (shapes.n + i) % 6] || ' ' || (shapes.n * 7 + i) % 50000,
         said.body, said.language, 'shown', at + (i + 1) * span / (many + 1), at + (i + 1) * span / (many + 1),
         case when i % 7 = 0 then (shapes.n + i) % 40 else 0 end,
         case when i % 5 = 0 then greatest(0, least(many - i - 3, 2)) else 0 end
  from (select *, least(now() - at, interval '2 days') as span from shape) as shapes
       cross join lateral generate_series(0, many - 1) as i
       join said on said.n = (shapes.n * 31 + i) % ${TEXTS};
  update threads set shown_count = many, last_shown_at = last
  from (select thread_id, count(*) as many, max(written_at) as last from comments group by thread_id) as counted
  where counted.thread_id = threads.thread_id;
  update comment_rules set holds_all = false, holds_first = 0, slow_seconds = 0, flood_five_minutes = 1000000, closes_after_days = null;
  drop table shape, said, staged;`;

/** Texts of comments, as lines for COPY. */
function* texts() {
  for (let n = 0; n < TEXTS; n++) {
    const language = LANGUAGES[n % LANGUAGES.length];
    const some = Array.from({ length: 8 + ((n * 13) % 40) }, (_, at) => word(language, (n * 37 + at * at * 11) % 9000));
    yield `${n}\t${language}\t${some.join(" ")}.\n`;
  }
}

/** Fills the database of a program that does not run. What the search keeps is written by the program itself, afterwards. */
export async function fill(url, { stories, comments, talked }) {
  const say = (words) => console.error(`  ${new Date().toISOString().slice(11, 19)} ${words}`);
  const numbers = { stories, comments, talked };
  const run = (sql) =>
    psql(
      url,
      `set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'; ${sql.replaceAll(/:(stories|comments|talked)\b/g, (_, name) => numbers[name])}`,
    );
  say(`${stories} stories, ${comments} comments: texts`);
  await psql(url, "create unlogged table staged (n bigint, language text, title text, body text, place text, a float8, b float8)");
  await psql(url, "copy staged from stdin", pieces(lines(stories)));
  await psql(url, "create unlogged table said (n integer primary key, language text, body text)");
  await psql(url, "copy said from stdin", pieces(texts()));
  await run("update retention_rules set identity_days = null, content_days = null;");
  say("stories");
  await run(STORIES);
  say("comments");
  await run(COMMENTS);
  say("statistics");
  await psql(url, "vacuum analyze");
}
