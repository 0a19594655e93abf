# ruff: noqa: PLC0415 - imports wait until the command runs, so that --help and completion stay quick
"""``quizzer verify``: prove exercises by their own solutions, right and wrong."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizzer.cli.context import AppContext, pass_app
from quizzer.cli.exit_codes import ExitCode
from quizzer.cli.options import json_option

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from quizzer.domain.proof import ExerciseProof
    from quizzer.services.verify import Plan, Subject

FIRST_SEED = 1000
_MANY = 60
DEFAULT_SEEDS = 10


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH|ID]...")
@click.option("--seeds", type=click.IntRange(1, 1000), help="Draws for each solution (10; 3 with --mutate).")
@click.option("--seed", type=click.IntRange(0, 2**62 - 1001), help="The first seed; one alone with --seeds 1.")
@click.option("--only", metavar="FILE", help="Only the solution whose path ends in FILE.")
@click.option("--jobs", type=click.IntRange(1, 256), help="Judge so many at once; default: one for each processor.")
@click.option("--fail-fast", is_flag=True, help="Stop at the first exercise that is not proved.")
@click.option("--matrix", is_flag=True, help="Show which check catches which wrong solution.")
@click.option("--write", is_flag=True, help="Write mistakes.json into each exercise that is proved.")
@click.option("--mutate", is_flag=True, help="Change the reference in many ways; tell which changes no check notices.")
@click.option("--mutate-all", is_flag=True, help="So for every accepted solution.")
@click.option("--limit", type=click.IntRange(1, 10_000), help="Judge at most so many mutants of a solution.")
@click.option("--strict", is_flag=True, help="Exit code 1 where a mutant survives.")
@json_option
@click.pass_context
@pass_app
def verify(
    app: AppContext,
    ctx: click.Context,
    paths: tuple[Path, ...],
    *,
    seeds: int | None,
    seed: int | None,
    only: str | None,
    jobs: int | None,
    fail_fast: bool,
    matrix: bool,
    write: bool,
    mutate: bool,
    mutate_all: bool,
    limit: int | None,
    strict: bool,
) -> None:
    """Prove the exercises at or below PATH, or those of the ids given; all built-in ones if there is none.

    On every seed each accepted solution must pass, the starter must fail, and each wrong solution must be caught by
    the check that its first line names. (From the second seed on, that check is run alone and the others only if it
    passes; an accepted solution is run once a seed, even where the exercise asks learners for several runs; --matrix
    and --write run everything.) Exit code 0 means that all are proved, 1 that some are not, 3 that some cannot be
    read, 4 that a check breaks.

    With --mutate, nothing of that: the reference solution is changed in many small ways, and each change that no
    check notices is shown, unless the exercise's equivalent.yaml says why it is no mistake.
    """
    from quizzer.services.verify import Plan, find_subjects

    first = FIRST_SEED if seed is None else seed
    if mutate or mutate_all:
        ctx.exit(_mutate(app, ctx, find_subjects(paths), first))
    _refuse_without_mutants(limit=limit, strict=strict)
    seeds = seeds or DEFAULT_SEEDS
    plan = Plan(tuple(range(first, first + seeds)), app.now(), only, every_check=matrix or write)
    subjects = find_subjects(paths)
    _refuse_nothing(subjects, plan)
    proofs = _prove(app, subjects, plan, jobs=jobs, fail_fast=fail_fast)
    if write:
        _write(app, subjects, proofs, plan)
    if app.json:
        _print_json(subjects, proofs, plan)
    else:
        _print(app, subjects, proofs, matrix=matrix)
    ctx.exit(_exit_code(subjects, proofs))


def _mutate(app: AppContext, ctx: click.Context, subjects: Sequence[Subject], first: int) -> ExitCode:
    from quizzer.cli import verify_mutants
    from quizzer.domain.errors import UsageError
    from quizzer.services.mutation import MutationPlan

    given = ctx.params
    for name in ("only", "fail_fast", "matrix", "write"):
        if given[name]:
            raise UsageError(f"--{name.replace('_', '-')} does not go with --mutate")
    seeds = tuple(range(first, first + (given["seeds"] or verify_mutants.DEFAULT_SEEDS)))
    plan = MutationPlan(seeds, app.now(), every_solution=given["mutate_all"], limit=given["limit"])
    reports = verify_mutants.judge_mutants(app, subjects, plan, jobs=given["jobs"], progress=_progress)
    if app.json:
        verify_mutants.print_json(reports, plan, unread=_unread(subjects))
    else:
        verify_mutants.print_page(app, reports)
        _print_problems(subjects)
    return verify_mutants.exit_code(subjects, reports, strict=given["strict"])


def _refuse_without_mutants(*, limit: int | None, strict: bool) -> None:
    from quizzer.domain.errors import UsageError

    if limit is not None or strict:
        raise UsageError(f"{'--strict' if limit is None else '--limit'} is for mutants", hint="add --mutate")


def _refuse_nothing(subjects: Sequence[Subject], plan: Plan) -> None:
    from quizzer.domain.errors import UsageError

    read = [subject.exercise for subject in subjects if subject.exercise is not None]
    if plan.only is not None and read and not any(plan.solutions(exercise) for exercise in read):
        raise UsageError(f"no solution's path ends in {plan.only!r}", hint="for example --only no_scaling.py")


def _prove(
    app: AppContext, subjects: Sequence[Subject], plan: Plan, *, jobs: int | None, fail_fast: bool
) -> list[ExerciseProof]:
    from quizzer.grader.pool import GraderPool
    from quizzer.services.verify import prove

    total = sum(len(plan.solutions(subject.exercise)) for subject in subjects if subject.exercise is not None)
    proofs: list[ExerciseProof] = []
    with _progress(app, total) as advance, GraderPool(workers=jobs, warm=total > _MANY) as pool:
        for proof in prove(subjects, plan, pool=pool, done=advance):
            proofs.append(proof)
            if fail_fast and not proof.proved:
                pool.shutdown(wait=False, cancel_futures=True)
                break
    return proofs


@contextmanager
def _progress(app: AppContext, total: int) -> Iterator[Callable[[int], None]]:
    """A bar on stderr where that is a terminal; silence elsewhere."""
    console = app.console(stderr=True)
    if not console.is_terminal or app.json or app.plain:
        yield lambda _: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from quizzer.reports.words import say

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(say(app.language, "proving"), total=total)
        yield lambda count: bar.advance(task, count)


def _write(app: AppContext, subjects: Sequence[Subject], proofs: list[ExerciseProof], plan: Plan) -> None:
    from quizzer.domain.errors import UsageError
    from quizzer.reports.words import say
    from quizzer.services.verify import write_mistakes

    if plan.only is not None:
        raise UsageError("--write needs all solutions", hint="leave out --only")
    count = write_mistakes(subjects, proofs)
    click.echo(say(app.language, "proof_written", count=count), err=True)


def _print(app: AppContext, subjects: Sequence[Subject], proofs: list[ExerciseProof], *, matrix: bool) -> None:
    from rich.text import Text as RichText

    from quizzer.reports.verify_view import findings_page, matrix_page, proofs_table
    from quizzer.reports.words import say

    style = app.page_style
    if matrix:
        for proof in proofs:
            app.show(matrix_page(proof, style=style))
    if proofs:
        app.show([*proofs_table(proofs, style=style), RichText()])
    for proof in proofs:
        app.show(findings_page(proof, style=style))
    _print_problems(subjects)
    counts = {"proved": sum(proof.proved for proof in proofs), "total": len(subjects)}
    click.echo(say(app.language, "proof_counts", **counts))


def _print_problems(subjects: Sequence[Subject]) -> None:
    for problem in (subject.problem for subject in subjects if subject.problem is not None):
        for diagnostic in getattr(problem, "diagnostics", ()):
            click.echo(str(diagnostic))


def _print_json(subjects: Sequence[Subject], proofs: list[ExerciseProof], plan: Plan) -> None:
    from quizzer.reports.json_format import dumps
    from quizzer.reports.verify_view import proof_object

    exercises = [proof_object(proof) for proof in proofs]
    click.echo(dumps({"seeds": list(plan.seeds), "exercises": exercises, "unread": _unread(subjects)}))


def _unread(subjects: Sequence[Subject]) -> list[dict[str, Any]]:
    from quizzer.reports.json_format import diagnostic_object

    return [
        {
            "folder": str(subject.folder),
            "diagnostics": [diagnostic_object(one) for one in getattr(subject.problem, "diagnostics", ())],
        }
        for subject in subjects
        if subject.problem is not None
    ]


def _exit_code(subjects: Sequence[Subject], proofs: list[ExerciseProof]) -> ExitCode:
    from quizzer.domain.proof import Fault

    if any(finding.fault is Fault.JUDGE_ERROR for proof in proofs for finding in proof.findings):
        return ExitCode.JUDGE
    if any(subject.problem is not None for subject in subjects):
        return ExitCode.INPUT
    return ExitCode.OK if all(proof.proved for proof in proofs) else ExitCode.NEGATIVE
