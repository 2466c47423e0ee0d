# What became of a contribution.
