"""A simulated learner studies for a year: how much is known for the minutes spent, by who arranges the days.

The learner's memory is FSRS-6 with weights that no scheduler is told. Each day has the same minutes, and two weeks
are missed, after which there is more than a day can hold. Run it by itself, it takes minutes:
``python -m benchmarks.learner [MINUTES [LEARNER]]``, where fewer minutes than the 30 of a day make the order matter.
"""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from random import Random

from fsrs_rs_python import DEFAULT_PARAMETERS

from benchmarks.sm2 import Sm2, mixed
from quizzer.domain.candidate import Candidate
from quizzer.domain.card import CardId, DeckId, NoteId, TopicId
from quizzer.domain.fitting import LoggedRating, Weights
from quizzer.domain.memory import Memory, Progress, Rating, Review, State, StudyDay
from quizzer.scheduler.answers import four_answers
from quizzer.scheduler.fitting import fit_weights, samples
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.scheduler.moment import Moment
from quizzer.scheduler.options import SchedulerOptions
from quizzer.scheduler.queue import arrange

CARDS = 3000
DAYS = 365
MISSED = range(150, 164)
MINUTES_A_DAY = 30.0
NEW_PER_DAY = 20
REVIEWS_PER_DAY = 200
SEEDS = (1, 2)
FIRST_DAY = datetime(2026, 1, 5, 12, tzinfo=UTC)
SECONDS = {Rating.AGAIN: 20.0, Rating.HARD: 12.0, Rating.GOOD: 8.0, Rating.EASY: 5.0}
NEW_S = 25.0

Order = Callable[[list[Candidate], Moment, SchedulerOptions], Iterable[Candidate]]


def _changed(**by: float) -> Weights:
    return tuple(weight + by.get(f"w{place}", 0.0) for place, weight in enumerate(DEFAULT_PARAMETERS))


LEARNERS = {"average": _changed(), "forgetful": _changed(w8=-0.6), "strong": _changed(w8=0.4)}


