"""A simulated learner studies for a year: how much is known for the minutes spent, by who arranges the days.

The learner's memory is FSRS-6 with weights that no scheduler is told. Each day has the same minutes, and two weeks
are missed, after which there is more than a day can hold. Run it by itself, it takes minutes for each learner:
``python -m benchmarks.learner [--no-holiday] [MINUTES [LEARNER...]]``; with fewer minutes than the 30 of a day not all
that is due can be asked, and the order matters.
"""

from __future__ import annotations

import sys
from collections import Counter, deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from random import Random
from statistics import fmean, stdev
from typing import NamedTuple

from benchmarks._mind import LEARNERS, NEW_S, SECONDS, Mind
from benchmarks.sm2 import Sm2, mixed
from quizzer.domain.candidate import Candidate, ReviewOrder
from quizzer.domain.card import CardId, DeckId, NoteId, TopicId
from quizzer.domain.fitting import LoggedRating
from quizzer.domain.memory import Memory, New, Progress, Rating, Review, State, StudyDay
from quizzer.scheduler.answers import four_answers
from quizzer.scheduler.fitting import fit_weights, samples
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.scheduler.moment import Moment
from quizzer.scheduler.options import NewOrder, SchedulerOptions
from quizzer.scheduler.queue import arrange, relative_overdueness

CARDS = 3000
DAYS = 365
LATER_DAYS = 180
MISSED = range(150, 164)
MINUTES_A_DAY = 30.0
NEW_PER_DAY = 20
REVIEWS_PER_DAY = 200
SEEDS = (1, 2, 3, 4, 5)
FIRST_DAY = datetime(2026, 1, 5, 12, tzinfo=UTC)

Order = Callable[[list[Candidate], Moment, SchedulerOptions], Iterable[Candidate]]


class Life(NamedTuple):
    """What a year came to; ``later`` is what is left half a year after it without a look at the cards.

    ``through`` is what was known on the average day, ``recalled`` the share of right answers on a later day.
    """

    known: float
    through: float
    later: float
    recalled: float
    minutes: float
    answers: int


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
    return _anki(cards, moment, options, key=lambda card: float(card.due_on or 0))


def anki_retrievability_order(cards: list[Candidate], moment: Moment, options: SchedulerOptions) -> Iterable[Candidate]:
    """Anki's with its option "descending retrievability"; interval for stability, which is the same at 90%."""
    return _anki(cards, moment, options, key=lambda card: relative_overdueness(card, today=moment.today))


def _anki(
    cards: list[Candidate], moment: Moment, options: SchedulerOptions, *, key: Callable[[Candidate], float]
) -> Iterable[Candidate]:
    steps = [card for card in cards if card.due_at is not None]
    reviews = [card for card in cards if card.due_on is not None]
    Random(moment.today).shuffle(reviews)
    reviews.sort(key=key)
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
    candidates: dict[int, Candidate] = field(default_factory=dict)
    due: Counter[StudyDay] = field(default_factory=Counter)
    answers: int = 0

    def __post_init__(self) -> None:
        self.model = Fsrs6(self.options.weights)

    def queue(self, day: int) -> list[int]:
        """The cards of a day in their order."""
        moment = moment_of(day)
        if self.refit and day and day % self.refit == 0:
            self._fit()
        known = self.candidates.values()
        self.due = Counter(one.due_on for one in known if one.due_on is not None)
        # Steps that the day's minutes cut off come first on the next one.
        cards = [one for one in known if one.due_on is None or one.due_on <= moment.today]
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
        self.candidates[card] = candidate(card, outcome.progress)
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
        self.candidates[card] = candidate(card, self.progress[card])


@cache
def moment_of(day: int) -> Moment:
    now = FIRST_DAY + timedelta(days=day)
    return Moment(now=now, today=StudyDay(now.toordinal()), next_rollover_at=now + timedelta(hours=16))


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
        difficulty=0.0 if isinstance(schedule, New) else schedule.memory.difficulty,
    )


def live(scheduler: Quizzer | Sm2, mind: Mind, minutes_a_day: float, *, missed: Iterable[int] = ()) -> Life:
    """A year of a learner who studies for so many minutes on each day but the missed ones."""
    seconds, answers = 0.0, 0
    through: list[float] = []
    away = set(missed)
    for day in range(DAYS):
        if day not in away:
            spent_s, given = study(scheduler, mind, day, minutes_a_day * 60)
            seconds, answers = seconds + spent_s, answers + given
        if day % 7 == 0:
            through.append(mind.knows(day))
    recalled = mind.recalled / max(1, mind.asked)
    return Life(mind.knows(DAYS), fmean(through), mind.knows(DAYS + LATER_DAYS), recalled, seconds / 60, answers)


