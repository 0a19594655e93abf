"""What is asked about a solution that the author of an exercise wrote."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OwnSolution:
    """A solution of the exercise author's own, and how it is to be judged, see ``Grader.grade_seeds``."""

    source: str
    filename: str
    seeds: tuple[int, ...]
    brief: bool = False
    named: str | None = None
    single: bool = False
    """One run a seed is enough, though the exercise may ask for several."""
