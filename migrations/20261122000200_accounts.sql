-- Owner: accounts
create type staff_role as enum (
    -- Reads, decides, composes, publishes.
    'editor',
    -- Also rules and statistics.
    'chief',
    -- Also people and settings.
    'admin'
);

create table accounts (
    account_id uuid primary key,
    -- As typed; compared without case.
    email text not null,
    -- Shown to colleagues.
    display_name text not null,
    -- argon2id in PHC form.
    password_hash text not null,
    -- What they may do in the newsroom; readers have none.
    role staff_role,
    created_at timestamptz not null,
    -- May no longer sign in, since then.
    deactivated_at timestamptz
);
create unique index accounts_email_key on accounts (lower(email));

-- A link that lets one person become an editor, once.
create table invitations (
    invitation_id uuid primary key,
    -- BLAKE3 of the token in the link; the token itself is nowhere.
    token_hash bytea not null constraint invitations_token_key unique,
    -- For whom; null for the first editor of a fresh installation, who says it.
    email text,
    role staff_role not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    -- Used up, and by whom.
    used_at timestamptz,
    account_id uuid references accounts,
    constraint invitations_use_is_whole check ((used_at is null) = (account_id is null))
);
create index invitations_account on invitations (account_id);

create table sessions (
    -- BLAKE3 of the cookie's 256 random bits.
    session_hash bytea primary key,
    account_id uuid not null references accounts on delete cascade,
    created_at timestamptz not null,
    -- Moved at most once a minute.
    seen_at timestamptz not null
);
create index sessions_account on sessions (account_id);
create index sessions_seen on sessions (seen_at);
