"""What a judged run of an exercise does to its card: the one rule of ``grade``, ``watch`` and ``study``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizzer.scheduler.answers import four_answers
from quizzer.scheduler.rating import allowed_ratings, rate_exercise

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import tzinfo

    from quizzer.domain.card import CardId, DeckId
    from quizzer.domain.memory import Progress, Rating, StudyDay
    from quizzer.scheduler.answers import Outcome
    from quizzer.scheduler.memory_model import MemoryModel
    from quizzer.scheduler.moment import Moment
    from quizzer.scheduler.options import SchedulerOptions

RETRY_STEPS_S = (600.0,)
"""A failed exercise returns after ten minutes: code takes longer to look at again than a card."""


@dataclass(frozen=True, slots=True)
class Scheduling:
    """What a verdict needs to become a rating and a date."""

    zone: tzinfo
    options: SchedulerOptions
    model: MemoryModel


@dataclass(frozen=True, slots=True)
class ExerciseRun:
    """A judged run, or a look at the solution, and all that its rating depends on."""

    moment: Moment
    scheduling: Scheduling
    accepted: bool = False
    judged: bool = True
    duration_s: float = 0.0
    failed_runs: int = 0
    hints: int = 0
    revealed: bool = False
    worked_s: float | None = None
    """How long the learner took, where that is known: then a success may also be fast or slow."""

    @property
    def succeeded(self) -> bool:
        """Solved by what was remembered or found out."""
        return self.accepted and not self.revealed

    @property
    def rating(self) -> Rating:
        """By verdict, attempts, hints and time."""
        return rate_exercise(
            accepted=self.accepted,
            failed_runs=self.failed_runs,
            hints=self.hints,
            revealed=self.revealed,
            duration_s=self.worked_s,
        )

    @property
    def allowed(self) -> tuple[Rating, ...]:
        """What a learner may make of it."""
        return allowed_ratings(self.succeeded)

    def options(self, deck: DeckId) -> SchedulerOptions:
        """What holds for this run of an exercise's card in ``deck``."""
        # Writing the same code again within minutes of success, or of reading it, would test typing, not memory.
        steps = () if self.accepted or self.revealed else RETRY_STEPS_S
        return replace(self.scheduling.options.for_deck(deck), learning_steps_s=steps, relearning_steps_s=steps)

    def outcomes(
        self, before: Progress, *, card_id: CardId, deck: DeckId, due: Mapping[StudyDay, int]
    ) -> Mapping[Rating, Outcome]:
        """What each rating of it would store for a card; ``due`` counts the reviews of the days to come."""
        return four_answers(
            before,
            card_id=card_id,
            moment=self.moment,
            options=self.options(deck),
            model=self.scheduling.model,
            due=due,
        )
