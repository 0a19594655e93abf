"""Leaves a message in System V shared memory."""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
if (made := libc.shmget(0x71757A, 4096, 0o1600)) < 0:
    raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
