"""Whether a typed answer means the expected one: lenient in form, strict in value. Pure."""

from __future__ import annotations

import math
import re
import unicodedata
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizzer.domain.card import AnswerType

Item: TypeAlias = "float | str | tuple[Item, ...]"

# What a learner types is short; the cap keeps pasted books and million-digit integers out of the parsers.
MAX_TYPED_CHARACTERS = 500
_MAX_DEPTH = 8

_QUOTES = {"`": "`", '"': '"', "'": "'", "“": "”", "‘": "’", "「": "」"}
_DASHES = str.maketrans({"−": "-", "‐": "-", "‑": "-", "–": "-", "×": "x", "、": ",", "∞": "inf"})
_FINITE = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?", re.IGNORECASE)
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:[,_]\d{3})+(?:\.\d*)?")
_NAMED = re.compile(
    r"""(?P<sign>[+-]?)(?:float\(['"]|(?:torch|math|np|numpy)\.)?(?P<name>inf|infinity|nan)(?:['"]\))?""",
    re.IGNORECASE,
)
_WRAPPER = re.compile(r"(?:torch\.)?(?:size|tensor)\((?P<inside>.*)\)", re.IGNORECASE | re.DOTALL)
_TOKEN = re.compile(r"""[\[\](){}]|[,;\s]+|"[^"]*"|'[^']*'|[^\[\](){},;\s"']+|["']""")
_OPENING, _CLOSING = "[({", "])}"
# Python writes a set or dict in braces; a learner's braces mean a list all the same.
_BRACKETS = {"(": ")", "[": "]", "{": "}"}


def matches(
    typed: str,
    expected: str,
    *,
    kind: AnswerType,
    tolerance: float = 1e-4,
    accept: Sequence[str] = (),
) -> bool:
    """Tell whether ``typed`` means ``expected`` or one of ``accept``; ``tolerance`` is absolute, for numbers.

    Spacing, quotes, backticks, letter case and full-width forms never matter; an empty answer is never right.
    """
    if not _cleaned(typed):
        return False
    return any(_means(typed, wanted, kind=kind, tolerance=tolerance) for wanted in (expected, *accept))


def guess_kind(expected: str) -> AnswerType:
    """Tell how an answer written as text wants to be compared: ``(3, 8)`` is a shape, ``0.1`` a number."""
    cleaned = _cleaned(expected)
    if parse_number(cleaned) is not None:
        return "number"
    if cleaned.startswith("[") and parse_list(cleaned) is not None:
        return "list"
    bracketed = cleaned.startswith("(") or cleaned.casefold().startswith("torch.size")
    return "shape" if bracketed and parse_shape(cleaned) is not None else "text"


def parse_shape(text: str) -> tuple[int, ...] | None:
    """Read a shape from ``(2, 3)``, ``2x3``, ``[2, 3]``, ``2 3``, ``torch.Size([2, 3])``…; else None.

    Only explicit brackets mean the empty shape.
    """
    inside, bracketed = _without_brackets(_unwrapped(_cleaned(text)))
    if not inside:
        return () if bracketed else None
    parts = [part for part in re.split(r"\s*[xX*,;]\s*|\s+", inside) if part]
    if not parts or not all(re.fullmatch(r"\d{1,15}", part, re.ASCII) for part in parts):
        return None
    return tuple(int(part) for part in parts)


def parse_number(text: str) -> float | None:
    """Read a number from ``0.5``, ``1/2``, ``1e-3``, ``50%``, ``1,024``, ``inf``, ``nan``; else None."""
    cleaned = re.sub(r"\s*([/%])\s*|(?<=^[+-])\s+", r"\1", _unwrapped(_cleaned(text)))
    named = _NAMED.fullmatch(cleaned)
    if named:
        return float(named["sign"] + named["name"])
    if cleaned.endswith("%"):
        percent = _finite(cleaned[:-1])
        return None if percent is None else percent / 100
    numerator, slash, denominator = cleaned.partition("/")
    if not slash:
        return _finite(cleaned)
    above, below = _finite(numerator), _finite(denominator)
    return above / below if above is not None and below else None


