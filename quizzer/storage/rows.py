"""The base of the classes that together are a transaction: each owns the statements of one concern."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quizzer.storage.connection import Connection


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class Rows:
    """A connection inside a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection


def to_json(value: Any) -> str:
    """Compact JSON; equal values give equal strings, so that a sync can compare what is stored."""
    return _ENCODER.encode(value)


def from_json(stored: str) -> Any:
    """The value that ``to_json`` wrote."""
    return json.loads(stored)
