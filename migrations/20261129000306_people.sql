-- Owner: accounts
-- Removal holds at once, on every instance of the program.

alter table invitations
    -- Which admin made it; null: the command line, or the program's first start. Removed, they leave no door open.
    add column invited_by uuid references accounts;
create index invitations_invited_by on invitations (invited_by);

-- Whose session ended, or who may do something else than before: answers that go on (the desk's live line) ask again
-- who is watching. A trigger, so that no way out can forget to say so.
create function people_tell() returns trigger language plpgsql as $$
begin
    perform pg_notify('people', old.account_id::text);
    return null;
end
$$;
create trigger sessions_tell after delete on sessions
    for each row execute function people_tell();
create trigger accounts_tell after update of role, deactivated_at, deleted_at on accounts
    for each row when (old.role is distinct from new.role
                       or old.deactivated_at is distinct from new.deactivated_at
                       or old.deleted_at is distinct from new.deleted_at)
    execute function people_tell();

-- What happened stays as it was written, whoever holds the program's own account of the database. It goes with a person
-- who is forgotten, and not before they asked for it.
create function account_events_stay() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and not exists (
        select from accounts where account_id = old.account_id and deletes_at is null and deleted_at is null
    ) then
        return old;
    end if;
    raise exception 'what happened is only added to' using errcode = 'restrict_violation';
end
$$;
create trigger account_events_stay before update or delete on account_events
    for each row execute function account_events_stay();
