## The desk of comments, for the newsroom. “Comment”, “thread” and “guest” are called here as readers know them.
cdesk-title = Comments
cdesk-queues = Lists of comments
cdesk-queue-reported = Reported
cdesk-queue-held = Held
cdesk-queue-new = New people
cdesk-queue-latest = Latest
cdesk-queue-machine = Decided by machine
cdesk-queue-appeals = Appeals
cdesk-rules = Rules
cdesk-bans = Bans
cdesk-contributions = Contributions

## What an empty list says.
cdesk-empty-reported = No report waits for an answer.
cdesk-empty-held = No comment waits to be shown.
cdesk-empty-new = Nobody has commented for the first time since somebody last looked.
cdesk-empty-latest = Nobody has commented yet.
cdesk-empty-machine = The program decided nothing that nobody has looked at.
cdesk-empty-appeals = Nobody who was banned waits for an answer.

## Looking for comments. cdesk-looked-to: $when is a date and time; nothing more was read for this page.
cdesk-search = Search texts and names
cdesk-looked-to = Looked back to { $when }. Older comments are on the next page.
cdesk-of-thread = Comments under one article
cdesk-of-person = Comments of one person

## A comment in a list.
cdesk-by-account = with an account
cdesk-by-guest = guest
cdesk-in = Under
cdesk-answer-in = Answer, under
cdesk-under = Under
cdesk-edited = Edited
cdesk-empty-text = No text
cdesk-likes = { $count ->
    [one] 1 like
   *[other] { $count } likes
}
cdesk-answers = { $count ->
    [one] 1 answer
   *[other] { $count } answers
}
cdesk-reports = { $count ->
    [one] 1 report waits
   *[other] { $count } reports wait
}
cdesk-first = First comment
cdesk-promoted = Recommended
cdesk-pinned = Pinned
cdesk-state-shown = Shown
cdesk-state-held = Waits
cdesk-state-removed = Removed
cdesk-state-spam = Spam
cdesk-state-deleted = Taken back by its author
cdesk-somebody = Somebody
cdesk-banned-for = Banned for:
cdesk-the-comment = The comment

## What can be done. “Leave it” closes reports and changes nothing else; “recommend” marks a comment in its thread; “pin” puts it first in What You Say.
cdesk-decide = What to do
cdesk-show = Show
cdesk-remove = Remove
cdesk-spam = Spam
cdesk-leave = Leave it
cdesk-pin = Pin
cdesk-unpin = Unpin
cdesk-promote = Recommend
cdesk-unpromote = No longer recommend
cdesk-asks-show = { $count ->
    [one] Show 1 comment?
   *[other] Show { $count } comments?
}
cdesk-asks-remove = { $count ->
    [one] Remove 1 comment?
   *[other] Remove { $count } comments?
}
cdesk-asks-spam = { $count ->
    [one] Is 1 comment spam?
   *[other] Are { $count } comments spam?
}
cdesk-asks-leave = { $count ->
    [one] Leave 1 comment as it is?
   *[other] Leave { $count } comments as they are?
}
cdesk-asks-mark = { $count ->
    [one] Mark 1 comment?
   *[other] Mark { $count } comments?
}
cdesk-done-show = { $count ->
    [one] Shown.
   *[other] { $count } shown.
}
cdesk-done-remove = { $count ->
    [one] Removed.
   *[other] { $count } removed.
}
cdesk-done-spam = { $count ->
    [one] Called spam.
   *[other] { $count } called spam.
}
cdesk-done-leave = { $count ->
    [one] Left as it is.
   *[other] { $count } left as they are.
}
cdesk-done-mark = { $count ->
    [one] Done.
   *[other] { $count } marked.
}

## Why something cannot be done.
cdesk-already = It is so already.
cdesk-changed = It changed since you read it. Look at it as it is now.
cdesk-not-deleted = Its author took it back.
cdesk-not-reported = No report waits.
cdesk-not-shown = Only what everybody reads can be marked.
cdesk-undo-late = It has taken effect. You can decide anew.

## Why a comment was removed; its author reads these words.
cdesk-reason-insult = It insults somebody.
cdesk-reason-hate = It stirs up hatred against people.
cdesk-reason-threat = It threatens somebody.
cdesk-reason-private = It says what is private about somebody.
cdesk-reason-false = It claims what is known to be wrong.
cdesk-reason-off-topic = It is not about this article.
cdesk-reason-advert = It is an advertisement.
cdesk-reason-law = It is against the law.
cdesk-reason-own = Another reason, in our words
cdesk-reason-hint = Whoever wrote it reads the reason.
cdesk-reason-missing = Choose a reason.
cdesk-words = In our words
cdesk-words-hint = Only with “another reason”.
cdesk-words-missing = Write the reason in a few words.
cdesk-remove-yes = Remove it

