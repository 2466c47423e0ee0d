# Lists by which readers find stories.

# $tag, $place: as the newsroom writes it.
find-tag-title = Stories about { $tag }
find-place-title = Stories from { $place }
# A month with its year, as a title.
find-month = { $month } { $year }
find-archive = Archive
find-archive-words = All stories of our readers, month by month.
find-search = Search
find-search-label = Search stories
find-search-button = Search
find-search-hint = Words of the title, the text, a place or a tag. It makes no difference which keyboard you type them with.
# $words: what was searched for.
find-search-for = Search: { $words }
find-found = Stories with “{ $words }”, newest first
find-nothing = No story has “{ $words }”
find-nothing-more = Try fewer words, or look through the archive.
