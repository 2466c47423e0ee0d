-- Owner: ground
-- What the newsroom did, chained: each link is bound to the one before it under a key that is not in the database
-- (ground::audit). Whoever changes, takes out, puts in or moves a row without that key is found by `bepart doctor --audit`.
--
-- There are ids and times in it and nothing else, so it outlives what it tells of. It refers to no other table: a link
-- is written last, and must wait for nobody's row.
create table audit_links (
    -- 1, 2, 3 … without a gap.
    seq bigint primary key,
    -- Whose event it is (ground::audit::Room): there event_id is found.
    room text not null,
    event_id uuid not null constraint audit_links_event_key unique,
    -- The contribution, where it is about one.
    submission_id uuid,
    -- Whose account, where it is about a person of the newsroom.
    about_id uuid,
    -- Who did it; null: the contributor or the program.
    account_id uuid,
    kind text not null,
    at timestamptz not null,
    -- Of the event as it was written, under the same key: it says nothing to who does not hold it.
    content_hash bytea not null,
    -- The hash of the link before; 32 zeros before the first.
    previous_hash bytea not null,
    hash bytea not null
);
create index audit_links_submission on audit_links (submission_id, seq desc) where submission_id is not null;
create index audit_links_account on audit_links (account_id, seq desc) where account_id is not null;
create index audit_links_kind on audit_links (kind, seq desc);
create index audit_links_at on audit_links (at, seq);
create index audit_links_about on audit_links (about_id) where about_id is not null;

create function audit_links_stay() returns trigger language plpgsql as $$
begin
    raise exception 'the audit chain is only added to' using errcode = 'restrict_violation';
end
$$;
create trigger audit_links_stay before update or delete on audit_links
    for each row execute function audit_links_stay();
create trigger audit_links_stay_whole before truncate on audit_links
    for each statement execute function audit_links_stay();

-- What had happened before there was a chain: how many events, and one digest of them all in the order of their ids.
-- The first link vouches for this row.
create table audit_begun (
    events bigint not null,
    digest bytea not null,
    at timestamptz not null
);
create unique index audit_begun_once on audit_begun ((true));
create function audit_begun_digest(before bytea, event review_events) returns bytea language sql immutable as $$
    select sha256(before || convert_to(
        concat_ws('|', event.event_id, event.submission_id, event.kind, event.account_id::text,
                  (extract(epoch from event.at) * 1000000)::bigint, event.detail::text), 'UTF8'))
$$;
create aggregate audit_begun_digest(review_events) (
    sfunc = audit_begun_digest, stype = bytea, initcond = ''
);
insert into audit_begun (events, digest, at)
select count(*), audit_begun_digest(review_events order by event_id), clock_timestamp() from review_events;
create trigger audit_begun_stays before update or delete on audit_begun
    for each row execute function audit_links_stay();
create trigger audit_begun_stays_whole before insert or truncate on audit_begun
    for each statement execute function audit_links_stay();

-- History is not emptied at one stroke, either.
create trigger review_events_stay_whole before truncate on review_events
    for each statement execute function review_events_stay();
