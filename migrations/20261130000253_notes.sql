-- Owner: review
-- What the desk says to itself about a contribution.

create table desk_notes (
    -- Made with the form: sent twice, it is there once.
    note_id uuid primary key,
    submission_id uuid not null references submissions on delete cascade,
    account_id uuid not null references accounts,
    -- Read by its author alone.
    only_me boolean not null,
    -- Null: deleted by its author; that there was one stays to be seen.
    body text,
    written_at timestamptz not null,
    edited_at timestamptz,
    constraint desk_notes_length check (char_length(body) <= 4000)
);
create index desk_notes_submission on desk_notes (submission_id, written_at);
create index desk_notes_account on desk_notes (account_id);

-- Who is meant in a note, and whether they have looked.
create table desk_mentions (
    note_id uuid not null references desk_notes on delete cascade,
    account_id uuid not null references accounts on delete cascade,
    seen_at timestamptz,
    primary key (note_id, account_id)
);
create index desk_mentions_unseen on desk_mentions (account_id) where seen_at is null;
create index desk_mentions_account on desk_mentions (account_id, note_id desc);

-- Who of the newsroom wishes a mail when they are mentioned; nobody does by default.
create table mention_mails (
    account_id uuid primary key references accounts on delete cascade
);
