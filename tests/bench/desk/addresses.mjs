// What is asked of a newsroom's desk: addresses by what they are examples of.
import { SEASON, word } from "./crowd.mjs";

const desk = (fields) => `/desk?${new URLSearchParams(fields)}`;

/** Groups of addresses, each with a name. What they ask for is there in a newsroom of any size. */
export function addresses(newsroom) {
  const one = (sql) => newsroom.db(sql);
  /** A place in the middle of what a condition holds, as addresses say it. */
  const middle = (queue) =>
    one(`select (extract(epoch from sent_at) * 1000000)::bigint || '.' || submission_id from desk_items
         where attributes @> '{queue:${queue}}' order by sent_at, submission_id
         offset (select count(*) / 2 from desk_items where attributes @> '{queue:${queue}}') limit 1`);
  const person = one("select person_id from desk_items group by person_id order by count(*) desc limit 1");
  const place = one("select place from submissions where place is not null group by place order by count(*) desc limit 1");
  const like = one("select likeness from desk_items where likeness is not null limit 1");
  // Of a text from the middle: words beside each other, and a name that is hardly anywhere else.
  const body = one("select body from submissions order by submission_id offset (select count(*) / 3 from submissions) limit 1");
  const words = body.split(/[ .]+/);
  const name = /\. (\S+)/.exec(body)[1];

  const queues = ["open", "new", "mine", "answer", "second", "ready", "published", "not_used", "machine", "risk", "all"];
  const filters = [
    { state: "declined" }, { state: "received" }, { language: "ckb" }, { language: "tr" }, { consent: "anonymous" },
    { kind: "photo" }, { kind: "text" }, { has: "gps" }, { has: "c2pa" }, { has: "repeats" }, { warn: "graphic" },
    { category: "sort3" }, { tag: "tag0" }, { tag: "tag300" }, { person }, { place }, { claimed: "nobody" }, { older: "7d" },
    { since: "2020-01-01", until: new Date(Date.now() - 180 * 86_400_000).toISOString().slice(0, 10) },
  ];
  const pairs = (queue) =>
    filters.flatMap((a, at) =>
      filters.slice(at + 1).flatMap((b) => (Object.keys(a).some((key) => key in b) ? [] : [desk({ queue, ...a, ...b })])),
    );
  const search = (q, more = { queue: "all" }) => desk({ ...more, q });
  const [often, alsoOften, elsewhere] = [word("en", 0), word("en", 1), word("ckb", 0)];
  return [
    ["first page of each queue", queues.map((queue) => desk({ queue }))],
    ["deep pages", ["open", "not_used", "published"].flatMap((queue) => ["before", "after"].map((side) => desk({ queue, [side]: middle(queue) })))],
    ["one filter, in all and open", filters.flatMap((one) => [desk({ queue: "all", ...one }), desk({ queue: "open", ...one })])],
    ["pairs of filters in all", pairs("all")],
    ["pairs of filters in open", pairs("open")],
    ["grid and groups", [{ view: "grid" }, { group: "person" }, { group: "place" }, { group: "likeness" }].flatMap((look) => [desk({ queue: "open", ...look }), desk({ queue: "not_used", ...look })])],
    ["of one person, place, likeness", [desk({ queue: "all", person }), desk({ queue: "all", place }), ...(like ? [desk({ queue: "all", like })] : [])]],
    ["search: frequent words", [often, elsewhere, word("ar", 0)].flatMap((q) => [search(q), search(q, { queue: "open" })])],
    ["search: words between", [word("en", 300), word("ckb", 700), word("tr", 100), word("ar", 2000)].map((q) => search(q))],
    ["search: rare words", [name, word("en", 50_000), word("kmr", 45_000)].map((q) => search(q))],
    ["search: two words", [`${often} ${alsoOften}`, `${words[1]} ${name}`, `${word("en", 30)} ${word("en", 400)}`].map((q) => search(q))],
    ["search: two that never meet", [`"${often}" "${elsewhere}"`, `"${word("ar", 0)}" "${word("tr", 0)}"`].map((q) => search(q))],
    ["search: of one season", [search(SEASON), search(SEASON, { queue: "not_used", language: "tr" }), search(SEASON, { queue: "all", order: "oldest" })]],
    ["search: mistyped", [name, word("en", 50_000), word("ckb", 30_000)].map((q) => search(`${q.slice(0, 2)}${q.slice(3)}`))],
    ["search: phrases", [`"${words[1]} ${words[2]}"`, `"${words[2]} ${words[3]} ${words[4]}"`, `"${often} ${alsoOften}"`, `"${word("en", 20)} ${word("en", 90)}"`].map((q) => search(q))],
    ["search: beginnings, without", [name.slice(0, 3), word("en", 700).slice(0, 4), `${often} -${alsoOften}`].map((q) => search(q))],
    ["search and filters", [search(word("en", 200), { queue: "not_used", language: "en", has: "gps" }), search(often, { queue: "open", language: "ckb" }), search(word("ckb", 50), { queue: "all", tag: "tag0" })]],
    ["saved views, news without a stream", ["/desk/views", "/desk/live.json"]],
  ];
}
