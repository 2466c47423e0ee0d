-- Owner: media
create type media_state as enum (
    -- Its bytes are here; no worker has looked yet.
    'waiting',
    -- A worker is at it.
    'processing',
    -- Clean renditions exist.
    'ready',
    -- No rendition will come of it; refused_reason says why.
    'refused'
);
create type picture_kind as enum ('jpeg', 'png', 'webp');

create table media (
    media_id uuid primary key,
    upload_id uuid not null references uploads constraint media_upload_key unique,
    state media_state not null default 'waiting',
    -- A typed reason (media::picture::Reason), shown in words.
    refused_reason text,
    created_at timestamptz not null,
    -- Ready or refused since then.
    finished_at timestamptz,
    -- Recognised by content.
    kind picture_kind,
    -- Of the upright original, in pixels.
    width integer,
    height integer,
    -- Of the original's bytes: the evidence record. The original is private, originals/<media_id>.
    sha256 bytea,
    size bigint,
    -- Thumbhash of the picture, and the same as a tiny WebP for a placeholder.
    thumbhash bytea,
    placeholder bytea,
    constraint media_refusal_has_reason check ((state = 'refused') = (refused_reason is not null)),
    constraint media_ready_is_whole check (
        state <> 'ready'
        or (kind is not null and width is not null and height is not null and sha256 is not null
            and thumbhash is not null and placeholder is not null and finished_at is not null)
    )
);

-- Clean copies: private, media/<media_id>/<slot>-<format>.
create table renditions (
    media_id uuid not null references media on delete cascade,
    -- Nominal width, part of the key.
    slot smallint not null,
    -- webp or jpeg, as in the key.
    format text not null,
    -- As it is, in pixels.
    width integer not null,
    height integer not null,
    size bigint not null,
    primary key (media_id, slot, format),
    constraint renditions_format check (format in ('webp', 'jpeg'))
);
