-- Owner: review
-- A contributor may add files to what was sent, and send the original of a photo after a small copy of it.
alter table submission_files
    -- Bytes as sent: what the limit of a contribution is reckoned with. Null for what came before this was noted.
    add column size bigint,
    -- The form that added it afterwards, by the id it was given: the same form again adds nothing. Null for what
    -- came with the contribution itself.
    add column addition_id uuid,
    -- The file, by its position, of which this is the original.
    add column original_of smallint,
    add constraint submission_files_original_comes_later check (original_of >= 0 and original_of < position),
    -- A file has one original. (Nulls are all different.)
    add constraint submission_files_one_original unique (submission_id, original_of);

update submission_files
set size = uploads.size
from media join uploads using (upload_id)
where media.media_id = submission_files.media_id;
