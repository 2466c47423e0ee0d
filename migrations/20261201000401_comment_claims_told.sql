-- Owner: comments
-- Who looks at a comment that a colleague has in hand reads since when, and with which word it was taken over.

alter table comment_claims
    add column claimed_at timestamptz,
    -- From whom it was taken over, and with which word to them; null when nobody had it.
    add column taken_from uuid references accounts,
    add column taken_note text;
update comment_claims set claimed_at = heartbeat_at;
alter table comment_claims alter column claimed_at set not null;
create index comment_claims_taken_from on comment_claims (taken_from) where taken_from is not null;

-- Whoever decides has done with it: a trigger, so that no way to a decision can forget it.
create function comments_end_claim() returns trigger language plpgsql as $$
begin
    delete from comment_claims where comment_id = new.comment_id;
    return null;
end
$$;
create trigger comments_end_claim after update of decided_at on comments
    for each row when (new.decided_at is not null and new.decided_at is distinct from old.decided_at)
    execute function comments_end_claim();
