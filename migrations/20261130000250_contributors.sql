-- Owner: review
-- What the desk knows of who sends, and who of the newsroom was shown more.

alter table contributors
    -- What someone of the newsroom made of them (review::desk::sender::Trust). Of a guest it says nothing about what
    -- comes later under the same address: anybody can type one.
    add column trust text not null default 'unknown'
        constraint contributors_trust check (trust in ('unknown', 'known', 'trusted', 'careful')),
    add column trust_by uuid references accounts,
    add column trust_at timestamptz;
create index contributors_trust_by on contributors (trust_by) where trust_by is not null;

-- What colleagues tell each other of somebody who sends.
create table contributor_notes (
    note_id uuid primary key,
    person_id uuid not null references contributors on delete cascade,
    -- Beside which contribution it was written: who may not see that one does not read the note.
    submission_id uuid not null references submissions on delete cascade,
    account_id uuid not null references accounts,
    body text not null,
    written_at timestamptz not null
);
create index contributor_notes_person on contributor_notes (person_id, written_at desc);
create index contributor_notes_submission on contributor_notes (submission_id);
create index contributor_notes_account on contributor_notes (account_id);

-- To whom of the newsroom a name and an address are shown, and for how long. That they were is in the history.
create table identity_reveals (
    submission_id uuid not null references submissions on delete cascade,
    account_id uuid not null references accounts on delete cascade,
    until timestamptz not null,
    primary key (submission_id, account_id)
);
create index identity_reveals_account on identity_reveals (account_id);

-- Nobody is kept of whom nothing is there any more, and no trace of an address that is forgotten.
create function contributors_tidy() returns trigger language plpgsql as $$
begin
    delete from contributors
    where person_id = old.person_id
      and not exists (select from submissions where submissions.person_id = old.person_id);
    update contributors set email_hash = null
    where person_id = old.person_id and email_hash is not null
      and not exists (
          select from submissions where submissions.person_id = old.person_id and contributor_email is not null
      );
    return null;
end
$$;
create trigger submissions_person_gone after delete on submissions
    for each row execute function contributors_tidy();
create trigger submissions_person_changed after update of person_id, contributor_email on submissions
    for each row when (old.person_id is distinct from new.person_id
                       or (old.contributor_email is not null and new.contributor_email is null))
    execute function contributors_tidy();
