# Accounts: signing up and in.
