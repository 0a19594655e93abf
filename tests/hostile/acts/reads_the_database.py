"""Reads the learner's database."""

open("@DATABASE@", "rb").read()
