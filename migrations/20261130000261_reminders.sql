-- Owner: accounts
-- Who was asked something and has not answered is told once more, of the same version.
alter table contributor_notices
    -- The version that they were reminded of.
    add column reminded_version integer;
