# The desk of the editors. Readers and contributors never see it, but for the states and the reasons for
# declining, which the receipt page shows, too.

## Where a contribution stands. Short: they stand in badges and tabs.
state-received = Received
state-in-review = In review
# The newsroom asked the contributor something and waits for an answer.
state-needs-reply = Needs an answer
state-accepted = Accepted
state-published = Published
state-declined = Declined
state-withdrawn = Withdrawn
state-spam = Spam

## Why the newsroom does not use a contribution. The contributor reads these words as they are: be kind and
## honest, and blame nobody.
decline-not-verified = We could not confirm it well enough to publish it.
decline-already-covered = We already have a story about this.
decline-not-for-us = It is outside what we report on at the moment.
decline-quality = The text or the pictures cannot be used as they are.
decline-safety = Publishing it could put someone in danger.
decline-rules = It does not fit the rules of our newsroom.

## Why something cannot be done with a contribution. Editors read these.
change-stale = This contribution changed after you opened it. Nothing was done. Here is how it stands now.
change-withdrawn = It was withdrawn. Nothing more can be done with it.
change-published = Its story is public. Edit the story, or withdraw the contribution.
change-already = It was decided on already. Reopen it before you decide anew.
change-not-accepted = Only an accepted contribution becomes a story.

## Why no story may be published although it was accepted.
consent-blocks-ask-first = The contributor wants to be asked first and has not said yes.
consent-blocks-information-only = The contributor sent it for your information only. It is never published.

## What the contributor's consent means for publication.
desk-consent-named = It may be published with the contributor’s name.
desk-consent-anonymous = It may be published, but without the contributor’s name.
desk-consent-ask-first = It may only be published after the contributor has agreed to it.
desk-consent-information-only = It may never be published.

## The list.
desk-title = Desk
desk-untitled = (no title)

## One contribution.
desk-back = All contributions
desk-text = What was sent
desk-text-empty = No text was sent.
desk-facts = About it
desk-sent-at = Came in
desk-name = Name
desk-email = E-mail
# Nothing was said, e.g. no name or no place.
desk-none = Not given
# The contributor says so; nobody has checked it.
desk-place = Place, as claimed
desk-happened-at = Time, as claimed
desk-language = Language to answer in
desk-declined-why = Reason
desk-declined-note = Note to the contributor
desk-consent = Consent
# $version is the version of the terms.
desk-consent-given = Given with terms { $version }
desk-publication = Publication
desk-publication-possible = A story can be made of it and published.
desk-publication-not = It cannot be published now.
desk-story-make = Make a story
desk-story-edit = Open the story
desk-story-public = Read it as published

## Files of a contribution.
desk-pictures = Files
desk-no-files = No files were sent.
# For those who do not see the picture.
desk-picture-alt = Picture { $number } of the contribution; opens large
desk-file-waiting = Waiting to be checked
desk-file-processing = Being checked
desk-file-ready = Ready
desk-file-refused = Refused
desk-film-alt = Film { $number } of the contribution
desk-sound-alt = Sound { $number } of the contribution
desk-waveform = How loud the sound is, from beginning to end
desk-film-moments = Moments
desk-film-progress = Being encoded; what is there can be watched already.
desk-film-percent = { $percent } %
desk-film-making = It can be watched. Versions for weak networks are still being made.
desk-file-duration = Length
desk-file-name = File name
desk-file-pixels = Width × height
# In pixels.
desk-file-dimensions = { $width } × { $height }
desk-file-size = Size
desk-file-hash = SHA-256 of the original
desk-size-kilobytes = { $kilobytes } kB
# $megabytes has one decimal.
desk-size-megabytes = { $megabytes } MB

desk-original-open = The original…
desk-original-damaged = The stored original was found changed or gone. Tell whoever runs the server: a backup may have it.
desk-original-title = Original of file { $number }
desk-repeats = Also received with
desk-repeat-exact = the same file
desk-repeat-near = looks alike
desk-original-careful = Handle with care
desk-original-what = This is the file exactly as it was sent. Nobody cleaned it: it may harm the computer that opens it, and it may tell who made it, where and when.
desk-original-advice = Open it only on a computer meant for that, and do not pass it on. Its name ends in .bin, so that no program opens it by accident.
desk-original-sealed-at = Sealed since
desk-original-why = What do you need it for?
desk-original-why-hint = A few words for your colleagues. Do not name the contributor.
desk-original-why-missing = Say what you need the original for.
desk-original-why-too-long = Say it in at most { $most } characters.
desk-original-audit = The history will say that you opened it, when and what for.
desk-original-take = Download the original
desk-original-back = Back to the contribution
desk-original-not-yet = The original is not ready yet. Try again in a few minutes.
desk-original-offline-only = Only the newsroom's offline key opens this original. Ask who keeps it.
desk-original-no-key = The key that opens this original is not on this server. Tell whoever runs it.
desk-original-look = File { $number }: { $why }
desk-original-file = File { $number }

## Deciding.
desk-decide = Decide
desk-take = Take into review
desk-accept = Accept
desk-decline = Decline
desk-spam = Spam
desk-reopen = Reopen
desk-reason = Why do we not use it?
desk-reason-hint = The contributor reads these words.
desk-reason-missing = Choose why we do not use it.
desk-note = Further words to the contributor
desk-note-hint = They are shown with the receipt, as you write them.
desk-note-too-long = The note may have at most { $most } characters.
desk-decline-send = Decline with this reason
desk-withdraw = Withdraw for the contributor
desk-withdraw-sure = If the contributor asked you to take it back: its story and pictures are removed from the public pages for good. This cannot be undone.
desk-withdraw-confirm = The contributor asked for it
desk-withdraw-unconfirmed = Confirm that the contributor asked for it.
desk-withdraw-yes = Withdraw it

desk-done-opened = It is in review now.
desk-done-accepted = Accepted. You can make a story of it.
desk-done-declined = Declined. The contributor can read the reason with the receipt.
desk-done-spam = Marked as spam.
desk-done-reopened = It is open again.
desk-done-withdrawn = Withdrawn. A public story of it is being removed.

# Someone else decided while the page was open. $name is a colleague, $what is one of the lines of the history
# (e.g. "Accepted"), $when a date and time.
desk-conflict-colleague = { $name } was faster: “{ $what }”, { $when }. Nothing of yours was done.
desk-conflict-you = You did something here already: “{ $what }”, { $when }. Nothing further was done.
# The contributor took it back, from the receipt.
desk-conflict-contributor = The contributor was faster: “{ $what }”, { $when }. Nothing of yours was done.
desk-conflict-now = It stands like this now:
desk-conflict-note = Your note was not sent. Here it is, so that it is not lost:

## The history of a contribution. Who did it and when stands beside it.
desk-history = History
desk-event-sent = Sent
desk-event-files-added = Files added
desk-event-acknowledged = Receipt confirmed by mail
desk-event-opened = Taken into review
desk-event-accepted = Accepted
desk-event-declined = Declined
desk-event-spam = Called spam
desk-event-reopened = Reopened
desk-event-published = Published
desk-event-story-edited = Story edited
desk-event-withdrawn = Withdrawn
desk-event-original-opened = Original opened
desk-event-original-damaged = Original found changed or gone
desk-event-other = Something else happened
# Who did it, when it was nobody of the newsroom.
desk-by-contributor = The contributor
desk-by-program = This program
