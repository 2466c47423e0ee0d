-- Owner: review
-- Who is signed in may send as themselves and finds it again without a receipt.
alter table submissions
    -- Whose it is; null: a guest's. Never set from anything but the wish of who is signed in.
    add column account_id uuid references accounts;
create index submissions_account on submissions (account_id, sent_at desc) where account_id is not null;
