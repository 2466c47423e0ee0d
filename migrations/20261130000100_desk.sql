-- Owner: review
-- What the desk keeps of a contribution besides what was sent.

-- Who sends, told apart without saying who they are: the desk works with these, and never with names or addresses.
create table contributors (
    person_id uuid primary key,
    -- Theirs, when they sent with an account.
    account_id uuid constraint contributors_account_key unique references accounts,
    -- Keyed hash of the address that a guest left.
    email_hash bytea constraint contributors_email_key unique,
    created_at timestamptz not null
);
insert into contributors (person_id, account_id, created_at)
select gen_random_uuid(), account_id, min(sent_at) from submissions where account_id is not null group by account_id;
-- Of guests who sent before nothing says that two are one.
insert into contributors (person_id, created_at) select submission_id, sent_at from submissions where account_id is null;

-- What a newsroom sorts its contributions by, and what it asks of each sort.
create table desk_categories (
    category text primary key constraint desk_categories_code check (category ~ '^[a-z][a-z0-9_]{0,39}$'),
    -- Offered in this order; null: no longer offered.
    position integer,
    -- A second person has to say yes, too, before it can be published.
    two_people boolean not null default false
);

alter table submissions
    -- Who sent it.
    add column person_id uuid references contributors,
    -- Somebody may be in danger through it: only for those of the newsroom who have the right.
    add column at_risk boolean not null default false,
    add column category text references desk_categories,
    -- The desk's own words, folded and short.
    add column tags text[] not null default '{}',
    -- What has to be said before it is opened (review::desk::care::Warning).
    add column warnings text[] not null default '{}',
    -- Who of the newsroom has it in hand: whoever acted on it last.
    add column handled_by uuid references accounts,
    -- The first of two who say yes; set while it waits for the second.
    add column first_yes_by uuid references accounts,
    add column first_yes_at timestamptz,
    -- The rule by which the program decided, until somebody of the newsroom looks (review::machine::Rule).
    add column machine_rule text,
    -- By when the contributor was asked to answer.
    add column answer_due_at timestamptz,
    -- Since when something of the contributor's waits for the desk to read it.
    add column unread_since timestamptz,
    -- Until then the last decision can be undone, and nothing follows from it.
    add column settles_at timestamptz,
    -- Nothing of it is forgotten by rule: since when, by whose word.
    add column held_at timestamptz,
    add column held_by uuid references accounts;

update submissions set person_id = contributors.person_id
from contributors
where contributors.account_id = submissions.account_id;
update submissions set person_id = submission_id where account_id is null;
alter table submissions alter column person_id set not null;
create index submissions_person on submissions (person_id, sent_at desc, submission_id desc);
create index submissions_handled_by on submissions (handled_by) where handled_by is not null;
create index submissions_first_yes_by on submissions (first_yes_by) where first_yes_by is not null;
create index submissions_held_by on submissions (held_by) where held_by is not null;
create index submissions_category on submissions (category) where category is not null;

-- Whoever writes a contribution without saying whose it is makes it its account's, or somebody's of whom nothing is known.
create function submissions_person() returns trigger language plpgsql as $$
begin
    if new.person_id is not null then
        return new;
    end if;
    if new.account_id is not null then
        insert into contributors (person_id, account_id, created_at) values (new.submission_id, new.account_id, new.sent_at)
        on conflict (account_id) do nothing;
        select person_id into new.person_id from contributors where account_id = new.account_id;
    else
        insert into contributors (person_id, created_at) values (new.submission_id, new.sent_at)
        on conflict (person_id) do nothing;
        new.person_id := new.submission_id;
    end if;
    return new;
end
$$;
create trigger submissions_person before insert on submissions for each row execute function submissions_person();

-- Who works at a contribution now. A claim lasts as long as its heart beats.
create table desk_claims (
    submission_id uuid primary key references submissions on delete cascade,
    account_id uuid not null references accounts,
    claimed_at timestamptz not null,
    heartbeat_at timestamptz not null
);
create index desk_claims_account on desk_claims (account_id);

-- What someone of the newsroom likes: keys, layout, how pictures are shown.
create table desk_preferences (
    account_id uuid primary key references accounts on delete cascade,
    -- review::desk::preferences::Preferences; what is missing is as for everyone.
    preferences jsonb not null default '{}'
);

-- What the desk chooses contributions by, in one narrow row for each: kept by triggers in the transaction of the change.
create table desk_items (
    submission_id uuid primary key references submissions on delete cascade,
    sent_at timestamptz not null,
    state submission_state not null,
    at_risk boolean not null,
    person_id uuid not null,
    handled_by uuid,
    due_at timestamptz,
    -- What filters ask for, each as `kind:value`.
    attributes text[] not null default '{}',
    -- The claimed place, folded, or the nearest one of the files; to group by.
    place text,
    -- The oldest contribution with which it shares a picture; to group by.
    likeness uuid,
    -- The words of text, places, tags and notes, folded (review::desk::search).
    document tsvector not null default ''
);
