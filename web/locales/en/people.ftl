# The people of the newsroom, for admins.

# The page on which admins see who has a role, and the link to it.
people-title = People
people-lede = Who may see the desk, and what they may do there. Only administrators see this page.
people-back = Back to the people
people-name = Name
people-email = E-mail address
people-role = Role
# What the three roles may do. Under the field in which a role is chosen.
people-role-hint = An editor reads, decides and publishes. A chief editor also rules over how the desk works. An administrator also rules over people.
people-since = Here since
# When somebody last did something here.
people-active = Last active
people-never = not yet
people-factor = Second step
# Whether there is a second step.
people-factor-yes = Set up
people-factor-no = Missing
# A mark beside the name of somebody who may no longer sign in; also the name of the time of it.
people-removed = Removed
# Beside one's own name in the list.
people-own = (you)
people-invitations = Invited, not yet come
people-invitations-none = No invitation is open.
people-invitation-for = For
# In place of an address.
people-invitation-anyone = Whoever has the link
people-invitation-by = Invited by
# In place of a name: nobody's page made it.
people-invitation-by-system = the server
people-invitation-until = Works until
people-invitation-end = End it
people-invitation-over = This invitation has already been used or has ended. Nothing was changed.
people-invite-title = Invite a colleague
people-invite-email = Their e-mail address
people-invite-email-hint = We send them the link. Without an address you hand it over yourself.
people-invite-role-missing = Please choose a role.
people-invite-known = Someone of the newsroom has this address already. If they were removed, you can restore them.
people-invite-submit = Make the invitation
people-invited-title = The invitation is ready
# Above the link.
people-invited-lede = Whoever opens this link first gets an account with the role { $role }. It works once, for two days.
# Before the address.
people-invited-mail = We are also sending it to:
people-invited-once = The link is shown only now. Please hand it over in a safe way, in person if you can.
people-change-role = Change the role
# Under the form that changes a role.
people-signed-out = They are signed out everywhere and sign in again with the new role.
# Heading above taking access away and giving it back.
people-access = Access
people-reset = Reset the second step
people-reset-sure = Only do this when you are sure who is asking, for example because you see them. Passkeys, authenticator app and recovery codes are forgotten, and they are signed out everywhere. At their next sign-in they set up a new one.
people-reset-yes = Yes, reset it
people-remove = Remove from the newsroom
people-remove-sure = They are signed out everywhere at once and cannot sign in any more. Invitations they made end. What they decided and published stays. You can restore them later.
people-remove-yes = Yes, remove
# On the page of somebody who was removed.
people-removed-more = This person was removed and cannot sign in.
people-restore = Restore
people-restore-hint = They may sign in again, with the role above.
# Why one cannot remove oneself.
people-own-removal = You cannot remove yourself or reset your own second step here. Another administrator can.
people-own-factors = You change your own second step on the page of your account.
people-last-admin = This is the last administrator. Please make somebody else an administrator first; otherwise nobody could invite or remove people any more.
people-changed = A colleague has changed this person in the meantime. Nothing of yours was done. Please open the page again and look.
people-no-admin-any-more = Your own role was changed a moment ago, so nothing was done.
# The list of who did what to whom.
people-history-title = What happened
people-history-lede = Sign-ins and changes of the people of the newsroom, newest first. Nobody can change these lines; they go only with a person who asked to be forgotten.
people-history-none = Nothing happened yet.
people-event-when = When
people-event-who = Who
people-event-what = What
# The person to whom somebody else did it.
people-event-whom = To whom
# On which kind of device.
people-event-where = Device
# When a sign-in failed: in place of a name.
people-event-somebody = Somebody
# A newer version of the program wrote something down that this one has no words for.
people-event-unknown = Something else
# Subject of the mail with an invitation to become staff. { $site } is the newsroom.
people-letter-subject = You are invited to the newsroom of { $site }
people-letter = A colleague invites you to work at { $site }.
# Stands before the link.
people-letter-before = This link makes your account. It works once, for two days. Please do not pass it on.
# On the link.
people-letter-open = Accept the invitation
people-letter-otherwise = If you do not know what this is about, please ignore this mail. Nothing happens then.
