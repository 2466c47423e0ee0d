# Passkeys, authenticator apps, recovery codes: the second factor, and showing again who one is. Explanations stand in the English file.