def parse_list(text: str) -> tuple[Item, ...] | None:
    """Read a list from ``[2, 2, 1]``, ``2 2 1``, ``[[1, 2], [3, 4]]``; None if brackets do not pair.

    Items are numbers where they read as numbers, else folded text; the outermost brackets may be left out.
    """
    inside, bracketed = _without_brackets(_unwrapped(_cleaned(text)))
    stack: list[list[Item]] = [[]]
    pending: list[str] = []
    for token in _TOKEN.findall(inside):
        if token in _BRACKETS:
            if len(stack) > _MAX_DEPTH:
                return None
            pending.append(_BRACKETS[token])
            stack.append([])
        elif token in _CLOSING:
            if not pending or pending.pop() != token:
                return None
            closed = tuple(stack.pop())
            stack[-1].append(closed)
        elif token.strip(",; \t\n"):
            stack[-1].append(_item(token))
    return None if pending or not (stack[0] or bracketed) else tuple(stack[0])


def _means(typed: str, expected: str, *, kind: AnswerType, tolerance: float) -> bool:
    if _folded(typed) == _folded(expected):
        return True
    if kind == "shape":
        shape = parse_shape(expected)
        return shape is not None and parse_shape(typed) == shape
    if kind == "number":
        return _same_item(parse_number(typed), parse_number(expected), tolerance=tolerance)
    if kind == "list":
        return _same_item(parse_list(typed), parse_list(expected), tolerance=tolerance)
    return False


def _same_item(got: Item | None, want: Item | None, *, tolerance: float) -> bool:
    if isinstance(got, tuple) and isinstance(want, tuple):
        return len(got) == len(want) and all(
            _same_item(one, other, tolerance=tolerance) for one, other in zip(got, want, strict=True)
        )
    if isinstance(got, float) and isinstance(want, float):
        if math.isnan(want) or math.isinf(want):
            return math.isnan(got) if math.isnan(want) else got == want
        # The slack lets an answer that is off by exactly the tolerance pass despite binary rounding.
        return abs(got - want) <= tolerance + 1e-9 * (tolerance + abs(want))
    return got is not None and got == want


def _cleaned(text: str) -> str:
    """Compatibility forms folded, outer spaces and matching quotes gone, signs as on a keyboard."""
    cleaned = unicodedata.normalize("NFKC", text[:MAX_TYPED_CHARACTERS]).translate(_DASHES).strip()
    while len(cleaned) > 1 and _QUOTES.get(cleaned[0]) == cleaned[-1]:
        cleaned = cleaned[1:-1].strip()
    return cleaned


def _folded(text: str) -> str:
    """The form in which texts are compared: case folded, spaces kept only between Latin words or numbers."""
    cleaned = _cleaned(text).casefold().replace("`", "").rstrip("。!")
    if cleaned.endswith(".") and not cleaned.endswith("..") and not cleaned[:-1].isdigit():
        cleaned = cleaned[:-1]
    # "in place" and "in-place" are one answer; "-1" and "1" are not.
    cleaned = re.sub(r"(?<=[^\W\d_])-(?=[^\W\d_])", " ", cleaned)
    cleaned = re.sub(r"\s+", " ", cleaned).strip()
    return re.sub(r"(?<![a-z0-9_.]) | (?![a-z0-9_.])", "", cleaned)


def _unwrapped(cleaned: str) -> str:
    wrapper = _WRAPPER.fullmatch(cleaned)
    return wrapper["inside"].strip() if wrapper else cleaned


def _without_brackets(cleaned: str) -> tuple[str, bool]:
    """The inside of one pair of brackets that encloses everything, and whether there was one."""
    if len(cleaned) > 1 and _BRACKETS.get(cleaned[0]) == cleaned[-1]:
        depth = 0
        for position, character in enumerate(cleaned):
            depth += (character in _OPENING) - (character in _CLOSING)
            if depth == 0:
                encloses = position == len(cleaned) - 1
                return (cleaned[1:-1].strip(), True) if encloses else (cleaned, False)
    return cleaned, False


def _item(token: str) -> Item:
    number = parse_number(token)
    return _folded(token) if number is None else number


def _finite(text: str) -> float | None:
    if _GROUPED.fullmatch(text):
        text = text.replace(",", "").replace("_", "")
    elif not _FINITE.fullmatch(text):
        return None
    number = float(text)
    return number if math.isfinite(number) else None
