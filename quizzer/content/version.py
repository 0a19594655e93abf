"""The version of an exercise: a hash of all that judges a submission, and of nothing that only speaks to people."""

from __future__ import annotations

import json
from dataclasses import asdict
from hashlib import sha256
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizzer.domain.exercise import EntryPoint, Limits

Span: TypeAlias = tuple[int, int, int, int]
"""Line (from 1) and column (from 0, in bytes of UTF-8) where a part of a source begins, and where it ends."""


def exercise_version(
    *,
    checks: str,
    fixtures: str | None,
    reference: str,
    entry_points: Sequence[EntryPoint],
    limits: Limits,
    forbidden: Sequence[str],
    runs: int = 1,
) -> str:
    """SHA-256, as 64 hexadecimal digits, over the parts that decide a verdict."""
    parts: dict[str, Any] = {
        "checks": checks,
        "fixtures": fixtures,
        "reference": reference,
        "entry_points": [asdict(point) for point in entry_points],
        "limits": asdict(limits),
        "forbidden": list(forbidden),
    }
    if runs > 1:
        # One run is left out, so that the versions from before exercises could ask for several still stand.
        parts["runs"] = runs
    return sha256(json.dumps(parts, sort_keys=True, ensure_ascii=True).encode()).hexdigest()


def without_unjudging(source: str, spans: Iterable[Span]) -> str:
    """The source of checks without what does not judge: rewording a title, say, makes no other exercise."""
    lines = [line.encode() for line in source.split("\n")]
    for first, column, last, end in sorted(spans, reverse=True):
        lines[first - 1 : last] = [lines[first - 1][:column] + lines[last - 1][end:]]
    return b"\n".join(lines).decode()
