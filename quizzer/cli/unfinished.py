"""What is said of a saved file that cannot be judged yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizzer.reports.words import say

if TYPE_CHECKING:
    from quizzer.services.watch_reading import Unfinished


def why_unfinished(unfinished: Unfinished, *, language: str) -> str:
    """What a file still lacks, in the learner's language where Python does not say it."""
    if unfinished.empty:
        return say(language, "watch_empty")
    if unfinished.line is None:
        return unfinished.why
    return say(language, "watch_syntax", line=unfinished.line, text=unfinished.why)
