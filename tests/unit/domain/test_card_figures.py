"""What answers say about a card: counted by hand on small classes, and where nothing can be said, nothing is."""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta

import pytest

from quizzer.domain.card import Basic, Card, CardId, Choice, DeckId, NoteId, Option, TopicId
from quizzer.domain.card_figures import MIN_CHOICES, MIN_LEARNERS, MIN_OTHERS, Learner, card_figures
from quizzer.domain.memory import Memory, New, Progress, Rating, Review, StudyDay
from quizzer.domain.review import AnswerRecord
from quizzer.domain.text import Text

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
NEW = Progress(New(), 0, 0)


def a_card(name, body=None):
    return Card(
        id=CardId(f"demo/{name}"),
        note=NoteId(f"demo/{name}"),
        deck=DeckId("demo"),
        topic=TopicId("shapes"),
        body=body or Basic(Text.of("?"), Text.of("!")),
        why=Text.of("Because."),
        source="docs",
    )


def known(*, difficulty=5.0, lapses=0):
    return Progress(Review(Memory(3.0, difficulty), 3, StudyDay(103), NOON, StudyDay(100)), 2, lapses)


def an_answer(card, rating=Rating.GOOD, *, day=0, new=False, **more):
    return AnswerRecord(
        card_id=card.id,
        rating=rating,
        before=NEW if new else known(),
        after=known(),
        answered_at=NOON + timedelta(days=day),
        answered_on=StudyDay(100 + day),
        interval_s=86_400.0,
        elapsed_days=0,
        scheduled_days=1,
        duration_s=5.0,
        **more,
    )


def a_learner(*answers, progress=None):
    pasts = {}
    for answer in answers:
        pasts.setdefault(answer.card_id, []).append(answer)
    return Learner(progress or {}, pasts)


def figures_of(card, *learners, leech_lapses=8):
    (found,) = card_figures([card], learners, leech_lapses=leech_lapses)
    return found


CARD = a_card("one")
OTHERS = [a_card(f"other-{number}") for number in range(MIN_OTHERS)]
CHOICE = a_card(
    "choice",
    Choice(
        Text.of("?"),
        (
            Option(Text.of("right"), correct=True),
            Option(Text.of("near"), mistake="near-miss", feedback=Text.of("No.")),
            Option(Text.of("far"), mistake="far-off", feedback=Text.of("No.")),
        ),
    ),
)


def test_the_first_answer_of_each_day_counts_and_later_ones_of_that_day_do_not():
    learner = a_learner(
        an_answer(CARD, Rating.AGAIN, new=True),
        an_answer(CARD, Rating.GOOD),
        an_answer(CARD, Rating.HARD, day=2),
        an_answer(CARD, Rating.AGAIN, day=2),
        an_answer(CARD, Rating.AGAIN, day=5),
    )

    found = figures_of(CARD, learner)

    assert (found.learners, found.answers) == (1, 3)
    assert (found.success.remembered, found.success.total) == (1, 3)
    assert (found.first.remembered, found.first.total) == (0, 1)


def test_what_the_machine_found_goes_before_the_button_that_was_pressed():
    found = figures_of(CARD, a_learner(an_answer(CARD, Rating.HARD, new=True, correct=False)))

    assert found.success.remembered == 0


def test_a_log_that_begins_later_tells_nothing_of_the_first_try():
    found = figures_of(CARD, a_learner(an_answer(CARD)))

    assert (found.first.total, found.success.total) == (0, 1)


def test_difficulty_is_the_mean_over_those_who_know_the_card_and_leeches_are_counted():
    learners = [
        Learner({CARD.id: known(difficulty=4.0, lapses=8)}, {}),
        Learner({CARD.id: known(difficulty=9.0, lapses=7)}, {}),
        Learner({CARD.id: NEW}, {}),
        Learner({}, {}),
    ]

    found = figures_of(CARD, *learners)

    assert (found.difficulty, found.leeches, found.learners, found.success.rate) == (6.5, 1, 0, None)
    assert figures_of(CARD, *learners, leech_lapses=7).leeches == 2


