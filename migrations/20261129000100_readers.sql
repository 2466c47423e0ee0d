-- Owner: accounts
-- Readers get accounts, by an address or by another service; staff get a second factor.

alter table accounts
    -- Null: they came by another service and confirmed no address. An address here is always confirmed.
    alter column email drop not null,
    -- Null: they sign in by another service or a passkey only.
    alter column password_hash drop not null,
    -- In which they are written to: a code of ours (en, ckb, kmr, ar, tr); null: the newsroom's own.
    add column language text,
    -- A mail when something becomes of what they sent.
    add column mail_notices boolean not null default true,
    -- A word without content on their devices, where they allowed it (push_subscriptions).
    add column push_notices boolean not null default true,
    -- A picture of theirs; goes through the same pipeline as every other.
    add column avatar_media_id uuid references media,
    -- They asked to be forgotten, since then; they may change their mind until deletes_at.
    add column deletion_asked_at timestamptz,
    -- When everything but the id and deleted_at goes.
    add column deletes_at timestamptz,
    -- Nothing is left but the id and this time.
    add column deleted_at timestamptz,
    add constraint accounts_deletion_is_whole check ((deletion_asked_at is null) = (deletes_at is null)),
    add constraint accounts_deleted_are_empty check (
        deleted_at is null
        or (email is null and password_hash is null and display_name = '' and role is null and language is null
            and avatar_media_id is null)
    );
create index accounts_deletes_at on accounts (deletes_at) where deletes_at is not null;
create index accounts_avatar on accounts (avatar_media_id) where avatar_media_id is not null;

create type session_stage as enum (
    -- The first factor was right, the second is still to come; it opens nothing but that page.
    'half',
    -- Signed in.
    'whole'
);
create type sign_in_method as enum ('password', 'provider', 'passkey', 'invitation', 'mail_code');
alter table sessions
    -- What lists of sessions call it; no secret.
    add column session_id uuid not null default gen_random_uuid(),
    add column stage session_stage not null default 'whole',
    add column method sign_in_method not null default 'password',
    -- Browser and system in words of ours, e.g. 'Firefox · Android'; never what the browser sent.
    add column device text not null default '',
    -- When they last showed that it is them: by password, passkey or second factor. Sensitive acts want it recent.
    add column confirmed_at timestamptz,
    -- Where to go once it is whole; a path of ours.
    add column next text;
update sessions set confirmed_at = created_at;
alter table sessions
    alter column session_id drop default,
    alter column confirmed_at set not null,
    add constraint sessions_id_key unique (session_id);

-- What we know of someone at another service. Identity is (issuer, subject): an e-mail address never is.
create table identities (
    -- The issuer's URL as it calls itself (OpenID Connect), or the configured name of a plain OAuth2 provider.
    issuer text not null,
    -- The service's own id of the person.
    subject text not null,
    account_id uuid not null references accounts on delete cascade,
    -- Key of the provider in the configuration, for its name and button.
    provider text not null,
    -- What the service said, to tell two accounts there apart. No promise that it is theirs.
    email text,
    email_verified boolean not null default false,
    linked_at timestamptz not null,
    used_at timestamptz not null,
    primary key (issuer, subject)
);
create index identities_account on identities (account_id);

-- Someone is on their way to another service and back. Used once, for ten minutes.
create table connect_transactions (
    -- BLAKE3 of the `state` parameter.
    state_hash bytea primary key,
    -- BLAKE3 of the cookie that binds it to one browser.
    browser_hash bytea not null,
    -- Key of the provider in the configuration: an answer of another one is refused (mix-up, RFC 9207).
    provider text not null,
    -- OpenID Connect's nonce, and the PKCE verifier (RFC 7636).
    nonce text not null,
    verifier text not null,
    -- Null: to sign in. Else: to link that account, which is signed in.
    account_id uuid references accounts on delete cascade,
    -- Where to go afterwards; a path of ours.
    next text,
    created_at timestamptz not null
);
create index connect_transactions_account on connect_transactions (account_id);
create index connect_transactions_created on connect_transactions (created_at);

