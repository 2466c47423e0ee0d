# The form by which readers send a story and photos, and the page with the receipt that follows it.
# Who reads this may be in a hurry, on a phone, afraid, or all three: short sentences, plain words, no promises
# that the newsroom cannot keep.

contribute-title = Send your story
# $site is the newsroom's name.
contribute-lede = Tell { $site } what you saw or know. Words, photos, or both.

## What we promise. Shown above the form.
contribute-promise-title = You are safe to tell us
contribute-promise-account = You need no account, and you do not have to say who you are.
contribute-promise-traces = We do not store your internet address or which device you use.
contribute-promise-photos = Photos tell where and when they were taken. We remove that from everything we publish. Only our editors can look at the originals.
contribute-promise-withdraw = You get a receipt code. With it you see what became of your story, and you can take it back at any time.
# A warning out of care: no picture is worth a life.
contribute-care = Please never put yourself or others in danger for a photo or a story.

## The fields.
contribute-title-label = What is it about?
contribute-title-hint = One line, at most { $count } characters.
contribute-body-label = Your story
contribute-body-hint = What happened, who was there, how do you know? You can leave this empty if the photos tell it all.
contribute-files-label = Photos
# $count files at most, each of at most $megabytes MB, all together at most $total MB.
contribute-files-hint = Up to { $count } photos (JPEG, HEIC, PNG, WebP, AVIF or GIF), each at most { $megabytes } MB, all together at most { $total } MB.
contribute-place-label = Where was it?
contribute-place-hint = In your words: a town, a street, a landmark.
contribute-happened-label = When was it?
contribute-happened-hint = In your words: “yesterday at noon”, “last winter”.
contribute-name-label = Your name
contribute-name-hint = Needed only if we may publish with your name. Write it as it should be printed.
contribute-email-label = Your e-mail address
contribute-email-hint = It will not be displayed publicly. We write to it only about this contribution. Your receipt code works without it.
contribute-language-label = In which language should we answer?
contribute-language-hint = Write your story in any language.

## Files that came with an earlier try of the same form.
contribute-kept-legend = These files are here already. You do not need to choose them again.
# A box to tick. $name is a file's name, $size is one of the two messages below.
contribute-kept-remove = Leave out { $name } ({ $size })
contribute-kilobytes = { $count } kB
contribute-megabytes = { $count } MB

## Files on their way, when script runs. It puts numbers in place of "#", or of "#1" and "#2".
# "#1" files at most, each of at most "#2", which is a size with its unit.
upload-hint = Up to #1 photos or videos, each at most #2. They set off as soon as you choose them. If the network breaks, they go on by themselves.
upload-kilobytes = # kB
upload-gigabytes = # GB
# How much of a file is there: two sizes with their units.
upload-of = #1 of #2
upload-percent = #%
upload-seconds = about # seconds left
upload-minutes = about # minutes left
upload-hours = about # hours left
# Buttons.
upload-pause = Pause
upload-resume = Go on
upload-retry = Try again
upload-choose = Choose it again
# How a file stands.
upload-queued = Waits for its turn
upload-paused = Paused
upload-done = Safely here
upload-lost = To go on, choose the same file again
upload-broken = The connection broke. It goes on by itself.
upload-offline = No network. It goes on by itself when the network is back.
upload-refused = This file could not be taken.
upload-other = This is another file: its name or its size is different.
# All files together.
upload-files = #1 of #2 files are here
upload-all = All files are here
upload-total = All files together
# What a photo tells. A list of the three follows the first; the second and third are followed by what is told.
upload-holds = This photo holds:
upload-holds-place = the place where it was taken
upload-holds-time = the time
upload-holds-device = the device
upload-holds-never = Our editors can see this. Readers never will.
upload-holds-nothing = This photo holds no place, no time and no device.
# The reader has pressed the button to send, and files are still on their way.
upload-hold = Your story is sent by itself as soon as the files are here. Please keep this page open.
upload-hold-offline = There is no network. Your story is sent by itself when the network is back. Please keep this page open.
upload-hold-stuck = Some files are not here. Look at them above, or send without them.
upload-hold-without = Send now, without the unfinished files
upload-hold-not-yet = Do not send yet
# From an earlier visit.
upload-unfinished = You have unfinished files
upload-unfinished-more = They stayed on this device when you left. Nothing of what was sent is lost.
upload-go-on = Go on with them
upload-forget = Forget them
upload-forgotten = The unfinished files are forgotten.
# A small copy of a large photo goes first; the photo itself ("original") waits on the device. "#1" originals of "#2" together.
upload-small = Send large photos small now, and the originals later
upload-small-hint = For a network that costs by the megabyte. Counts for photos that you choose after ticking this. Editors get a small copy now; the originals stay on this device until you send them or forget them.
upload-shrinking = Making a small copy
later-waits = Originals that wait on this device: #1 (#2)
later-more = Small copies of them were sent. Send the originals when you have a better network. Until then they are only on this device.
later-send = Send them now
later-forget = Forget them
later-forgotten = The originals are forgotten on this device.
later-arrived = The originals are here now. They have left this device.
later-closed = Nothing can be added to this contribution any more. The originals are still on this device until you forget them.
later-failed = The originals could not be added. They are still on this device; try again.

