"""``docs/mutation.md``: how many generated mutants the checks of each built-in exercise catch.

``quizzer verify PATH --mutate --json | python tests/support/mutation_scores.py`` (``make mutation TOPIC=layers``, or
``IDS="relu dropout"``) puts the exercises that were judged in the place of what the page said of them; the other rows
stay. A test holds the page against the content.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from quizzer.content import find_exercises, read_exercise
from quizzer.reports.mutation_view import score_text

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "mutation.md"
EXERCISES = ROOT / "exercises"
HEAD = """\
# Mutation scores

How well the hidden checks of the built-in exercises notice mistakes that nobody had in mind. `quizzer verify --mutate`
changes the reference solution in many small ways, one at a time ([Formats](formats.md#generated-mutants) lists the
operators), and judges each change on three seeds. *Caught* were refused on every seed, *by luck* on some, *survived* on
none; *no mistake* are survivors of which the exercise's `equivalent.yaml` says why a learner may write them. The score
is caught / (mutants - no mistake).

Written by `make mutation TOPIC=…`, or `IDS="…"`, from what was judged. *Version* is the exercise's then: a row whose
version is not the exercise's any more tells of checks that have changed since.
"""
_ROW = re.compile(r"^\| `(?P<id>[a-z0-9-]+)` \|.*\|$", re.MULTILINE)
_TABLE = (
    "\n| exercise | mutants | caught | by luck | survived | no mistake | score | version |\n"
    "|---|---:|---:|---:|---:|---:|---:|---|\n"
)
VERSION_DIGITS = 8


def topics() -> dict[str, dict[str, str]]:
    """By topic, each built-in exercise's id and the beginning of its version."""
    found: dict[str, dict[str, str]] = {}
    for folder in find_exercises(EXERCISES):
        exercise = read_exercise(folder)
        found.setdefault(folder.parent.name, {})[str(exercise.id)] = exercise.version[:VERSION_DIGITS]
    return found


def row(judged: dict[str, Any], version: str) -> str:
    """The line of an exercise, from one entry of ``verify --mutate --json``."""
    caught = judged["caught"] + judged["refuted"]
    numbers = (judged["mutants"], caught, judged["sometimes"], judged["survived"], judged["equivalent"])
    cells = " | ".join(map(str, (*numbers, score_text(judged["score"]), version)))
    return f"| `{judged['exercise']}` | {cells} |"


def page(rows: dict[str, str], known: dict[str, dict[str, str]]) -> str:
    """The page with a table for each topic of which something was judged, and what is still missing."""
    text = HEAD
    missing = []
    for topic, exercises in known.items():
        lines = [rows[name] for name in exercises if name in rows]
        missing += [f"`{name}`" for name in exercises if name not in rows]
        if lines:
            text += f"\n## {topic.capitalize()}\n{_TABLE}" + "\n".join(lines) + "\n"
    return text + (f"\nNot judged yet: {', '.join(missing)}.\n" if missing else "")


def rows_of(text: str) -> dict[str, str]:
    """The line of each exercise that a page has."""
    return {found["id"]: found.group() for found in _ROW.finditer(text)}


def main() -> None:
    """Bring what is read from stdin into the page."""
    judged = json.load(sys.stdin)["exercises"]
    known = topics()
    versions = {name: version for exercises in known.values() for name, version in exercises.items()}
    rows = rows_of(PAGE.read_text(encoding="utf-8")) if PAGE.exists() else {}
    for one in judged:
        if one["refused"] or one["judge_error"] or one["left_out"]:
            sys.exit(f"{one['exercise']}: not judged whole; quizzer verify --mutate says why")
        rows[one["exercise"]] = row(one, versions[one["exercise"]])
    PAGE.write_text(page(rows, known), encoding="utf-8")


if __name__ == "__main__":
    main()
