"""Counting: the answers of a log by day and by group of cards, days in a row, distributions. Pure functions.

A log may have hundreds of thousands of answers: each is looked at once, in ``Ledger.enter``, and all figures are
made of the few thousand counts that this leaves.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from datetime import date
from statistics import median
from typing import TYPE_CHECKING, TypeAlias

from quizzer.domain.memory import Rating, StudyDay
from quizzer.domain.review import Retention
from quizzer.domain.statistics import BUTTONS, Histogram, LoggedAnswer, Misconception, Phase, Span, Streak, Tally, Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from quizzer.domain.card import CardId, TopicId
    from quizzer.domain.statistics import Group, LoggedMistake
    from quizzer.domain.text import Text

_Counts: TypeAlias = dict[int, list[int]]
"""How many answers and how many milliseconds, by twice their button, plus 1 for a card's first answer of its day."""

_PRIOR_REVIEWS = 10


class Ledger:
    """Answers counted by study day, and, from the day ``since`` on, by the group that ``group_of`` says of a card."""

    def __init__(self, since: StudyDay, group_of: Mapping[int, int]) -> None:
        self._since = since
        self._group_of = group_of
        self._by_day: dict[StudyDay, _Counts] = defaultdict(dict)
        self._by_group: dict[int, _Counts] = defaultdict(dict)

    def enter(self, answers: Iterable[LoggedAnswer]) -> None:
        """Count the answers, which come day by day and within a day in the order in which they were given."""
        by_group, group_of, since = self._by_group, self._group_of, self._since
        seen: set[int] = set()
        today, of_today = None, {}
        for on, card, button, duration_ms in answers:
            if on != today:
                today, of_today = on, self._by_day[on]
                seen.clear()
            alike = 2 * button + (card not in seen)
            seen.add(card)
            _count(of_today, alike, duration_ms)
            if on >= since:
                _count(by_group[group_of[card]], alike, duration_ms)

    def days(self) -> dict[StudyDay, Tally]:
        """The days that have answers, oldest first."""
        return {day: _tally([self._by_day[day]]) for day in sorted(self._by_day)}

    def span(self, since: StudyDay, until: StudyDay) -> Span:
        """All answers from one study day to another, both included."""
        return Span(since, until, _tally(counts for day, counts in self._by_day.items() if since <= day <= until))

    def groups(self, groups: Iterable[int]) -> Tally:
        """The answers to the cards of several groups together, from the day ``since`` on."""
        return _tally(self._by_group[group] for group in groups if group in self._by_group)


def _count(counts: _Counts, alike: int, duration_ms: int) -> None:
    cell = counts.get(alike)
    if cell is None:
        counts[alike] = [1, duration_ms]
    else:
        cell[0] += 1
        cell[1] += duration_ms


