-- Owner: review
-- How far a contribution is checked, and what a newsroom asks of each sort.

-- What a category is called, in each language of ours.
create table desk_category_words (
    category text not null references desk_categories on delete cascade,
    language text not null constraint desk_category_words_language check (language in ('en', 'ckb', 'kmr', 'ar', 'tr')),
    name text not null,
    primary key (category, language)
);

-- What must be checked before something of this category goes out (review::desk::checks::Item).
create table desk_category_checks (
    category text not null references desk_categories on delete cascade,
    item text not null,
    primary key (category, item)
);

-- How far one thing is checked. That it was otherwise before is in the history.
create table submission_checks (
    submission_id uuid not null references submissions on delete cascade,
    -- review::desk::checks::Item
    item text not null,
    -- review::desk::checks::Level; what is open has no row.
    level text not null constraint submission_checks_level check (level in ('seen', 'verified', 'legal')),
    -- In a few words of who checked it.
    how text,
    account_id uuid not null references accounts,
    at timestamptz not null,
    primary key (submission_id, item)
);
create index submission_checks_account on submission_checks (account_id);
