-- Owner: review
-- What the desk lists, filters and counts by is kept at hand by triggers, in the transaction of the change.

-- Contributions that share a picture, a moment of a film, or a whole file: found when the file is read.
create table submission_repeats (
    -- What came later.
    submission_id uuid not null references submissions on delete cascade,
    earlier_id uuid not null references submissions on delete cascade,
    -- Every byte of a file of one is a file of the other.
    exact boolean not null,
    found_at timestamptz not null,
    primary key (submission_id, earlier_id),
    constraint submission_repeats_are_two check (submission_id <> earlier_id)
);
create index submission_repeats_earlier on submission_repeats (earlier_id);

-- Lists that somebody of the newsroom wants at hand.
create table desk_views (
    view_id uuid primary key,
    account_id uuid not null references accounts on delete cascade,
    name text not null,
    -- What comes after `?` in the list's address.
    query text not null,
    -- With everyone at the desk.
    shared boolean not null,
    created_at timestamptz not null,
    -- Somebody's own names are all different.
    constraint desk_views_name unique (account_id, name)
);
create index desk_views_shared on desk_views (name) where shared;

-- A place's name as places are grouped by it: the same however it is spelt, in five languages.
create function desk_place(name text) returns text immutable strict parallel safe language sql as $$
    select nullif(left(trim(regexp_replace(
        lower(translate(
            -- Marks of letters, tatweel and marks of joining and direction fall away.
            regexp_replace(normalize(name, NFKD),
                           '[\u0300-\u036F\u0640\u064B-\u065F\u0670\u200B-\u200F\u2066-\u2069]', '', 'g'),
            'ıيىكةەھٱ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹',
            'iییکههها01234567890123456789')),
        '[\s,،;؛.]+', ' ', 'g')), 120), '')
$$;

-- The queues that a contribution stands in.
create function desk_queues(
    state submission_state, unread_since timestamptz, first_yes_by uuid, machine_rule text, at_risk boolean
) returns text[] immutable parallel safe language sql as $$
    select array_remove(array[
        case when state in ('received', 'in_review', 'needs_reply', 'accepted') then 'open' end,
        case when state = 'received' then 'new' end,
        case when state = 'needs_reply' or (unread_since is not null and state not in ('withdrawn', 'spam'))
             then 'answer' end,
        case when first_yes_by is not null and state in ('received', 'in_review', 'needs_reply', 'accepted')
             then 'second' end,
        case when state = 'accepted' then 'ready' end,
        case when state = 'published' then 'published' end,
        case when state in ('declined', 'spam', 'withdrawn') then 'not_used' end,
        case when machine_rule is not null then 'machine' end,
        case when at_risk then 'risk' end
    ], null)
$$;

-- What desk_items is kept equal to, but for `document`.
create view desk_items_now as
select submissions.submission_id, sent_at, state, at_risk, person_id, handled_by, answer_due_at as due_at,
       array(
           select 'queue:' || queue
           from unnest(desk_queues(state, unread_since, first_yes_by, machine_rule, at_risk)) as queue
           union select 'state:' || state
           union select 'lang:' || language
           union select 'consent:' || consent
           union select 'warn:' || warning from unnest(warnings) as warning
           union select 'tag:' || tag from unnest(tags) as tag
           union select 'category:' || category where category is not null
           union select 'machine:' || machine_rule where machine_rule is not null
           union select unnest(files.attributes)
           union select 'kind:text' where files.attributes is null
           -- That an endangered one shows the same is not for everyone to know.
           union select 'has:repeats' where repeats.seen
           union select 'risk:repeats' where repeats.unseen
           order by 1
       ) as attributes,
       coalesce(desk_place(submissions.place), desk_place(files.nearest)) as place,
       repeats.likeness
from submissions
left join lateral (
    select array_agg(attribute) as attributes, min(nearest) as nearest
    from submission_files
    join media using (media_id)
    left join fact_readings using (media_id)
    left join lateral (
        select value ->> 'name' as nearest
        from media_facts
        where media_facts.media_id = media.media_id and kind = 'nearest_place'
        order by position limit 1
    ) as nearby on true
    cross join lateral (
        select 'has:files' as attribute
        union all select 'has:refused' where media.state = 'refused'
        union all select case medium_kind when 'picture' then 'kind:photo' else 'kind:' || medium_kind end
                  where medium_kind is not null
        union all select 'has:c2pa' where credentials ->> 'verdict' <> 'none'
        union all select 'has:gps'
                  where exists (select from media_facts where media_facts.media_id = media.media_id and kind = 'place')
    ) as told
    where submission_files.submission_id = submissions.submission_id
) as files on true
left join lateral (
    select bool_or(known) as seen, bool_or(not known) as unseen,
           -- The oldest that shows the same; of an oldest one that came again, itself.
           case when bool_or(known) then
               coalesce((array_agg(other_id order by other_at, other_id) filter (where known and earlier))[1],
                        submissions.submission_id)
           end as likeness
    from (
        select other.submission_id as other_id, other.sent_at as other_at, earlier,
               not other.at_risk or submissions.at_risk as known
        from (
            select earlier_id as other_id, true as earlier from submission_repeats
            where submission_repeats.submission_id = submissions.submission_id
            union all
            select submission_id, false from submission_repeats
            where submission_repeats.earlier_id = submissions.submission_id
        ) as shared
        join submissions as other on other.submission_id = shared.other_id
    ) as others
) as repeats on true;

