-- Owner: media
-- What pictures, and moments of films, are found again by when they come cropped, turned, brightened or compressed
-- again (media::likeness). Lives as long as its medium.
create table likenesses (
    media_id uuid not null references media on delete cascade,
    -- From 0, in the order of time; a picture has one.
    frame smallint not null,
    -- When in the film; null for a picture.
    at_ms integer,
    -- 24 × 24 cells of brightness. No person can be told by it.
    sketch bytea not null,
    -- The signs of the longest waves in the whole of it, and in what is left without its edges. Pictures that show the
    -- same share one of them with some part of each other.
    whole_key integer not null,
    inner_key integer not null,
    primary key (media_id, frame),
    constraint likenesses_sketch_is_whole check (octet_length(sketch) = 576)
);
-- Each key is looked up by itself and only so many rows of it are read: no picture that is like thousands of others,
-- and no mistake of the planner, makes a question slow.
create index likenesses_whole_key on likenesses (whole_key);
create index likenesses_inner_key on likenesses (inner_key);

-- The same bytes again.
create index media_sha256 on media (sha256);

-- 64 bits found recompressed pictures only, and by no index.
alter table media drop column likeness;

-- What came before has its sketch made of its smallest clean copy.
insert into jobs (kind, payload, max_attempts, lease_seconds, dedup_key)
select 'media.sketch_medium', jsonb_build_object('media_id', media_id), 8, 30, 'sketch ' || media_id
from media
where state = 'ready';
