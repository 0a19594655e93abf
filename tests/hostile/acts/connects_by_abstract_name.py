"""Connects to a socket that has no path."""

import socket

socket.socket(socket.AF_UNIX).connect("\0@ABSTRACT@")
