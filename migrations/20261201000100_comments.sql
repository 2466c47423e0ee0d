-- Owner: comments
-- What readers say under a story or under a page of the newsroom's own site.

create type comment_state as enum (
    -- Everybody reads it.
    'shown',
    -- It waits for the newsroom.
    'held',
    -- The newsroom took it away; its author is told why.
    'removed',
    -- Taken away without a word to its author.
    'spam',
    -- Its author took it back. The row stays, empty, while others answered it.
    'deleted'
);

-- Where people talk: under one story of ours, or under one page of the newsroom's own site.
create table threads (
    thread_id uuid primary key,
    story_id uuid references stories on delete cascade constraint threads_story_key unique,
    -- Canonical (comments::page_url).
    page_url text constraint threads_page_key unique,
    -- Of the article, as it is now.
    title text not null,
    -- Of the article.
    language text not null,
    -- Where it is read: a path of ours, or the page's whole address.
    path text not null,
    -- When the article appeared; with a story, when it is public.
    begun_at timestamptz not null,
    -- The article is gone, and so is everything that was said under it.
    ended_at timestamptz,
    -- Nobody says more.
    closed_at timestamptz,
    closed_by uuid references accounts,
    -- Everything here waits for the newsroom first.
    holds boolean not null default false,
    -- Seconds between two comments of one person here; null: as everywhere (comment_rules).
    slow_seconds integer,
    -- What You Say leaves it out.
    muted boolean not null default false,
    -- Comments that everybody reads; kept by a trigger.
    shown_count integer not null default 0,
    -- The newest of these.
    last_shown_at timestamptz,
    constraint threads_of_one check (num_nonnulls(story_id, page_url) = 1),
    constraint threads_language check (language in ('en', 'ckb', 'kmr', 'ar', 'tr')),
    constraint threads_slow check (slow_seconds between 0 and 86400)
);
create index threads_closed_by on threads (closed_by) where closed_by is not null;

create table comments (
    -- Minted with the form, so that sending it twice is sending it once.
    comment_id uuid primary key,
    thread_id uuid not null references threads on delete cascade,
    -- Which it answers.
    parent_id uuid references comments,
    -- The comment that its branch began with; itself at the top.
    top_id uuid not null references comments,
    -- 0 at the top; answers to what is at 7 stand beside it.
    depth smallint not null,
    -- Who wrote it; null: a guest.
    account_id uuid references accounts,
    -- Keyed hash of the secret that the guest's device keeps: it edits, deletes, and is known again by it.
    device bytea,
    -- As a guest wrote it; of an account as it was then (shown is what the account is called now).
    name text not null,
    -- A guest's, never shown; null: none, or it is forgotten.
    email text,
    -- A guest wants to be told of answers by mail.
    wants_answers boolean not null default false,
    body text not null,
    -- Of the text, as far as it is known; else of the page that it was written on.
    language text not null,
    state comment_state not null,
    -- comments::rules::Rule: which rule of the machine decided; null: none did.
    rule text,
    -- What the rule found: a word, a number of links.
    rule_found text,
    written_at timestamptz not null,
    edited_at timestamptz,
    -- Since when everybody reads it, first.
    shown_at timestamptz,
    -- The newsroom's last decision.
    decided_at timestamptz,
    decided_by uuid references accounts,
    -- Of comment_reasons or free; told to its author.
    reason text,
    -- Until then the newsroom can undo its decision, and nobody is told.
    settles_at timestamptz,
    -- What You Say shows it first.
    pinned_at timestamptz,
    -- The newsroom recommends it: marked in its thread, kept in What You Say.
    promoted_at timestamptz,
    -- Kept by triggers.
    like_count integer not null default 0,
    -- Direct answers that everybody reads.
    reply_count integer not null default 0,
    -- Reports that nobody has answered yet.
    report_count integer not null default 0,
    -- Who had no comment shown before this one.
    is_first boolean not null default false,
    version integer not null default 1,
    -- It has a place in the thread: it is read, or what answers it is.
    listed boolean not null generated always as (state = 'shown' or reply_count > 0) stored,
    constraint comments_by_one check (account_id is null or device is null),
    constraint comments_depth check (depth between 0 and 7),
    constraint comments_top check ((depth = 0) = (parent_id is null)),
    constraint comments_language check (language in ('en', 'ckb', 'kmr', 'ar', 'tr'))
);
-- The orders of a thread: tops by time and by likes; branches by time.
create index comments_tops on comments (thread_id, written_at, comment_id) where depth = 0 and listed;
create index comments_liked on comments (thread_id, like_count desc, written_at desc, comment_id desc) where depth = 0 and listed;
create index comments_branch on comments (top_id, written_at, comment_id) where depth > 0 and listed;
create index comments_parent on comments (parent_id) where parent_id is not null;
create index comments_account on comments (account_id, written_at desc, comment_id desc) where account_id is not null;
create index comments_device on comments (device, written_at desc) where device is not null;
create index comments_decided_by on comments (decided_by) where decided_by is not null;
-- Newest across the site: What You Say, feeds, the desk's "Latest".
create index comments_newest on comments (shown_at desc, comment_id desc) where state = 'shown';
create index comments_pinned on comments (pinned_at desc) where pinned_at is not null;
-- The desk's queues.
create index comments_latest on comments (written_at desc, comment_id desc);
create index comments_held on comments (written_at, comment_id) where state = 'held';
create index comments_reported on comments (written_at, comment_id) where report_count > 0;
create index comments_new_people on comments (written_at, comment_id) where is_first and state in ('shown', 'held') and decided_at is null;
create index comments_machine on comments (written_at desc, comment_id desc) where rule is not null;

