# How people with an account are told that something became of what they sent; their picture; and what guests do while
# very many send at once.

## Notices
notices-title = Notices
notices-lede = When we decide about something you sent, we can tell you. We never say what it is about: you read that in your account.
notices-saved = Your choice is saved.
# Before the two boxes.
notices-legend = Tell me
notices-mail = by e-mail
notices-mail-hint = To the address of your account. The mail only says that there is something new.
notices-mail-none = Your account has no confirmed e-mail address, so no mail is sent until you add one.
notices-push = on my devices
# $count: browsers that were allowed.
notices-push-hint = { $count ->
    [0] You have not allowed it on any device yet.
    [one] Allowed on { $count } device. It shows that there is something new, and nothing else.
   *[other] Allowed on { $count } devices. They show that there is something new, and nothing else.
}
notices-save = Save
# The whole text on a locked phone that others may see: it must not say what this is about.
notices-push-title = There is something new for you
notices-here = This device
notices-here-on = This device is told.
notices-here-off = This device is not told.
notices-here-denied = Your browser does not allow it. You can change that in its settings for this site.
notices-here-failed = That did not work. Please try again later.
notices-here-allow = Allow on this device
notices-here-forget = Stop on this device
notices-forget = Stop on all devices
notices-forget-hint = For a device that you lost or gave away. Allowing it again takes one click on it.
# To the script of the page: what the browser gave us is no address of a push service.
notices-push-unknown = Your browser named a service that we do not send to.

## Picture
avatar-title = Your picture
avatar-lede = It stands beside your name. You need not have one.
# Read aloud in place of the picture.
avatar-yours = Your picture as others see it
avatar-coming = Your picture is here. It is being prepared; that takes a few seconds.
avatar-look = Look again
avatar-label = Picture
# $megabytes: the limit.
avatar-hint = One photo of up to { $megabytes } MB. Place, time and device in the file are removed.
avatar-choose = Use this picture
avatar-remove = Remove my picture
avatar-missing = Choose a picture first.
avatar-one = Choose only one picture.
avatar-film = This is a film or a sound. Choose a photo.
avatar-too-large = This picture is too large. It may have up to { $megabytes } MB.

## While very many send at once
# The error at the form, for who sends without script.
work-wait = Very many people are sending at this moment. Nothing is lost: please press “Send” again in a minute.
work-hint = Very many people are sending at this moment. If less than a minute has passed since this page opened, we ask you to press “Send” once more.
# With script: the device computes something for about two seconds.
work-working = Very many people are sending at this moment. Your device is showing that it does not flood us. Go on writing; it takes only moments.
work-holding = One moment; then it is sent by itself.
work-done = Your device is done: you can send.
