-- Owner: review
-- Why the newsroom does not use a contribution: its own list, in its own words.
create table decline_reasons (
    reason text primary key constraint decline_reasons_code check (reason ~ '^[a-z][a-z0-9_]{0,39}$'),
    -- Offered in this order; null: no longer offered, and still read where it was given.
    position integer,
    -- Grows with every change; a writer who read another one is refused (409).
    version integer not null default 1,
    changed_at timestamptz not null default now(),
    changed_by uuid references accounts
);
create index decline_reasons_changed_by on decline_reasons (changed_by);
insert into decline_reasons (reason, position) values
    ('not_verified', 1), ('already_covered', 2), ('not_for_us', 3), ('quality', 4), ('safety', 5), ('rules', 6);

-- The words to the contributor, in the languages in which the newsroom wrote them. The six reasons that come with the
-- program have words without a row here, until somebody writes others.
create table decline_reason_words (
    reason text not null references decline_reasons on delete cascade,
    language text not null,
    words text not null,
    primary key (reason, language),
    constraint decline_reason_words_language check (language in ('en', 'ckb', 'kmr', 'ar', 'tr'))
);