def study(scheduler: Quizzer | Sm2, mind: Mind, day: int, left_s: float) -> tuple[float, int]:
    """A day's session: the seconds that it took and the answers given. A card that was begun is finished."""
    waiting = deque(scheduler.queue(day))
    spent_s, answers = 0.0, 0
    while waiting and spent_s < left_s:
        card = waiting.popleft()
        new = card not in mind.memories
        rating = mind.answer(card, day)
        spent_s, answers = spent_s + (NEW_S if new else SECONDS[rating]), answers + 1
        if scheduler.answered(card, rating, day):
            waiting.append(card)
    return spent_s, answers


def _ours(*, refit: int | None = None, **options: ReviewOrder | NewOrder) -> Quizzer:
    quizzer = Quizzer(our_order, refit)
    quizzer.options = replace(quizzer.options, **options)  # type: ignore[arg-type]
    return quizzer


BASELINE = "Anki's defaults with FSRS"
SCHEDULERS: dict[str, Callable[[], Quizzer | Sm2]] = {
    "quizzer": _ours,
    "quizzer, optimised every 60 days": lambda: _ours(refit=60),
    "the easiest first, new cards evenly": lambda: _ours(new_order=NewOrder.EVEN),
    "the most overdue first, new cards early": lambda: _ours(review_order=ReviewOrder.OVERDUE),
    "the most overdue first, new cards evenly": lambda: _ours(
        review_order=ReviewOrder.OVERDUE, new_order=NewOrder.EVEN
    ),
    "the longest due first, new cards last": lambda: Quizzer(due_order),
    BASELINE: lambda: Quizzer(anki_order),
    "Anki's, descending retrievability": lambda: Quizzer(anki_retrievability_order),
    "Anki's defaults (SM-2)": lambda: Sm2(cards=CARDS, new_per_day=NEW_PER_DAY, reviews_per_day=REVIEWS_PER_DAY),
}


def a_life(task: tuple[str, str, int], *, minutes_a_day: float, missed: Iterable[int]) -> Life:
    """One life of a learner under a scheduler, both by name."""
    learner, scheduler, seed = task
    return live(SCHEDULERS[scheduler](), Mind(LEARNERS[learner], seed), minutes_a_day, missed=missed)


def row(lives: Sequence[Life], beside: Sequence[Life]) -> str:
    """Means over the lives, and by how much more is known than in the lives of the same seeds beside them."""
    known, through, later, recalled, minutes, answers = (fmean(column) for column in zip(*lives, strict=True))
    mine, other = ([life.known / life.minutes for life in each] for each in (lives, beside))
    ahead = [(one / two - 1) * 100 for one, two in zip(mine, other, strict=True)]
    error = stdev(ahead) / len(ahead) ** 0.5 if len(ahead) > 1 else 0.0
    return (
        f"{known:.0f} | {through:.0f} | {later:.0f} | {recalled:.0%} | {answers:.0f} | {minutes:.0f} "
        f"| {known / minutes * 60:.1f} | {fmean(ahead):+.1f} ± {error:.1f}%"
    )


def main(arguments: Sequence[str]) -> int:
    """Print a table for each learner: means over the seeds, and the standard error of the comparison."""
    missed = range(0) if "--no-holiday" in arguments else MISSED
    minutes_a_day, *learners = [word for word in arguments if not word.startswith("--")] or [str(MINUTES_A_DAY)]
    print(
        "| learner | scheduler | known in the end | on the average day | half a year later | recalled | answers | ",
        end="",
    )
    print("minutes | known per hour | beside Anki's with FSRS |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    with ProcessPoolExecutor() as pool:
        for learner in learners or LEARNERS:
            tasks = [(learner, scheduler, seed) for scheduler in SCHEDULERS for seed in SEEDS]
            lived = list(pool.map(partial(a_life, minutes_a_day=float(minutes_a_day), missed=missed), tasks))
            lives = {name: lived[at * len(SEEDS) :][: len(SEEDS)] for at, name in enumerate(SCHEDULERS)}
            for name, each in lives.items():
                print(f"| {learner} | {name} | {row(each, lives[BASELINE])} |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
