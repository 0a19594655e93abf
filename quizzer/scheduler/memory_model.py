"""The port to a memory model: what any model must answer, whatever its formulas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizzer.domain.memory import Memory, Rating


class MemoryModel(Protocol):
    """Predicts what a learner remembers. Implementations are pure: same arguments, same result."""

    def next_memories(self, memory: Memory | None, *, elapsed_days: int) -> Mapping[Rating, Memory]:
        """The memory after each of the four answers; ``memory`` is None before the first one.

        ``elapsed_days`` is the difference of study days, 0 or more; 0 means "again on the same day".
        """
        ...

    def interval_days(self, memory: Memory, *, desired_retention: float) -> float:
        """Days until recall falls to ``desired_retention``, neither rounded nor limited."""
        ...

    def retrievability(self, memory: Memory, *, elapsed_days: float) -> float:
        """The probability of recall after ``elapsed_days``, 1 at 0 days and falling."""
        ...
