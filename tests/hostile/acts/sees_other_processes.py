"""Finds out whether another process lives."""

import os

os.kill(@CANARY@, 0)