def _tally(parts: Iterable[_Counts]) -> Tally:
    buttons: dict[Phase, dict[Rating, int]] = {}
    kept = {Phase.YOUNG: [0, 0], Phase.MATURE: [0, 0]}
    duration_ms = 0
    for counts in parts:
        for alike, (number, spent_ms) in counts.items():
            phase, rating = BUTTONS[alike // 2]
            pressed = buttons.setdefault(phase, {})
            pressed[rating] = pressed.get(rating, 0) + number
            duration_ms += spent_ms
            if alike % 2 and phase in kept:
                kept[phase][0] += number * (rating is not Rating.AGAIN)
                kept[phase][1] += number
    return Tally(buttons, duration_ms / 1000, Retention(*kept[Phase.YOUNG]), Retention(*kept[Phase.MATURE]))


def spans_between(since: StudyDay, until: StudyDay, unit: Unit) -> list[tuple[StudyDay, StudyDay]]:
    """First and last day of each day, week (from Monday), month or year that touches the days ``since`` to ``until``.

    The last span ends with ``until``.
    """
    found = []
    first = _first_of(since, unit)
    while first <= until:
        following = _first_after(first, unit)
        found.append((first, StudyDay(min(until, following - 1))))
        first = following
    return found


def _first_of(day: StudyDay, unit: Unit) -> StudyDay:
    on = date.fromordinal(day)
    back = {Unit.DAY: 0, Unit.WEEK: on.weekday(), Unit.MONTH: on.day - 1, Unit.YEAR: on.timetuple().tm_yday - 1}
    return StudyDay(day - back[unit])


def _first_after(first: StudyDay, unit: Unit) -> StudyDay:
    begins = date.fromordinal(first)
    if unit is Unit.YEAR:
        return StudyDay(begins.replace(year=begins.year + 1).toordinal())
    if unit is Unit.MONTH:
        return StudyDay(begins.replace(year=begins.year + begins.month // 12, month=begins.month % 12 + 1).toordinal())
    return StudyDay(first + (1 if unit is Unit.DAY else 7))


def streak(studied: Collection[StudyDay], *, today: StudyDay) -> Streak:
    """Study days in a row up to today, and the longest run; a day that has only begun breaks none."""
    day = today if today in studied else StudyDay(today - 1)
    current = 0
    while day in studied:
        current += 1
        day = StudyDay(day - 1)
    longest = run = 0
    before: StudyDay | None = None
    for day in sorted(studied):
        run = run + 1 if before is not None and day == before + 1 else 1
        longest, before = max(longest, run), day
    return Streak(current, longest)


def histogram(values: Sequence[float], edges: tuple[float, ...]) -> Histogram:
    """How many values lie below the first edge, from each edge to the next, and from the last on."""
    counts = [0] * (len(edges) + 1)
    for value in values:
        counts[bisect_right(edges, value)] += 1
    return Histogram(edges, tuple(counts), median(values) if values else None)


def weakest(groups: Iterable[Group], *, overall: Retention, most: int) -> tuple[Group, ...]:
    """The groups with something forgotten, most forgetful first.

    A group with few reviews is judged as if it had ten more at the ``overall`` rate: two unlucky answers are no proof
    of weakness.
    """
    usual = overall.rate or 0.0

    def expected_rate(group: Group) -> float:
        kept = group.tally.retention
        return (kept.remembered + usual * _PRIOR_REVIEWS) / (kept.total + _PRIOR_REVIEWS)

    forgetful = [group for group in groups if group.tally.retention.remembered < group.tally.retention.total]
    return tuple(sorted(forgetful, key=lambda group: (expected_rate(group), group.name))[:most])


def misconceptions(
    made: Iterable[LoggedMistake], feedback: Callable[[CardId, str], Text | None]
) -> list[Misconception]:
    """The mistakes, given oldest first, by topic and name: those still held first, then the most frequent.

    ``feedback`` tells what a card says to a mistake.
    """
    by_name: dict[tuple[TopicId, str], list[LoggedMistake]] = defaultdict(list)
    for one in made:
        by_name[one.topic, one.name].append(one)
    found = [
        Misconception(
            name=name,
            topic=topic,
            cards=tuple(dict.fromkeys(one.card for one in times)),
            times=len(times),
            last_on=times[-1].on,
            held=not all(one.right_since for one in times),
            feedback=feedback(times[-1].card, name),
        )
        for (topic, name), times in by_name.items()
    ]
    return sorted(found, key=lambda one: (not one.held, -one.times, -one.last_on, one.topic, one.name))


def heat_levels(answers: Mapping[StudyDay, int], *, levels: int) -> dict[StudyDay, int]:
    """How warm each day with answers is, from 1 to ``levels``.

    The warmest level begins near the 90th percentile, so that one marathon does not make every other day look idle.
    """
    busy = sorted(number for number in answers.values() if number)
    top = busy[len(busy) * 9 // 10] if busy else 1
    return {day: min(levels, -(-number * levels // top)) for day, number in answers.items() if number}
