"""What a submission printed, made safe for a terminal, a table, or XML."""

from __future__ import annotations

import unicodedata


def readable_output(raw: bytes) -> str:
    """UTF-8 text with everything but printable characters, spaces and line ends removed."""
    text = raw.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return "".join(character for character in text if character in "\n\t" or not _is_control(character))


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
