"""The figures of random logs are those of a plain specification that goes through the log anew for each of them."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from quizzer.domain.figures import Ledger, heat_levels, histogram, spans_between, streak, weakest
from quizzer.domain.memory import Rating, State, StudyDay
from quizzer.domain.review import Retention
from quizzer.domain.statistics import AnswerCount, Group, Phase, Repeat, Tally, Unit

FIRST = 739_000
LAST = FIRST + 80
CARDS = {card: card % 3 for card in range(7)}
PHASES = {State.NEW: Phase.NEW, State.LEARNING: Phase.LEARNING, State.RELEARNING: Phase.LEARNING}


class Answer(NamedTuple):
    """A row of a log; ``mature`` is true of cards in review alone."""

    on: StudyDay
    card: int
    state: State
    mature: bool
    rating: Rating
    duration_ms: int

    @property
    def phase(self) -> Phase:
        return Phase.MATURE if self.mature else PHASES.get(self.state, Phase.YOUNG)


study_days = st.integers(FIRST, LAST).map(StudyDay)
found_states = st.sampled_from([(state, False) for state in State] + [(State.REVIEW, True)])
logged = st.builds(
    lambda on, card, found, rating, ms: Answer(on, card, *found, rating, ms),
    study_days,
    st.sampled_from(sorted(CARDS)),
    found_states,
    st.sampled_from(Rating),
    st.integers(0, 300_000),
)
logs = st.lists(logged, max_size=60).map(lambda log: sorted(log, key=lambda answer: answer.on))


def specified(log: list[Answer], counted: list[Answer]) -> Tally:
    """The tally of ``counted`` answers of ``log``, one question after another."""

    def kept(phase: Phase) -> Retention:
        first = [
            answer
            for place, answer in enumerate(log)
            if not any(earlier.on == answer.on and earlier.card == answer.card for earlier in log[:place])
        ]
        asked = [answer for answer in first if answer in counted and answer.phase is phase]
        return Retention(sum(answer.rating > 1 for answer in asked), len(asked))

    pressed = [(answer.phase, answer.rating) for answer in counted]
    buttons = {
        phase: {rating: pressed.count((phase, rating)) for rating in Rating if (phase, rating) in pressed}
        for phase in Phase
        if any(of is phase for of, _ in pressed)
    }
    spent_s = sum(answer.duration_ms for answer in counted) / 1000
    return Tally(buttons, spent_s, kept(Phase.YOUNG), kept(Phase.MATURE))


def entered(log: list[Answer], since: int = FIRST) -> Ledger:
    """The log as a ledger gets it: each answer alone, and once more where it was not the first of its card and day."""
    ledger = Ledger(StudyDay(since))
    seen = set()
    for on, card, state, mature, rating, duration_ms in log:
        ledger.enter_day(on, AnswerCount(state, rating, 1, int(mature), duration_ms))
        if on >= since:
            ledger.enter_place(CARDS[card], AnswerCount(state, rating, 1, int(mature), duration_ms))
        if (on, card) in seen and state is State.REVIEW:
            ledger.enter_repeat(Repeat(on, CARDS[card], rating, mature))
        seen.add((on, card))
    return ledger


def distinct(log: list[Answer]) -> list[Answer]:
    """Durations that differ, so that equal answers can be told apart."""
    return [answer._replace(duration_ms=answer.duration_ms + place) for place, answer in enumerate(log)]


@given(logs)
def test_each_day_is_counted_as_specified(log):
    log = distinct(log)

    days = entered(log).days()

    assert list(days) == sorted({answer.on for answer in log})
    for day, tally in days.items():
        assert tally == specified(log, [answer for answer in log if answer.on == day])


@given(logs, study_days, st.sampled_from(Unit))
def test_spans_part_the_log_and_are_counted_as_specified(log, until, unit):
    log = distinct(log)
    spans = [entered(log).span(*ends) for ends in spans_between(StudyDay(FIRST), until, unit)]

    assert sum(span.tally.answers for span in spans) == sum(answer.on <= until for answer in log)
    for span in spans:
        assert span.tally == specified(log, [answer for answer in log if span.since <= answer.on <= span.until])


@given(logs, study_days, st.sets(st.integers(0, 2)))
def test_groups_are_counted_from_their_day_on_as_specified(log, since, groups):
    log = distinct(log)

    tally = entered(log, since).groups(groups)

    assert tally == specified(log, [one for one in log if one.on >= since and CARDS[one.card] in groups])


@given(logs)
def test_the_numbers_of_a_tally_agree_with_one_another(log):
    tally = specified(log, log)

    assert tally.answers == len(log)
    assert tally.right + tally.rated(Rating.AGAIN) == tally.answers
    assert tally.new + tally.reviews + sum(tally.buttons.get(Phase.LEARNING, {}).values()) == tally.answers
    assert tally.retention.total <= tally.reviews


@given(study_days, st.integers(0, 1200), st.sampled_from(Unit))
def test_spans_follow_each_other_without_a_gap_and_begin_where_calendars_say(since, length, unit):
    until = StudyDay(since + length)

    spans = spans_between(since, until, unit)

    assert spans[0][0] <= since <= spans[0][1]
    assert spans[-1][1] == until
    assert all(later[0] == earlier[1] + 1 for earlier, later in pairwise(spans))
    begins = [date.fromordinal(first) for first, _ in spans]
    assert unit is not Unit.WEEK or all(day.weekday() == 0 for day in begins)
    assert unit is not Unit.MONTH or all(day.day == 1 for day in begins)
    assert unit is not Unit.YEAR or all((day.month, day.day) == (1, 1) for day in begins)
    assert unit is not Unit.DAY or len(spans) == length + 1


@given(st.sets(study_days), study_days)
def test_streaks_are_the_runs_of_the_calendar(studied, today):
    calendar = "".join("x" if day in studied else " " for day in range(FIRST, LAST + 1))
    until_today = calendar[: today - FIRST + 1]
    ended = until_today if until_today.endswith("x") else until_today[:-1]

    found = streak(studied, today=today)

    assert found.longest == max(map(len, calendar.split()), default=0)
    assert found.current == len(ended) - len(ended.rstrip("x"))


@given(st.lists(st.floats(0.001, 36500)), st.sets(st.floats(0.5, 1000), min_size=1))
def test_a_histogram_puts_each_value_into_the_bin_that_it_lies_in(values, edges):
    ordered = tuple(sorted(edges))

    found = histogram(values, ordered)

    bounds = [float("-inf"), *ordered, float("inf")]
    assert found.counts == tuple(sum(low <= value < high for value in values) for low, high in pairwise(bounds))
    assert found.median == (median(values) if values else None)


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=8))
def test_the_weakest_have_something_forgotten_and_more_of_it_never_ranks_lower(results):
    groups = [
        Group(str(place), None, 1, 1, Tally(young=Retention(kept, kept + lost)))
        for place, (kept, lost) in enumerate(results)
    ]

    found = weakest(groups, overall=Retention(8, 10), most=8)

    assert {group.name for group in found} == {str(place) for place, (_, lost) in enumerate(results) if lost}
    places = {group.name: place for place, group in enumerate(found)}
    for worse in groups:
        for better in groups:
            ours, theirs = worse.tally.retention, better.tally.retention
            if ours.total == theirs.total and ours.remembered < theirs.remembered < theirs.total:
                assert places[worse.name] < places[better.name]


def test_two_unlucky_answers_are_no_proof_of_weakness():
    unlucky = Group("unlucky", None, 1, 1, Tally(young=Retention(0, 2)))
    weak = Group("weak", None, 1, 1, Tally(young=Retention(40, 90)))

    found = weakest([unlucky, weak], overall=Retention(9, 10), most=1)

    assert [group.name for group in found] == ["weak"]


def test_one_marathon_does_not_make_other_days_look_idle():
    answers = {StudyDay(FIRST + day): 10 for day in range(18)} | {StudyDay(LAST - 1): 1, StudyDay(LAST): 1000}

    assert list(heat_levels(answers, levels=4).values()) == [4] * 18 + [1, 4]


@given(st.dictionaries(study_days, st.integers(0, 900)))
def test_a_busier_day_is_never_colder(answers):
    levels = heat_levels(answers, levels=4)

    assert set(levels) == {day for day, number in answers.items() if number}
    assert all(1 <= level <= 4 for level in levels.values())
    by_number = sorted((answers[day], level) for day, level in levels.items())
    assert [level for _, level in by_number] == sorted(level for _, level in by_number)
