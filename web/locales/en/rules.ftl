# Rules for comments: what the machine does by itself, the word list, bans. "rule-name-…", the pages of chiefs and the bans
# at the desk are for the newsroom; "rule-refused-…" and "rule-appeal-…" are read by whoever writes a comment.

## Which rule decided. Beside a comment at the desk; what was found stands after it.
rule-name-word = On the word list:
# After it, the number of links.
rule-name-links = Links:
# After it, how many within five minutes.
rule-name-flood = Many in five minutes:
rule-name-repeat = Said word for word elsewhere
rule-name-thread = Everything here waits
rule-name-everything = Everything waits
rule-name-first = New here
rule-name-reports = Reported by readers

## Why a comment is not taken, for its author.
rule-refused-ban = You cannot comment at the moment.
rule-refused-closed = Comments here are closed.
rule-refused-slow = { $seconds ->
    [one] Please wait { $seconds } second before your next comment.
   *[other] Please wait { $seconds } seconds before your next comment.
}
rule-refused-flood = { $minutes ->
    [one] That was a lot at once. Please come back in { $minutes } minute.
   *[other] That was a lot at once. Please come back in { $minutes } minutes.
}
rule-refused-repeat = You have already said exactly this here.

## The page of the rules.
rule-back = To the comments
rule-title = Rules for comments
rule-lede = What happens to a comment before anybody looks. Every decision of the machine stays visible at the desk, with the rule that made it.
rule-changed-by = Last changed by { $name }
rule-faster = { $name } changed the rules or the words in the meantime ({ $when }). Your fields are kept: look at them once more, then save.
rule-changed = The rules were changed in the meantime. Your fields are kept: look at them once more, then save.
rule-number-wrong = Please enter a number from { $least } to { $most }.
rule-try = See what it would have done
rule-save = Save these rules
rule-who-waits = What waits for the newsroom
rule-holds-all = Everything waits first
rule-holds-all-hint = Nobody reads a comment before you have shown it.
rule-holds-first = First comments of new people that wait
rule-holds-first-hint = So many comments of somebody have to be shown before their next ones appear at once. 0: nobody waits.
rule-links = Links that are let through
rule-links-hint = A comment with more links waits.
rule-reports = Reports after which a comment waits
rule-reports-hint = Until somebody has looked. What the newsroom decided to show stays. 0: never.
rule-pace = Pace
rule-slow = Seconds between two comments of one person
rule-slow-hint = 0: no pause. A thread can have a pace of its own.
rule-flood = Comments of one person in five minutes
rule-flood-hint = More than these wait for the newsroom; twice as many are not taken.
rule-times = Times
rule-closes = Days after which comments close
rule-closes-hint = Counted from when the article appeared. Empty: they stay open.
rule-edit = Minutes in which an author may change a comment
rule-edit-hint = 0: never. What they wrote before stays readable at the desk.
rule-box = In "What You Say"
rule-box-delay = Seconds before a comment appears there
rule-box-delay-hint = Time for a second look.
rule-box-one = Only one comment of each person

## The dry run.
rule-trial-title = In the last 30 days
rule-trial-looked = { $count ->
    [0] Nobody commented.
    [one] { $count } comment looked at.
   *[other] { $count } comments looked at.
}
rule-trial-newest = These are the newest; there were more.
rule-trial-now = By the rules of now
rule-trial-then = With the change
rule-trial-shown = Shown at once
rule-trial-held = Waits
rule-trial-spam = Taken away
rule-trial-refused = Not taken
rule-trial-changed = { $count ->
    [0] No comment would have met another end.
    [one] { $count } comment would have met another end.
   *[other] { $count } comments would have met another end.
}
rule-trial-samples = Examples
# After a word of the list and a colon.
rule-trial-word = { $count ->
    [0] in no comment
    [one] in { $count } comment
   *[other] in { $count } comments
}

## The word list.
rule-words = Word list
rule-words-lede = A word is found in any spelling: with or without accents, vowel signs and stretched letters, from an Arabic or a Kurdish keyboard, with dots or spaces between its letters.
rule-words-label = New words
rule-words-hint = One on each line; several words in a line are found as a phrase. A star stands for any ending or beginning: kurd*
rule-deed = What they do
rule-deed-hold = Let the comment wait
rule-deed-hold-more = The newsroom decides.
rule-deed-spam = Take the comment away
rule-deed-spam-more = Nobody reads it, and its author is not told. The newsroom finds it under "Machine".
rule-words-try = See where they occur
rule-words-add = Add these words
rule-words-none = No words yet
rule-word-remove = Remove { $word }
rule-words-missing = Please enter at least one word.
rule-word-too-short = Too short to look for: { $word }
rule-word-too-long = A word has { $most } characters at most.
rule-words-too-many = The list has { $most } words at most.

## Bans, at the desk.
rule-bans = Bans
rule-bans-none = Nobody is banned
rule-bans-now = Banned now
rule-appeals = Appeals
rule-ban = Ban
rule-ban-title = Ban the author
rule-ban-back = To the comment
# $name: as the author is called.
rule-ban-lede = { $name } cannot comment while it lasts, reads your reason, and may answer to it once. What is there already stays.
rule-ban-before = Is banned already
rule-ban-replaces = A new ban takes its place.
rule-ban-span = For how long
rule-ban-day = One day
rule-ban-week = One week
rule-ban-month = 30 days
rule-ban-good = For good
# Before a date.
rule-ban-until = Until
rule-ban-ended = Ended
rule-ban-over = Over
rule-ban-reason = Reason
rule-ban-reason-hint = Its author reads this. Write in their language.
rule-ban-yes = Ban
rule-ban-unknown = Nothing is left by which this guest could be known again. They cannot be banned.
rule-ban-staff = This is somebody of the newsroom. Talk to them.
rule-ban-cannot = This author cannot be banned: they are of the newsroom, or a guest who cannot be known again.
rule-ban-faster = A colleague has changed this ban in the meantime. What you wrote is kept.
rule-ban-span-missing = Please choose for how long.
rule-ban-reason-missing = Please give a reason.
rule-words-too-long = { $most } characters at most.
rule-ban-who = Who
rule-ban-nameless = A guest
# In brackets after a name.
rule-ban-guest = guest, by their device
rule-ban-how-long = How long
rule-ban-by = By
rule-ban-for = For
rule-ban-says = What they say
rule-ban-waits = They have appealed.
rule-ban-end = Let them comment again
rule-ban-keep = Keep the ban
rule-ban-answered = A colleague has answered or ended this in the meantime.
rule-answer = Your answer
rule-answer-hint = They read it, whichever you choose.
rule-answer-missing = Please write an answer.

## What somebody reads who may not comment.
rule-appeal-title = You cannot comment at the moment
rule-appeal-over = You can comment again
# Before a date.
rule-appeal-until = Until
rule-appeal-good = The newsroom has not set an end.
rule-appeal-reason = The newsroom's reason
rule-appeal-for = Your comment
rule-appeal-label = Your answer to it
rule-appeal-hint = If you think this is a mistake, say why. You can do this once; somebody of the newsroom reads it.
rule-appeal-send = Send
rule-appeal-said = What you said
rule-appeal-waits = The newsroom has not answered yet.
rule-appeal-missing = Please write something.
rule-appeal-once = You have said something to this already, or it is over.
