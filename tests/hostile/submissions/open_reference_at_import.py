# expect: CE
"""Imports the reference solution."""
exec(open("@EXERCISE@/submissions/accepted/reference.py").read())
