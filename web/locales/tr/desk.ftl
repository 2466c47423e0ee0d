# The desk of the editors.
