-- Owner: publishing
-- What was published before is made findable, and gets its threads, by a job that goes on where it was stopped.
insert into jobs (kind, payload, max_attempts, lease_seconds, dedup_key)
select 'publishing.index_stories', '{"after": null}', 8, 30, 'index stories'
where exists (select from stories where published_at is not null);
