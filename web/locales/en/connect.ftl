# Signing in by another service, and linking it.
