-- Owner: review
-- What the desk finds by an index, it finds by one look into one: filters, words and time meet there, and what only one of them has
-- is not read.

-- What else a contribution is found by: when it came, by days since 1970 and by eights of these, of those, and again; of whom,
-- of where, and what it is like (store::queue::spans).
create function desk_marks(sent_at timestamptz, person_id uuid, place text, likeness uuid) returns text[]
immutable parallel safe language plpgsql as $$
declare
    day bigint := floor(extract(epoch from sent_at) / 86400);
begin
    return array_remove(array[
        '0:' || day, '1:' || (day >> 3), '2:' || (day >> 6), '3:' || (day >> 9),
        'person:' || person_id, 'place:' || place, 'like:' || likeness
    ], null);
end
$$;

drop index desk_items_attributes;
drop index desk_items_document;
-- Without a list of what is not yet in it: who asks must not pay for who wrote.
create index desk_items_found on desk_items
    using gin (attributes, document, desk_marks(sent_at, person_id, place, likeness)) with (fastupdate = off);

-- Traces of longer beginnings: those of seven letters are shared by thousands of words once there are a million. The words
-- stay known meanwhile; the job finds those without traces.
alter table desk_words drop column traces;
alter table desk_words
    -- What is left of its beginning without a letter or two, as numbers (review::desk::search::near).
    add column traces integer[] not null default '{}';
create index desk_words_traces on desk_words using gin (traces) with (fastupdate = off);
insert into jobs (kind, payload, max_attempts, lease_seconds, dedup_key)
select 'review.index_backlog', '{"after": null}', 8, 30, 'traces anew' where exists (select from desk_words);

-- What waits for the newsroom is a small part of what ever came, and put together by person, place and likeness most often.
create index desk_items_open_person on desk_items (person_id, sent_at, submission_id) where attributes @> '{queue:open}';
create index desk_items_open_place on desk_items (place, sent_at, submission_id)
    where attributes @> '{queue:open}' and place is not null;
create index desk_items_open_likeness on desk_items (likeness, sent_at, submission_id)
    where attributes @> '{queue:open}' and likeness is not null;

-- What came since is counted where it waits. Nothing else asks for these.
drop index submissions_newest;
drop index submissions_by_state;
