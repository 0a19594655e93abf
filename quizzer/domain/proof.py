"""What proves an exercise: each of its solutions judged on several seeds, and what is wrong with that. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from quizzer.domain.card import ExerciseId
from quizzer.domain.verdict import Verdict

MIN_MUTANTS = 5


class Role(StrEnum):
    """What a solution is there for."""

    ACCEPTED = "accepted"
    STARTER = "starter"
    MUTANT = "mutant"


@dataclass(frozen=True, slots=True)
class ProofRun:
    """One solution on one seed; ``failed`` maps the checks that ran and failed to their verdicts.

    ``whole`` is False where the check that should catch it was run alone, and did.
    """

    seed: int
    verdict: Verdict
    failed: Mapping[str, Verdict]
    why: str = ""
    """What the judge said, in English: of the run, or of its first failed check."""
    whole: bool = True


@dataclass(frozen=True, slots=True)
class ProvedSolution:
    """A solution and its runs; ``caught_by`` and ``expected`` are what a mutant's file says.

    ``headroom`` is False where an accepted solution did not pass within half of its limits, None where nobody asked.
    """

    path: str
    role: Role
    runs: tuple[ProofRun, ...]
    caught_by: str | None = None
    expected: Verdict | None = None
    headroom: bool | None = None
    duration_s: float = 0.0

    @property
    def always(self) -> frozenset[str]:
        """The checks that failed on every seed on which all were run."""
        failed = [frozenset(run.failed) for run in self.runs if run.whole]
        return frozenset.intersection(*failed) if failed else frozenset()

    @property
    def sometimes(self) -> frozenset[str]:
        """The checks that failed on some seed on which all were run."""
        return frozenset().union(*(run.failed for run in self.runs if run.whole))


class Fault(StrEnum):
    """What can be wrong with a proof, by a stable name."""

    REJECTED = "rejected"
    STARTER_PASSES = "starter-passes"
    SURVIVES = "survives"
    OTHER_CHECK = "other-check"
    OTHER_VERDICT = "other-verdict"
    JUDGE_ERROR = "judge-error"
    IDLE_CHECK = "idle-check"
    ONLY_ERRORS = "only-errors"
    NO_HEADROOM = "no-headroom"
    FEW_MUTANTS = "few-mutants"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: where, on which seed, and what; ``warning`` ones leave the exercise proved."""

    fault: Fault
    path: str
    message: str
    seed: int | None = None
    warning: bool = False


@dataclass(frozen=True, slots=True)
class ExerciseProof:
    """All solutions of an exercise, and what is wrong; ``checks`` in the order of their definition."""

    exercise: ExerciseId
    folder: str
    checks: tuple[str, ...]
    solutions: tuple[ProvedSolution, ...]
    findings: tuple[Finding, ...] = field(default=())

    @property
    def proved(self) -> bool:
        return all(finding.warning for finding in self.findings)

    def of(self, role: Role) -> tuple[ProvedSolution, ...]:
        return tuple(solution for solution in self.solutions if solution.role is role)

    def caught(self, check: str) -> tuple[str, ...]:
        """The mutants that a check fails on every seed."""
        return tuple(solution.path for solution in self.of(Role.MUTANT) if check in solution.always)


def proof_of(
    exercise: ExerciseId,
    *,
    folder: str,
    checks: tuple[str, ...],
    solutions: tuple[ProvedSolution, ...],
    whole: bool = True,
) -> ExerciseProof:
    """The proof that these runs are; ``whole`` is False where some solutions were left out on purpose."""
    findings = [finding for solution in solutions if (finding := first_finding(solution)) is not None]
    findings += [_only_errors(one) for one in solutions if _only_raises(one, checks)]
    if whole:
        findings += _findings_of_all(checks, solutions)
    return ExerciseProof(exercise, folder, checks, solutions, tuple(findings))


def first_finding(solution: ProvedSolution) -> Finding | None:
    """What is wrong on the first seed on which it is not what it should be, if there is one."""
    for run in solution.runs:
        found = _fault(solution, run)
        if found is not None:
            fault, message = found
            return Finding(fault, solution.path, message, seed=run.seed)
    if solution.headroom is False:
        message = "it does not pass within half of the exercise's limits: a slower machine may refuse it"
        return Finding(Fault.NO_HEADROOM, solution.path, message, warning=True)
    return None


def _fault(solution: ProvedSolution, run: ProofRun) -> tuple[Fault, str] | None:
    if run.verdict is Verdict.JE:
        return Fault.JUDGE_ERROR, f"a check breaks: {run.why}"
    if solution.role is Role.ACCEPTED:
        return None if run.verdict.accepted else (Fault.REJECTED, f"{run.verdict}, {_listed(run.failed)}: {run.why}")
    if solution.role is Role.STARTER:
        return (Fault.STARTER_PASSES, "the starter is accepted as it stands") if run.verdict.accepted else None
    if run.verdict.accepted:
        return Fault.SURVIVES, f"no check notices it{_wanted(solution)}"
    if solution.caught_by is not None and solution.caught_by not in run.failed:
        return Fault.OTHER_CHECK, f"caught by {_listed(run.failed)}{_wanted(solution)}: {run.why}"
    return _other_verdict(solution, run)


def _other_verdict(solution: ProvedSolution, run: ProofRun) -> tuple[Fault, str] | None:
    """Whether the folder of a mutant promises another end than it comes to."""
    if solution.expected is Verdict.TLE and run.verdict is not Verdict.TLE:
        return Fault.OTHER_VERDICT, f"it ends in {run.verdict}, and its folder says TLE: {run.why}"
    if solution.expected is Verdict.RTE and Verdict.RTE not in (run.verdict, *run.failed.values()):
        return Fault.OTHER_VERDICT, f"no check fails with an error, and its folder says RTE: {run.why}"
    return None


def _only_raises(solution: ProvedSolution, checks: tuple[str, ...]) -> bool:
    """Whether nothing that should be a wrong answer ever is one: each of several checks meets an exception."""
    if solution.role is not Role.MUTANT or solution.expected not in (None, Verdict.WA) or len(checks) == 1:
        return False
    whole = [run.failed for run in solution.runs if run.whole]
    return bool(whole) and all(set(failed) == set(checks) and set(failed.values()) == {Verdict.RTE} for failed in whole)


def _only_errors(solution: ProvedSolution) -> Finding:
    run = solution.runs[0]
    message = f"each check meets an exception; where that is the mistake, submissions/run_time_error says so: {run.why}"
    return Finding(Fault.ONLY_ERRORS, solution.path, message, seed=run.seed, warning=True)


def _findings_of_all(checks: tuple[str, ...], solutions: tuple[ProvedSolution, ...]) -> Iterator[Finding]:
    mutants = [solution for solution in solutions if solution.role is Role.MUTANT]
    named = {mutant.caught_by for mutant in mutants}
    for check in checks:
        if check not in named:
            message = f"no wrong solution names the check '{check}': nothing shows that it can fail"
            yield Finding(Fault.IDLE_CHECK, "checks.py", message)
    if len(mutants) < MIN_MUTANTS:
        message = f"only {len(mutants)} wrong solutions; {MIN_MUTANTS} or more prove the checks"
        yield Finding(Fault.FEW_MUTANTS, "submissions/wrong_answer", message, warning=True)


def _wanted(solution: ProvedSolution) -> str:
    return "" if solution.caught_by is None else f"; '{solution.caught_by}' should"


def _listed(failed: Mapping[str, Verdict]) -> str:
    return ", ".join(failed) if failed else "no check"
