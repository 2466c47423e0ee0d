-- Owner: review
-- What the desk's search knows besides the words of each contribution (desk_items.document).

-- Every word that people mistype and that some contribution has. Those of endangered contributions are apart: who may not see
-- these is not offered their words either.
create table desk_words (
    -- Folded (review::desk::search::fold).
    word text collate "C" not null,
    -- Of contributions at risk, or of the others.
    at_risk boolean not null,
    -- One of the contributions that have it: the word goes with the last of them.
    witness uuid not null,
    -- What is left of its beginning without a letter or two, as numbers (review::desk::search::near).
    traces integer[] not null,
    primary key (word, at_risk)
);
create index desk_words_witness on desk_words (witness);
-- Without a list of what is not yet in it: who asks must not pay for who wrote.
create index desk_words_traces on desk_words using gin (traces) with (fastupdate = off);

-- Finds other witnesses for the words that this contribution no longer has, or has as an endangered one now; those that
-- nobody else has go. By word and by its own plan: a rare one is found by the index, a frequent one at once.
create function desk_words_settle(id uuid) returns void language plpgsql as $$
declare
    its_words text[];
    its_risk boolean;
    known record;
    other uuid;
begin
    select tsvector_to_array(document), at_risk into its_words, its_risk from desk_items where submission_id = id;
    for known in
        select word, at_risk from desk_words
        where witness = id and (its_words is null or at_risk <> its_risk or word <> all (its_words))
    loop
        execute format(
            'select submission_id from desk_items where document @@ %L::tsquery and at_risk = %L and submission_id <> %L limit 1',
            '''' || known.word || '''', known.at_risk, id
        ) into other;
        if other is null then
            delete from desk_words where word = known.word and at_risk = known.at_risk;
        else
            update desk_words set witness = other where word = known.word and at_risk = known.at_risk;
        end if;
    end loop;
end
$$;

-- Words are written by one transaction at a time ('word' in letters' numbers); who finds another at it does not wait,
-- since the other may come to wait for what we hold.
create function desk_words_try() returns boolean language sql as $$
    select pg_try_advisory_xact_lock(x'776f7264'::integer)
$$;

create function desk_item_gone() returns trigger language plpgsql as $$
begin
    if not exists (select from desk_words where witness = old.submission_id) then
        return null;
    end if;
    if desk_words_try() then
        perform desk_words_settle(old.submission_id);
    else
        insert into jobs (kind, payload, max_attempts, lease_seconds)
        values ('review.learn_words', jsonb_build_object('submission_id', old.submission_id), 8, 30);
    end if;
    return null;
end
$$;
create trigger desk_item_gone after delete on desk_items for each row execute function desk_item_gone();

-- A file told where it was made: the name of the place becomes one of the words.
create function desk_place_told() returns trigger language plpgsql as $$
begin
    insert into jobs (kind, payload, max_attempts, lease_seconds)
    select distinct 'review.index_submission', jsonb_build_object('submission_id', submission_id), 8, 30
    from changed join submission_files using (media_id)
    where changed.kind = 'nearest_place';
    return null;
end
$$;
create trigger desk_place_told after insert on media_facts
    referencing new table as changed for each statement execute function desk_place_told();

-- Words say nothing about how often they are: what is bound as a question is judged by these.
alter table desk_items alter column document set statistics 1000;

-- What came before is indexed by a job that goes on where it was stopped.
insert into jobs (kind, payload, max_attempts, lease_seconds, dedup_key)
select 'review.index_backlog', '{"after": null}', 8, 30, 'index backlog' where exists (select from submissions);
