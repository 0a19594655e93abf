"""``quizzer stats``: the numbers in two columns, and a bar for each day to come."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from rich.text import Text as RichText

from quizzer.reports.tables import pairs
from quizzer.reports.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizzer.domain.overview import Overview
    from quizzer.reports.card_page import PageStyle

BAR_COLUMNS = 30
_SECONDS_PER_MINUTE = 60


def stats_page(overview: Overview, *, style: PageStyle) -> list[RichText]:
    """The numbers, then the forecast."""
    language = style.language
    rows = [
        (say(language, "due_now"), str(overview.due)),
        (say(language, "new_left"), str(overview.new_today)),
        (say(language, "learned_cards"), str(overview.learned)),
        (say(language, "all_cards"), str(overview.cards)),
        (say(language, "retention", days=overview.retention_days), _retention(overview, language=language)),
        (say(language, "today"), _today(overview, language=language)),
        (say(language, "streak"), str(overview.streak_days)),
    ]
    heading = RichText(say(language, "forecast", days=len(overview.forecast)), style="bold")
    bars = list(_bars(overview.forecast, language=language))
    return [*pairs(rows, style=style), RichText(), heading, *pairs(bars, style=style)]


def _retention(overview: Overview, *, language: str) -> str:
    retention = overview.retention
    if retention.rate is None:
        return say(language, "retention_none")
    percent = round(100 * retention.rate)
    return say(language, "retention_value", percent=percent, remembered=retention.remembered, total=retention.total)


def _today(overview: Overview, *, language: str) -> str:
    answered = overview.answered
    minutes = round(answered.duration_s / _SECONDS_PER_MINUTE)
    return say(language, "today_value", answers=answered.answers, new=answered.new, minutes=minutes)


def _bars(forecast: Sequence[int], *, language: str) -> Iterator[tuple[str, str]]:
    most = max(forecast, default=0)
    names = {0: "day_today", 1: "tomorrow"}
    for ahead, number in enumerate(forecast):
        # Rounded up: a day with one card has a bar, however short beside the longest.
        length = -(-number * BAR_COLUMNS // most) if most else 0
        yield say(language, names.get(ahead, "day_in"), days=ahead), f"{number:>4} {'█' * length}".rstrip()


def stats_object(overview: Overview) -> dict[str, Any]:
    """The object of ``stats --json``; study days are dates, ``rate`` is null where nothing was reviewed."""
    retention, answered = overview.retention, overview.answered
    return {
        "due": overview.due,
        "new_today": overview.new_today,
        "new": overview.new,
        "learned": overview.learned,
        "cards": overview.cards,
        "states": {state.value: number for state, number in overview.by_state.items()},
        "retention": {
            "days": overview.retention_days,
            "rate": retention.rate,
            "remembered": retention.remembered,
            "total": retention.total,
        },
        "today": {
            "date": date.fromordinal(overview.today).isoformat(),
            "answers": answered.answers,
            "new": answered.new,
            "reviews": answered.review,
            "duration_s": round(answered.duration_s, 1),
        },
        "streak_days": overview.streak_days,
        "forecast": [
            {"date": date.fromordinal(overview.today + ahead).isoformat(), "due": number}
            for ahead, number in enumerate(overview.forecast)
        ],
    }
