"""FSRS-6 behind the memory model port, computed by fsrs-rs (float32, the same code that Anki runs)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fsrs_rs_python import DEFAULT_PARAMETERS, FSRS, MemoryState, check_and_fill_parameters

from quizzer.domain.errors import UsageError
from quizzer.domain.memory import Memory, Rating

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

RECALL_AT_STABILITY = 0.9
"""Stability is by definition the interval at which recall has fallen to this."""

LOWEST_DECAY, HIGHEST_DECAY = 0.1, 0.8
"""fsrs-rs limits the decay weight to this range, so the forgetting curve here must do the same."""


class Fsrs6:
    """FSRS-6 with a learner's weights, or the defaults.

    ``weights`` are 17, 19 or 21 finite numbers; sets of FSRS-4.5 and FSRS-5 are filled up.
    Stability stays within 0.001 to 36,500 days and difficulty within 1 to 10, as in fsrs-rs.

    Raises:
        UsageError: fsrs-rs refuses the weights.
    """

    def __init__(self, weights: Sequence[float] | None = None) -> None:
        given = list(DEFAULT_PARAMETERS if weights is None else weights)
        try:
            # fsrs-rs takes an empty set for the defaults; here only None means them.
            self.weights = tuple(check_and_fill_parameters(given or [0.0]))
            self._engine = FSRS(list(self.weights))
        except ValueError as error:
            raise UsageError("These FSRS weights cannot be used", hint="give 17, 19 or 21 numbers") from error
        self._decay = -min(max(self.weights[20], LOWEST_DECAY), HIGHEST_DECAY)
        self._factor = RECALL_AT_STABILITY ** (1 / self._decay) - 1

    def next_memories(self, memory: Memory | None, *, elapsed_days: int) -> Mapping[Rating, Memory]:
        """The memory after each answer; ``ValueError`` for a memory that is not finite."""
        current = None if memory is None else MemoryState(memory.stability, memory.difficulty)
        # The retention only shapes intervals that fsrs-rs adds and that are not used here.
        states = self._engine.next_states(current, RECALL_AT_STABILITY, elapsed_days)
        return {
            Rating.AGAIN: _memory(states.again.memory),
            Rating.HARD: _memory(states.hard.memory),
            Rating.GOOD: _memory(states.good.memory),
            Rating.EASY: _memory(states.easy.memory),
        }

    def interval_days(self, memory: Memory, *, desired_retention: float) -> float:
        """Days until recall falls to ``desired_retention``, neither rounded nor limited."""
        # fsrs-rs reads the rating only where there is no stability.
        return self._engine.next_interval(memory.stability, desired_retention, Rating.GOOD)

    def retrievability(self, memory: Memory, *, elapsed_days: float) -> float:
        """The power forgetting curve of FSRS-6: ``(1 + factor * t / S) ** -w20``."""
        share: float = (1 + self._factor * max(0.0, elapsed_days) / memory.stability) ** self._decay
        return share


def _memory(state: MemoryState) -> Memory:
    return Memory(stability=state.stability, difficulty=state.difficulty)
