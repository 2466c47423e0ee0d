# The page of one contribution at the desk, its player, what was claimed and recorded, and care for who looks.

## The page.
item-steps = In the list
item-previous = Previous
item-next = Next
item-place = { $place } of { $count }
item-jumps = Parts of this page
item-jump-text = Text
item-jump-checks = Check
item-jump-talk = Talk
item-tabs = Talk and notes
item-tab-sender = With the sender
item-tab-desk = The desk
item-tab-own = Only me

## Care for who looks.
item-warning-graphic = Blood or wounds
item-warning-death = The dead
item-warning-child = A child in harm’s way
item-warning-violence = Violence
item-warning-sexual = Sexual violence or nakedness
item-warning-other = Hard to look at
item-veil-blur = Blurred until opened
item-veil-grey = Grey, also when opened
item-veil-small = Small, also when opened
item-veil-nothing = As they are
item-care = Warnings
item-care-none = None yet.
item-care-change = Change warnings
item-care-legend = What can be seen or heard?
item-care-hint = Colleagues read it before they open the files.
item-care-save = Save warnings
item-seen-today = { $count ->
    [one] You opened { $count } today that is hard to look at.
   *[other] You opened { $count } today that are hard to look at.
}
item-care-preferences = How they are shown
item-care-choice = What is hard to look at
item-care-choice-more = Files with a warning are covered until you open them. Only you see this choice.
item-care-choice-legend = How should they look?
item-event-warned = Warnings changed
item-done-warned = The warnings are saved.
item-covered = { $count ->
    [one] { $count } file may be hard to look at. Sound stays off.
   *[other] { $count } files may be hard to look at. Sound stays off.
}
item-uncover = Show the files
item-plain = Show them as they are
item-graphic-label = It shows something that is hard to look at
item-graphic-hint = Blood, wounds, the dead. We warn those who open it.

## What was claimed beside what was recorded. “They” is who sent it. No word judges them.
item-recorded = Said and recorded
item-recorded-not-yet = The file is still being read.
item-recorded-nothing = The file says nothing about itself. Most do not.
item-recorded-at = Time in the file
item-recorded-zone = Time zone
item-recorded-zone-none = The camera does not say
item-recorded-device = Made with
item-recorded-software = Programs
item-place-agrees = The file is where they say it was.
item-place-apart = The file was made { $distance } from where they say it was.
item-time-agrees = The time in the file can be the time they say.
item-time-later = The time in the file is { $span } later than they say.
item-time-earlier = The time in the file is { $span } earlier than they say.
item-sent-after = Made { $span } before it was sent.
item-sent-before = The clock in the file shows { $span } after it was sent.
item-span-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
item-span-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
item-span-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
item-kilometres = { $km } km
item-north = north
item-north-east = north-east
item-east = east
item-south-east = south-east
item-south = south
item-south-west = south-west
item-west = west
item-north-west = north-west
item-map-claim = The place they name lies { $distance } from there ({ $direction }).
item-near = { $distance } from { $place }
item-c2pa = Content Credentials
item-c2pa-valid = The file is as it was signed.
item-c2pa-changed = The file is no longer as it was signed.
item-c2pa-invalid = The signature does not count.
item-c2pa-unreadable = The signature cannot be read.
item-c2pa-elsewhere = The signature is kept elsewhere. We asked nobody.
item-c2pa-issuer = Signed for
item-c2pa-signer = Signed by
item-c2pa-made-with = Signed with
item-c2pa-actions = What was done
item-c2pa-source = How it came to be
item-c2pa-reasons = Why
item-metadata = Everything the file says
item-metadata-withheld = { $count ->
    [one] { $count } field may say who made it and is not shown.
   *[other] { $count } fields may say who made it and are not shown.
}
item-metadata-ask = Ask to see who sent it
item-sum-place = Place: { $agree } as said, { $differ } not.
item-sum-time = Time: { $agree } as said, { $differ } not.

## What became of another contribution with the same file. $state is the name of its state, e.g. “Declined”.
item-earlier = { $state } { $span } ago
item-earlier-why = { $state } { $span } ago: { $why }
item-earlier-waits = { $state }, not decided

## The player.
item-play = Play
item-pause = Pause
item-frame-back = One frame back
item-frame-on = One frame on
item-speed = Speed
item-time = Time
item-mute = Sound off
item-unmute = Sound on
item-volume = Loudness
item-loop = Repeat from here
item-loop-end = Repeat to here
item-loop-off = Repeat no more
item-zoom = Size
item-nearer = Nearer
item-farther = Farther
item-whole = Whole picture
item-turn = Turn by a quarter
item-levels = Light and shadow
item-brightness = Brightness
item-contrast = Contrast
item-gamma = Shadows
item-as-is = As it is
item-full = Whole screen
item-strip = Files of this contribution
item-strip-file = File #1 of #2
item-player-keys = Keys of the player
item-player-keys-hint = They work while the picture or one of its controls has the focus.
item-move = Move the picture
item-other-file = Next or previous file
item-more = More
item-file-facts = About this file