## What is kept on the reader's own device.
device-keep = Keep what I write on this device until it is sent
device-keep-hint = Only on a device that nobody else uses. Otherwise it is gone when you leave this page.
device-restored = What you wrote last time is here again.
device-forget = Forget everything on this device
device-forget-sure = What you wrote here and all unfinished files leave this device. This cannot be undone.
device-forget-yes = Yes, forget everything
device-forgotten = Everything is forgotten on this device.

## Consent: four choices, each with a sentence that says what it means. The short ones also stand on the
## receipt and at the desk.
contribute-consent-legend = May we publish it?
contribute-consent-hint = You decide, and you can take it back later with your receipt code.
consent-named = Yes, with my name
contribute-consent-named-more = We may publish your story and photos, and your name stands beside them.
consent-anonymous = Yes, but without my name
contribute-consent-anonymous-more = We may publish your story and photos, and nobody outside the newsroom learns who sent them.
consent-ask-first = Ask me first
contribute-consent-ask-first-more = We publish nothing before you have said yes. So that we can ask, leave an e-mail address, or come back with your receipt code.
consent-information-only = No, it is only for your information
contribute-consent-information-only-more = Our editors read it and never publish it.

## The terms. They can be unfolded above the box to tick.
# $version is the number of the terms, e.g. 1.
contribute-terms-title = The terms (version { $version })
contribute-terms-yours = You wrote the text and took the photos yourself, or you may pass them on.
contribute-terms-rights = Everything you send stays yours.
# $site is the newsroom's name.
contribute-terms-use = { $site } may publish it as you chose above, until you take it back.
contribute-terms-edit = We may shorten and correct it. What you sent is kept as it was.
contribute-terms-others = Say nothing that you know to be untrue, and think of people who could be harmed by being seen.
contribute-terms-label = I accept the terms

## What follows. Shown at the end of the form and on the receipt.
contribute-next-title = What happens next
contribute-next-receipt = You get a receipt code at once. Keep it.
contribute-next-check = An editor reads what you sent and checks it. This can take a few days.
contribute-next-decision = We publish it as you allowed, or we tell you why we do not use it.
contribute-next-look = You can look at any time how it stands.
contribute-send = Send

## What is wrong with a field. Shown beside it and in a list above the form.
contribute-title-missing = Say in one line what it is about.
contribute-title-long = The line about your story is too long. It may have at most { $count } characters.
contribute-body-missing = Write something or choose a photo.
contribute-body-long = Your story is too long. It may have at most { $count } characters.
contribute-words-long = This is too long. It may have at most { $count } characters.
contribute-name-missing = Write your name, or choose to be published without it.
contribute-name-long = Your name is too long. It may have at most { $count } characters.
contribute-email-wrong = This does not look like an e-mail address. Correct it, or leave it empty.
contribute-consent-missing = Choose whether we may publish it.
contribute-terms-missing = Please accept the terms.
# $name is a file's name.
contribute-file-large = { $name } is too large. A file may have at most { $megabytes } MB. The other files are kept.
contribute-file-empty = { $name } is empty. Choose it again, or send without it.
contribute-files-many = These are too many files. At most { $count } can be sent at once; leave some out.
contribute-files-gone = A file that you had chosen is no longer here. Please choose it again.

## Why a whole form was not received. Shown on a page of its own.
form-too-large = What you sent is larger than { $megabytes } MB all together. What you wrote is still here. Please send fewer or smaller files.
form-too-slow = Your connection was too slow, and nothing was kept. Please go back and try again, perhaps with fewer photos.
form-broken = The connection broke before everything had arrived, and nothing was kept. Please go back and press the button again.
form-malformed = We could not read what was sent, and nothing was kept. Please use the form on our page.

## The page with the receipt.
contribute-sent-title = Thank you. We have it.
contribute-sent-lede = Everything you sent has arrived and is safe with us.
contribute-sent-code-title = Your receipt code
contribute-sent-code-keep = Write it down or take a picture of it now. We show it only once.
contribute-sent-code-use = With this code you can see what became of your story, and take it back.
contribute-sent-code-lost = Keep it to yourself. We cannot find it for you if you lose it, because we do not keep it either.
# The same form was sent again: the same code is shown again.
contribute-sent-again = You had sent this before. Your first sending counts, and this is the same receipt. Nothing that you changed since then was taken over.
# The same contribution came again, but not from the same form: no code is shown.
contribute-sent-again-without-code = This was sent before, and we have it. The receipt code that was shown then is the one that counts.
# Someone opens the page a second time.
contribute-sent-no-code = A receipt code is shown only once, right after sending. If you kept yours, you can look up what became of your story.
contribute-sent-to-receipt = See how it stands
contribute-sent-more = Send something else
# For programs that read no pages. The code follows on a line of its own.
contribute-sent-plain = Thank you. We have it. This is your receipt code, shown only once:
