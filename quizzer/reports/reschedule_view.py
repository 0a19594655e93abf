"""``quizzer reschedule``: how many cards move, and what that makes of the days to come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text as RichText

from quizzer.reports.card_page import sentence
from quizzer.reports.memory_words import say
from quizzer.reports.tables import table

if TYPE_CHECKING:
    from quizzer.domain.rescheduling import Rescheduling
    from quizzer.reports.card_page import PageStyle


def rescheduling_page(found: Rescheduling, *, style: PageStyle) -> list[RichText]:
    """The counts, then the reviews due on each of the next days before and after."""
    language = style.language
    if not found.moved:
        return sentence(say(language, "moved_none", cards=found.cards), style=style)
    key = "moved" if found.stored else "would_move"
    counts = {"moved": found.moved, "cards": found.cards, "earlier": found.earlier, "later": found.later}
    headings = [say(language, one) for one in ("due_on_day", "due_before", "due_after")]
    days = ("due_today", "due_tomorrow")
    rows = [
        [say(language, days[ahead] if ahead < len(days) else "due_in", days=ahead), str(before), str(after)]
        for ahead, (before, after) in enumerate(zip(found.due_before, found.due_after, strict=True))
    ]
    lines = [*sentence(say(language, key, **counts), style=style), RichText()]
    lines += table(headings, rows, wrapped=0, numbers=frozenset({1, 2}), style=style)
    if found.stored:
        lines += [RichText(), *sentence(say(language, "moved_next"), style=style)]
    return lines


def rescheduling_object(found: Rescheduling) -> dict[str, Any]:
    """The object of ``reschedule --json``."""
    return {
        "cards": found.cards,
        "moved": found.moved,
        "earlier": found.earlier,
        "later": found.later,
        "due_before": list(found.due_before),
        "due_after": list(found.due_after),
        "stored": found.stored,
    }
