"""Whatever the domain can hold survives the way to JSON text and back, exactly."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizzer.domain.card import (
    Basic,
    Bug,
    Card,
    Choice,
    Cloze,
    Code,
    Compute,
    ExerciseRef,
    NamedMistake,
    Option,
    Order,
    Parameter,
)
from quizzer.domain.codec.cards import card_from_plain, card_to_plain
from quizzer.domain.codec.judging import exercise_from_plain, exercise_to_plain, result_from_plain, result_to_plain
from quizzer.domain.codec.plain import CodecError
from quizzer.domain.codec.progress import progress_from_plain, progress_to_plain
from quizzer.domain.exercise import CheckInfo, EntryPoint, Exercise, ExerciseKind, Limits, Mutant
from quizzer.domain.memory import Learning, Memory, New, Progress, Relearning, Review
from quizzer.domain.text import Text
from quizzer.domain.verdict import CheckResult, GradeResult, Verdict

words = st.text(max_size=12)
texts = st.dictionaries(st.sampled_from(["en", "zh-CN", "de"]), words, min_size=1).map(Text.of)
numbers = st.floats(allow_nan=False)
counts = st.integers(0, 10_000)
instants = st.datetimes(timezones=st.just(UTC))


def tuples_of(element, max_size=3):
    return st.lists(element, max_size=max_size).map(tuple)


bodies = st.one_of(
    st.builds(Basic, texts, texts),
    st.builds(Cloze, texts, counts, tuples_of(words)),
    st.builds(Choice, texts, tuples_of(st.builds(Option, texts, st.booleans(), st.none() | words, st.none() | texts))),
    st.builds(Order, texts, tuples_of(words), tuples_of(st.tuples(counts, counts))),
    st.builds(
        Compute,
        texts,
        tuples_of(st.builds(Parameter, words, tuples_of(st.booleans() | st.integers() | numbers | words))),
        tuples_of(words),
        tuples_of(st.tuples(words, words)),
        words,
        st.sampled_from(["shape", "number", "list", "text"]),
        numbers,
        tuples_of(st.builds(NamedMistake, words, words, texts)),
    ),
    st.builds(Bug, texts, words, counts, words, words, words, st.none() | words),
    st.builds(
        Code,
        texts,
        tuples_of(words),
        words,
        tuples_of(words),
        tuples_of(words),
        tuples_of(st.builds(NamedMistake, words, words, texts)),
        numbers,
    ),
    st.builds(ExerciseRef, words),
)
cards = st.builds(
    Card, words, words, words, words, bodies, texts, words, tuples_of(words), tuples_of(words), st.none() | words
)
exercises = st.builds(
    Exercise,
    id=words,
    version=words,
    title=texts,
    kind=st.sampled_from(ExerciseKind),
    difficulty=st.integers(1, 5),
    topics=tuples_of(words),
    entry_points=tuples_of(st.builds(EntryPoint, words, words)),
    statement=texts,
    starter=words,
    checks=tuples_of(st.builds(CheckInfo, words, texts, numbers, st.none() | texts)),
    checks_source=words,
    reference=words,
    limits=st.builds(Limits, numbers, numbers, counts, counts, counts),
    forbidden=tuples_of(words),
    hints=tuples_of(texts),
    explanation=st.none() | texts,
    fixtures_source=st.none() | words,
    accepted=st.dictionaries(words, words, max_size=3),
    mutants=tuples_of(st.builds(Mutant, words, words, st.none() | words, st.sampled_from(["WA", "TLE", "RTE"]))),
    runs=st.integers(1, 20),
)
memories = st.builds(Memory, numbers, numbers)
schedules = st.one_of(
    st.just(New()),
    st.builds(Learning, memories, counts, instants, instants, counts),
    st.builds(Relearning, memories, counts, instants, instants, counts),
    st.builds(Review, memories, counts, counts, instants, counts),
)
progresses = st.builds(Progress, schedules, counts, counts)
check_results = st.builds(
    CheckResult,
    words,
    texts,
    st.sampled_from(Verdict),
    numbers,
    numbers,
    st.none() | texts,
    st.none() | texts,
    st.booleans(),
)
results = st.builds(
    GradeResult,
    words,
    words,
    st.sampled_from(Verdict),
    tuples_of(check_results),
    st.integers(0, 2**63),
    words,
    words,
    words,
    numbers,
    instants,
    st.none() | texts,
    words,
)

quickly = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def through_json(plain):
    return json.loads(json.dumps(plain))


@quickly
@given(cards)
def test_cards_survive(card):
    assert card_from_plain(through_json(card_to_plain(card))) == card


@quickly
@given(exercises)
def test_exercises_survive(exercise):
    assert exercise_from_plain(through_json(exercise_to_plain(exercise))) == exercise


@quickly
@given(progresses)
def test_progress_survives(progress):
    assert progress_from_plain(through_json(progress_to_plain(progress))) == progress


@quickly
@given(results)
def test_results_survive(result):
    assert result_from_plain(through_json(result_to_plain(result))) == result


@quickly
@given(cards)
def test_types_survive_where_python_calls_values_equal(card):
    back = card_from_plain(through_json(card_to_plain(card)))

    # True == 1 == 1.0, but a card that asks for a bool must not come back asking for a float.
    assert repr(back) == repr(card)


def test_instants_are_written_in_utc():
    berlin = datetime(2026, 3, 10, 13, 30, tzinfo=timezone(timedelta(hours=1)))
    progress = Progress(Review(Memory(1.0, 5.0), 1, 739_000, berlin, 738_999), 1)

    assert progress_to_plain(progress)["reviewed_at"] == "2026-03-10T12:30:00+00:00"


def test_a_naive_time_is_refused():
    naive = datetime(2026, 3, 10, 13, 30, tzinfo=UTC).replace(tzinfo=None)

    with pytest.raises(CodecError, match="needs a time zone"):
        progress_to_plain(Progress(Review(Memory(1.0, 5.0), 1, 739_000, naive, 738_999), 1))


@pytest.mark.parametrize(
    ("what", "read"),
    [
        ("card", card_from_plain),
        ("exercise", exercise_from_plain),
        ("progress", progress_from_plain),
        ("result", result_from_plain),
    ],
)
@pytest.mark.parametrize("plain", [{}, {"kind": "riddle", "state": "asleep"}, None, [1]])
def test_a_shape_that_does_not_fit_is_an_error_of_its_own(what, read, plain):
    with pytest.raises(CodecError, match=f"not a stored {what}"):
        read(plain)
