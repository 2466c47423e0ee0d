-- Owner: publishing
-- Headlines of several feeds beside each other; how many stories readers have made.

alter table elsewhere_headlines
    drop constraint elsewhere_headlines_pkey,
    add column feed text not null references elsewhere_feeds on delete cascade,
    add primary key (feed, position),
    -- Whatever a feed says: a link on our pages leads to a page.
    add constraint elsewhere_headlines_url check (url ~ '^https?://'),
    add constraint elsewhere_headlines_language check (language in ('en', 'ckb', 'kmr', 'ar', 'tr'));

-- The box shows other headlines: every instance lets go of the pages that have it.
create function elsewhere_tell() returns trigger language plpgsql as $$
begin
    perform pg_notify('public', 'elsewhere');
    return null;
end
$$;
create trigger elsewhere_tell after insert or update or delete on elsewhere_headlines
    for each statement execute function elsewhere_tell();

-- Stories that were made public and not taken back: kept, not counted. Those that can still be undone are in it.
create table story_count (
    one boolean primary key default true check (one),
    published bigint not null
);
insert into story_count (published)
select count(*) from stories where published_at is not null and withdrawn_at is null;

-- Once for each statement, so that many stories at once cost one step.
create function stories_counted() returns trigger language plpgsql as $$
declare
    change bigint := 0;
begin
    if tg_op <> 'DELETE' then
        change := change + (select count(*) from new_rows where published_at is not null and withdrawn_at is null);
    end if;
    if tg_op <> 'INSERT' then
        change := change - (select count(*) from old_rows where published_at is not null and withdrawn_at is null);
    end if;
    if change <> 0 then
        update story_count set published = published + change;
    end if;
    return null;
end
$$;
create trigger stories_counted_in after insert on stories
    referencing new table as new_rows for each statement execute function stories_counted();
create trigger stories_counted_anew after update on stories
    referencing old table as old_rows new table as new_rows for each statement execute function stories_counted();
create trigger stories_counted_out after delete on stories
    referencing old table as old_rows for each statement execute function stories_counted();
