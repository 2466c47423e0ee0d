-- Owner: publishing
-- What is published is a copy: an edit never rewrites what the reader sent.
create table stories (
    story_id uuid primary key,
    submission_id uuid not null references submissions constraint stories_submission_key unique,
    -- Grows with every change; a writer who read another one is refused (409).
    version integer not null default 1,
    title text not null,
    body text not null,
    -- Of the text.
    language text not null,
    -- The credit as printed; null when the contributor stays unnamed.
    byline text,
    place text,
    -- Part of the address; set at publication and never changed.
    slug text constraint stories_slug_key unique,
    created_at timestamptz not null,
    created_by uuid not null references accounts,
    published_at timestamptz,
    published_by uuid references accounts,
    -- Gone for good (410).
    withdrawn_at timestamptz,
    constraint stories_language check (language in ('en', 'ckb', 'kmr', 'ar', 'tr')),
    constraint stories_published_is_whole
        check ((published_at is null) = (slug is null) and (published_at is null) = (published_by is null))
);
create index stories_newest on stories (published_at desc, story_id desc)
    where published_at is not null and withdrawn_at is null;
create index stories_created_by on stories (created_by);
create index stories_published_by on stories (published_by);

create table story_pictures (
    story_id uuid not null references stories on delete cascade,
    position smallint not null,
    media_id uuid not null references media,
    caption text not null default '',
    -- For those who do not see it.
    alt text not null default '',
    -- Random name of its public copies (128 bits); null until published.
    public_name text constraint story_pictures_public_key unique,
    primary key (story_id, position),
    constraint story_pictures_media_once unique (story_id, media_id)
);
create index story_pictures_media on story_pictures (media_id);
