-- Owner: review
-- What somebody of the newsroom opened today that was hard to look at. Theirs alone to see, and gone the next day.
create table desk_seen (
    account_id uuid not null references accounts on delete cascade,
    -- Of the newsroom's calendar.
    day date not null,
    submission_id uuid not null references submissions on delete cascade,
    primary key (account_id, day, submission_id)
);
create index desk_seen_submission on desk_seen (submission_id);
