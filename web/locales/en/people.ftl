# The people of the newsroom, for admins.
