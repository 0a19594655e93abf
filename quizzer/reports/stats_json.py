"""``quizzer stats --json``: every figure by name; study days are dates, ``rate`` is null where nothing was reviewed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from quizzer.domain.memory import Rating
from quizzer.reports.stats_rows import RATING_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizzer.domain.memory import StudyDay
    from quizzer.domain.review import Retention
    from quizzer.domain.statistics import Group, Histogram, Misconception, Span, Statistics, Tally


def stats_object(found: Statistics, *, language: str) -> dict[str, Any]:
    """The object; texts of content are in ``language``."""
    overview, today = found.overview, found.today
    return {
        "deck": found.deck,
        "days": found.days,
        "due": overview.due,
        "new_today": overview.new_today,
        "new": overview.new,
        "learned": overview.learned,
        "cards": overview.cards,
        "states": {state.value: number for state, number in overview.by_state.items()},
        "retention": {"days": overview.retention_days, **_retention(overview.retention)},
        "today": {"date": _date(overview.today), **_answers(today)},
        "streak_days": found.streak.current,
        "longest_streak_days": found.streak.longest,
        "forecast": [
            {"date": _date(overview.today + ahead), "due": number} for ahead, number in enumerate(overview.forecast)
        ],
        "window": _tally(found.window),
        "history": [{"date": _date(day), **_tally(tally)} for day, tally in found.by_day.items()],
        "recent": _spans(found.recent),
        "weeks": _spans(found.weeks),
        "months": _spans(found.months),
        "decks": [_group(group, language=language) for group in found.decks],
        "topics": [_group(group, language=language) for group in found.topics],
        "kinds": [_group(group, language=language) for group in found.kinds],
        "weakest_topics": [{"topic": group.name, "deck": group.deck} for group in found.weakest],
        "buttons": {
            phase.value: {word: pressed.get(rating, 0) for rating, word in RATING_WORDS.items()}
            for phase, pressed in found.window.buttons.items()
        },
        "stability_days": _histogram(found.stability),
        "difficulty": _histogram(found.difficulty),
        "misconceptions": [_misconception(one, language=language) for one in found.misconceptions],
    }


def _date(day: StudyDay | int) -> str:
    return date.fromordinal(day).isoformat()


def _answers(tally: Tally) -> dict[str, Any]:
    return {
        "answers": tally.answers,
        "right": tally.right,
        "new": tally.new,
        "reviews": tally.reviews,
        "duration_s": round(tally.duration_s, 1),
    }


def _tally(tally: Tally) -> dict[str, Any]:
    return {
        **_answers(tally),
        "ratings": {RATING_WORDS[rating]: tally.rated(rating) for rating in Rating},
        "retention": _retention(tally.retention),
        "young": _retention(tally.young),
        "mature": _retention(tally.mature),
    }


def _retention(kept: Retention) -> dict[str, Any]:
    return {"rate": kept.rate, "remembered": kept.remembered, "total": kept.total}


def _spans(spans: Iterable[Span]) -> list[dict[str, Any]]:
    return [{"since": _date(span.since), "until": _date(span.until), **_tally(span.tally)} for span in spans]


def _group(group: Group, *, language: str) -> dict[str, Any]:
    return {
        "id": group.name,
        "deck": group.deck,
        "title": None if group.title is None else group.title.in_(language),
        "cards": group.cards,
        "learned": group.learned,
        **_tally(group.tally),
    }


def _histogram(shown: Histogram) -> dict[str, Any]:
    return {"edges": list(shown.edges), "counts": list(shown.counts), "median": shown.median}


def _misconception(one: Misconception, *, language: str) -> dict[str, Any]:
    return {
        "name": one.name,
        "topic": one.topic,
        "cards": list(one.cards),
        "times": one.times,
        "last_on": _date(one.last_on),
        "held": one.held,
        "feedback": None if one.feedback is None else one.feedback.in_(language),
    }
