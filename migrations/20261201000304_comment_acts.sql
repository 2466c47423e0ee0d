-- Owner: comments
-- What somebody of the newsroom did to comments that is written down for good, and where the desk's lists are found.

create table comment_acts (
    event_id uuid primary key,
    -- comments::store::acts::Act: removed, undone, email_revealed …
    kind text not null,
    account_id uuid references accounts,
    at timestamptz not null,
    -- Ids, numbers and codes, never content: it outlives what it is about.
    detail jsonb not null default '{}'
);
create index comment_acts_account on comment_acts (account_id);
create function comment_acts_stay() returns trigger language plpgsql as $$
begin
    raise exception 'what was done to comments is only added to' using errcode = 'restrict_violation';
end
$$;
create trigger comment_acts_stay before update or delete on comment_acts
    for each row execute function comment_acts_stay();
create trigger comment_acts_stay_whole before truncate on comment_acts
    for each statement execute function comment_acts_stay();

-- The desk's list of one thread.
create index comments_thread on comments (thread_id, written_at desc, comment_id desc);
-- What the machine decided and nobody of the newsroom has looked at since.
drop index comments_machine;
create index comments_machine on comments (written_at desc, comment_id desc) where rule is not null and decided_at is null;
-- Appeals that nobody has answered.
create index comment_bans_appeals on comment_bans (appealed_at, ban_id) where appealed_at is not null and answered_at is null;
