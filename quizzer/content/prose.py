"""Measures of a text: what is code in it, how long it reads, which numbers it names."""

from __future__ import annotations

import re

CHINESE = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")

_FENCE = re.compile(r"```.*?(?:```|\Z)", re.DOTALL)
_INLINE = re.compile(r"`[^`\n]*`")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_WORD = re.compile(r"[A-Za-z]{2,}")
_LATIN_WEIGHT = 0.35
"""A Chinese character carries about three times what a Latin letter does."""


def without_blocks(text: str) -> str:
    """The text without its fenced blocks of code."""
    return _FENCE.sub("", text) if "```" in text else text


def without_code(text: str) -> str:
    """The text without fenced blocks and inline code."""
    return _INLINE.sub("", without_blocks(text)) if "`" in text else text


def code_lines(text: str) -> list[str]:
    """The lines of all fenced blocks, the fences left out."""
    if "```" not in text:
        return []
    return [line for block in _FENCE.findall(text) for line in block.split("\n")[1:] if not line.startswith("```")]


def inline_code(text: str) -> list[str]:
    """The pieces of inline code, sorted."""
    return sorted(_INLINE.findall(without_blocks(text)))


def numbers(text: str) -> list[str]:
    """The numbers outside code, sorted."""
    return sorted(_NUMBER.findall(without_code(text)))


def same_code(one: str, other: str) -> bool:
    """Tell whether two texts have the same pieces of inline code, in any order."""
    if "`" not in one and "`" not in other:
        return True
    return _INLINE.findall(one) == _INLINE.findall(other) or inline_code(one) == inline_code(other)


def same_numbers(one: str, other: str) -> bool:
    """Tell whether two texts, equal in their code, name the same numbers in any order."""
    if _NUMBER.findall(one) == _NUMBER.findall(other):
        return True
    return numbers(one) == numbers(other)


def words(text: str) -> int:
    """How many Latin words of two letters or more stand outside code."""
    return len(_WORD.findall(without_code(text)))


def is_long(text: str, language: str, *, latin: int, chinese: int) -> bool:
    """Tell whether a text is longer than so many characters of its language."""
    if len(text) <= min(latin, chinese):
        return False
    if not language.startswith("zh"):
        return len(text) > latin
    wide = len(CHINESE.findall(text))
    return wide + _LATIN_WEIGHT * (len(text) - wide) > chinese
