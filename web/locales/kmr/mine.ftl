# What a reader with an account has sent. Explanations stand in the English file.
