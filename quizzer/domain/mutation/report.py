"""What became of an exercise's generated mutants: caught, survived, or known to be no mistake; and the score. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from quizzer.domain.card import ExerciseId
from quizzer.domain.mutation.generate import Variant, without_margin
from quizzer.domain.verdict import GradeResult, Verdict


class Outcome(StrEnum):
    """What became of a mutant, by a stable name."""

    CAUGHT = "caught"
    """It was refused on every seed."""
    SOMETIMES = "sometimes"
    """It was refused on some seeds only: a learner who writes it may be lucky."""
    SURVIVED = "survived"
    EQUIVALENT = "equivalent"
    """It survived, and the author has said why it is no mistake."""
    REFUTED = "refuted"
    """The author has said that it is no mistake, and a check refuses it."""
    JUDGE_ERROR = "judge-error"
    """A check broke on it, which says nothing of the mutant."""


@dataclass(frozen=True, slots=True)
class Equivalent:
    """An author's word that some mutants are no mistakes: those of this operator that turn these lines into those."""

    operator: str
    line: str
    becomes: str
    reason: str

    def covers(self, variant: Variant) -> bool:
        """Whether a mutant is one of those. A margin of all lines does not count, that of some does."""
        said = (self.operator, _flush(self.line), _flush(self.becomes))
        return said == (variant.operator, _flush(variant.before), _flush(variant.after))


def _flush(text: str) -> str:
    return without_margin(text.strip("\n").split("\n")).rstrip()


@dataclass(frozen=True, slots=True)
class JudgedVariant:
    """A generated mutant of the solution at ``path`` and what the judge made of it; ``why`` is in English.

    ``checks`` failed on the first seed on which it was refused.
    """

    path: str
    variant: Variant
    outcome: Outcome
    verdicts: tuple[Verdict, ...] = ()
    checks: tuple[str, ...] = ()
    why: str = ""

    @property
    def told(self) -> bool:
        """Whether an author should look at it."""
        return self.outcome not in (Outcome.CAUGHT, Outcome.EQUIVALENT)


def judged_variant(
    path: str, variant: Variant, results: Sequence[GradeResult], *, equivalents: Sequence[Equivalent] = ()
) -> JudgedVariant:
    """What the judge's results, one for each seed, say of a mutant."""
    marked = next((one for one in equivalents if one.covers(variant)), None)
    outcome = _outcome([result.verdict for result in results], marked=marked is not None)
    refused = next((result for result in results if not result.accepted), None)
    failed = [] if refused is None else [one for one in refused.checks if not one.verdict.accepted and not one.not_run]
    message = None if refused is None else refused.message or next((one.message for one in failed), None)
    return JudgedVariant(
        path=path,
        variant=variant,
        outcome=outcome,
        verdicts=tuple(result.verdict for result in results),
        checks=tuple(check.id for check in failed),
        why=marked.reason if marked and outcome is Outcome.EQUIVALENT else message.in_("en") if message else "",
    )


def _outcome(verdicts: Sequence[Verdict], *, marked: bool) -> Outcome:
    if Verdict.JE in verdicts:
        return Outcome.JUDGE_ERROR
    if all(verdict.accepted for verdict in verdicts):
        return Outcome.EQUIVALENT if marked else Outcome.SURVIVED
    if marked:
        return Outcome.REFUTED
    return Outcome.SOMETIMES if any(verdict.accepted for verdict in verdicts) else Outcome.CAUGHT


@dataclass(frozen=True, slots=True)
class MutationReport:
    """The generated mutants of an exercise; ``refused`` tells why one of its own solutions does not pass.

    ``left_out`` counts the mutants that there are and that a limit kept from being judged.
    """

    exercise: ExerciseId
    folder: str
    judged: tuple[JudgedVariant, ...]
    refused: str = ""
    left_out: int = 0
    duration_s: float = 0.0

    def count(self, outcome: Outcome) -> int:
        """How many mutants came to this end."""
        return Counter(one.outcome for one in self.judged)[outcome]

    @property
    def mistakes(self) -> int:
        """The mutants that count: all but those that are known to be no mistakes."""
        return len(self.judged) - self.count(Outcome.EQUIVALENT)

    @property
    def score(self) -> float | None:
        """The share of the mutants that count which were caught on every seed; None where none counts."""
        caught = self.count(Outcome.CAUGHT) + self.count(Outcome.REFUTED)
        return caught / self.mistakes if self.mistakes else None

    @property
    def told(self) -> tuple[JudgedVariant, ...]:
        """The mutants that an author should look at."""
        return tuple(one for one in self.judged if one.told)

    @property
    def sound(self) -> bool:
        """Whether the solutions pass and nothing is left to look at."""
        return not self.refused and not self.told
