# Signing in by another service, and linking it. { $service } is the name of the service: Google, Apple, "Rudaw staff" …

# Above the buttons, on the pages for signing in and for making an account.
connect-using = Or connect using
# Under it, and before leaving for the service.
connect-tells = The service will know that you signed in here. We keep who you are there, your name and the e-mail address it names, and nothing else.
# On a button. The services ask for these words ("Continue with Google").
connect-with = Continue with { $service }

# The page on the way to the service; it goes on by itself.
connect-leave-title = You are on your way to { $service }
connect-leave-go = Go on to { $service }

# Something went wrong on the way. A title and a sentence or two each.
connect-again-title = Please begin again
connect-again = The way there and back may take ten minutes, works once, and only in the browser where it began. Nothing was changed.
connect-cancelled-title = You did not go on
connect-cancelled = You stopped at { $service }. Nothing was changed.
connect-down-title = { $service } does not answer
connect-down = { $service } cannot be reached just now. Please try again a little later, or sign in another way. Nothing was changed.
connect-refused-title = This did not work
connect-refused = What { $service } told us could not be checked, so nobody was signed in. Please try again. If it happens again, sign in another way and tell us. Nothing was changed.
connect-closed-title = You cannot sign in
connect-closed = This account may not sign in any more. If you think that this is a mistake, please write to the newsroom.
connect-others-title = Another account has it
connect-others = Your account at { $service } belongs to another account here. Sign in with it, remove it there, then link it here. Nothing was changed.
connect-has-one-title = { $service } is linked already
connect-has-one = Your account here is linked to another account at { $service }. Remove that one first. Nothing was changed.
connect-signed-out-title = Please sign in first
connect-signed-out = Whoever wanted to link { $service } is not signed in any more. Nothing was changed.
connect-to-signin = To signing in
connect-to-connections = To your linked services

# The service named no name, or one that will not do.
connect-name-title = What may we call you?
connect-name-lede = { $service } knows you; we need a name that may stand here. Then you are signed in.
connect-name-hint = Readers see it where you comment. Any script is welcome.
connect-name-submit = Begin

# The page of one's linked services.
connect-connections-title = Linked services
connect-connections-lede = With these you can sign in to your account here.
connect-connections-none = No service is linked to your account.
connect-email = E-mail address there
# Behind an address, when the service does not say that it belongs to the person.
connect-email-unverified = (not confirmed by the service)
connect-linked-at = Linked
connect-used-at = Last used
connect-remove = Remove
connect-remove-sure = Afterwards you cannot sign in here with { $service } any more. Your account stays.
connect-remove-yes = Remove { $service }
connect-last-way = { $service } is the only way into your account. Add a password, a passkey or another service first; then you can remove it.
connect-link-title = Link a service
# On a button.
connect-link = Link { $service }
connect-to-me = To your account
