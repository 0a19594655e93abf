"""Adds a key to the kernel's keyring."""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
if libc.syscall(248, b"user", b"quizzer", b"x", 1, -2) < 0:
    raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
