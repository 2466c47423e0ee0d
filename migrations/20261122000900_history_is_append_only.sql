-- Owner: review
-- Who looked at an original is in the history, too: what is written there stays, whoever holds the program's
-- own account of the database. It only goes with its contribution.
create function review_events_stay() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and not exists (select from submissions where submission_id = old.submission_id) then
        return old;
    end if;
    raise exception 'history is only added to' using errcode = 'restrict_violation';
end
$$;
create trigger review_events_stay before update or delete on review_events
    for each row execute function review_events_stay();
