-- Owner: accounts
-- That a contributor was told that something became of what they sent. It is written in one transaction with the mail
-- and the pushes that tell it, so that each change is told once, though the job may run twice.
create table contributor_notices (
    submission_id uuid primary key references submissions on delete cascade,
    account_id uuid not null references accounts on delete cascade,
    -- The contribution's version that they were told of; what became of it is said nowhere here.
    version integer not null,
    told_at timestamptz not null
);
create index contributor_notices_account on contributor_notices (account_id);

alter table push_subscriptions
    -- What jobs call it: the endpoint itself is a secret of browser, push service and us.
    add column subscription_id uuid not null default gen_random_uuid(),
    add constraint push_subscriptions_id_key unique (subscription_id);
alter table push_subscriptions alter column subscription_id drop default;
