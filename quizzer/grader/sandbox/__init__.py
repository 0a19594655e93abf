"""Locking a forked child down on Linux: namespaces, Landlock, seccomp, resource limits. Imports no torch."""