@dataclass
class Mind:
    """What the learner truly remembers."""

    weights: Weights
    chance: Random
    model: Fsrs6 = field(init=False)
    memories: dict[int, tuple[Memory, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.model = Fsrs6(self.weights)

    def answer(self, card: int, day: int) -> Rating:
        """How a card is answered, which the memory of it follows."""
        memory, last = self.memories.get(card, (None, day))
        rating = self._rate(memory, day - last)
        self.memories[card] = (self.model.next_memories(memory, elapsed_days=day - last)[rating], day)
        return rating

    def knows(self, day: int) -> float:
        """How many cards would be recalled on a day, on average."""
        return sum(
            self.model.retrievability(memory, elapsed_days=day - last) for memory, last in self.memories.values()
        )

    def _rate(self, memory: Memory | None, elapsed_days: int) -> Rating:
        if memory is None:
            return self.chance.choices(tuple(Rating), weights=(3, 1, 5, 1))[0]
        if elapsed_days and self.chance.random() > self.model.retrievability(memory, elapsed_days=elapsed_days):
            return Rating.AGAIN
        return self.chance.choices((Rating.HARD, Rating.GOOD, Rating.EASY), weights=(1, 8, 1))[0]


def our_order(cards: list[Candidate], moment: Moment, options: SchedulerOptions) -> Iterable[Candidate]:
    """The queue of ``quizzer study``."""
    return arrange(cards, moment=moment, options=options).ready


def due_order(cards: list[Candidate], _: Moment, options: SchedulerOptions) -> Iterable[Candidate]:
    """Steps first, then reviews, longest due first, then new cards."""
    steps = [card for card in cards if card.due_at is not None]
    reviews = sorted((card.due_on, card.position, card) for card in cards if card.due_on is not None)
    new = [card for card in cards if card.state is State.NEW]
    return [*steps, *(card for _, _, card in reviews[: options.reviews_per_day]), *new[: options.new_per_day]]


def anki_order(cards: list[Candidate], moment: Moment, options: SchedulerOptions) -> Iterable[Candidate]:
    """Anki's with FSRS switched on: by due date, in random order within a day, new cards evenly among them.

    New cards take what the day's limit of reviews leaves them, as its manual says.
    """
    steps = [card for card in cards if card.due_at is not None]
    reviews = [card for card in cards if card.due_on is not None]
    Random(moment.today).shuffle(reviews)
    reviews.sort(key=lambda card: card.due_on or 0)
    reviews = reviews[: options.reviews_per_day]
    room = min(options.new_per_day, options.reviews_per_day - len(reviews))
    new = [card for card in cards if card.state is State.NEW][:room]
    by_number = {card.position: card for card in (*reviews, *new)}
    order = mixed([card.position for card in reviews], [card.position for card in new])
    return [*steps, *(by_number[number] for number in order)]


@dataclass
class Quizzer:
    """Our scheduler under some order; ``refit`` days apart it is fitted to the log, as ``quizzer optimise`` does."""

    order: Order
    refit: int | None = None
    options: SchedulerOptions = field(
        default_factory=lambda: SchedulerOptions(new_per_day=NEW_PER_DAY, reviews_per_day=REVIEWS_PER_DAY)
    )
    progress: dict[int, Progress] = field(default_factory=dict)
    log: dict[int, list[LoggedRating]] = field(default_factory=dict)
    due: dict[StudyDay, int] = field(default_factory=dict)
    answers: int = 0

    def __post_init__(self) -> None:
        self.model = Fsrs6(self.options.weights)

    def queue(self, day: int) -> list[int]:
        """The cards of a day in their order."""
        moment = moment_of(day)
        if self.refit and day and day % self.refit == 0:
            self._fit()
        self.due = {}
        for progress in self.progress.values():
            on = due_on(progress)
            self.due[on] = self.due.get(on, 0) + 1
        cards = [candidate(card, one) for card, one in self.progress.items() if due_on(one) <= moment.today]
        begun = len(self.progress)
        cards += [candidate(card, Progress()) for card in range(begun, min(CARDS, begun + NEW_PER_DAY))]
        return [one.position for one in self.order(cards, moment, self.options)]

    def answered(self, card: int, rating: Rating, day: int) -> bool:
        """Take an answer in; whether the card comes again today."""
        before = self.progress.get(card, Progress())
        outcome = four_answers(
            before,
            card_id=CardId(f"deck/card-{card}"),
            moment=moment_of(day),
            options=self.options,
            model=self.model,
            due=self.due,
        )[rating]
        self.answers += 1
        entry = LoggedRating(card, self.answers, rating, outcome.elapsed_days, before.state is State.NEW)
        self.log.setdefault(card, []).append(entry)
        self.progress[card] = outcome.progress
        return not isinstance(outcome.progress.schedule, Review)

    def _fit(self) -> None:
        entries = [entry for card in sorted(self.log) for entry in self.log[card]]
        fit = fit_weights(samples(entries), current=self.options.weights, relearning_steps=1)
        if fit.result == "better":
            self.options = replace(self.options, weights=fit.weights)
            self.model = Fsrs6(fit.weights)
            for card, log in self.log.items():
                self._remember(card, log)

    def _remember(self, card: int, log: list[LoggedRating]) -> None:
        memory: Memory | None = None
        for entry in log:
            memory = self.model.next_memories(memory, elapsed_days=entry.elapsed_days)[Rating(entry.rating)]
        progress = self.progress[card]
        assert memory is not None
        self.progress[card] = replace(progress, schedule=replace(progress.schedule, memory=memory))  # type: ignore[call-arg]


def moment_of(day: int) -> Moment:
    now = FIRST_DAY + timedelta(days=day)
    return Moment(now=now, today=StudyDay(now.toordinal()), next_rollover_at=now + timedelta(hours=16))


def due_on(progress: Progress) -> StudyDay:
    schedule = progress.schedule
    # Steps that the day's minutes cut off come first on the next one.
    return schedule.due_on if isinstance(schedule, Review) else StudyDay(0)


def candidate(card: int, progress: Progress) -> Candidate:
    schedule = progress.schedule
    steps = progress.state in (State.LEARNING, State.RELEARNING)
    return Candidate(
        card_id=CardId(f"deck/card-{card}"),
        note=NoteId(f"card-{card}"),
        deck=DeckId("deck"),
        topic=TopicId("topic"),
        requires=(),
        state=progress.state,
        due_at=FIRST_DAY if steps else None,
        due_on=schedule.due_on if isinstance(schedule, Review) else None,
        interval_days=schedule.interval_days if isinstance(schedule, Review) else 0,
        position=card,
    )


def live(scheduler: Quizzer | Sm2, mind: Mind, minutes_a_day: float | None = None) -> tuple[float, float, int]:
    """Cards known in the end, minutes spent, answers given."""
    day_s = (MINUTES_A_DAY if minutes_a_day is None else minutes_a_day) * 60
    seconds, answers = 0.0, 0
    for day in range(DAYS):
        if day in MISSED:
            continue
        left_s = day_s
        waiting = deque(scheduler.queue(day))
        while waiting and left_s > 0:
            card = waiting.popleft()
            new = card not in mind.memories
            rating = mind.answer(card, day)
            took_s = NEW_S if new else SECONDS[rating]
            left_s, seconds, answers = left_s - took_s, seconds + took_s, answers + 1
            if scheduler.answered(card, rating, day):
                waiting.append(card)
    return mind.knows(DAYS), seconds / 60, answers


SCHEDULERS: dict[str, Callable[[], Quizzer | Sm2]] = {
    "quizzer": lambda: Quizzer(our_order),
    "quizzer, optimised every 60 days": lambda: Quizzer(our_order, refit=60),
    "the same intervals, plain due order": lambda: Quizzer(due_order),
    "Anki's defaults with FSRS": lambda: Quizzer(anki_order),
    "Anki's defaults (SM-2)": lambda: Sm2(cards=CARDS, new_per_day=NEW_PER_DAY, reviews_per_day=REVIEWS_PER_DAY),
}


def main(arguments: Sequence[str]) -> int:
    """Print a table: means over the seeds."""
    minutes_a_day = float(arguments[0]) if arguments else MINUTES_A_DAY
    learners = arguments[1:] or list(LEARNERS)
    print("| learner | scheduler | cards known in the end | minutes | answers | known per hour |")
    print("|---|---|---|---|---|---|")
    for learner in learners:
        for name, make in SCHEDULERS.items():
            lives = [live(make(), Mind(LEARNERS[learner], Random(seed)), minutes_a_day) for seed in SEEDS]
            known, minutes, answers = (sum(column) / len(lives) for column in zip(*lives, strict=True))
            per_hour = known / minutes * 60
            print(f"| {learner} | {name} | {known:.0f} | {minutes:.0f} | {answers:.0f} | {per_hour:.1f} |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
