"""What a fit is fitted to, against a plain specification; and memories replayed, against answering one by one."""

from __future__ import annotations

from math import log
from statistics import mean

import pytest
from fsrs_rs_python import DEFAULT_PARAMETERS, FSRS, FSRSItem, FSRSReview
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.domain.fitting import LoggedRating, Sample
from quizzer.domain.memory import Rating
from quizzer.scheduler.fitting import predictions, quality, samples
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.scheduler.replay import replay

MODEL = Fsrs6()


@st.composite
def logs(draw):
    """A log of a few cards whose answers came in any order in time; some begin in the middle of a card's life."""
    ids = iter(draw(st.permutations(range(1, 61))))
    entries = []
    for card in range(draw(st.integers(0, 5))):
        count = draw(st.integers(1, 12))
        reviews = sorted(next(ids) for _ in range(count))
        known_from_the_start = draw(st.booleans()) or draw(st.booleans())
        for place, review in enumerate(reviews):
            gap = draw(st.sampled_from([0, 0, 1, 4, 30, 400]))
            first = place == 0 and known_from_the_start
            entries.append(LoggedRating(card, review, draw(st.integers(1, 4)), 0 if first else gap, first))
    return entries


def specified(entries):
    """In time: each first answer of a later day, with the whole past of its card, where that is known."""
    found = []
    for entry in sorted(entries, key=lambda one: one.review):
        past = [one for one in entries if one.card == entry.card and one.review <= entry.review]
        past.sort(key=lambda one: one.review)
        if past[0].first and entry is not past[0] and entry.elapsed_days > 0:
            gaps = tuple(one.elapsed_days for one in past)
            found.append(Sample(entry.review, tuple(one.rating for one in past), gaps))
    return found


@settings(deadline=None, max_examples=200)
@given(entries=logs())
def test_the_samples_are_those_of_the_specification(entries):
    assert samples(entries) == specified(entries)


@settings(deadline=None, max_examples=200)
@given(entries=logs())
def test_a_replay_gives_to_the_last_bit_what_answering_one_by_one_gives(entries):
    by_card = {}
    for entry in entries:
        by_card.setdefault(entry.card, []).append(entry)
    expected = []
    for card, past in by_card.items():
        memory = None
        for entry in past:
            memory = MODEL.next_memories(memory, elapsed_days=entry.elapsed_days)[Rating(entry.rating)]
        if past[0].first:
            expected.append((card, len(past), memory.stability, memory.difficulty))

    assert [tuple(one) for one in replay(entries, None)] == expected


def surprises(found):
    """By the model, one answer after the other."""
    for sample in found:
        memory = None
        for rating, gap in zip(sample.ratings[:-1], sample.gaps[:-1], strict=True):
            memory = MODEL.next_memories(memory, elapsed_days=gap)[Rating(rating)]
        recall = min(max(MODEL.retrievability(memory, elapsed_days=sample.gaps[-1]), 0.0001), 0.9999)
        yield -log(recall if sample.ratings[-1] > 1 else 1 - recall)


@settings(deadline=None, max_examples=100)
@given(entries=logs())
def test_the_log_loss_is_the_mean_surprise_at_what_was_remembered(entries):
    found = samples(entries)
    if found:
        assert quality(None, found).log_loss == pytest.approx(mean(surprises(found)))


def test_fsrs_itself_finds_the_same_surprises_but_counts_late_ones_for_more():
    found = [Sample(1, (3, 3), (0, 2)), Sample(2, (4, 1), (0, 9)), Sample(3, (3, 3, 1), (0, 2, 12))]
    shares = [0.25 + 0.75 * (place / (len(found) - 1)) ** 3 for place in range(len(found))]
    items = [FSRSItem([FSRSReview(*one) for one in zip(sample.ratings, sample.gaps, strict=True)]) for sample in found]

    theirs = FSRS(DEFAULT_PARAMETERS).evaluate(items).log_loss

    weighted = sum(share * surprise for share, surprise in zip(shares, surprises(found), strict=True))
    assert theirs == pytest.approx(weighted / sum(shares), rel=1e-4)
    assert theirs != pytest.approx(mean(surprises(found)), rel=1e-2)


def test_the_calibration_error_is_that_of_each_group_of_alike_predictions():
    sure = Sample(1, (4, 3), (0, 1))
    missed = Sample(2, (4, 1), (0, 1))
    (recall,) = predictions(None, [sure])

    found = quality(None, [sure, sure, sure, missed])

    assert found.rmse_bins == pytest.approx(recall - 0.75)
    assert quality(None, [sure]).rmse_bins == pytest.approx(1 - recall)
