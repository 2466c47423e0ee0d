-- Owner: uploads
-- Bytes that came in. The object is private, incoming/<upload_id>.
create table uploads (
    upload_id uuid primary key,
    -- BLAKE3 of the secret that its sender holds: who cannot name it cannot claim it.
    secret_hash bytea not null,
    -- What the sender's device called the file: text to show to editors, never part of a key or header.
    client_name text not null,
    -- Bytes received; set together with finished_at.
    size bigint,
    -- BLAKE3 of all bytes, computed while they came.
    blake3 bytea,
    created_at timestamptz not null,
    -- All bytes are durable since then.
    finished_at timestamptz,
    -- Nobody said "send" by then: swept.
    expires_at timestamptz not null,
    -- Became part of a contribution; cannot be claimed again.
    claimed_at timestamptz,
    constraint uploads_finish_is_whole
        check ((finished_at is null) = (size is null) and (size is null) = (blake3 is null)),
    constraint uploads_claimed_when_finished check (claimed_at is null or finished_at is not null)
);
create index uploads_unclaimed on uploads (expires_at) where claimed_at is null;
