-- Owner: publishing
-- Where stories were whose contributor had everything forgotten: the address answers "gone" for good. Nothing else is left
-- of them, not even which contribution they were made of.
create table gone_stories (
    -- BLAKE3 of the slug: words of the title stood in it, so the address itself is forgotten, too.
    slug_hash bytea primary key,
    gone_at timestamptz not null
);
