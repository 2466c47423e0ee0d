## The queues of the desk.
queue-queues = Queues
queue-open = All open
queue-new = New
queue-mine = Mine
queue-answer = Needs answer
queue-second = Needs second look
queue-ready = Ready
queue-published = Published
queue-not-used = Not used
queue-machine = Decided by machine
queue-risk = At risk
queue-all = Everything

## How many are in a list, when there are more than are counted.
queue-more-than = more than { $count }

## What an empty queue says.
queue-empty = Nothing here
queue-empty-new = New contributions appear as soon as they are sent.
queue-empty-mine = You have nothing in hand. What you act on comes here.
queue-empty-answer = Nobody waits for an answer, and no answer waits to be read.
queue-empty-second = Nothing waits for a second person’s yes.
queue-empty-ready = Nothing accepted waits for a story.
queue-empty-published = Nothing is published yet.
queue-empty-not-used = Nothing was declined, withdrawn or called spam.
queue-empty-machine = The program decided nothing that nobody has looked at.
queue-empty-risk = Nothing is marked as a danger to somebody.
queue-empty-all = Nothing was ever sent.
queue-empty-filtered = Nothing fits all of this
queue-empty-filtered-more = Take a filter away, or look in another queue.

## Searching and filtering.
queue-search = Search the texts, places, tags and notes
queue-search-go = Search
queue-filters = Filters
queue-filter-go = Show
queue-filter-clear = Take all filters away
queue-filter-any = Any
queue-filter-q = Search
queue-filter-state = State
queue-filter-language = Language
queue-filter-consent = Consent
queue-filter-kind = Kind
queue-filter-has = Has
queue-filter-warn = Warning
queue-filter-category = Category
queue-filter-tag = Tag
queue-filter-person = Sent by
queue-filter-place = Place
queue-filter-like = Likeness
queue-filter-since = From the day
queue-filter-until = To the day
queue-filter-older = Waits at least
queue-filter-claimed = Worked on by
queue-chips = Filters that are set
queue-chip-remove = Take away:
queue-unread = This could not be understood and was left out:

## Kinds of media, what a contribution has.
queue-kind-photo = Photo
queue-kind-film = Film
queue-kind-sound = Sound
queue-kind-text = Text alone
queue-has-gps = GPS
queue-has-c2pa = Content Credentials
queue-has-repeats = Seen before
queue-has-files = Files
queue-has-refused = Refused files
queue-like = the same picture
queue-older-hours = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
}
queue-older-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
queue-claimed-me = Me
queue-claimed-nobody = Nobody
queue-claimed-other = A colleague
queue-claimed-somebody = somebody

## How the list is put together and looks.
queue-group = Put together
queue-group-none = Not at all
queue-group-person = By contributor
queue-group-place = By place
queue-group-likeness = By likeness
queue-more-person = All from this contributor
queue-more-place = All from this place
queue-more-likeness = All that show the same
queue-order = Order
queue-order-oldest = Oldest first
queue-order-newest = Newest first
queue-look-list = As a list
queue-look-grid = As a grid
queue-page-before = Previous page
queue-page-after = Next page
queue-to-first = Back to the beginning

## A row.
queue-pick = Choose “{ $title }”
queue-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
}
queue-files-refused = { $count ->
    [one] { $count } refused
   *[other] { $count } refused
}

## How long ago a contribution came. The exact time stands beside it.
queue-claimed-mark = { $name } has it
queue-claimed-mark-me = You have it
queue-mark-risk = At risk
queue-mark-unread = Answered
queue-mark-due = Asked, due { $date }
queue-mark-overdue = No answer since { $date }
queue-mark-second = One yes, a second needed
queue-mark-machine = Decided by machine

## Lists kept at hand.
queue-views = Saved lists
queue-views-more = A saved list keeps a queue with its filters under a name, for you or for everyone at the desk.
queue-views-empty = No saved lists yet
queue-views-empty-more = Set filters in a queue; below the list you can save it.
queue-back = To the desk
queue-view-keep = Save this list
queue-view-name = Name of the list
queue-view-shared = For everyone at the desk
queue-view-save = Save
queue-view-change = Change or delete
queue-view-delete = Delete this list
queue-view-is-mine = Only for you
queue-view-is-shared = Yours, for everyone at the desk
queue-view-of = Shared by { $name }
queue-view-name-missing = Give the list a name.
queue-view-name-long = The name may have at most { $most } characters.
queue-view-name-taken = There is another list by this name.
queue-view-too-many = You can keep at most { $most } lists. Delete one first.
