# Signing in by another service, and linking it. Explanations stand in the English file.