-- Makes the row of a contribution anew.
create function desk_refresh(id uuid) returns void language plpgsql as $$
begin
    -- Two statements: whoever held the row before us has committed, and what they changed is seen by the second.
    perform from desk_items where submission_id = id for update;
    insert into desk_items as kept (submission_id, sent_at, state, at_risk, person_id, handled_by, due_at, attributes,
                                    place, likeness)
    select submission_id, sent_at, state, at_risk, person_id, handled_by, due_at, attributes, place, likeness
    from desk_items_now where submission_id = id
    on conflict (submission_id) do update
    set sent_at = excluded.sent_at, state = excluded.state, at_risk = excluded.at_risk,
        person_id = excluded.person_id, handled_by = excluded.handled_by, due_at = excluded.due_at,
        attributes = excluded.attributes, place = excluded.place, likeness = excluded.likeness
    where (kept.sent_at, kept.state, kept.at_risk, kept.person_id, kept.handled_by, kept.due_at, kept.attributes,
           kept.place, kept.likeness)
          is distinct from
          (excluded.sent_at, excluded.state, excluded.at_risk, excluded.person_id, excluded.handled_by,
           excluded.due_at, excluded.attributes, excluded.place, excluded.likeness);
end
$$;

-- How many contributions stand in each queue, those at risk by themselves: kept, not counted. Whoever changes something
-- writes down by how much; now and then whoever comes adds it up. So nobody waits for anybody's transaction to end,
-- however many are decided on in one.
create table desk_counts (
    queue text not null,
    at_risk boolean not null,
    count bigint not null,
    primary key (queue, at_risk)
);
create table desk_count_changes (
    change_id bigint generated always as identity primary key,
    queue text not null,
    at_risk boolean not null,
    change integer not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

create function desk_counts_add_up() returns void language plpgsql as $$
begin
    -- Who finds somebody at it has nothing to do. ('desk' in letters' numbers.)
    if not pg_try_advisory_xact_lock(x'6465736b'::integer) then
        return;
    end if;
    with gone as (
        delete from desk_count_changes returning queue, at_risk, change
    )
    insert into desk_counts as kept (queue, at_risk, count)
    select queue, at_risk, sum(change) from gone group by queue, at_risk
    on conflict (queue, at_risk) do update set count = kept.count + excluded.count;
end
$$;

-- Word to who looks, and the counts.
create function desk_items_changed() returns trigger language plpgsql as $$
declare
    newest bigint;
begin
    if tg_op <> 'UPDATE'
       or (old.sent_at, old.state, old.at_risk, old.person_id, old.handled_by, old.due_at, old.attributes, old.place,
           old.likeness)
          is distinct from
          (new.sent_at, new.state, new.at_risk, new.person_id, new.handled_by, new.due_at, new.attributes, new.place,
           new.likeness) then
        perform pg_notify('desk', coalesce(new.submission_id, old.submission_id)::text);
    end if;
    if tg_op = 'UPDATE' and old.attributes = new.attributes and old.at_risk = new.at_risk then
        return null;
    end if;
    with changes as (
        insert into desk_count_changes (queue, at_risk, change)
        select queue, at_risk, sum(change)
        from (
            select substr(attribute, 7) as queue, old.at_risk, -1 as change
            from unnest(old.attributes) as attribute where attribute like 'queue:%'
            union all select 'all', old.at_risk, -1 where tg_op <> 'INSERT'
            union all select substr(attribute, 7), new.at_risk, 1
            from unnest(new.attributes) as attribute where attribute like 'queue:%'
            union all select 'all', new.at_risk, 1 where tg_op <> 'DELETE'
        ) as moved
        group by queue, at_risk
        having sum(change) <> 0
        returning change_id
    )
    select max(change_id) into newest from changes where change_id % 64 = 0;
    if newest is not null then
        perform desk_counts_add_up();
    end if;
    return null;
end
$$;

insert into desk_items (submission_id, sent_at, state, at_risk, person_id, handled_by, due_at, attributes, place, likeness)
select submission_id, sent_at, state, at_risk, person_id, handled_by, due_at, attributes, place, likeness
from desk_items_now
on conflict do nothing;
insert into desk_counts (queue, at_risk, count)
select queue, at_risk, count(*)
from (
    select substr(attribute, 7) as queue, at_risk from desk_items, unnest(attributes) as attribute
    where attribute like 'queue:%'
    union all select 'all', at_risk from desk_items
) as queues
group by queue, at_risk;

create trigger desk_items_changed after insert or update or delete on desk_items
    for each row execute function desk_items_changed();

create function desk_submission_changed() returns trigger language plpgsql as $$
declare
    other uuid;
begin
    perform desk_refresh(new.submission_id);
    if tg_op = 'UPDATE' and old.at_risk <> new.at_risk then
        for other in
            select earlier_id from submission_repeats where submission_id = new.submission_id
            union select submission_id from submission_repeats where earlier_id = new.submission_id
            order by 1
        loop
            perform desk_refresh(other);
        end loop;
    end if;
    return null;
end
$$;
create trigger desk_submission_changed
    after insert
    or update of sent_at, state, at_risk, person_id, handled_by, answer_due_at, unread_since, first_yes_by, machine_rule,
                 language, consent, warnings, tags, category, place
    on submissions for each row execute function desk_submission_changed();

create function desk_file_changed() returns trigger language plpgsql as $$
begin
    perform desk_refresh(coalesce(new.submission_id, old.submission_id));
    return null;
end
$$;
create trigger desk_file_changed after insert or update or delete on submission_files
    for each row execute function desk_file_changed();

-- Of media's tables: what a file is and what it tells.
create function desk_medium_changed() returns trigger language plpgsql as $$
declare
    id uuid;
begin
    for id in
        select submission_id from submission_files where media_id = coalesce(new.media_id, old.media_id)
    loop
        perform desk_refresh(id);
    end loop;
    return null;
end
$$;
create trigger desk_medium_changed after update of state, medium_kind on media
    for each row when (old.state <> new.state or old.medium_kind is distinct from new.medium_kind)
    execute function desk_medium_changed();
create trigger desk_reading_changed after insert or update or delete on fact_readings
    for each row execute function desk_medium_changed();

create function desk_facts_changed() returns trigger language plpgsql as $$
declare
    id uuid;
begin
    for id in
        select distinct submission_id from changed join submission_files using (media_id)
        where changed.kind in ('place', 'nearest_place') order by submission_id
    loop
        perform desk_refresh(id);
    end loop;
    return null;
end
$$;
create trigger desk_facts_told after insert on media_facts
    referencing new table as changed for each statement execute function desk_facts_changed();
create trigger desk_facts_gone after delete on media_facts
    referencing old table as changed for each statement execute function desk_facts_changed();

create function desk_repeats_changed() returns trigger language plpgsql as $$
declare
    id uuid;
begin
    for id in
        select submission_id from changed union select earlier_id from changed order by 1
    loop
        perform desk_refresh(id);
    end loop;
    return null;
end
$$;
create trigger desk_repeats_found after insert on submission_repeats
    referencing new table as changed for each statement execute function desk_repeats_changed();
create trigger desk_repeats_gone after delete on submission_repeats
    referencing old table as changed for each statement execute function desk_repeats_changed();

-- The order of every queue, by itself: a list is read from its place on, and as much of it as is shown.
create index desk_items_all on desk_items (sent_at, submission_id);
create index desk_items_open on desk_items (sent_at, submission_id) where attributes @> '{queue:open}';
create index desk_items_new on desk_items (sent_at, submission_id) where attributes @> '{queue:new}';
create index desk_items_answer on desk_items (sent_at, submission_id) where attributes @> '{queue:answer}';
create index desk_items_second on desk_items (sent_at, submission_id) where attributes @> '{queue:second}';
create index desk_items_ready on desk_items (sent_at, submission_id) where attributes @> '{queue:ready}';
create index desk_items_published on desk_items (sent_at, submission_id) where attributes @> '{queue:published}';
create index desk_items_not_used on desk_items (sent_at, submission_id) where attributes @> '{queue:not_used}';
create index desk_items_machine on desk_items (sent_at, submission_id) where attributes @> '{queue:machine}';
create index desk_items_risk on desk_items (sent_at, submission_id) where attributes @> '{queue:risk}';
create index desk_items_mine on desk_items (handled_by, sent_at, submission_id) where attributes @> '{queue:open}';
create index desk_items_person on desk_items (person_id, sent_at, submission_id);
create index desk_items_place on desk_items (place, sent_at, submission_id) where place is not null;
create index desk_items_likeness on desk_items (likeness, sent_at, submission_id) where likeness is not null;
-- What is rare is found here. Without a list of what is not yet in it: who asks must not pay for who wrote.
create index desk_items_attributes on desk_items using gin (attributes) with (fastupdate = off);
create index desk_items_document on desk_items using gin (document) with (fastupdate = off);
-- How rare it is, is to be known of rare ones, too.
alter table desk_items alter column attributes set statistics 1000;

-- Counted by queue above.
drop trigger submissions_count on submissions;
drop function submissions_count();
drop table submission_counts;

-- What came before is asked about once.
insert into jobs (kind, payload, max_attempts, lease_seconds, dedup_key)
select 'review.find_repeats', jsonb_build_object('media_id', media_id), 8, 30, 'repeats ' || media_id
from submission_files join media using (media_id)
where media.state = 'ready';