## One comment. cdesk-comment-of: $name is who wrote it. cdesk-contribution-note: the first note of a contribution that was made of a comment; $title is a headline, $address a link.
cdesk-comment-of = Comment of { $name }
cdesk-back = Back to the list
cdesk-to-comment = Back to the comment
cdesk-answers-this = It answers this
cdesk-text = What it says
cdesk-in-place = Look at it where readers do
cdesk-machine-decided = The program decided:
cdesk-told-author = Its author reads
cdesk-decided-by = Decided by
cdesk-report-closed = answered
cdesk-report-email = left an address
cdesk-edits = What it said before
cdesk-until = Until
cdesk-no-history = Nothing was done to it yet.
cdesk-by-machine = The program
cdesk-by-reader = A reader
cdesk-contribution = Turn into a contribution
cdesk-contribution-more = A contribution with these words comes to the desk. Its author is asked before anything is published.
cdesk-contribution-note = From a comment on “{ $title }”: { $address }
cdesk-contribution-yes = Make a contribution of it

## Who wrote it. cdesk-person-many: only the newest are counted; $percent is a number without its sign.
cdesk-person-comments = Comments
cdesk-person-all = { $count ->
    [one] 1 comment
   *[other] { $count } comments
}
cdesk-person-many = The newest { $count }, and more
cdesk-person-shown = { $percent } % of what was decided on is shown
cdesk-person-since = First comment
cdesk-person-others = Their other comments
cdesk-person-forgotten = Who it was is forgotten.

## Addresses, which are shown only to who says why.
cdesk-email-ask = Show addresses…
cdesk-email-title = E-mail addresses
cdesk-email-what = These people were promised that their address is not displayed. Look only if you must write to them.
cdesk-email-why-hint = A few words for your colleagues. Do not write the address here.
cdesk-email-show = Show the addresses
cdesk-email-keep = Do not pass them on, and do not write them into notes. This page shows them once.
cdesk-email-nothing = No address was left.
cdesk-email-author = Who wrote it
cdesk-email-reporter = Who reported it:

## What is set for one thread. “Mute” keeps it out of What You Say.
cdesk-thread-count = { $count ->
    [one] 1 comment is shown
   *[other] { $count } comments are shown
}
cdesk-thread-ended = The article is gone
cdesk-thread-closed = Closed
cdesk-thread-holds = Everything waits first
cdesk-thread-slowed = Slowed down
cdesk-thread-muted = Not in What You Say
cdesk-thread-close = Close comments
cdesk-thread-open = Open comments
cdesk-thread-hold = Let everything wait first
cdesk-thread-flow = Show at once again
cdesk-thread-slow = Slow it down: two minutes between comments
cdesk-thread-quick = Back to the usual pace
cdesk-thread-mute = Keep out of What You Say
cdesk-thread-hear = Back into What You Say

## The history of a comment.
cdesk-event-held = Held by a rule
cdesk-event-machine-spam = Called spam by a rule
cdesk-event-held-by-reports = Held because of reports
cdesk-event-edited = Edited
cdesk-event-deleted = Taken back
cdesk-event-reported = Reported
cdesk-event-shown = Shown
cdesk-event-removed = Removed
cdesk-event-spam = Called spam
cdesk-event-left = Reports answered, left as it is
cdesk-event-pinned = Pinned
cdesk-event-unpinned = Unpinned
cdesk-event-promoted = Recommended
cdesk-event-unpromoted = No longer recommended
cdesk-event-undone = Undone
cdesk-event-email = Addresses shown
cdesk-event-banned = Its author was banned
cdesk-event-contributed = A contribution was made of it

## In the list of what the newsroom did.
cdesk-audit-removed = Comments removed
cdesk-audit-undone = Removal of comments undone
cdesk-audit-email = Addresses of a comment shown
cdesk-audit-thread = Thread of comments set
cdesk-audit-banned = Somebody may not comment
cdesk-audit-ban-ended = Somebody may comment again
cdesk-audit-appeal = Appeal against a ban answered
cdesk-audit-rules = Rules for comments changed
