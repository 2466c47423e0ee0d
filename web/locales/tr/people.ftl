# The people of the newsroom, for admins. Explanations stand in the English file.
