"""Listings: decks, exercises, one exercise, what an import changed. Lines without trailing spaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text as RichText

from quizzer.reports.card_page import DIM, indented, markdown_lines, padded
from quizzer.reports.card_wrap import wrap
from quizzer.reports.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizzer.domain.exercise import Exercise
    from quizzer.domain.library import DeckSummary, ExerciseSummary, SyncReport
    from quizzer.reports.card_page import PageStyle

GAP = "  "
_FORBIDDEN_SHOWN = 4
NARROWEST = 12
"""A title column is never squeezed below this; a narrower terminal wraps by itself."""


def table(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    wrapped: int,
    numbers: frozenset[int],
    style: PageStyle,
    whole: bool = False,
) -> list[RichText]:
    """Columns as wide as they need; column ``wrapped`` gives way, columns in ``numbers`` are right-aligned.

    With ``whole`` a text that column 0 has no room for is not cut: it stands above its row, so that it can be copied.
    """
    grid = [headings, *rows]
    widths = [max(cell_len(row[place]) for row in grid) for place in range(len(headings))]
    spare = style.usable - sum(widths) - len(GAP) * (len(widths) - 1)
    widths[wrapped] = max(NARROWEST, widths[wrapped] + min(0, spare))
    lines: list[RichText] = []
    for number, row in enumerate(grid):
        cell_lines = [line.plain for line in wrap(RichText(row[wrapped]), widths[wrapped])] or [""]
        if whole and len(cell_lines) > 1:
            lines.append(RichText(row[wrapped]))
            cell_lines = [""]
        for part, text in enumerate(cell_lines):
            cells = [text if place == wrapped else cell * (part == 0) for place, cell in enumerate(row)]
            line = GAP.join(
                " " * (widths[place] - cell_len(cell)) + cell if place in numbers else padded(cell, widths[place])
                for place, cell in enumerate(cells)
            )
            lines.append(RichText(line.rstrip(), style="none" if number else "bold"))
        if number == 0 and not style.plain:
            lines.append(RichText("─" * min(style.usable, sum(widths) + 2 * (len(widths) - 1)), style=DIM))
    return lines


def decks_table(decks: Sequence[DeckSummary], *, style: PageStyle) -> list[RichText]:
    """``deck list``."""
    if not decks:
        return [RichText(say(style.language, "no_decks"))]
    headings = [say(style.language, name) for name in ("deck", "title", "cards", "new", "learned", "due")]
    rows = [
        (deck.id, deck.title.in_(style.language), *map(str, (deck.cards, deck.new, deck.learned, deck.due)))
        for deck in decks
    ]
    return table(headings, rows, wrapped=1, numbers=frozenset({2, 3, 4, 5}), style=style)


def exercises_table(exercises: Sequence[ExerciseSummary], *, style: PageStyle) -> list[RichText]:
    """``exercise list``."""
    language = style.language
    if not exercises:
        return [RichText(say(language, "no_exercises"))]
    headings = [say(language, name) for name in ("exercise", "title", "kind", "level", "state")]
    rows = [
        (one.id, one.title.in_(language), one.kind.value, str(one.difficulty), _state(one, language=language))
        for one in exercises
    ]
    return table(headings, rows, wrapped=1, numbers=frozenset({3}), style=style)


def _state(one: ExerciseSummary, *, language: str) -> str:
    key = "solved" if one.accepted else "tried" if one.submissions else "untouched"
    return say(language, key)


def exercise_page(exercise: Exercise, *, style: PageStyle) -> list[RichText]:
    """``exercise show``: id, statement, what to write, what is not allowed, the limits."""
    statement = exercise.statement.in_(style.language)
    lines = [RichText(exercise.id, style=DIM), RichText()]
    lines += markdown_lines(statement, style=style, width=style.usable)
    return [*lines, RichText(), *pairs(_facts(exercise, language=style.language), style=style)]


def solution_page(exercise: Exercise, *, style: PageStyle) -> list[RichText]:
    """``exercise solution``: the reference as it stands, and why it works."""
    heading = f"{exercise.title.in_(style.language)} · {say(style.language, 'solution')}"
    lines = [RichText(heading, style="bold"), RichText(), *map(RichText, exercise.reference.rstrip().split("\n"))]
    if exercise.explanation is not None:
        lines += [RichText(), RichText(say(style.language, "explanation"), style="bold")]
        lines += markdown_lines(exercise.explanation.in_(style.language), style=style, width=style.usable)
    return lines


def _facts(exercise: Exercise, *, language: str) -> list[tuple[str, str]]:
    limits = exercise.limits
    limits_text = say(
        language,
        "limits_value",
        call_s=f"{limits.call_s:g}",
        run_s=f"{limits.run_s:g}",
        memory_mib=limits.memory_mib,
    )
    facts = [
        ("write", "\n".join(entry.signature for entry in exercise.entry_points)),
        ("forbidden", _forbidden(exercise, language=language)),
        ("limits", limits_text),
        ("points", f"{exercise.max_score:g}"),
        ("topics", ", ".join(exercise.topics)),
    ]
    return [(say(language, key), value) for key, value in facts if value]


def _forbidden(exercise: Exercise, *, language: str) -> str:
    shown = ", ".join(exercise.forbidden[:_FORBIDDEN_SHOWN])
    more = len(exercise.forbidden) - _FORBIDDEN_SHOWN
    return say(language, "and_more", shown=shown, count=more) if more > 0 else shown


def pairs(rows: Sequence[tuple[str, str]], *, style: PageStyle) -> list[RichText]:
    """Names and values in two columns; in plain pages, ``Name: value``."""
    if style.plain:
        return [
            RichText(f"{name}: {line}" if first == 0 else line)
            for name, value in rows
            for first, line in enumerate(value.splitlines())
        ]
    width = max((cell_len(name) for name, _ in rows), default=0) + len(GAP)
    lines: list[RichText] = []
    for name, value in rows:
        first, *rest = wrap(RichText(value), style.usable - width)
        lines.append(RichText().append(padded(name, width), style="bold").append(first.plain))
        lines += [indented(line, width) for line in rest]
    return lines


def sync_page(report: SyncReport, *, style: PageStyle) -> list[RichText]:
    """``deck import``: the counts, then the ids whose history is concerned."""
    language = style.language
    cards = (report.added, report.changed, report.retired, report.unchanged)
    added, changed, retired, unchanged = map(len, cards)
    lines = [say(language, "imported", added=added, changed=changed, retired=retired, unchanged=unchanged)]
    exercises = (report.exercises_added, report.exercises_changed, report.exercises_retired)
    if any(exercises):
        added, changed, retired = map(len, exercises)
        lines.append(say(language, "imported_exercises", added=added, changed=changed, retired=retired))
    lines += [f"  ~ {id_}" for id_ in (*report.changed, *report.exercises_changed)]
    lines += [f"  - {id_}" for id_ in (*report.retired, *report.exercises_retired)]
    if report.retired:
        lines.append(say(language, "retired_note"))
    return [RichText(line) for line in lines]
