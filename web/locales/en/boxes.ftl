# The boxes beside stories, and ages.

# In the box that invites readers to send something: the newest stories of readers.
box-latest = Just published
# Under them. $count is how many stories of readers are public.
box-count = { $count ->
    [one] { $count } story from a reader so far
   *[other] { $count } stories from readers so far
}
# Headlines of the newsroom's own site. $site is its name.
elsewhere-title = Elsewhere on { $site }
# Said to screen readers: what stands beside a story.
box-aside = More to read

# How long ago something was.
