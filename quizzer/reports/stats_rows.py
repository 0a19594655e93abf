"""The statistics as names and values, headings and rows: what the terminal and the web page have in common."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from quizzer.domain.memory import Rating
from quizzer.domain.statistics import Phase, Unit
from quizzer.reports.stats_words import say, spent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quizzer.domain.review import Retention
    from quizzer.domain.statistics import Group, Histogram, Misconception, Span, Statistics, Tally

Rows: TypeAlias = "tuple[list[str], Sequence[tuple[str, ...]]]"
"""Headings, and rows of as many cells; the first cell names its row."""

_WEEKLY_UP_TO_DAYS = 92
RATING_WORDS = {Rating.AGAIN: "again", Rating.HARD: "hard", Rating.GOOD: "good", Rating.EASY: "easy"}


def standing_rows(found: Statistics, *, language: str) -> Iterator[tuple[str, str]]:
    """The figures at the top, each with its name."""
    overview, today = found.overview, found.today
    if found.deck is not None:
        yield say(language, "deck"), found.deck
    yield say(language, "due_now"), str(overview.due)
    yield say(language, "new_left"), str(overview.new_today)
    yield say(language, "learned_cards"), str(overview.learned)
    yield say(language, "all_cards"), str(overview.cards)
    yield say(language, "retention", days=overview.retention_days), retention_text(overview.retention, language)
    yield (
        say(language, "today"),
        say(
            language,
            "today_right",
            answers=today.answers,
            right=today.right,
            new=today.new,
            spent=spent(today.duration_s, language=language),
        ),
    )
    runs = say(language, "streak_value", current=found.streak.current, longest=found.streak.longest)
    yield say(language, "streak"), runs


def year_text(found: Statistics, *, language: str) -> str:
    """The last year in a sentence."""
    year = found.recent[-1]
    studied = sum(day >= year.since for day in found.by_day)
    whole = year.until - year.since + 1
    return say(language, "year_value", days=studied, all=whole, answers=year.tally.answers)


def month_rows(found: Statistics, *, language: str) -> Iterator[tuple[str, str]]:
    """The months of the last year, oldest first: what a heat map shows, in words."""
    for month in found.months:
        studied = sum(month.since <= day <= month.until for day in found.by_day)
        whole = month.until - month.since + 1
        text = say(language, "month_value", days=studied, all=whole, answers=month.tally.answers)
        yield month_name(month.since), text if studied else say(language, "month_none")


def forecast_rows(found: Statistics, *, language: str) -> Iterator[tuple[str, int]]:
    """The days on which something falls due."""
    today = found.overview.today
    for ahead, number in enumerate(found.overview.forecast):
        if number:
            day = day_name(today + ahead)
            yield day if ahead else say(language, "overdue", date=day), number


def spent_rows(found: Statistics, *, language: str) -> Iterator[tuple[str, str]]:
    """How many answers the window has, and the time that they took."""
    window = found.window
    first = found.overview.today - found.days + 1
    studied = sum(day >= first for day in found.by_day)
    yield say(language, "answers"), str(window.answers)
    yield say(language, "spent"), spent(window.duration_s, language=language)
    if studied:
        yield say(language, "spent_each"), spent(window.duration_s / window.answers, language=language)
        yield say(language, "spent_day"), spent(window.duration_s / studied, language=language)


def recent_rows(found: Statistics, language: str) -> Rows:
    """True retention of today, and of the last week, month and year."""
    lengths = [span.until - span.since + 1 for span in found.recent]
    names = [say(language, "day_today") if days == 1 else say(language, "last_days", days=days) for days in lengths]
    return _retention_rows(say(language, "period"), names, found.recent, language)


def retention_course_rows(found: Statistics, language: str) -> Rows:
    """True retention of the spans of ``retention_course``."""
    spans, unit = retention_course(found)
    return _retention_rows(say(language, f"{unit.value}_of"), span_names(spans, unit), spans, language)


def retention_course(found: Statistics) -> tuple[list[Span], Unit]:
    """The weeks of the window, its months or years where it is long; those without reviews are left out."""
    unit = _retention_unit(found)
    first = found.overview.today - found.days + 1
    spans = {Unit.WEEK: found.weeks, Unit.MONTH: found.months}.get(unit, found.course)
    return [span for span in spans if span.until >= first and span.tally.retention.total], unit


def retention_heading(found: Statistics, *, language: str) -> str:
    """The heading over ``retention_course_rows``."""
    return say(language, f"retention_{_retention_unit(found).value}")


def course_heading(found: Statistics, *, language: str) -> str:
    """The heading over the answers of the window."""
    return say(language, f"course_{found.course_unit.value}", days=found.days)


def span_names(spans: Iterable[Span], unit: Unit) -> list[str]:
    """Days and weeks by the date on which they begin, months by year and month, years by their number."""
    length = {Unit.MONTH: len("2026-03"), Unit.YEAR: len("2026")}.get(unit)
    return [day_name(span.since)[:length] for span in spans]


def short_names(names: Iterable[str]) -> list[str]:
    """Days without their year: below a plot that is clear, and room is short."""
    return [name[5:] if len(name) == len("2026-03-01") else name for name in names]


def bins(shown: Histogram) -> list[tuple[str, int]]:
    """Each bin of a histogram and how many cards are in it."""
    edges = [f"{edge:g}" for edge in shown.edges]
    names = [f"<{edges[0]}", *(f"{low}–{high}" for low, high in pairwise(edges)), f"≥{edges[-1]}"]
    return list(zip(names, shown.counts, strict=True))


def day_name(day: int) -> str:
    """A study day as its date."""
    return date.fromordinal(day).isoformat()


def month_name(day: int) -> str:
    """The month of a study day."""
    return f"{date.fromordinal(day):%Y-%m}"


def retention_text(kept: Retention, language: str, *, nothing: str | None = None) -> str:
    """A rate with what it is made of; ``nothing`` (or a sentence) where nothing was reviewed."""
    if kept.rate is None:
        return say(language, "retention_none") if nothing is None else nothing
    return say(language, "share_of", percent=percent(kept.rate), part=kept.remembered, whole=kept.total)


def percent(rate: float) -> int:
    """A rate from 0 to 1 as whole percent; never 100 or 0 where it is not quite."""
    return min(99, max(1, round(100 * rate))) if 0 < rate < 1 else round(100 * rate)


def deck_rows(found: Statistics, language: str) -> Rows:
    """The decks by their id, which is what ``--deck`` takes."""
    return _group_rows(say(language, "deck"), found.decks, [group.name for group in found.decks], language)


def topic_rows(found: Statistics, language: str) -> Rows:
    """All topics."""
    return _group_rows(say(language, "topic"), found.topics, [group.name for group in found.topics], language)


def weakest_rows(found: Statistics, language: str) -> Rows:
    """The topics that are forgotten most."""
    return _group_rows(say(language, "topic"), found.weakest, [group.name for group in found.weakest], language)


def kind_rows(found: Statistics, language: str) -> Rows:
    """The kinds of cards by a word of the language."""
    names = [say(language, f"kind_{group.name}") for group in found.kinds]
    return _group_rows(say(language, "kind"), found.kinds, names, language)


def buttons_rows(tally: Tally, language: str) -> Rows:
    """How often each button was pressed, by what the card was before."""
    rows = [
        (say(language, f"phase_{phase.value}"), *(_presses(tally, phase, rating, language) for rating in Rating))
        for phase in Phase
        if tally.buttons.get(phase)
    ]
    return [say(language, "before"), *(say(language, RATING_WORDS[rating]) for rating in Rating)], rows


def _presses(tally: Tally, phase: Phase, rating: Rating, language: str) -> str:
    pressed = tally.buttons[phase]
    number, whole = pressed.get(rating, 0), sum(pressed.values())
    share = say(language, "percent", percent=percent(number / whole))
    return f"{number} · {share}" if number else "-"


def misconception_rows(found: Iterable[Misconception], language: str) -> Rows:
    """The named mistakes; what a card says to one is the last cell of its row, as Markdown."""
    keys = ("misconception", "topic", "times", "last_on", "state", "told")
    rows = [
        (
            one.name.replace("-", " "),
            one.topic,
            str(one.times),
            day_name(one.last_on),
            say(language, "held" if one.held else "overcome"),
            "-" if one.feedback is None else one.feedback.in_(language),
        )
        for one in found
    ]
    return [say(language, key) for key in keys], rows


def _retention_unit(found: Statistics) -> Unit:
    if found.course_unit is Unit.YEAR:
        return Unit.YEAR
    return Unit.WEEK if found.days <= _WEEKLY_UP_TO_DAYS else Unit.MONTH


def _retention_rows(first: str, names: Iterable[str], spans: Iterable[Span], language: str) -> Rows:
    headings = [first, *(say(language, name) for name in ("phase_young", "phase_mature", "both"))]
    rows = []
    for name, span in zip(names, spans, strict=True):
        kept = (span.tally.young, span.tally.mature, span.tally.retention)
        rows.append((name, *(retention_text(one, language, nothing="-") for one in kept)))
    return headings, rows


def _group_rows(heading: str, groups: Iterable[Group], names: Iterable[str], language: str) -> Rows:
    keys = ("cards_learned", "answers", "spent", "remembered")
    rows = [
        (
            name,
            f"{group.learned}/{group.cards}",
            str(group.tally.answers),
            spent(group.tally.duration_s, language=language) if group.tally.answers else "-",
            retention_text(group.tally.retention, language, nothing="-"),
        )
        for name, group in zip(names, groups, strict=True)
    ]
    return [heading, *(say(language, key) for key in keys)], rows