def a_class(rights, rests):
    """A learner for each pair: right or wrong at CARD, and at so many of the others."""
    return [
        a_learner(
            an_answer(CARD, Rating.GOOD if right else Rating.AGAIN, new=True),
            *(
                an_answer(other, Rating.GOOD if place < rest else Rating.AGAIN, new=True)
                for place, other in enumerate(OTHERS)
            ),
        )
        for right, rest in zip(rights, rests, strict=True)
    ]


@pytest.mark.parametrize(
    ("rights", "rests", "wanted"),
    [
        # By hand: deviations of the rights ±1/2 and of the rests, their products over the root of the squares.
        ([1, 1, 1, 0, 0, 0], [5, 4, 3, 2, 1, 0], 4.5 / math.sqrt(1.5 * 17.5)),
        ([0, 0, 0, 1, 1, 1], [5, 4, 3, 2, 1, 0], -4.5 / math.sqrt(1.5 * 17.5)),
        ([1, 0, 0, 1, 0, 1, 1, 0], [1, 1, 2, 2, 3, 3, 4, 4], 0.0),
    ],
)
def test_a_card_tells_good_learners_from_others_by_the_rest_of_the_deck(rights, rests, wanted):
    assert figures_of(CARD, *a_class(rights, rests)).discrimination == pytest.approx(wanted)


def test_the_card_itself_is_no_part_of_what_it_is_held_against():
    # With the card in the total, everybody who is right at it would seem a little better.
    assert figures_of(CARD, *a_class([1, 1, 1, 0, 0, 0], [2, 2, 3, 3, 2, 2])).discrimination == pytest.approx(0.0)


@pytest.mark.parametrize(
    ("rights", "rests"),
    [
        ([1, 0, 1, 0], [1, 2, 3, 4]),
        ([1, 1, 1, 1, 1], [1, 2, 3, 4, 5]),
        ([1, 0, 1, 0, 1], [3, 3, 3, 3, 3]),
    ],
    ids=["too few learners", "all right", "all alike"],
)
def test_where_nothing_can_be_told_apart_nothing_is_said(rights, rests):
    assert figures_of(CARD, *a_class(rights, rests)).discrimination is None


def test_learners_who_tried_too_few_other_cards_are_not_compared():
    full = a_class([1, 0, 1, 0], [4, 1, 3, 2])
    short = a_learner(an_answer(CARD, new=True), *(an_answer(other, new=True) for other in OTHERS[1:]))

    assert len(full) + 1 == MIN_LEARNERS
    assert figures_of(CARD, *full, short).discrimination is None
    assert figures_of(CARD, *full, *a_class([1], [5])).discrimination is not None


def test_wrong_answers_are_counted_over_learners_the_most_frequent_first():
    wrong = {"correct": False, "rating": Rating.AGAIN}
    learners = [
        a_learner(an_answer(CARD, typed="(3, 2)", **wrong), an_answer(CARD, day=1, typed="6", **wrong)),
        a_learner(an_answer(CARD, typed="6", mistake="flattened", **wrong), an_answer(CARD, typed="again", **wrong)),
        a_learner(an_answer(CARD, correct=True)),
    ]

    found = figures_of(CARD, *learners)

    assert found.typed == (("6", 2), ("(3, 2)", 1))
    assert found.mistakes == {"flattened": 1}
    assert found.unchosen == ()


@pytest.mark.parametrize("count", [MIN_CHOICES - 1, MIN_CHOICES])
def test_an_option_that_nobody_takes_is_named_once_enough_have_answered(count):
    chosen = an_answer(CHOICE, Rating.AGAIN, correct=False, mistake="near-miss")

    found = figures_of(CHOICE, *(a_learner(chosen) for _ in range(count)))

    assert found.mistakes == {"near-miss": count, "far-off": 0}
    assert found.unchosen == (("far-off",) if count == MIN_CHOICES else ())


def test_cards_that_nobody_answered_are_there_in_their_order():
    found = card_figures([CARD, CHOICE], [], leech_lapses=8)

    assert [one.card for one in found] == [CARD, CHOICE]
    assert {(one.answers, one.difficulty, one.discrimination) for one in found} == {(0, None, None)}
