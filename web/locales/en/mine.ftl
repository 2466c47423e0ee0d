# What a reader with an account has sent.
