# ruff: noqa: PLC0415 - imports wait until the command runs, so that --help and completion stay quick
"""``quizzer verify``: prove exercises by their own solutions, right and wrong, and cards by what of them can run."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from quizzer.cli.context import AppContext, pass_app
from quizzer.cli.exit_codes import ExitCode
from quizzer.cli.options import json_option
from quizzer.cli.verify_report import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from quizzer.cli.verify_report import Proved
    from quizzer.domain.card_proof import DeckProof
    from quizzer.domain.proof import ExerciseProof
    from quizzer.grader.pool import GraderPool
    from quizzer.services.verify import Plan, Subject
    from quizzer.services.verify_targets import Targets

P = TypeVar("P", "ExerciseProof", "DeckProof")
FIRST_SEED = 1000
_MANY, _MANY_CARDS = 60, 12
DEFAULT_SEEDS = 10
DEFAULT_DRAWS = 200


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH|ID]...")
@click.option("--seeds", type=click.IntRange(1, 1000), help="Draws for each solution (10; 3 with --mutate).")
@click.option("--seed", type=click.IntRange(0, 2**62 - 1001), help="The first seed; one alone with --seeds 1.")
@click.option(
    "--draws", type=click.IntRange(1, 10_000), default=DEFAULT_DRAWS, help="Draws of each compute card (200)."
)
@click.option("--only", metavar="FILE|ID", help="Only the solution whose path ends in FILE, or the card called ID.")
@click.option("--jobs", type=click.IntRange(1, 256), help="Judge so many at once; default: one for each processor.")
@click.option("--fail-fast", is_flag=True, help="Stop at the first exercise or deck that is not proved.")
@click.option("--matrix", is_flag=True, help="Show which check catches which wrong solution.")
@click.option("--write", is_flag=True, help="Write mistakes.json into each exercise that is proved.")
@click.option("--mutate", is_flag=True, help="Change the reference in many ways; tell which changes no check notices.")
@click.option("--mutate-all", is_flag=True, help="So for every accepted solution.")
@click.option("--limit", type=click.IntRange(1, 10_000), help="Judge at most so many mutants of a solution.")
@click.option("--strict", is_flag=True, help="Exit code 1 where a mutant survives.")
@click.option("--format", "format_name", type=click.Choice(FORMATS), help="How to print what is found.")
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
    draws: int,
    only: str | None,
    jobs: int | None,
    fail_fast: bool,
    matrix: bool,
    write: bool,
    mutate: bool,
    mutate_all: bool,
    limit: int | None,
    strict: bool,
    format_name: str | None,
) -> None:
    """Prove the exercises and cards at or below PATH, or of the ids given; all built-in ones if there is none.

    On every seed each accepted solution must pass, the starter must fail, and each wrong solution must be caught by
    the check that its first line names. (From the second seed on, that check is run alone and the others only if it
    passes; an accepted solution is run once a seed, even where the exercise asks learners for several runs; --matrix
    and --write run everything.) Of a deck, or of one file of it, each card's verify snippet is run, each compute card
    drawn and answered by torch, each bug, code, order and choice card with code put to the test. Exit code 0 means
    that all are proved, 1 that some are not, 3 that some cannot be read, 4 that a check breaks.

    With --mutate, nothing of that, and exercises alone: the reference solution is changed in many small ways, and each
    change that no check notices is shown, unless the exercise's equivalent.yaml says why it is no mistake.
    """
    from quizzer.services.verify import Plan
    from quizzer.services.verify_targets import find_subjects, find_targets

    first = FIRST_SEED if seed is None else seed
    chosen = _format(app, format_name)
    if mutate or mutate_all:
        ctx.exit(_mutate(app, ctx, find_subjects(paths), first))
    _refuse_without_mutants(limit=limit, strict=strict)
    seeds = seeds or DEFAULT_SEEDS
    plan = Plan(tuple(range(first, first + seeds)), app.now(), only, every_check=matrix or write)
    targets = find_targets(paths, plan)
    proved = _prove(app, targets, plan, draws=draws, jobs=jobs, fail_fast=fail_fast)
    if write:
        _write(app, targets.exercises, proved.exercises, plan)
    _report(app, proved, plan, format_name=chosen, draws=draws, matrix=matrix)
    ctx.exit(proved.exit_code)


def _format(app: AppContext, name: str | None) -> str:
    from quizzer.domain.errors import UsageError

    if app.json and name not in (None, "json"):
        raise UsageError(f"--json and --format {name} are two formats", hint="leave one of them out")
    return "json" if app.json else name or "text"


def _report(app: AppContext, proved: Proved, plan: Plan, *, format_name: str, draws: int, matrix: bool) -> None:
    from quizzer.cli import verify_report

    if format_name == "json":
        verify_report.print_json(proved, seeds=plan.seeds, draws=draws)
    elif format_name == "junit":
        verify_report.print_junit(proved)
    else:
        verify_report.print_pages(app, proved, matrix=matrix)


def _mutate(app: AppContext, ctx: click.Context, subjects: Sequence[Subject], first: int) -> ExitCode:
    from quizzer.cli import verify_mutants, verify_report
    from quizzer.domain.errors import UsageError
    from quizzer.services.mutation import MutationPlan

    given = ctx.params
    if given["format_name"] == "junit":
        raise UsageError("--format junit does not go with --mutate", hint="--json does")
    for name in ("only", "fail_fast", "matrix", "write"):
        if given[name]:
            raise UsageError(f"--{name.replace('_', '-')} does not go with --mutate")
    seeds = tuple(range(first, first + (given["seeds"] or verify_mutants.DEFAULT_SEEDS)))
    plan = MutationPlan(seeds, app.now(), every_solution=given["mutate_all"], limit=given["limit"])
    reports = verify_mutants.judge_mutants(app, subjects, plan, jobs=given["jobs"], progress=_progress)
    problems = [(one.folder, one.problem) for one in subjects if one.problem is not None]
    if app.json or given["format_name"] == "json":
        verify_mutants.print_json(reports, plan, unread=verify_report.unread_objects(problems))
    else:
        verify_mutants.print_page(app, reports)
        verify_report.print_problems(problems)
    return verify_mutants.exit_code(subjects, reports, strict=given["strict"])


def _refuse_without_mutants(*, limit: int | None, strict: bool) -> None:
    from quizzer.domain.errors import UsageError

    if limit is not None or strict:
        raise UsageError(f"{'--strict' if limit is None else '--limit'} is for mutants", hint="add --mutate")


def _prove(app: AppContext, targets: Targets, plan: Plan, *, draws: int, jobs: int | None, fail_fast: bool) -> Proved:
    from quizzer.cli.verify_report import Proved
    from quizzer.grader.pool import GraderPool
    from quizzer.services.verify import prove
    from quizzer.services.verify_cards import prove_decks

    exercises = [subject.exercise for subject in targets.exercises if subject.exercise is not None]
    total = sum(len(plan.solutions(exercise)) for exercise in exercises) + targets.cards
    with (
        _progress(app, total) as advance,
        GraderPool(workers=jobs, warm=total > _MANY or targets.cards > _MANY_CARDS) as pool,
    ):
        proved = _Until(pool, fail_fast=fail_fast)
        # Cards first: they are short, so that no worker waits for another before the exercises begin.
        decks = list(proved(prove_decks(targets.decks, pool=pool, draws=draws, done=advance)))
        return Proved(targets, list(proved(prove(targets.exercises, plan, pool=pool, done=advance))), decks)


class _Until:
    """Passes proofs on, to all who ask, up to the first of all that is not proved, where that is to end it."""

    def __init__(self, pool: GraderPool, *, fail_fast: bool) -> None:
        self._pool = pool
        self._fail_fast = fail_fast
        self._over = False

    def __call__(self, proofs: Iterator[P]) -> Iterator[P]:
        while not self._over and (proof := next(proofs, None)) is not None:
            yield proof
            if self._fail_fast and not proof.proved:
                self._over = True
                self._pool.shutdown(wait=False, cancel_futures=True)


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
