# expect: MLE
"""Allocates without end while it is imported."""
hoard = []
while True:
    hoard.append(bytearray(1 << 26))
