"""What the program says in English, in Simplified Chinese: the tables that a ``Phrasebook`` is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizzer.reports.chinese import calls, errors, help_authoring, help_learning, import_errors

if TYPE_CHECKING:
    from collections.abc import Mapping


def tables() -> tuple[Mapping[str, str], ...]:
    """Every table, from English to Chinese."""
    return tuple(one.CHINESE for one in (help_learning, help_authoring, calls, errors, import_errors))