create table comment_likes (
    comment_id uuid not null references comments on delete cascade,
    -- Keyed hash of the account's id or of the device's secret (comments::voter).
    voter bytea not null,
    primary key (comment_id, voter)
);

create table comment_reports (
    report_id uuid primary key,
    comment_id uuid not null references comments on delete cascade,
    -- comments::reports::Reason: spam, hate, threat, private, false, other, legal.
    reason text not null,
    note text not null default '',
    -- Only of who says that it is against the law, and wants to hear: never shown without need.
    email text,
    account_id uuid references accounts,
    -- As in comment_likes: one report each.
    voter bytea not null,
    reported_at timestamptz not null,
    -- Answered by a decision or by "leave it".
    closed_at timestamptz,
    closed_by uuid references accounts,
    constraint comment_reports_once unique (comment_id, voter)
);
create index comment_reports_account on comment_reports (account_id) where account_id is not null;
create index comment_reports_closed_by on comment_reports (closed_by) where closed_by is not null;

-- What an edit replaced, for the newsroom; goes with the comment.
create table comment_edits (
    comment_id uuid not null references comments on delete cascade,
    replaced_at timestamptz not null,
    body text not null,
    primary key (comment_id, replaced_at)
);

-- Who may not comment for a while, or at all.
create table comment_bans (
    ban_id uuid primary key,
    account_id uuid references accounts on delete cascade,
    device bytea,
    -- Null: for good.
    until timestamptz,
    -- Told to them.
    reason text not null,
    -- For which comment.
    comment_id uuid references comments on delete set null,
    made_at timestamptz not null,
    made_by uuid not null references accounts,
    ended_at timestamptz,
    ended_by uuid references accounts,
    -- What they say to it, once.
    appeal text,
    appealed_at timestamptz,
    -- The newsroom's answer to that.
    answer text,
    answered_at timestamptz,
    answered_by uuid references accounts,
    constraint comment_bans_of_one check (num_nonnulls(account_id, device) = 1)
);
create index comment_bans_account on comment_bans (account_id) where account_id is not null;
create index comment_bans_device on comment_bans (device) where device is not null;
create index comment_bans_comment on comment_bans (comment_id) where comment_id is not null;
create index comment_bans_made_by on comment_bans (made_by);
create index comment_bans_ended_by on comment_bans (ended_by) where ended_by is not null;
create index comment_bans_answered_by on comment_bans (answered_by) where answered_by is not null;

-- The newsroom's rules; one row.
create table comment_rules (
    one boolean primary key default true constraint comment_rules_once check (one),
    version integer not null default 1,
    -- Everything waits first.
    holds_all boolean not null default false,
    -- So many comments of somebody new wait for the newsroom.
    holds_first integer not null default 1,
    -- More links than this wait.
    links_allowed integer not null default 1,
    -- Seconds between two comments of one person.
    slow_seconds integer not null default 10,
    -- So many of one person within five minutes.
    flood_five_minutes integer not null default 6,
    -- So many reports and a comment waits until the newsroom has looked; 0: never.
    reports_hold integer not null default 3,
    -- Threads close by themselves; null: never.
    closes_after_days integer default 30,
    -- An author may edit for so long.
    edit_minutes integer not null default 15,
    -- What You Say: a comment appears there so long after it is shown.
    box_delay_seconds integer not null default 0,
    box_one_per_person boolean not null default true,
    changed_at timestamptz,
    changed_by uuid references accounts
);
create index comment_rules_changed_by on comment_rules (changed_by);
insert into comment_rules default values;

-- Words that make a comment wait, or take it away.
create table comment_words (
    -- Folded (ground::fold), so that it is found however it is typed.
    word text primary key,
    -- As it was entered.
    label text not null,
    -- hold or spam.
    deed text not null,
    added_at timestamptz not null,
    added_by uuid references accounts,
    constraint comment_words_deed check (deed in ('hold', 'spam'))
);
create index comment_words_added_by on comment_words (added_by);

