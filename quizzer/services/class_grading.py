"""Judging a class: every submission gets a row, as soon as it is there, whatever the others are like."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, TypeAlias

from quizzer.domain.classroom import Row
from quizzer.domain.errors import JudgeError, QuizzerError
from quizzer.grader.client import Grader
from quizzer.services.notebook import NotebookSource, exercises_in, read_cells, source_for
from quizzer.services.submission_file import MAX_BYTES, SubmissionFile, exercise_of, find_header, read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future
    from datetime import datetime

    from quizzer.domain.classroom import Handed
    from quizzer.domain.exercise import Exercise
    from quizzer.domain.verdict import GradeResult
    from quizzer.grader.pool import GraderPool

_NOTEBOOK_BYTES = 32 * 1024 * 1024

Key: TypeAlias = "tuple[str, str | None, str | None, str | None]"
"""File, student, exercise and SHA-256: what makes a row the same row."""


@dataclass(frozen=True, slots=True)
class ClassPlan:
    """How a class is judged: all on one seed, so that nobody has harder draws; ``done`` rows are left out."""

    exercise_named: Callable[[str], Exercise]
    seed: int
    now: Callable[[], datetime]
    device: str = "auto"
    exercise: str | None = None
    done: frozenset[Key] = frozenset()


@dataclass(frozen=True, slots=True)
class _Work:
    """One source to judge, and whose it is."""

    row: Key
    exercise: Exercise
    source: str
    notebook: NotebookSource | None = None


def grade_class(
    handed: Iterable[Handed], plan: ClassPlan, *, pool: GraderPool, skipped: Callable[[], None] = lambda: None
) -> Iterator[Row]:
    """A row for each submission (a notebook may have several), in the order in which they are done.

    What is under way is bounded by the pool, so memory does not grow with the number of submissions. Raises
    EnvironmentProblem where nothing can be judged at all.
    """
    finished: SimpleQueue[tuple[_Work, Future[GradeResult]]] = SimpleQueue()
    under_way = 0
    for one in handed:
        for work in _read(one, plan):
            if isinstance(work, Row):
                yield work
                continue
            if work.row in plan.done:
                skipped()
                continue
            future = pool.submit(
                Grader.grade, work.exercise, work.source, graded_at=plan.now(), seed=plan.seed,
                device=plan.device, filename=Path(one.file).name,
            )  # fmt: skip
            under_way += 1
            future.add_done_callback(partial(_finish, finished, work))
            for row in _ready(finished):
                under_way -= 1
                yield row
    for _ in range(under_way):
        yield _row(*finished.get())


def _finish(finished: SimpleQueue[tuple[_Work, Future[GradeResult]]], work: _Work, future: Future[GradeResult]) -> None:
    finished.put((work, future))


def _ready(finished: SimpleQueue[tuple[_Work, Future[GradeResult]]]) -> Iterator[Row]:
    while True:
        try:
            yield _row(*finished.get_nowait())
        except Empty:
            return


def _row(work: _Work, future: Future[GradeResult]) -> Row:
    file, student, exercise, digest = work.row
    try:
        result = future.result()
    except JudgeError as problem:
        return Row(file, student, exercise, digest, problem=f"the judge failed: {problem}")
    if work.notebook is not None:
        result = work.notebook.located(result)
    return Row(file, student, exercise, digest, result=result)


def _read(handed: Handed, plan: ClassPlan) -> Iterator[_Work | Row]:
    """The work that a file makes, or a row that says why there is none."""
    asked = handed.exercise or plan.exercise
    digest = None
    try:
        path = Path(handed.file)
        if path.suffix == ".ipynb":
            text = read_text(path, most_bytes=_NOTEBOOK_BYTES)
            digest = _sha256(text)
            yield from _notebook(handed, text, asked, plan)
            return
        text = read_text(path, most_bytes=MAX_BYTES)
        digest = _sha256(text)
        submission = SubmissionFile(path, text, find_header(text))
        exercise = plan.exercise_named(exercise_of(submission, asked))
        yield _Work((handed.file, handed.student, exercise.id, digest), exercise, text)
    except QuizzerError as problem:
        said = f"{problem.message} ({problem.hint})" if problem.hint else problem.message
        where = problem.location.line if problem.location else None
        problem_text = said if where is None else f"line {where}: {said}"
        yield Row(handed.file, handed.student, asked, digest, problem=problem_text)


def _notebook(handed: Handed, text: str, asked: str | None, plan: ClassPlan) -> Iterator[_Work | Row]:
    cells = read_cells(text, handed.file)
    wanted = (asked,) if asked is not None else exercises_in(cells)
    if not wanted:
        problem = "no cell names an exercise (tag a cell quizzer:ID, or begin it with # quizzer: ID)"
        yield Row(handed.file, handed.student, None, _sha256(text), problem=problem)
    for name in wanted:
        try:
            exercise = plan.exercise_named(name)
        except QuizzerError as error:
            yield Row(handed.file, handed.student, name, _sha256(text), problem=error.message)
            continue
        found = source_for(cells, name, entry_points=[entry.name for entry in exercise.entry_points])
        if not found.source.strip():
            names = ", ".join(entry.name for entry in exercise.entry_points)
            problem = f"no cell defines {names}, nor is one tagged quizzer:{name}"
            yield Row(handed.file, handed.student, name, _sha256(text), problem=problem)
            continue
        yield _Work((handed.file, handed.student, exercise.id, _sha256(text)), exercise, found.source, found)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
