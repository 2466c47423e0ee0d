-- Owner: review
-- Who has what in hand, told as it happens.

alter table desk_claims
    -- From whom it was taken over, and with which word to them; null when nobody had it.
    add column taken_from uuid references accounts,
    add column taken_note text;
create index desk_claims_taken_from on desk_claims (taken_from) where taken_from is not null;
create index desk_claims_heartbeat on desk_claims (heartbeat_at);

-- A heartbeat alone is told to nobody.
create function desk_claims_tell() returns trigger language plpgsql as $$
begin
    perform pg_notify('desk', coalesce(new.submission_id, old.submission_id)::text);
    return null;
end
$$;
create trigger desk_claims_tell after insert or delete on desk_claims
    for each row execute function desk_claims_tell();
create trigger desk_claims_tell_other after update of account_id on desk_claims
    for each row when (old.account_id is distinct from new.account_id)
    execute function desk_claims_tell();

-- Whoever decides has done with it: a trigger, so that no way to a decision can forget it.
create function submissions_end_claim() returns trigger language plpgsql as $$
begin
    delete from desk_claims where submission_id = new.submission_id;
    return null;
end
$$;
create trigger submissions_end_claim after update of state on submissions
    for each row when (old.state is distinct from new.state
                       and new.state in ('accepted', 'published', 'declined', 'withdrawn', 'spam'))
    execute function submissions_end_claim();

-- What some may no longer see goes from their pages at once, without a word of which it was.
create function submissions_look_anew() returns trigger language plpgsql as $$
begin
    perform pg_notify('desk', 'anew');
    return null;
end
$$;
create trigger submissions_look_anew after update of at_risk on submissions
    for each row when (old.at_risk is distinct from new.at_risk)
    execute function submissions_look_anew();

-- Whoever has it open learns that somebody else wrote, also where no list shows a difference.
create function submissions_tell() returns trigger language plpgsql as $$
begin
    perform pg_notify('desk', new.submission_id::text);
    return null;
end
$$;
create trigger submissions_tell after update of version on submissions
    for each row when (old.version is distinct from new.version)
    execute function submissions_tell();
