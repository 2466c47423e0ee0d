# One's own account, and what happened to it.
