"""Connects to a server of this machine."""

import socket

socket.create_connection(("127.0.0.1", @PORT@), timeout=2).close()
