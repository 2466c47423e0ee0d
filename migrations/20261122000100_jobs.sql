-- Owner: ground
-- The queue. Hot and small: what is done is deleted.
create table jobs (
    job_id bigint generated always as identity primary key,
    -- Which runner: room.verb_object.
    kind text not null,
    -- Ids only; the runner looks the rest up.
    payload jsonb not null,
    created_at timestamptz not null default now(),
    -- Not before this.
    run_at timestamptz not null default now(),
    -- Counted when taken, so that a job which kills its worker ends too.
    attempts integer not null default 0,
    max_attempts integer not null,
    -- How long its worker may be silent.
    lease_seconds double precision not null,
    -- Who holds it (random, per claim) and until when. A worker that dies simply lets this pass.
    lease uuid,
    leased_until timestamptz,
    -- Scheduled work waits at most once.
    dedup_key text,
    -- Failed for good, kept for a person: `bepart doctor` shows it.
    parked_at timestamptz,
    -- Our words about the last failure.
    last_error text,
    constraint jobs_lease_is_whole check ((lease is null) = (leased_until is null)),
    constraint jobs_dedup_key unique (dedup_key)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01);
create index jobs_due on jobs (run_at, job_id) where parked_at is null and leased_until is null;
create index jobs_leased on jobs (leased_until) where leased_until is not null;

-- Wakes the workers; the same word twice in one transaction is one word.
create function jobs_notify() returns trigger language plpgsql as $$
begin
    perform pg_notify('jobs', '');
    return null;
end
$$;
create trigger jobs_notify after insert on jobs for each statement execute function jobs_notify();
