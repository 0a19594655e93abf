"""Starts a program."""

import subprocess

subprocess.run(["/bin/true"], check=True)