-- Who is at a comment, at the desk: goes three minutes after the last sign of life.
create table comment_claims (
    comment_id uuid primary key references comments on delete cascade,
    account_id uuid not null references accounts on delete cascade,
    heartbeat_at timestamptz not null
);
create index comment_claims_account on comment_claims (account_id);

-- One press at the desk, over one or many, so that it can be undone as one.
create table comment_batches (
    batch_id uuid primary key,
    account_id uuid not null references accounts on delete cascade,
    -- comments::desk::Deed
    deed text not null,
    made_at timestamptz not null,
    settles_at timestamptz not null,
    undone_at timestamptz
);
create index comment_batches_account on comment_batches (account_id, made_at desc);
create table comment_batch_items (
    batch_id uuid not null references comment_batches on delete cascade,
    comment_id uuid not null references comments on delete cascade,
    -- As it was before.
    state comment_state not null,
    rule text,
    decided_at timestamptz,
    decided_by uuid,
    reason text,
    pinned_at timestamptz,
    promoted_at timestamptz,
    -- Reports that this closed.
    reports uuid[] not null default '{}',
    -- As it is afterwards.
    version_after integer not null,
    primary key (batch_id, comment_id)
);
create index comment_batch_items_comment on comment_batch_items (comment_id);

-- What was done to a comment, by the newsroom or by the machine; rows are only added, and go with the comment.
create table comment_events (
    event_id uuid primary key,
    -- Order of those that happened at once.
    number bigint not null generated always as identity,
    comment_id uuid not null references comments on delete cascade,
    at timestamptz not null,
    -- Null: its author or the machine.
    account_id uuid references accounts,
    -- comments::event::Kind
    kind text not null,
    -- Words of the newsroom's own, or what a rule found.
    note text not null default ''
);
create index comment_events_comment on comment_events (comment_id, at, number);
create index comment_events_account on comment_events (account_id) where account_id is not null;

-- Counts are kept, not counted. A row of `threads` is the last that a transaction locks.
create function comments_counted() returns trigger language plpgsql as $$
declare
    was boolean := tg_op <> 'INSERT' and old.state = 'shown';
    is_now boolean := tg_op <> 'DELETE' and new.state = 'shown';
    id uuid := coalesce(new.thread_id, old.thread_id);
    parent uuid := coalesce(new.parent_id, old.parent_id);
    change integer := is_now::integer - was::integer;
begin
    if change <> 0 and parent is not null then
        update comments set reply_count = reply_count + change where comment_id = parent;
    end if;
    if change <> 0 then
        update threads
        set shown_count = shown_count + change,
            last_shown_at = case when change > 0 then greatest(last_shown_at, new.written_at) else last_shown_at end
        where thread_id = id;
    end if;
    perform pg_notify('public', 'thread:' || id);
    return null;
end
$$;
create trigger comments_counted after insert or delete on comments for each row execute function comments_counted();
create trigger comments_recounted after update of state, body, name, like_count, edited_at, promoted_at, pinned_at, account_id on comments
    for each row execute function comments_counted();

create function comment_likes_counted() returns trigger language plpgsql as $$
begin
    update comments set like_count = like_count + case tg_op when 'INSERT' then 1 else -1 end
    where comment_id = coalesce(new.comment_id, old.comment_id);
    return null;
end
$$;
create trigger comment_likes_counted after insert or delete on comment_likes
    for each row execute function comment_likes_counted();

create function comment_reports_counted() returns trigger language plpgsql as $$
declare
    change integer := (tg_op <> 'DELETE' and new.closed_at is null)::integer - (tg_op <> 'INSERT' and old.closed_at is null)::integer;
begin
    if change <> 0 then
        update comments set report_count = report_count + change where comment_id = coalesce(new.comment_id, old.comment_id);
    end if;
    return null;
end
$$;
create trigger comment_reports_counted after insert or update of closed_at or delete on comment_reports
    for each row execute function comment_reports_counted();

create function threads_tell() returns trigger language plpgsql as $$
begin
    perform pg_notify('public', 'thread:' || coalesce(new.thread_id, old.thread_id));
    return null;
end
$$;
create trigger threads_tell after insert or delete on threads for each row execute function threads_tell();
create trigger threads_tell_changed after update of title, path, ended_at, closed_at, holds, slow_seconds, muted on threads
    for each row execute function threads_tell();

-- The desk of comments hears of each change, under a channel of its own.
create function comments_tell_desk() returns trigger language plpgsql as $$
begin
    perform pg_notify('desk_comments', coalesce(new.comment_id, old.comment_id)::text);
    return null;
end
$$;
create trigger comments_tell_desk after insert or update of state, version, report_count on comments
    for each row execute function comments_tell_desk();
create trigger comment_claims_tell_desk after insert or delete or update of account_id on comment_claims
    for each row execute function comments_tell_desk();
