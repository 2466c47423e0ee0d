-- Owner: review
-- Time stands first: the conditions of a question are gone through in the order of the index, so what lies outside the stretch of
-- time that is asked for is left before the lists of words and attributes are read on.
drop index desk_items_found;
create index desk_items_found on desk_items
    using gin (desk_marks(sent_at, person_id, place, likeness), attributes, document) with (fastupdate = off);

-- Every word is known by itself now, with numbers in it, too: what begins with what was typed is asked for by name.
insert into jobs (kind, payload, max_attempts, lease_seconds, dedup_key)
select 'review.index_backlog', '{"after": null}', 8, 30, 'words anew' where exists (select from desk_words);
