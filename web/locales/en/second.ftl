# Passkeys, authenticator apps, recovery codes: the second factor, and showing again who one is.

# /me/second: what somebody can show besides the password.
second-title = Two steps to sign in
second-lede = With a second step, your password alone opens nothing. Choose an authenticator app, a passkey, or both.
second-lede-staff = People of the newsroom always sign in with a second step. Two of them are safer than one: if one is lost, the other still works.
second-to-me = Back to my account
second-back = Back
# Refuses to remove what a person of the newsroom must not be without.
second-last = This is your only second step, and people of the newsroom need one. Please add another first; then you can remove this one.

# An authenticator app: a program on a phone that shows a new six-digit code every half minute.
second-app = Authenticator app
second-app-why = An app on your phone shows a new code every 30 seconds. It works without a network. Any such app will do.
second-app-start = Set up an app
second-app-since = In use since
second-app-replace = Change to another app or phone
second-app-remove = Remove the app
second-app-remove-sure = Its codes will then open nothing here any more.
second-app-go-on = An app is waiting for its first code: go on
# The three steps of setting one up.
second-app-step-get = Open your authenticator app. If you have none, get one from your phone's store.
second-app-step-scan = In the app, add an account and scan this picture.
second-app-step-code = Type the six digits that the app shows now.
# Read aloud in place of the picture.
second-app-qr = Picture for the camera of your authenticator app
second-app-open = The app is on this phone: open it
second-app-type = Or type this key into the app:
second-app-copy = Copy the key
second-app-confirm = Check and finish

# Between the password and the inside.
second-ask-title = The second step
second-ask-lede = Your first step was right. Please show that it is you.
second-ask-passkey-only = You chose a passkey as your second step. It needs a browser with script.
second-code-label = Code of the app
second-code-hint = Six digits from your authenticator app.
second-code-send = Go on
second-code-missing = Please type the code.
second-code-wrong = This code is not right, or it was used already. The app shows a new one every 30 seconds.
second-recovery-ask = Use a recovery code
second-recovery-label = Recovery code
second-recovery-hint = One of the ten codes that you kept when you set up the second step. Each works once.
second-lost = Is everything lost? People of the newsroom ask an administrator to reset the second step.
second-ended-title = Please sign in again
second-ended = The second step was not finished within ten minutes, or it was finished in another window.
# Staff has none yet: it is set up right after the password.
second-set-up-title = Add a second step
second-set-up-lede = For the safety of those who trust us, people of the newsroom sign in with a second step. Setting it up takes a minute. Choose one; you can add the other later.

# Recovery codes stand in for a lost phone. Shown once.
second-codes-title = Recovery codes
second-codes-lede = If your phone or key is lost, one of these codes takes the place of the second step. Each works once.
second-codes-once = You see them only now. Print them, or write them down, and keep them where your password is not.
second-codes-copy = Copy the codes
second-codes-print = Print
second-codes-kept = I have kept them: go on
second-codes-left = { $count ->
    [0] No code is left. Please make new ones.
    [one] { $count } code is left.
   *[other] { $count } codes are left.
}
second-codes-remake = Make new codes
second-codes-remake-sure = The old codes will then be worth nothing.

# A passkey is a key on a device, used with a fingerprint, a face or a PIN.
passkey-title = Passkeys
passkey-why = You sign in with the fingerprint, face or PIN of your device, without a password. A passkey cannot be given away to a false site.
passkey-use = Use a passkey
passkey-make = Add a passkey
passkey-unnamed = Passkey
passkey-added = Added
passkey-used = Last used
passkey-rename = Change the name
passkey-name-label = Name
passkey-name-hint = For example the device it is on.
passkey-name-save = Save
passkey-name-too-long = { $most ->
    [one] Please use at most { $most } character.
   *[other] Please use at most { $most } characters.
}
passkey-name-bad = The name holds characters that cannot be shown. Please type it again.
passkey-remove = Remove
passkey-remove-sure = It will then open nothing here any more. Please also delete it on your device.
passkey-not-here = Passkeys are not possible here: they need an address with a name, and a secure connection.
passkey-without-script = Passkeys need script, which is switched off in this browser.
passkey-too-many = You have as many passkeys as we keep. Please remove one that you do not use.
passkey-failed-title = This passkey did not work
passkey-other-way = Sign in another way
# While the browser asks the device.
passkey-waiting = Waiting for your device…
passkey-cancelled = Nothing was shown. Please try again.
passkey-known = This device has a passkey for you here already.
passkey-failed = It did not work. Please reload the page and try again.
passkey-late = This took longer than five minutes, or it was sent twice. Please try again.
passkey-wrong = This passkey does not open anything here. Please try another one, or another way.

# Before what cannot be undone.
again-title = Is it still you?
again-lede = What comes next is sensitive. Please show once more that it is you; this then holds for five minutes.
again-password-label = Your password
again-password-missing = Please enter your password.
again-password-wrong = The password is not right. Please try again.
again-go-on = Go on
again-service = Sign in again with { $service }
again-otherwise = Or sign out and sign in again.
