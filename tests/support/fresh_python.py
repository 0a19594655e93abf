"""Code in an interpreter of its own, for what a module changes in the whole process."""

from __future__ import annotations

import subprocess
import sys


def said_by(code: str) -> str:
    """What it prints; it must end well."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout
