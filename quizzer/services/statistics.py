"""Where a learner stands: due, learned, remembered, by day and by what the cards are about, and the days to come."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from quizzer.domain.card import CardKind, DeckId, feedback_on
from quizzer.domain.figures import Ledger, histogram, misconceptions, spans_between, streak, weakest
from quizzer.domain.memory import State, StudyDay
from quizzer.domain.overview import Overview
from quizzer.domain.review import DailyCounts
from quizzer.domain.statistics import DIFFICULTY_EDGES, STABILITY_EDGES, Group, Statistics, Unit
from quizzer.scheduler.moment import moment_at
from quizzer.services.named_deck import named_deck

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import datetime, tzinfo

    from quizzer.domain.card import TopicId
    from quizzer.domain.statistics import Place, Span, StandingCount, Tally
    from quizzer.domain.text import Text
    from quizzer.scheduler.moment import Moment
    from quizzer.scheduler.options import SchedulerOptions
    from quizzer.storage.store import Store, Transaction

FORECAST_DAYS = 30
WINDOW_DAYS = 30
YEAR_DAYS = 365
RECENT_DAYS = (1, 7, 30, YEAR_DAYS)
MOST_WEAK_TOPICS = 10
MOST_SPANS = 31
_LEARNED = (State.REVIEW, State.RELEARNING)


def statistics(
    store: Store,
    *,
    now: datetime,
    zone: tzinfo,
    options: SchedulerOptions,
    deck: str | None = None,
    days: int = WINDOW_DAYS,
) -> Statistics:
    """Count everything at one moment of the database, over all decks or one; groups cover the last ``days``.

    Raises:
        UsageError: there is no such deck; the hint names the one that was probably meant.
    """
    with store.read() as tx:
        titles = dict(tx.deck_titles())
        only = None if deck is None else named_deck(deck, titles)
        moment = moment_at(now, zone=zone, rollover_hour=options.rollover_hour, last=tx.last_study_day())
        return _statistics(tx, moment, options, deck=only, days=days, titles=titles)


def _statistics(
    tx: Transaction,
    moment: Moment,
    options: SchedulerOptions,
    *,
    deck: DeckId | None,
    days: int,
    titles: Mapping[DeckId, Text],
) -> Statistics:
    today = moment.today
    first, year = StudyDay(today - days + 1), StudyDay(today - max(days, YEAR_DAYS) + 1)
    places = _Places(tx.places(), tx.standings(deck=deck), titles)
    ledger = _ledger(tx, first=first, year=year, today=today, deck=deck)
    memories = list(tx.memory_figures(deck=deck))
    recent = tuple(ledger.span(StudyDay(today - length + 1), today) for length in RECENT_DAYS)
    runs = streak(tx.studied_days(deck=deck), today=today)
    topics = places.topics(ledger)
    window = ledger.span(first, today).tally
    unit = _unit(days)
    return Statistics(
        overview=_overview(
            tx, moment, options, deck=deck, days=days, window=window, current=runs.current, by_state=places.by_state
        ),
        deck=deck,
        days=days,
        streak=runs,
        by_day=ledger.days(),
        today=recent[0].tally,
        window=window,
        course=_spans(ledger, first, today, unit),
        course_unit=unit,
        recent=recent,
        weeks=_spans(ledger, year, today, Unit.WEEK),
        months=_spans(ledger, year, today, Unit.MONTH),
        decks=places.decks(ledger),
        topics=topics,
        kinds=places.kinds(ledger),
        weakest=weakest(topics, overall=window.retention, most=MOST_WEAK_TOPICS),
        stability=histogram([stability for stability, _ in memories], STABILITY_EDGES),
        difficulty=histogram([difficulty for _, difficulty in memories], DIFFICULTY_EDGES),
        misconceptions=tuple(
            misconceptions(tx.mistakes(deck=deck), lambda card, name: feedback_on(tx.card(card).body, name))
        ),
    )


def _ledger(tx: Transaction, *, first: StudyDay, year: StudyDay, today: StudyDay, deck: DeckId | None) -> Ledger:
    """The answers of the year, those from ``first`` on by place too."""
    # Whole weeks and months: the first of each would otherwise look idle.
    history = min(spans_between(year, today, unit)[0][0] for unit in (Unit.WEEK, Unit.MONTH))
    ledger = Ledger(first)
    for on, count in tx.answers_by_day(since=history, deck=deck):
        ledger.enter_day(on, count)
    for place, count in tx.answers_by_place(since=first, until=today, deck=deck):
        ledger.enter_place(place, count)
    for repeat in tx.repeats(since=history, deck=deck):
        ledger.enter_repeat(repeat)
    return ledger


def _overview(
    tx: Transaction,
    moment: Moment,
    options: SchedulerOptions,
    *,
    deck: DeckId | None,
    days: int,
    window: Tally,
    current: int,
    by_state: Mapping[State, int],
) -> Overview:
    # The day's limits are one for all decks, and so is what has been used of them.
    answered: DailyCounts = tx.daily_counts(moment.today)
    forecast = tx.forecast(today=moment.today, days=FORECAST_DAYS, deck=deck)
    return Overview(
        today=moment.today,
        due=tx.due_learning(now=moment.now, deck=deck) + forecast[0],
        new_today=max(0, min(options.new_per_day - answered.new, by_state[State.NEW])),
        by_state=by_state,
        retention=window.retention,
        retention_days=days,
        answered=answered,
        streak_days=current,
        forecast=forecast,
    )


def _unit(days: int) -> Unit:
    """What to divide a window of so many days into, so that a terminal has room for the parts."""
    if days <= MOST_SPANS:
        return Unit.DAY
    if days <= 7 * MOST_SPANS:
        return Unit.WEEK
    return Unit.MONTH if days <= 30 * MOST_SPANS else Unit.YEAR


def _spans(ledger: Ledger, since: StudyDay, until: StudyDay, unit: Unit) -> tuple[Span, ...]:
    return tuple(ledger.span(*ends) for ends in spans_between(since, until, unit))


class _Places:
    """Cards by place: few numbers, of which decks, topics and kinds are made."""

    def __init__(
        self, places: Mapping[int, Place], standings: Iterable[StandingCount], titles: Mapping[DeckId, Text]
    ) -> None:
        self._titles = titles
        self._places: dict[int, Place] = {}
        self._cards: Counter[int] = Counter()
        self._learned: Counter[int] = Counter()
        self.by_state = dict.fromkeys(State, 0)
        for number, active, state, cards in standings:
            self._places[number] = places[number]
            if active:
                self._cards[number] += cards
                self._learned[number] += cards * (state in _LEARNED)
                self.by_state[state] += cards

    def decks(self, ledger: Ledger) -> tuple[Group, ...]:
        """In the order of the decks."""
        order = list(self._titles)
        found = self._groups(ledger, lambda deck, _topic, _kind: (deck, deck))
        return tuple(sorted(found, key=lambda group: order.index(DeckId(group.name))))

    def topics(self, ledger: Ledger) -> tuple[Group, ...]:
        """By name; a topic of two decks is two."""
        found = self._groups(ledger, lambda deck, topic, _kind: (topic, deck))
        return tuple(sorted(found, key=lambda group: (group.name, group.deck)))

    def kinds(self, ledger: Ledger) -> tuple[Group, ...]:
        """In the order in which the kinds are declared."""
        order = [kind.value for kind in CardKind]
        found = self._groups(ledger, lambda _deck, _topic, kind: (kind.value, None))
        return tuple(sorted(found, key=lambda group: order.index(group.name)))

    def _groups(
        self, ledger: Ledger, name_of: Callable[[DeckId, TopicId, CardKind], tuple[str, DeckId | None]]
    ) -> Iterator[Group]:
        members: dict[tuple[str, DeckId | None], list[int]] = {}
        for number, place in self._places.items():
            members.setdefault(name_of(*place), []).append(number)
        for (name, deck), numbers in members.items():
            tally = ledger.groups(numbers)
            cards = sum(self._cards[number] for number in numbers)
            if cards or tally.answers:
                learned = sum(self._learned[number] for number in numbers)
                yield Group(name, deck, cards, learned, tally, self._titles.get(deck) if deck == name else None)
