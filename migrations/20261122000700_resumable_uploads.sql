-- Owner: uploads
-- Uploads that come in pieces (tus 1.0.0). What came by a form has none of these.
alter table uploads
    -- Bytes that it will have; null until the sender says so (creation-defer-length).
    add column length bigint,
    -- Bytes that are durable: what a sender is told, and where it goes on.
    add column received bigint not null default 0,
    -- The header as it was sent, to be given back (RFC: tus 1.0.0, HEAD).
    add column metadata text,
    -- Part of another (`partial`), or made of others (`final;…`).
    add column concat text,
    -- What the store has to remember of the bytes so far; opaque to everyone but ground::blobs.
    add column growth jsonb,
    -- State of the BLAKE3 tree after `received` bytes, so that no byte is hashed twice.
    add column hash_state bytea,
    -- Counts those who held it: what an earlier one writes late is refused.
    add column lease_no bigint not null default 0,
    -- Held until then, by the database's clock, which all nodes share.
    add column leased_until timestamptz,
    -- Another request waits for the holder to let go.
    add column lease_wanted boolean not null default false,
    add constraint uploads_received_fits check (received >= 0 and (length is null or received <= length)),
    add constraint uploads_length_is_possible check (length is null or length >= 0);

-- The sweep asks which objects may still grow.
create index uploads_growing on uploads (upload_id) where finished_at is null;
