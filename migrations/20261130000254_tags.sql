-- Owner: review
-- How tags are written where they are shown. Contributions have them folded, so that each is one however it was typed.
create table desk_tags (
    tag text primary key,
    -- As it was first written.
    label text not null
);
