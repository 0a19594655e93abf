"""Writes a file outside its folder."""

open("@MARKER@", "w").write("was here")
