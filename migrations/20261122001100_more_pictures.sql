-- Owner: media
-- GIF87a or GIF89a.
alter type picture_kind add value 'gif';
-- ISO/IEC 23008-12 with HEVC inside.
alter type picture_kind add value 'heic';
-- ISO/IEC 23008-12 with AV1 inside.
alter type picture_kind add value 'avif';
-- 64 bits that similar pictures share (image_hasher, mean of a DCT); null where none was made.
alter table media add column likeness bytea;
-- A moving picture has a film besides: mp4.
alter table renditions drop constraint renditions_format;
alter table renditions add constraint renditions_format check (format in ('webp', 'jpeg', 'mp4'));
-- How often decoding it began and did not come to an end: a file that kills its decoder is refused, not tried for ever.
alter table media add column unended_decodings smallint not null default 0;
