-- Owner: accounts
-- Chiefs and admins see what could endanger somebody. Editors do when an admin says so.

alter table accounts add column sees_at_risk boolean not null default false;

-- As with roles: answers that go on ask again who is watching, on every instance.
drop trigger accounts_tell on accounts;
create trigger accounts_tell after update of role, deactivated_at, deleted_at, sees_at_risk on accounts
    for each row when (old.role is distinct from new.role
                       or old.deactivated_at is distinct from new.deactivated_at
                       or old.deleted_at is distinct from new.deleted_at
                       or old.sees_at_risk is distinct from new.sees_at_risk)
    execute function people_tell();
