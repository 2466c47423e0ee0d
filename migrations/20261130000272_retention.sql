-- Owner: review
-- How long contributions are kept. docs/RETENTION.md gives the reason of each default.

create table retention_rules (
    state submission_state not null,
    -- From when on it is the rule, until a later one is.
    effective_at timestamptz not null,
    -- Days in this state until name, address and who was shown them go; null: kept.
    identity_days integer,
    -- Days in this state until all of it goes (of a published one: all that is not public); null: kept.
    content_days integer,
    -- Null: as it came with the program.
    set_by uuid references accounts,
    set_at timestamptz not null,
    primary key (state, effective_at),
    constraint retention_rules_days check (identity_days between 0 and 3650 and content_days between 0 and 3650),
    -- Who somebody is never stays longer than what they sent.
    constraint retention_rules_identity_first
        check (content_days is null or (identity_days is not null and identity_days <= content_days))
);
create index retention_rules_set_by on retention_rules (set_by);
insert into retention_rules (state, effective_at, identity_days, content_days, set_at) values
    ('received', '2000-01-01Z', 90, 90, now()),
    ('in_review', '2000-01-01Z', 90, 90, now()),
    ('needs_reply', '2000-01-01Z', 90, 90, now()),
    ('accepted', '2000-01-01Z', 90, 90, now()),
    ('published', '2000-01-01Z', 365, null, now()),
    ('declined', '2000-01-01Z', 30, 90, now()),
    ('spam', '2000-01-01Z', 7, 30, now()),
    ('withdrawn', '2000-01-01Z', 0, 1, now());

alter table submissions
    -- Since when it is in its state, by the database's time: what the days are counted from.
    add column state_since timestamptz,
    -- Why nothing of it is forgotten by rule, in the words of who said so.
    add column held_why text,
    -- When name and address went by rule.
    add column identity_gone_at timestamptz,
    -- When the rest of a published one went by rule.
    add column content_gone_at timestamptz;
-- Of what was there before there were rules, days begin with the rules: an upgrade forgets nothing at once.
update submissions set state_since = now();
alter table submissions alter column state_since set not null, alter column state_since set default now();
create index submissions_identity_due on submissions (state, state_since)
    where identity_gone_at is null and held_at is null;
create index submissions_content_due on submissions (state, state_since)
    where content_gone_at is null and held_at is null;

create function submissions_state_since() returns trigger language plpgsql as $$
begin
    new.state_since := now();
    return new;
end
$$;
create trigger submissions_state_since before update of state on submissions
    for each row when (old.state is distinct from new.state) execute function submissions_state_since();

-- What the clock showed when forgetting by rule last looked at it: one row (review::retention::clock).
create table retention_clock (
    seen_at timestamptz not null,
    -- Which start of which machine, and how long it had run then.
    boot text not null,
    uptime_seconds double precision not null,
    -- Why nothing is forgotten until somebody of the newsroom says that the time is right; null: all is well.
    refused text
);
create unique index retention_clock_once on retention_clock ((true));
