-- Owner: review
-- Decisions at the desk: each press is a batch of one or of many, can be undone until it settles, and is told to nobody
-- before. Once settled a batch is only kept for a day: what was decided stands in the contribution and in its history.
create table decision_batches (
    -- Minted with the form of many, so that pressing it twice is pressing it once.
    batch_id uuid primary key,
    -- Who decided; nobody else can undo it.
    account_id uuid not null references accounts,
    -- review::desk::deed::Deed: accept, decline, spam, take, reopen, confirm, publish, tag, category.
    deed text not null,
    made_at timestamptz not null,
    -- Until then it can be undone, and nothing follows from it.
    settles_at timestamptz not null,
    -- Since when its effects are on their way: from then on it cannot be undone, whatever a clock says.
    settled_at timestamptz
);
create index decision_batches_account on decision_batches (account_id, made_at desc);
create index decision_batches_settled on decision_batches (settled_at);

-- What a decision found, so that undoing it puts everything back, and what it made of it. The ids of people here are
-- copies of what stood in the contribution.
create table decision_batch_items (
    batch_id uuid not null references decision_batches on delete cascade,
    submission_id uuid not null references submissions on delete cascade,
    -- As it was before.
    state submission_state not null,
    decided_at timestamptz,
    decided_by uuid,
    decline_reason text,
    decline_note text,
    first_yes_by uuid,
    first_yes_at timestamptz,
    seconded_by uuid,
    handled_by uuid,
    machine_rule text,
    settles_at timestamptz,
    story_path text,
    category text,
    tags text[] not null,
    -- What its contributor goes on seeing until the decision settles.
    shown_state submission_state not null,
    shown_reason text,
    shown_note text,
    shown_at timestamptz,
    -- As it is afterwards.
    state_after submission_state not null,
    version_after integer not null,
    -- It was put back as it was.
    undone_at timestamptz,
    primary key (batch_id, submission_id)
);
create index decision_batch_items_last on decision_batch_items (submission_id, version_after desc);

alter table submissions
    -- Of two who said yes, the one who said it first; decided_by is the second.
    add column seconded_by uuid references accounts;
create index submissions_seconded_by on submissions (seconded_by) where seconded_by is not null;

-- What its contributor sees of a contribution: not yet what can still be undone, and not what the program decided before
-- somebody of the newsroom has looked.
create function submission_shown(of submissions, at timestamptz) returns submission_state
language sql stable as $$
    select case
        when of.machine_rule is not null then 'received'::submission_state
        when of.settles_at > at then coalesce(
            (select case when last.state_after = of.state then last.shown_state end
             from decision_batch_items as last
             where last.submission_id = of.submission_id and last.undone_at is null
             order by last.version_after desc limit 1),
            of.state)
        else of.state
    end
$$;

-- That a guest who left an address was told that something became of what they sent.
create table guest_notices (
    submission_id uuid primary key references submissions on delete cascade,
    -- The contribution's version that they were told of; what became of it is said nowhere here.
    version integer not null,
    told_at timestamptz not null
);
