"""Counting: the answers of a log by day and by group of cards, days in a row, distributions. Pure functions.

A log may have hundreds of thousands of answers: the database counts those that are alike, and all figures are made of
the few thousand counts that this leaves.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from quizzer.domain.memory import Rating, State, StudyDay
from quizzer.domain.review import Retention
from quizzer.domain.statistics import Histogram, Misconception, Phase, Span, Streak, Tally, Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from quizzer.domain.card import CardId, TopicId
    from quizzer.domain.statistics import AnswerCount, Group, LoggedMistake, Repeat
    from quizzer.domain.text import Text

_PRIOR_REVIEWS = 10
_BUTTONS = tuple((phase, rating) for phase in Phase for rating in Rating)
"""Every button that was ever pressed is one of these; counts are lists in this order, which are quickly added up."""
_PLACES = {button: place for place, button in enumerate(_BUTTONS)}
_PHASES = {State.NEW: Phase.NEW, State.LEARNING: Phase.LEARNING, State.RELEARNING: Phase.LEARNING}


def _nothing() -> list[int]:
    return [0] * len(_BUTTONS)


@dataclass(slots=True)
class _Counts:
    """Answers by button, those of them that were not the first of their card and day, and the time of all."""

    pressed: list[int] = field(default_factory=_nothing)
    repeated: list[int] = field(default_factory=_nothing)
    duration_ms: int = 0

    def add(self, count: AnswerCount) -> None:
        self.pressed[_PLACES[Phase.MATURE, count.rating]] += count.mature
        self.pressed[_PLACES[_PHASES.get(count.state, Phase.YOUNG), count.rating]] += count.number - count.mature
        self.duration_ms += count.duration_ms


class Ledger:
    """Answers counted by study day, and, from the day ``since`` on, by the place of their card."""

    def __init__(self, since: StudyDay) -> None:
        self._since = since
        self._by_day: dict[StudyDay, _Counts] = defaultdict(_Counts)
        self._by_place: dict[int, _Counts] = defaultdict(_Counts)

    def enter_day(self, on: StudyDay, count: AnswerCount) -> None:
        """Add answers of a study day."""
        self._by_day[on].add(count)

    def enter_place(self, place: int, count: AnswerCount) -> None:
        """Add answers to cards of a place, all of them given on the day ``since`` or later."""
        self._by_place[place].add(count)

    def enter_repeat(self, repeat: Repeat) -> None:
        """Say of an answer that was added by day, and maybe by place, that its card had another before it that day."""
        button = _PLACES[Phase.MATURE if repeat.mature else Phase.YOUNG, repeat.rating]
        self._by_day[repeat.on].repeated[button] += 1
        if repeat.on >= self._since:
            self._by_place[repeat.place].repeated[button] += 1

    def days(self) -> dict[StudyDay, Tally]:
        """The days that have answers, oldest first."""
        return {day: _tally([self._by_day[day]]) for day in sorted(self._by_day)}

    def span(self, since: StudyDay, until: StudyDay) -> Span:
        """All answers from one study day to another, both included."""
        return Span(since, until, _tally(counts for day, counts in self._by_day.items() if since <= day <= until))

    def groups(self, places: Iterable[int]) -> Tally:
        """The answers to the cards of several places together, from the day ``since`` on."""
        return _tally(self._by_place[place] for place in places if place in self._by_place)


def _tally(parts: Iterable[_Counts]) -> Tally:
    all_parts = [_Counts(), *parts]
    pressed = map(sum, zip(*(part.pressed for part in all_parts), strict=True))
    repeated = map(sum, zip(*(part.repeated for part in all_parts), strict=True))
    buttons: dict[Phase, dict[Rating, int]] = {}
    kept = {Phase.YOUNG: [0, 0], Phase.MATURE: [0, 0]}
    for (phase, rating), number, again in zip(_BUTTONS, pressed, repeated, strict=True):
        if number:
            buttons.setdefault(phase, {})[rating] = number
        if phase in kept:
            kept[phase][0] += (number - again) * (rating is not Rating.AGAIN)
            kept[phase][1] += number - again
    duration_s = sum(part.duration_ms for part in all_parts) / 1000
    return Tally(buttons, duration_s, Retention(*kept[Phase.YOUNG]), Retention(*kept[Phase.MATURE]))


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
    ordered = sorted(values)
    ends = [0, *(bisect_left(ordered, edge) for edge in edges), len(ordered)]
    return Histogram(edges, tuple(end - begin for begin, end in pairwise(ends)), _median(ordered))


def _median(ordered: Sequence[float]) -> float | None:
    # Not that of ``statistics``, whose import (fractions, decimals, random numbers) takes as long as a page of figures.
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2 if ordered else None


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
