"""Whatever is answered, taken back, fitted or moved: memory is what the log gives under the weights in force."""

from __future__ import annotations

import tempfile
from datetime import UTC, timedelta
from pathlib import Path

from fsrs_rs_python import DEFAULT_PARAMETERS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from learner import BEGAN, deck_of
from quizzer.domain.card import CardId
from quizzer.domain.fitting import LoggedRating
from quizzer.domain.memory import Rating, Review
from quizzer.domain.review import AnswerRecord
from quizzer.scheduler.answers import four_answers
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.scheduler.moment import moment_at
from quizzer.scheduler.replay import replay
from quizzer.services.preferences import load, set_setting
from quizzer.services.rescheduling import reschedule
from quizzer.services.rescheduling import take_back as move_back
from quizzer.services.weights import apply_weights, take_back_weights
from quizzer.storage.store import open_store

CARDS = [CardId(f"deck/card-{number}") for number in range(3)]
WEIGHTS = st.floats(-1, 1).map(
    lambda by: (*DEFAULT_PARAMETERS[:8], DEFAULT_PARAMETERS[8] + by, *DEFAULT_PARAMETERS[9:])
)
ANSWERS = st.tuples(st.sampled_from(CARDS), st.sampled_from(Rating), st.integers(0, 40))
ACTS = st.one_of(
    ANSWERS,
    ANSWERS,
    st.sampled_from(["undo", "move", "move back", "weights back"]),
    WEIGHTS.map(lambda weights: ("weights", weights)),
    st.sampled_from(["80%", "90%", "97%"]),
)


class Life:
    """A store, and the acts upon it; the answers that may still be undone are those since the last weights."""

    def __init__(self, store):
        self.store, self.now, self.undoable = store, BEGAN, 0
        with store.write() as tx:
            tx.apply_content([deck_of(len(CARDS))], [], origin="test", retire_missing=False, at=BEGAN)

    def do(self, act):
        if act == "undo":
            self.undo()
        elif act == "move":
            reschedule(self.store, now=self.now, zone=UTC)
        elif act == "move back":
            move_back(self.store)
        elif act == "weights back":
            with self.store.write() as tx:
                if take_back_weights(tx) is not None:
                    self.undoable = 0
        elif isinstance(act, str):
            set_setting(self.store, "desired_retention", act)
        elif act[0] == "weights":
            with self.store.write() as tx:
                apply_weights(tx, tuple(act[1]))
            self.undoable = 0
        else:
            self.answer(*act)

    def undo(self):
        if self.undoable:
            with self.store.write() as tx:
                tx.undo_last()
            self.undoable -= 1

    def answer(self, card, rating, days):
        self.now += timedelta(days=days, minutes=1)
        options = load(self.store).scheduling
        moment = moment_at(self.now, zone=UTC, rollover_hour=4)
        with self.store.write() as tx:
            before = tx.progress(card)
            model = Fsrs6(options.weights)
            outcome = four_answers(before, card_id=card, moment=moment, options=options, model=model)[rating]
            tx.record_answer(
                AnswerRecord(
                    card, rating, before, outcome.progress, self.now, moment.today,
                    outcome.interval_s, outcome.elapsed_days, outcome.scheduled_days, 5.0,
                )
            )  # fmt: skip
        self.undoable += 1


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(acts=st.lists(ACTS, max_size=15))
def test_memory_is_what_the_log_gives_and_due_days_are_never_before_the_last_answer(acts):
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "quizzer.db") as store:
        life = Life(store)
        for act in acts:
            life.do(act)

            with store.read() as tx:
                log = list(map(LoggedRating._make, tx.logged_ratings()))
                stored = [tuple(one) for one in tx.memories()]
                schedules = [tx.progress(card).schedule for card in CARDS]
            assert stored == [tuple(one) for one in replay(log, load(store).scheduling.weights)]
            for schedule in schedules:
                if isinstance(schedule, Review):
                    assert schedule.due_on == schedule.reviewed_on + schedule.interval_days
                    assert schedule.interval_days >= 1
