-- Owner: media
-- Keys that originals are sealed for: their public parts only. The private ones are in no database.
create table sealing_keys (
    -- 64 bits of a hash of the public key, in hexadecimal.
    key_id text primary key,
    -- age1… (X25519).
    recipient text not null constraint sealing_keys_recipient_key unique,
    -- Its private part is kept elsewhere; this program never had it.
    offline boolean not null,
    first_used_at timestamptz not null,
    -- `bepart keys` moves originals away from it: nothing new is sealed for it since then.
    retired_at timestamptz
);

-- Originals in the object store, as age files: private, originals/<media_id>_<seal_id>. Written after the object.
create table sealed_originals (
    media_id uuid primary key references media on delete cascade,
    -- Which attempt to seal it this is; objects of others are swept.
    seal_id uuid not null,
    -- The object's own key with its facts (ground::seal::Envelope), an age file for the keys below.
    wrapped_key text not null,
    -- The newsroom's key; null when only the offline key opens it.
    key_id text references sealing_keys,
    -- The key that is kept elsewhere, if there was one.
    offline_key_id text references sealing_keys,
    -- Of the clear bytes: the evidence record.
    size bigint not null,
    sha256 bytea not null,
    sealed_at timestamptz not null,
    -- Who read it last found it changed or gone, since then.
    damaged_at timestamptz,
    constraint sealed_originals_can_be_opened check (key_id is not null or offline_key_id is not null)
);
create index sealed_originals_key on sealed_originals (key_id);
create index sealed_originals_offline_key on sealed_originals (offline_key_id);
create index sealed_originals_newest on sealed_originals (sealed_at);
