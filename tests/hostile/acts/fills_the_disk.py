"""Writes more than its folder may hold."""

for number in range(18):
    with open(f"{number}", "wb") as file:
        file.write(bytes(1 << 24))
