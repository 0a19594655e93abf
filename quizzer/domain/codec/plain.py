"""What the codecs share: texts, instants, and one error for every shape that does not fit."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from quizzer.domain.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Plain: TypeAlias = dict[str, Any]

_T = TypeVar("_T")


class CodecError(ValueError):
    """A stored value does not have the shape that this version writes."""


def reading(what: str, read: Callable[[Mapping[str, Any]], _T], plain: Mapping[str, Any]) -> _T:
    """``read(plain)``, with every error of a wrong shape turned into CodecError."""
    try:
        return read(plain)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise CodecError(f"not a stored {what}: {error!r}") from error


def text_to_plain(text: Text | None) -> dict[str, str] | None:
    """A mapping of language tag to text, None for no text."""
    return None if text is None else text.plain()


def text_from_plain(plain: Mapping[str, str] | None) -> Text | None:
    """The text that ``text_to_plain`` wrote."""
    return None if plain is None else Text.of(plain)


def instant(at: datetime) -> str:
    """ISO 8601 in UTC; CodecError for a naive time."""
    if at.tzinfo is None:
        raise CodecError(f"an instant needs a time zone: {at!r}")
    return at.astimezone(UTC).isoformat()
