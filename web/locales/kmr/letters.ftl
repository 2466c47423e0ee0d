# Mails about accounts. Explanations stand in the English file.
