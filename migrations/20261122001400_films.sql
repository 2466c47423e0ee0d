-- Owner: media
-- What a medium is for who sees or hears it.
create type medium_kind as enum ('picture', 'film', 'sound');
alter table media add column medium_kind medium_kind;
update media set medium_kind = 'picture' where kind is not null;
-- Of a film or sound: what it came in (media::Container).
alter table media add column container text;
-- Of a film or sound: how long its first rung is.
alter table media add column duration_ms integer;
-- How much of the first rung is made, in percent, while it is made.
alter table media add column progress smallint;
-- The pieces of the first rung that can be watched while it is made, in milliseconds each: private,
-- media/<media_id>/live_<number>, from 1; number 0 tells how to decode them. Null once nobody needs them.
alter table media add column live_ms integer[];
-- More is being made of it: the other rungs, the sheet, the waveform.
alter table media add column making boolean not null default false;
-- Its sender took it back: work on it stops.
alter table media add column unwanted boolean not null default false;
-- How loud the sound is where: a column a byte.
alter table media add column waveform bytea;
-- The sheet of small pictures (rendition 1-sprite): how many, how many side by side, and how far apart in the film.
alter table media add column sprite_tiles smallint;
alter table media add column sprite_columns smallint;
alter table media add column sprite_ms integer;
alter table media drop constraint media_ready_is_whole;
alter table media add constraint media_ready_is_whole check (
    state <> 'ready'
    or (medium_kind is not null and sha256 is not null and finished_at is not null
        and (medium_kind = 'sound'
             or (width is not null and height is not null and thumbhash is not null and placeholder is not null))
        and (medium_kind = 'picture') = (kind is not null)
        and (medium_kind = 'picture') = (duration_ms is null))
);
alter table media add constraint media_sprite_is_whole check (
    (sprite_tiles is null) = (sprite_columns is null) and (sprite_tiles is null) = (sprite_ms is null)
);
alter table renditions drop constraint renditions_format;
alter table renditions add constraint renditions_format
    check (format in ('webp', 'jpeg', 'mp4', 'm4s', 'm4a', 'sprite'));

-- The rungs of films and sounds (media::Rung): each is a rendition, whose bytes are segments behind each other.
create table film_rungs (
    media_id uuid not null,
    slot smallint not null,
    format text not null,
    -- As players are told (RFC 6381).
    codecs text not null,
    -- What comes before the first segment.
    head_bytes bigint not null,
    -- Of each segment.
    segment_ms integer[] not null,
    segment_bytes bigint[] not null,
    primary key (media_id, slot, format),
    foreign key (media_id, slot, format) references renditions on delete cascade,
    constraint film_rungs_segments check (cardinality(segment_ms) = cardinality(segment_bytes))
);
