# ruff: noqa: PLC0415 - imports wait until the command runs, so that --help and completion stay quick
"""``quizzer verify --mutate``: which changes of an exercise's own solution no check notices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from quizzer.cli.exit_codes import ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager

    from quizzer.cli.context import AppContext
    from quizzer.domain.mutation.report import MutationReport
    from quizzer.services.mutation import MutationPlan
    from quizzer.services.verify import Subject

DEFAULT_SEEDS = 3


def judge_mutants(
    app: AppContext,
    subjects: Sequence[Subject],
    plan: MutationPlan,
    *,
    jobs: int | None,
    progress: Callable[[AppContext, int], AbstractContextManager[Callable[[int], None]]],
) -> list[MutationReport]:
    """Judge every mutant of the exercises that could be read."""
    from quizzer.grader.pool import GraderPool
    from quizzer.services.mutation import mutate

    total = sum(plan.count(subject.exercise) for subject in subjects if subject.exercise is not None)
    with progress(app, total) as advance, GraderPool(workers=jobs) as pool:
        return list(mutate(subjects, plan, pool=pool, done=advance))


def print_json(reports: Sequence[MutationReport], plan: MutationPlan, *, unread: list[dict[str, Any]]) -> None:
    """One object."""
    from quizzer.reports.json_format import dumps
    from quizzer.reports.mutation_view import mutation_object

    exercises = [mutation_object(report) for report in reports]
    click.echo(dumps({"seeds": list(plan.seeds), "exercises": exercises, "unread": unread}))


def print_page(app: AppContext, reports: Sequence[MutationReport]) -> None:
    """A table, and below it what survived."""
    from rich.text import Text as RichText

    from quizzer.reports.mutation_view import mutation_table, survivors_page

    app.show(mutation_table(reports, style=app.page_style))
    app.show([RichText()])
    for report in reports:
        app.show(survivors_page(report, style=app.page_style))


def exit_code(subjects: Sequence[Subject], reports: Sequence[MutationReport], *, strict: bool) -> ExitCode:
    """What the reports come to; survivors are a negative result only where somebody is strict."""
    from quizzer.domain.mutation.report import Outcome

    if any(report.count(Outcome.JUDGE_ERROR) for report in reports):
        return ExitCode.JUDGE
    if any(subject.problem is not None for subject in subjects):
        return ExitCode.INPUT
    if any(report.refused for report in reports) or (strict and not all(report.sound for report in reports)):
        return ExitCode.NEGATIVE
    return ExitCode.OK
