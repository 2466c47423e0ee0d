-- Owner: review
-- What the desk and whoever sent a contribution say to each other. All of it goes with the contribution.

-- One form that either side sent: what was said at once. Sent twice, it is there once.
create table talk_sendings (
    -- Minted with the form.
    sending_id uuid primary key,
    submission_id uuid not null references submissions on delete cascade,
    -- Who of the newsroom wrote it, told to colleagues only; null: the contributor.
    account_id uuid references accounts,
    at timestamptz not null,
    -- The desk's: until then who wrote it can take it back, and the contributor neither reads nor hears of it.
    settles_at timestamptz,
    -- How the contribution stood before, put back when it is taken back.
    state_before submission_state,
    due_before timestamptz,
    unread_before timestamptz,
    -- By when an answer was asked for, where something was asked.
    due_at timestamptz,
    -- When the contributor was told that there is something to read.
    told_at timestamptz,
    -- When they were told once more.
    reminded_at timestamptz,
    constraint talk_sendings_settles check ((account_id is not null) = (settles_at is not null))
);
create index talk_sendings_submission on talk_sendings (submission_id, at);
create index talk_sendings_account on talk_sendings (account_id) where account_id is not null;

create table talk_messages (
    message_id uuid primary key,
    sending_id uuid not null references talk_sendings on delete cascade,
    submission_id uuid not null references submissions on delete cascade,
    -- Within its sending.
    position smallint not null,
    -- The desk's: a code of the catalogue (review::talk::Question), where it waits for an answer.
    question text,
    -- In the words of who wrote it; empty where the question's own words or the choice say it all.
    body text not null default '',
    -- The contributor's: which question it answers.
    answers uuid references talk_messages on delete cascade,
    -- What was chosen of what a question offers: yes, no, or a consent.
    choice text,
    -- How many files were added with it.
    files smallint not null default 0,
    -- A question's: since when nobody waits for an answer any more.
    closed_at timestamptz,
    -- Who of the newsroom needed none any more; null: it was answered.
    closed_by uuid references accounts,
    -- When the other side read it.
    read_at timestamptz,
    constraint talk_messages_place unique (sending_id, position),
    constraint talk_messages_says check (question is not null or answers is not null or body <> '')
);
create index talk_messages_submission on talk_messages (submission_id);
create index talk_messages_answers on talk_messages (answers) where answers is not null;
create index talk_messages_closed_by on talk_messages (closed_by) where closed_by is not null;

-- Answers that the newsroom keeps ready.
create table saved_replies (
    reply_id uuid primary key,
    -- Of the contributors it is for.
    language text not null,
    -- What colleagues know it by.
    title text not null,
    body text not null,
    -- Offered in this order.
    position integer not null,
    -- Grows with every change; a writer who read another one is refused (409).
    version integer not null default 1,
    constraint saved_replies_language check (language in ('en', 'ckb', 'kmr', 'ar', 'tr'))
);
create index saved_replies_offered on saved_replies (language, position, reply_id);
