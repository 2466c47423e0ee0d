-- Owner: review
-- What somebody of the newsroom did at the desk that is about no single contribution: settings, exports of the audit.
-- Only ever added to, and chained (audit_links).
create table desk_acts (
    event_id uuid primary key,
    -- review::store::acts::Act: retention_changed, audit_exported …
    kind text not null,
    -- Null: who runs the server, by a command.
    account_id uuid references accounts,
    at timestamptz not null,
    -- Facts of it (numbers, codes), never content.
    detail jsonb not null default '{}'
);
create index desk_acts_account on desk_acts (account_id);
create function desk_acts_stay() returns trigger language plpgsql as $$
begin
    raise exception 'what was done at the desk is only added to' using errcode = 'restrict_violation';
end
$$;
create trigger desk_acts_stay before update or delete on desk_acts
    for each row execute function desk_acts_stay();
create trigger desk_acts_stay_whole before truncate on desk_acts
    for each statement execute function desk_acts_stay();
