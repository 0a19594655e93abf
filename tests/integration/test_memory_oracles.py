"""Two oracles for memory states and intervals: fsrs-rs asked directly, and py-fsrs.

Fuzz is off and reviews lie either minutes or whole days apart: py-fsrs counts elapsed time in full 24 hours,
we count study days, and so both count the same. It has no upper limit of stability either, so a history ends
where that limit is reached.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import fsrs as py_fsrs
import pytest
from fsrs_rs_python import DEFAULT_PARAMETERS, FSRS, FSRSItem, FSRSReview, MemoryState

from quizzer.domain.card import CardId
from quizzer.domain.memory import Learning, Progress, Rating, Relearning, Review, StudyDay
from quizzer.scheduler.answers import four_answers
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.scheduler.moment import Moment
from quizzer.scheduler.options import SchedulerOptions

NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)
CARD = CardId("layers/relu")
CLOSE = 1e-4
"""Relative: fsrs-rs is float32, py-fsrs float64, and the error grows over a history."""
LONGEST_STABILITY = 36_000.0

PY_STATES = {Learning: py_fsrs.State.Learning, Review: py_fsrs.State.Review, Relearning: py_fsrs.State.Relearning}


@dataclass(frozen=True)
class Step:
    rating: Rating
    days: int
    """Whole days since the step before; 0 is ten minutes later."""


def histories(seed: int, *, number: int, retention: float) -> list[list[Step]]:
    """Histories of 1 to 16 answers, with gaps from the same day to years."""
    chance = random.Random(seed)
    ratings = list(Rating)

    def gap() -> int:
        return 0 if chance.random() < 0.25 else max(1, round(chance.lognormvariate(2.0, 1.6) / retention))

    return [
        [Step(chance.choices(ratings, weights=(2, 2, 5, 2))[0], gap()) for _ in range(chance.randint(1, 16))]
        for _ in range(number)
    ]


def weights_of(seed: int) -> tuple[float, ...]:
    """The defaults for seed 0, else each weight up to 25 % away, within the bounds of both libraries."""
    if seed == 0:
        return tuple(DEFAULT_PARAMETERS)
    chance = random.Random(seed)
    bounds = zip(py_fsrs.scheduler.LOWER_BOUNDS_PARAMETERS, py_fsrs.scheduler.UPPER_BOUNDS_PARAMETERS, strict=True)
    moved = [
        min(max(weight * chance.uniform(0.75, 1.25), low), high)
        for weight, (low, high) in zip(DEFAULT_PARAMETERS, bounds, strict=True)
    ]
    return tuple(sorted(moved[:4]) + moved[4:])


def moments(history: list[Step]):
    """Each step with its moment; the reviews of a day follow each other by ten minutes."""
    now, today = NOON, NOON.date().toordinal()
    for step in history:
        now += timedelta(days=step.days) if step.days else timedelta(minutes=10)
        today += step.days
        yield step, Moment(now=now, today=StudyDay(today), next_rollover_at=now + timedelta(hours=12))


def close(got: float, want: float) -> bool:
    return math.isclose(got, want, rel_tol=CLOSE)


def is_rounded(days: int, raw_days: float, *, slack_days: float = 0.0) -> bool:
    """Whether ``days`` is ``raw_days`` within 1 to 36,500 and rounded, give or take ``slack_days``."""
    return abs(days - min(36500.0, max(1.0, raw_days))) <= 0.5 + slack_days


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("retention", [0.8, 0.9, 0.95])
def test_every_answer_equals_fsrs_rs_asked_directly(seed, retention):
    weights = weights_of(seed)
    model, engine = Fsrs6(weights), FSRS(list(weights))
    options = SchedulerOptions(fuzz=False, learning_steps_s=(), relearning_steps_s=(), desired_retention=retention)
    compared = 0

    for history in histories(seed, number=1000, retention=retention):
        progress, memory = Progress(), None
        for step, moment in moments(history):
            elapsed_days = 0 if memory is None else step.days
            outcomes = four_answers(progress, card_id=CARD, moment=moment, options=options, model=model)
            states = engine.next_states(memory, retention, elapsed_days)
            for rating in Rating:
                expected = getattr(states, rating.name.lower())
                schedule = outcomes[rating].progress.schedule
                assert schedule.memory.stability == expected.memory.stability
                assert schedule.memory.difficulty == expected.memory.difficulty
                assert is_rounded(schedule.interval_days, expected.interval)
                assert schedule.due_on == moment.today + schedule.interval_days
                compared += 1
            progress = outcomes[step.rating].progress
            memory = MemoryState(progress.schedule.memory.stability, progress.schedule.memory.difficulty)

    assert compared > 4 * 1000 * 6


@pytest.mark.parametrize("seed", range(4))
def test_a_history_answered_one_by_one_equals_fsrs_rs_on_the_whole(seed):
    weights = weights_of(seed)
    model, engine = Fsrs6(weights), FSRS(list(weights))
    options = SchedulerOptions(fuzz=False)

    for history in histories(seed + 100, number=1000, retention=0.9):
        progress, reviews = Progress(), []
        for step, moment in moments(history):
            outcomes = four_answers(progress, card_id=CARD, moment=moment, options=options, model=model)
            progress = outcomes[step.rating].progress
            reviews.append(FSRSReview(int(step.rating), step.days if reviews else 0))
        whole = engine.memory_state(FSRSItem(reviews))

        assert close(progress.schedule.memory.stability, whole.stability)
        assert close(progress.schedule.memory.difficulty, whole.difficulty)


@pytest.mark.parametrize("steps", [((), ()), ((1, 10), (10,)), ((5,), (1, 10)), ((1, 10, 60), ())])
@pytest.mark.parametrize("seed", range(2))
def test_state_step_memory_and_due_time_equal_py_fsrs(seed, steps):
    ours, oracle = both_schedulers(weights_of(seed), retention=(0.9, 0.85)[seed], steps_min=steps)
    model = Fsrs6(ours.weights)
    differences = []

    for history in histories(seed + 200, number=1000, retention=ours.desired_retention):
        progress, card = Progress(), py_fsrs.Card(card_id=1)
        for step, moment in moments(history):
            outcomes = four_answers(progress, card_id=CARD, moment=moment, options=ours, model=model)
            cards = {rating: oracle.review_card(card, py_fsrs.Rating(int(rating)), moment.now)[0] for rating in Rating}
            if any(each.stability > LONGEST_STABILITY for each in cards.values()):
                break
            for rating in Rating:
                schedule = outcomes[rating].progress.schedule
                assert_same_standing(schedule, cards[rating])
                differences.append(days_of_difference(schedule, cards[rating], moment, model=model, options=ours))
            progress, card = outcomes[step.rating].progress, cards[step.rating]

    assert len(differences) > 4 * 1000 * 5
    assert set(differences) <= {-1, 0, 1}
    assert sum(map(abs, differences)) <= len(differences) / 10_000


def both_schedulers(weights, *, retention: float, steps_min):
    learning, relearning = ([timedelta(minutes=minutes) for minutes in each] for each in steps_min)
    ours = SchedulerOptions(
        weights=weights,
        fuzz=False,
        desired_retention=retention,
        learning_steps_s=tuple(step.total_seconds() for step in learning),
        relearning_steps_s=tuple(step.total_seconds() for step in relearning),
    )
    oracle = py_fsrs.Scheduler(
        parameters=weights,
        desired_retention=retention,
        learning_steps=learning,
        relearning_steps=relearning,
        enable_fuzzing=False,
    )
    return ours, oracle


def assert_same_standing(schedule, expected: py_fsrs.Card) -> None:
    assert PY_STATES[type(schedule)] == expected.state
    assert close(schedule.memory.stability, expected.stability)
    assert close(schedule.memory.difficulty, expected.difficulty)
    if not isinstance(schedule, Review):
        assert schedule.step == expected.step
        assert schedule.due_at == expected.due


def days_of_difference(
    schedule, expected: py_fsrs.Card, moment: Moment, *, model: Fsrs6, options: SchedulerOptions
) -> int:
    """0, but where the interval is so near a half that float32 and float64 round it apart."""
    if not isinstance(schedule, Review):
        return 0
    days = (expected.due - moment.now).days
    raw_days = model.interval_days(schedule.memory, desired_retention=options.desired_retention)
    assert is_rounded(days, raw_days, slack_days=CLOSE * raw_days)
    return schedule.interval_days - days


@pytest.mark.parametrize("seed", range(2))
def test_recall_equals_py_fsrs(seed):
    weights = weights_of(seed)
    oracle, model, chance = py_fsrs.Scheduler(parameters=weights), Fsrs6(weights), random.Random(seed)

    for _ in range(1000):
        memory = model.next_memories(None, elapsed_days=0)[chance.choice(list(Rating))]
        days = chance.randint(0, 3000)
        card = py_fsrs.Card(card_id=1, stability=memory.stability, last_review=NOON)

        recall = oracle.get_card_retrievability(card, NOON + timedelta(days=days))

        assert model.retrievability(memory, elapsed_days=days) == pytest.approx(recall, rel=1e-5)
