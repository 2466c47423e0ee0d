-- Owner: review
create type submission_state as enum (
    -- Sent by a reader; nobody has looked yet.
    'received',
    -- An editor is at it.
    'in_review',
    -- Waiting for the contributor's answer.
    'needs_reply',
    -- An editor said yes; publishing may make a story of it.
    'accepted',
    -- A story made of it is public.
    'published',
    -- An editor said no, for the reason in decline_reason.
    'declined',
    -- The contributor (or the desk for them) took it back.
    'withdrawn',
    -- Not a contribution.
    'spam'
);
create type consent as enum (
    -- Publish with my name.
    'named',
    -- Publish without my name.
    'anonymous',
    -- Ask me before anything is published.
    'ask_first',
    -- For your information only; never publish.
    'information_only'
);

create table submissions (
    -- Minted with the form, so that sending it twice is sending it once.
    submission_id uuid primary key,
    state submission_state not null default 'received',
    -- Grows with every change; a writer who read another one is refused (409).
    version integer not null default 1,
    title text not null,
    body text not null,
    -- All that the contributor says of themselves, if anything.
    contributor_name text,
    contributor_email text,
    -- Claimed, in their words.
    place text,
    happened_at text,
    -- Of the form: the language to answer in.
    language text not null,
    consent consent not null,
    -- When, and to which terms.
    consent_at timestamptz not null,
    terms_version text not null,
    -- Slow keyed hash of the receipt code; the code itself is nowhere.
    receipt_hash bytea not null constraint submissions_receipt_key unique,
    -- Keyed hash of the form's own key: who sends the same form again is shown the same receipt.
    form_key_hash bytea not null,
    sent_at timestamptz not null,
    -- Accepted, declined or called spam.
    decided_at timestamptz,
    decided_by uuid references accounts,
    -- One of the catalogue (review::submission::DeclineReason), and words to the contributor.
    decline_reason text,
    decline_note text,
    -- Where the story is, once it is.
    story_path text,
    withdrawn_at timestamptz,
    constraint submissions_language check (language in ('en', 'ckb', 'kmr', 'ar', 'tr')),
    constraint submissions_decline_has_reason check (state <> 'declined' or decline_reason is not null),
    constraint submissions_withdrawn_has_time check ((state = 'withdrawn') = (withdrawn_at is not null))
);
create index submissions_newest on submissions (sent_at desc, submission_id desc);
create index submissions_by_state on submissions (state, sent_at desc, submission_id desc);
create index submissions_decided_by on submissions (decided_by);

-- How many contributions are in each state: kept, not counted.
create table submission_counts (
    state submission_state primary key,
    count bigint not null default 0
);
insert into submission_counts (state) select unnest(enum_range(null::submission_state));
create function submissions_count() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.state = old.state then
        return null;
    end if;
    -- Both rows in one order, so that two changes never wait for each other.
    if tg_op = 'UPDATE' then
        perform 1 from submission_counts where state in (old.state, new.state) order by state for update;
    end if;
    if tg_op in ('UPDATE', 'DELETE') then
        update submission_counts set count = count - 1 where state = old.state;
    end if;
    if tg_op in ('UPDATE', 'INSERT') then
        update submission_counts set count = count + 1 where state = new.state;
    end if;
    return null;
end
$$;
create trigger submissions_count after insert or update of state or delete on submissions
    for each row execute function submissions_count();

-- The files of a contribution, in the order in which they were sent.
create table submission_files (
    submission_id uuid not null references submissions on delete cascade,
    position smallint not null,
    media_id uuid not null references media constraint submission_files_media_key unique,
    -- What the sender's device called it: shown to editors only.
    client_name text not null,
    primary key (submission_id, position)
);

-- What happened, when and by whom. Only ever added to.
create table review_events (
    event_id uuid primary key,
    submission_id uuid not null references submissions on delete cascade,
    -- review::event::EventKind: sent, acknowledged, opened, accepted, declined, spam, published, withdrawn …
    kind text not null,
    -- Who of the newsroom; null when it was the contributor or the program.
    account_id uuid references accounts,
    at timestamptz not null,
    -- Facts of the event (e.g. the reason), never content.
    detail jsonb not null default '{}'
);
create index review_events_submission on review_events (submission_id, at);
create index review_events_account on review_events (account_id);
