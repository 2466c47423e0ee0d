-- Owner: publishing
-- A story is published before it is public: for as long as that can be undone nobody sees it. `published_at` is when it
-- becomes public, so that lists and pages tell one time.
create function story_is_live(
    published_at timestamptz, withdrawn_at timestamptz, state submission_state, consent consent, at timestamptz
) returns boolean language sql immutable parallel safe as $$
    select coalesce(published_at <= at, false) and withdrawn_at is null and state = 'published'
           and consent in ('named', 'anonymous')
$$;
