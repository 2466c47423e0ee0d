# The form for contributions.
