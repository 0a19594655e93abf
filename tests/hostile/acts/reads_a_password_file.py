"""Reads a file of the system."""

open("/etc/passwd").read()
