"""Connects to a socket in the learner's home."""

import socket

socket.socket(socket.AF_UNIX).connect("@SOCKET@")