create type mail_code_purpose as enum (
    -- To make an account for an address.
    'register',
    -- To choose a new password.
    'reset',
    -- To confirm the address that is left, and the one that is moved to.
    'change_from', 'change_to'
);
-- A code and a link that were sent to an address. Both are made of the server's key and the id (as receipts are,
-- decision 0002), so nothing here opens anything.
create table mail_codes (
    mail_code_id uuid primary key,
    purpose mail_code_purpose not null,
    -- As typed.
    email text not null,
    -- Whose; null as long as it is nobody's (register), or nobody has the address (reset).
    account_id uuid references accounts on delete cascade,
    -- Of a person who registers: what the account will be made of.
    display_name text,
    password_hash text,
    -- In which they are written to.
    language text not null,
    -- The two halves of a change of address.
    pair_id uuid,
    -- BLAKE3 of the cookie of the browser that asked: the typed code works only there, the link anywhere.
    browser_hash bytea,
    -- Wrong codes typed; after five it is dead.
    tries smallint not null default 0,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
create index mail_codes_account on mail_codes (account_id);
create index mail_codes_email on mail_codes (lower(email));
create index mail_codes_expires on mail_codes (expires_at);

-- A mail on its way; the row goes when it is sent.
create table account_letters (
    letter_id uuid primary key,
    -- Which one: a word of the program (accounts::letters::LetterKind).
    kind text not null,
    -- For whom, as typed.
    email text not null,
    account_id uuid references accounts on delete cascade,
    mail_code_id uuid references mail_codes on delete cascade,
    language text not null,
    -- Words that stand in it, e.g. the device of a new sign-in.
    detail text not null default '',
    created_at timestamptz not null
);
create index account_letters_account on account_letters (account_id);
create index account_letters_mail_code on account_letters (mail_code_id);

-- Passkeys (WebAuthn level 2).
create table passkeys (
    -- The authenticator's id of the key.
    credential_id bytea primary key,
    account_id uuid not null references accounts on delete cascade,
    -- Public key, counter and flags, as the library keeps them.
    passkey jsonb not null,
    -- What its owner calls it.
    name text not null,
    created_at timestamptz not null,
    used_at timestamptz
);
create index passkeys_account on passkeys (account_id);
-- A question to an authenticator that waits for its answer. Used once, for five minutes.
create table passkey_ceremonies (
    -- BLAKE3 of the random token in the page.
    ceremony_hash bytea primary key,
    -- Whose key is made or asked; null: whoever's passkey it is says so.
    account_id uuid references accounts on delete cascade,
    -- The library's state.
    state jsonb not null,
    created_at timestamptz not null
);
create index passkey_ceremonies_account on passkey_ceremonies (account_id);
create index passkey_ceremonies_created on passkey_ceremonies (created_at);

-- Codes of an authenticator app (TOTP, RFC 6238). One for each account.
create table authenticator_apps (
    account_id uuid primary key references accounts on delete cascade,
    -- The secret, encrypted with the server's key (XChaCha20-Poly1305).
    secret_sealed bytea not null,
    -- Null until its first code was right.
    confirmed_at timestamptz,
    -- The last time step whose code was used: none is used twice.
    last_step bigint not null default 0,
    created_at timestamptz not null
);
create table recovery_codes (
    account_id uuid not null references accounts on delete cascade,
    -- BLAKE3 of the code's 80 random bits, keyed with the account.
    code_hash bytea not null,
    used_at timestamptz,
    primary key (account_id, code_hash)
);

-- Where a word without content may be sent (Web Push, RFC 8030).
create table push_subscriptions (
    -- The push service's URL for one browser.
    endpoint text primary key,
    account_id uuid not null references accounts on delete cascade,
    created_at timestamptz not null
);
create index push_subscriptions_account on push_subscriptions (account_id);

-- What happened to an account: shown to its owner, and of staff to admins. Rows are only ever added, and go with the account.
create table account_events (
    event_id uuid primary key,
    account_id uuid not null references accounts,
    -- A word of the program (accounts::events::EventKind).
    kind text not null,
    -- In words of ours, e.g. 'Firefox · Android'; never an address.
    device text not null default '',
    -- Who did it, where it was somebody else.
    actor_id uuid references accounts,
    -- What changed, e.g. a role; words of the program.
    detail text not null default '',
    at timestamptz not null
);
create index account_events_account on account_events (account_id, at desc);
create index account_events_actor on account_events (actor_id);
create index account_events_at on account_events (at desc);
