# Mails about accounts.
