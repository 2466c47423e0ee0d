# One's own account, and what happened to it.

# The first page. $date is a day in words.
me-since = Here since { $date }
# Headings of groups of links.
me-group-doing = What you do here
me-group-self = About you
me-group-doors = Signing in
me-group-data = Your data
# Each is a link; the hint stands below it.
me-contributions = What you sent
me-contributions-hint = And what became of it
me-notices = Notices
me-notices-hint = When we tell you something, and how
me-profile = Name and language
me-email = E-mail address
me-email-none = None yet
me-password = Password
me-connections = Connected services
me-connections-hint = Sign in with an account you have elsewhere
me-second = Second step
me-second-hint = Passkeys, and codes of an authenticator app
me-sessions = Devices
me-sessions-hint = Where you are signed in
me-history = What happened
me-history-hint = Sign-ins and changes
me-export = Take everything along
me-export-hint = All we keep of you, in one file
me-delete = Delete the account

# A banner on the account's pages. $when is a day and a time.
me-leaving-title = This account will be deleted
me-leaving = On { $when } everything that belongs to it goes for good. Until then you can keep it. If it was not you who asked for this, keep it and change your password.
me-leaving-call-off = Keep my account
me-called-off = Your account stays.

# Name and language.
me-name-hint = Readers see it where you write under your name. It need not be your real one.
me-language-label = Language of our mails
me-language-hint = In this language we write to you.
me-language-missing = Please choose one of the languages.
me-save = Save
me-saved = Saved.

# Password.
me-password-lede = With a new password, all your other devices are signed out.
me-password-first = So far you sign in without a password. With one, you can also sign in with your e-mail address.
me-password-no-email = A password works together with an e-mail address, and you have none here yet.
me-password-old = Your password until now
me-password-old-wrong = This is not your password until now. Please try again.
me-password-new = New password
me-password-submit = Set the new password
me-password-forgot = I do not know my password any more
me-password-changed = Your new password is set. All your other devices are signed out.
me-password-raced = Your password was changed at the same moment somewhere else. Nothing was changed now. Please look again.

# E-mail address.
me-email-add = Add an e-mail address
me-email-now = Until now
me-email-lede = We send a code to the old address and one to the new one. When both are confirmed, the address is changed.
me-email-lede-first = We send a code to the address. When it is confirmed, you can sign in with it.
me-email-new = New e-mail address
me-email-submit = Send the codes
me-email-same = This is your address already.
me-email-confirm-title = Confirm the address
me-email-confirm-lede = Two mails are on their way, one to each address. Type the code of each here, or open the link in it.
me-email-confirm-lede-first = A mail is on its way. Type its code here, or open the link in it.
me-email-code = Code from the mail to { $email }
me-email-code-missing = Please type at least one of the codes.
me-email-confirm-submit = Confirm
me-email-again = Begin again
me-email-none-open = No change is under way, or its time is over.
# One of the two addresses is confirmed.
me-email-half = { $email } is confirmed.
# The page behind the link in a mail.
me-email-link-title = Change of e-mail address
me-email-link-from = An account with the address { $email } is to get another one. Do you agree?
me-email-link-to = An account is to have the address { $email }. Do you agree?
me-email-link-not-you = If this was not you, leave this page. Nothing is changed then.
me-email-confirmed = Confirmed
me-email-other-waits = Now the other address has to be confirmed, too, by the mail that was sent there.
me-email-changed = Your e-mail address is changed.
me-email-taken = There is another account with the new address. Nothing was changed. You can sign in to that account with it, or choose another address.
me-email-raced = Something about this change is different by now, perhaps because it was begun again. Nothing was changed. Please begin again.

# Devices. $when is a day and a time.
me-sessions-lede = Here you are signed in. Sign out what you do not know, then change your password.
me-device-unknown = Unknown device
me-session-here = This device
me-session-used = Last used { $when }
me-session-since = Signed in { $when }
me-session-end = Sign out
me-session-ended = That device is signed out.
me-sessions-end-all = Sign out all other devices
me-sessions-ended = All other devices are signed out.
me-signout-everywhere = Sign out everywhere, here too
# How somebody signed in.
me-method-password = With the password
me-method-provider = With another service
me-method-passkey = With a passkey
me-method-invitation = By an invitation
me-method-mail-code = With a mail from us

# What happened.
me-history-lede = If there is something here that you do not know, sign out the device and change your password.
# $name is a person of the newsroom.
me-history-by = By { $name }
me-history-cut = These are the newest. All are in the file:

# Taking everything along.
me-export-lede = You get one file (ZIP) with everything that we keep of you:
me-export-account = your account: name, address, connected services, devices and settings
me-export-history = what happened to it
me-export-sent = what you sent, with its photos and films as you sent them, and what became of it
me-export-left-out = Only what opens a door is left out: your password and the codes, of which we keep nothing that can be read anyway.
me-export-care = The file may be large. It is open to whoever has it: keep it where only you can reach it.
me-export-submit = Download everything
# Stands as README.txt in the archive.
me-export-readme = This archive holds everything that we keep of you. account.json is your account, table by table; what opens a door is left out and named under "left_out". history.json is what happened to your account. In the folders is what you sent, and what became of it.

# Deletion.
me-delete-lede = { $days ->
    [0] Your account is deleted as soon as you ask for it.
    [one] You have { $days } day to think it over. Then everything goes, and nobody can bring it back.
   *[other] You have { $days } days to think it over. Then everything goes, and nobody can bring it back.
}
me-delete-goes = What goes
me-delete-goes-account = Your account: name, address, password, connected services, devices and history.
me-delete-goes-sent = What you sent with this account, with all its photos and films.
me-delete-goes-public = What we published of it: it can no longer be read here. We cannot call back what others copied.
me-delete-stays = What stays
me-delete-stays-id = A number that means nothing to anyone, and when the account was made and deleted.
me-delete-stays-staff = What you decided and published as one of the newsroom stays, without your name.
me-delete-export-first = Take everything along first
me-delete-submit = Delete my account
me-delete-sure = Everything goes on { $when }. Until then you can sign in and keep the account. All your other devices are signed out now.
me-delete-yes = Yes, delete it
me-delete-last-admin = You are the only administrator. Please make somebody else one first: otherwise nobody could let people in any more.

# Kinds of events, each as a line in the history. Some are followed by a colon and a name: of a service, a passkey or a role.
event-registered = The account was made
event-signed-in = Signed in
event-sign-in-failed = Somebody tried to sign in and could not
event-signed-out = A device was signed out
event-signed-out-everywhere = All other devices were signed out
event-password-changed = The password was changed
event-password-reset = A new password was set by a mail
event-email-changed = The e-mail address was changed
event-name-changed = The name was changed
event-linked = A service was connected
event-unlinked = A service was disconnected
event-passkey-added = A passkey was added
event-passkey-removed = A passkey was removed
event-passkey-copied = A passkey was refused, because somebody may have a copy of it
event-app-added = An authenticator app was added
event-app-removed = The authenticator app was removed
event-codes-made = New recovery codes were made
event-code-used = A recovery code was used
event-exported = Everything was taken along as a file
event-deletion-asked = Deletion of the account was asked for
event-deletion-called-off = The deletion was called off
event-invited = Somebody was invited
event-invitation-ended = An invitation was withdrawn
event-role-changed = The role was changed
event-removed = Access was removed
event-restored = Access was restored
event-factors-reset = The second step was reset
