# What every page says.

brand = Be Part of Your { $site }
skip-to-main = Skip to the main content
nav-main = Main
nav-stories = Stories
nav-contribute = Send your story
nav-receipt = Your receipt
nav-desk = Desk
nav-me = My account
nav-sign-in = Sign in
nav-language = Language
nav-foot = More

foot-promise = No tracking, nothing loaded from other companies, and your internet address is never stored.
foot-took = This page took { $seconds } seconds

# In languages from right to left both begin with the mark U+200F: a date stands in other messages, where its direction is
# that of its first letter, and letters of its own parts do not count (UAX 9, P2).
date-day = { $day } { $month } { $year }
date-day-and-time = { $date }, { $time }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

# Forms.
form-problems = Some things need your attention
form-error = Error:
form-optional = (optional)
# Script puts the number in place of "#".
form-characters-left = # characters left
form-characters-over = # characters too many
form-sending = Sending… please keep this page open.
# Script puts the number in place of "#".
form-sent-percent = #% sent
form-failed = The connection broke. Everything you wrote is still here: please press the button again.

# Choosing files. Script puts a number in place of "#".
file-remove = Remove
file-size = # MB
file-too-many = Only # files fit. The others were left out.
file-too-large = Larger than # MB and therefore left out:
file-chosen = # files chosen

# A receipt code, and the link that leaves the page at once.
code-copy = Copy the code
code-copied = Copied
exit-leave = Leave this page quickly

pager-label = Pages
pager-newer = Newer
pager-older = Older

# When something did not work.
error-title-not-found = There is nothing here
error-title-conflict = Someone was faster
error-title-gone = This is gone
error-title-forbidden = This is not possible from here
error-title-too-large = This is too large
error-title-too-slow = The connection was too slow
error-title-too-many = Too many at once
error-title-bad-request = We did not understand this
error-title-internal = Something went wrong on our side

error-not-found = This page does not exist, or it is not open to you. Please check the address.
error-too-large = What you sent is larger than we can take. Nothing was kept.
error-too-many = There were too many attempts in a short time. Please wait a little and try again.
error-bad-request = We could not make sense of what was sent. Please go back and try again.
error-internal = It is not your fault. Please try again in a moment. If it happens again, tell us the number below.
error-unavailable = We cannot answer right now, and nothing was changed. Please try again in a few seconds.
error-other-site = This request came from another website, so we did not do it. Please use the form on our own page.
error-incident = Number of the incident:
error-onward = Where to go from here
error-onward-home = Read the newest stories
error-onward-contribute = Send a story, photos or a video
error-onward-receipt = See what became of your contribution

# How long ago something was.
age-now = just now
age-minutes = { $minutes ->
    [one] { $minutes } minute ago
   *[other] { $minutes } minutes ago
}
age-hours = { $hours ->
    [one] { $hours } hour ago
   *[other] { $hours } hours ago
}
age-days = { $days ->
    [one] { $days } day ago
   *[other] { $days } days ago
}
