# Accounts: signing up and in.

# What a person of the newsroom may do. Used alone, and inside invite-lede.
role-editor = Editor
role-chief = Chief editor
role-admin = Administrator

account-email-label = Your e-mail address
account-email-missing = Please enter your e-mail address.
account-email-bad = This does not look like an e-mail address we can use. It looks like name@example.org, in plain Latin letters.
account-email-taken = There is an account with this e-mail address already. Please sign in with it, or ask for an invitation to another address.
account-name-label = Your name
account-name-hint = Your colleagues in the newsroom see it; readers do not.
account-name-missing = Please enter your name.
account-name-too-long = { $most ->
    [one] Please use at most { $most } character.
   *[other] Please use at most { $most } characters.
}
account-name-bad = Your name holds characters that cannot be shown. Please type it again.

# Choosing a password.
password-too-short = { $least ->
    [one] Please use at least { $least } character. A few words in a row are easy to keep in mind.
   *[other] Please use at least { $least } characters. A few words in a row are easy to keep in mind.
}
password-too-long = { $most ->
    [one] Please use at most { $most } character.
   *[other] Please use at most { $most } characters.
}
password-common = This password is one of the first that attackers try. Please choose a few words in a row that only you would think of.
password-telling = Please leave your e-mail address and the name of the newsroom out of the password: attackers know them.

# Signing in.
signin-title = Sign in
signin-lede = For readers with an account, and for the people of the newsroom.
signin-password-label = Your password
signin-password-missing = Please enter your password.
signin-submit = Sign in
signin-wrong = The e-mail address or the password is not right. Please check both and try again.
signin-no-account = You need no account to send us a story or to see what became of it. People of the newsroom get theirs by an invitation from a colleague.

# The page behind an invitation's link.
invite-title = Welcome to the newsroom
invite-lede = You are invited to { $site }. Your role: { $role }. Tell us who you are and choose a password; then you are signed in.
invite-email-fixed = The invitation is for this address. You sign in with it.
invite-email-hint = You sign in with it. It is not shown to readers.
invite-password-label = Choose a password
invite-password-hint = At least 12 characters. A few words in a row are good; digits and signs are not needed.
invite-submit = Begin

invite-used-title = This invitation has been used
invite-used = An invitation works once. If it was you who used it, please sign in. If it was not, tell the person who invited you at once.
invite-expired-title = This invitation has ended
invite-expired = An invitation ends after two days, and when a newer one takes its place. Please look for a newer one, or ask the person who invited you.
invite-unknown-title = We do not know this invitation
invite-unknown = The link may have been cut off on its way. Please open it again as a whole, or ask the person who invited you for a new one.

# One's own account.
me-role = Your role
me-signout = Sign out
me-signout-hint = On a computer that others use too, please sign out when you go.
