# Making an account, confirming an address, a forgotten password. Explanations stand in the English file.
