-- Owner: media
-- What received files tell about themselves: private, for editors alone. It goes with its medium.
create table fact_readings (
    media_id uuid primary key references media on delete cascade,
    -- By the worker that was first.
    read_at timestamptz not null,
    -- There were more facts than are kept.
    facts_cut boolean not null,
    -- Why there are no facts: the reader was stopped at this file (media::picture::Reason).
    facts_refused text,
    -- What its Content Credentials are worth (media::Credentials); null if their reader was stopped.
    credentials jsonb,
    -- Why there are none.
    credentials_refused text,
    constraint fact_readings_credentials_or_reason check ((credentials is null) = (credentials_refused is not null))
);

-- Each fact of a file, in the order in which it tells them.
create table media_facts (
    media_id uuid not null references fact_readings on delete cascade,
    position smallint not null,
    -- media::facts::What: captured_at, changed_at, place, nearest_place, device, software, edit, digital_source, bundle,
    -- other.
    kind text not null,
    -- Which field of the file says so: exif:DateTimeOriginal.
    source text not null,
    -- What it says; its shape follows from its kind.
    value jsonb not null,
    primary key (media_id, position),
    constraint media_facts_kind check (kind in (
        'captured_at', 'changed_at', 'place', 'nearest_place', 'device', 'software', 'edit', 'digital_source', 'bundle',
        'other'
    ))
);
