"""Instants and durations as the integers that the database keeps. Milliseconds; finer parts are cut off."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def to_ms(at: datetime) -> int:
    """Milliseconds since 1970 of an aware instant, rounded down; TypeError for a naive one."""
    return (at - _EPOCH) // _MILLISECOND


def from_ms(at_ms: int) -> datetime:
    """The UTC instant of a stored number of milliseconds."""
    return _EPOCH + timedelta(milliseconds=at_ms)
