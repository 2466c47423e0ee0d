# One's own account, and what happened to it. Explanations stand in the English file.
