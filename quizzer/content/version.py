"""The version of an exercise: a hash of all that judges a submission, and of nothing that only speaks to people."""

from __future__ import annotations

import ast
import json
from dataclasses import asdict
from hashlib import sha256
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizzer.domain.exercise import EntryPoint, Limits


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


def without_wordings(source: str, wordings: Sequence[ast.expr]) -> str:
    """The source of checks with titles and hints blanked: rewording one makes no other exercise."""
    lines = [line.encode() for line in source.split("\n")]
    for node in sorted(wordings, key=lambda node: (node.lineno, node.col_offset), reverse=True):
        last = node.end_lineno or node.lineno
        tail = lines[last - 1][node.end_col_offset :]
        lines[node.lineno - 1 : last] = [lines[node.lineno - 1][: node.col_offset] + tail]
    return b"\n".join(lines).decode()
