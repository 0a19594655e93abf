"""Reads the environment of another process."""

open("/proc/@CANARY@/environ", "rb").read()
