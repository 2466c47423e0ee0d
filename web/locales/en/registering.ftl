# Registering, confirming an address, and a new password.

# Making an account. A reader on a phone has ten seconds for it.
register-title = Make an account
register-lede = With an account you find again what you sent, and you comment under your own name. Three fields, then a code by mail.
register-name-hint = Readers see it beside your comments. It need not be the name in your passport.

# The name is like an office of the newsroom (editor, admin), or like the newsroom's own.
register-name-office = This name sounds as if you spoke for the newsroom. Please choose another one.

# The name looks like that of somebody who works here.
register-name-staff = This name looks like that of somebody in our newsroom. Please add something to it, or choose another one.
register-email-hint = We send a code there. Nobody sees it here.
register-submit = Make the account

# Before the link “Sign in”.
register-have = Do you have an account already?
register-not-needed = You need no account to send us a story or to see what became of it.

# Typing the code that came by mail, or coming by the link in it.
verify-title = Confirm your e-mail address
verify-lede = We have sent you a mail. Type the code that is in it, or open its link on any device.
verify-sent-to = Sent to
verify-code-label = Code from the mail
verify-code-hint = Six digits. It works for ten minutes, in this browser.
verify-submit = Confirm

# Before the link “Ask for another mail”.
verify-nothing-came = Nothing came? Please look into the folder for unwanted mail, and check the address.
verify-again = Ask for another mail
verify-link-lede = One more step: press the button. Your account is then made, and you are signed in.
verify-link-submit = Confirm my address
verify-link-other = If you did not ask for an account, please just close this page.
verify-taken = There is an account with this e-mail address already. Please sign in with it, or choose a new password for it.

# Why a code or link opens nothing. Said for accounts, new passwords and changes of address alike.
verify-unknown-title = We do not know this link
verify-unknown = The link may have been cut off on its way. Please open it as a whole, or ask for another mail.
verify-ended-title = This mail has ended
verify-ended = A code works for ten minutes, a link for half an hour. Please ask for another mail.
verify-used-title = This mail has been used
verify-used = A mail works once. If it was you who used it, all is done. If it was not, please ask for another one at once.
verify-other-browser = A code works only in the browser in which you asked for it. Please type it there, open the link in the mail instead, or ask for another mail here.
verify-dead = Too many wrong codes were typed, so no code is taken any more. The link in the mail still works: please open it instead.
verify-wrong-title = This does not work
verify-wrong = This is not the code that we sent. Please compare it digit by digit with the newest mail.

# Asking for a mail with which a new password can be chosen. Never says whether there is an account.
forgot-title = Forgot your password?
forgot-lede = Tell us the e-mail address of your account. We send it a mail with which you choose a new password.
forgot-submit = Send the mail
forgot-elsewhere = If you sign in by another service, you need no password here. You may choose one all the same, if your account has an e-mail address.

# Before the link “Ask for another mail”.
forgot-nothing-came = Nothing came? We write only when there is an account with the address. Please look into the folder for unwanted mail, and check the address.
reset-title = Choose a new password
reset-lede = If there is an account with the address, a mail is on its way to it. Type the code that is in it, or open its link on any device.
reset-link-lede = This is for the account with this e-mail address.
reset-password-label = Your new password
reset-submit = Save and sign in
reset-ends = Everybody who is signed in to your account, on any device, is then signed out.
