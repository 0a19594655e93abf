"""Asks for an io_uring, which does calls past the filter."""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
if libc.syscall(425, 8, ctypes.create_string_buffer(256)) < 0:
    raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
