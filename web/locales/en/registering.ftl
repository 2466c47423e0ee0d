# Making an account, confirming an address, a forgotten password.
