-- Owner: comments
-- Of what is only added to a thread, pages are told otherwise than of what is taken back or changed there: in a storm of
-- comments the page of a moment ago is good enough, what was removed must be gone. What nobody reads changes no page.
--
-- And a thread was talked in last when a comment was shown there, not when one was written that waited for days.

create or replace function comments_counted() returns trigger language plpgsql as $$
declare
    was boolean := tg_op <> 'INSERT' and old.state = 'shown';
    is_now boolean := tg_op <> 'DELETE' and new.state = 'shown';
    id uuid := coalesce(new.thread_id, old.thread_id);
    parent uuid := coalesce(new.parent_id, old.parent_id);
    change integer := is_now::integer - was::integer;
begin
    if change <> 0 and parent is not null then
        update comments set reply_count = reply_count + change where comment_id = parent;
    end if;
    if change <> 0 then
        update threads
        set shown_count = shown_count + change,
            last_shown_at = case when change > 0 then greatest(last_shown_at, coalesce(new.shown_at, new.written_at))
                                 else last_shown_at end
        where thread_id = id;
    end if;
    if change > 0 then
        perform pg_notify('public', 'thread+:' || id);
    elsif tg_op <> 'INSERT' then
        perform pg_notify('public', 'thread:' || id);
    end if;
    return null;
end
$$;

-- A like is added or taken back, and nothing else.
create function comments_liked() returns trigger language plpgsql as $$
begin
    perform pg_notify('public', 'thread+:' || new.thread_id);
    return null;
end
$$;
drop trigger comments_recounted on comments;
create trigger comments_recounted after update of state, body, name, edited_at, promoted_at, pinned_at, account_id on comments
    for each row execute function comments_counted();
create trigger comments_liked after update of like_count on comments for each row
    when (old.like_count <> new.like_count) execute function comments_liked();

update threads set last_shown_at = said.last
from (select thread_id, max(shown_at) as last from comments where state = 'shown' group by thread_id) as said
where said.thread_id = threads.thread_id and threads.last_shown_at < said.last;
