# Mails to people with an account, or about to have one. Words of ours only.

# In every letter. { $site } is the newsroom's name. Letters hold no name of a person and nothing of what was sent.
letter-digits = Your code. It works for ten minutes, in the browser in which you asked for it:

# Before the link on a line of its own.
letter-link = Or open this link, on any device. It works for half an hour:
letter-ignore = If it was not you, you need not do anything: without the code or the link, nothing happens.
letter-foot = This mail comes from { $site }. We never ask for your password or a code by mail or by phone.

# To who wants an account.
letter-register-subject = Confirm your e-mail address for { $site }
letter-register = Somebody, most likely you, wants to make an account at { $site } with this e-mail address.
letter-register-open = Confirm my address

# To who wanted an account and has one already.
letter-known-subject = You have an account at { $site } already
letter-known = Somebody, most likely you, wanted to make an account at { $site } with this e-mail address. There is one already, so no second one was made.
letter-known-before = Sign in with it. If you do not know the password any more, you can choose a new one there:
letter-known-open = Sign in

# To who wants a new password.
letter-reset-subject = Choose a new password for { $site }
letter-reset = Somebody, most likely you, wants to choose a new password for your account at { $site }.
letter-reset-open = Choose a new password

# The password was changed.
letter-password-subject = Your password at { $site } was changed
letter-password = The password of your account was just changed. If it was you, you need not do anything.

# Before the link to the page on which a new password can be had.
letter-not-you = If it was not you, please choose a new password at once. Everybody else is then signed out:
letter-not-you-open = Choose a new password

# A change of address: first to the one that is left, then to the new one.
letter-change-from-subject = Your account at { $site } is to get another e-mail address
letter-change-from = Somebody, most likely you, wants your account to have another e-mail address. Whoever reads this address has to agree first.
letter-change-from-otherwise = If it was not you, do not agree, and choose a new password: somebody is signed in to your account.
letter-change-to-subject = Confirm your new e-mail address for { $site }
letter-change-to = Somebody, most likely you, wants to use this e-mail address for an account at { $site }.
letter-change-open = Agree to the change

# Somebody signed in. { $device } is browser and system, e.g. “Firefox · Android”.
letter-device-subject = A new sign-in to your account at { $site }
letter-device = Somebody signed in to your account with { $device }. We have not seen that there before. If it was you, you need not do anything.
letter-device-unknown = Somebody signed in to your account with a browser that we do not know. If it was you, you need not do anything.

# They asked to be forgotten. { $date } is a day in words.
letter-deletion-subject = Your account at { $site } will be deleted
letter-deletion = You asked us to forget you. On { $date } we delete your account and what belongs to it, for good.
letter-deletion-before = Until then you can change your mind: sign in and call it off.
letter-deletion-open = Sign in and call it off

# They are forgotten.
letter-erased-subject = Your account at { $site } is deleted
letter-erased = As you wished, your account and what belonged to it are deleted. Nothing is left but a number and the time. We forget this address, too, with this mail.

# An administrator took the second factor away.
letter-factors-subject = The second step of your sign-in at { $site } was reset
letter-factors = An administrator took away your passkeys, authenticator app and recovery codes, so that you can set up new ones. You were signed out everywhere. If you did not ask for this, please tell the newsroom at once.
letter-factors-before = At your next sign-in you set up a new second step:
letter-factors-open = Sign in

# Something became of what they sent. No word about what: others may read it.
letter-became-subject = There is news for you at { $site }
letter-became = Something became of what you sent us. We do not say it by mail, because others may read it.
letter-became-before = You see it when you sign in. There you can also say that you want no such mails:
letter-became-open = See what it is
