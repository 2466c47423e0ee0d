-- Owner: publishing
-- What readers find stories by: tags, places, months, words.

alter table stories
    -- Folded (ground::fold), for its place's page.
    add column place_folded text,
    -- Words of title, text, place, byline and tags, folded (publishing::search).
    add column document tsvector,
    -- What the desk checked, in the newsroom's words and the story's language; empty: nothing is said.
    add column checked_note text not null default '',
    -- What was put right after it was public, newest first in words; null: nothing.
    add column corrected_at timestamptz,
    add column correction text not null default '';
create index stories_place on stories (place_folded, published_at desc, story_id desc)
    where published_at is not null and withdrawn_at is null and place_folded is not null;
create index stories_document on stories using gin (document) with (fastupdate = off);

-- Tags of stories, with the time of the story beside them, so that a tag's page is read from one index.
create table story_tags (
    story_id uuid not null references stories on delete cascade,
    -- Folded.
    tag text not null,
    -- As the newsroom writes it.
    label text not null,
    position smallint not null,
    -- Of the story; kept by a trigger.
    published_at timestamptz,
    primary key (story_id, tag)
);
create index story_tags_newest on story_tags (tag, published_at desc, story_id desc) where published_at is not null;

create function story_tags_timed() returns trigger language plpgsql as $$
begin
    update story_tags set published_at = case when new.withdrawn_at is null then new.published_at end
    where story_id = new.story_id;
    return null;
end
$$;
create trigger story_tags_timed after update of published_at, withdrawn_at on stories
    for each row when (old.published_at is distinct from new.published_at or old.withdrawn_at is distinct from new.withdrawn_at)
    execute function story_tags_timed();

-- What the public sees of a story changed: every instance lets go of the pages that show it.
create function stories_tell() returns trigger language plpgsql as $$
begin
    perform pg_notify('public', 'story:' || coalesce(new.story_id, old.story_id));
    return null;
end
$$;
create trigger stories_tell after insert or update or delete on stories for each row execute function stories_tell();
create trigger story_pictures_tell after insert or update or delete on story_pictures for each row execute function stories_tell();
create trigger story_tags_tell after insert or update or delete on story_tags for each row execute function stories_tell();

-- A contribution's state and consent decide whether its story is public, and with which name.
create function submissions_tell_public() returns trigger language plpgsql as $$
begin
    perform pg_notify('public', 'story:' || story_id) from stories where submission_id = new.submission_id;
    return null;
end
$$;
create trigger submissions_tell_public after update of state, consent on submissions
    for each row when (old.state is distinct from new.state or old.consent is distinct from new.consent)
    execute function submissions_tell_public();

-- Headlines of the newsroom's own feed, as they were last read (publishing::elsewhere).
create table elsewhere_headlines (
    position smallint primary key,
    title text not null,
    url text not null,
    teaser text not null,
    published_at timestamptz,
    language text
);
-- How the reading went; one row for each feed.
create table elsewhere_feeds (
    url text primary key,
    etag text,
    last_modified text,
    read_at timestamptz,
    -- Next time, later after each failure.
    due_at timestamptz not null,
    failures integer not null default 0,
    -- In words for whoever runs the program.
    trouble text
);
