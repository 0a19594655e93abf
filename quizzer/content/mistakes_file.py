"""``mistakes.json``: which checks each wrong solution fails, found out by ``quizzer verify --write``."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from quizzer.domain.mistakes import solutions_digest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizzer.content.files import Folder
    from quizzer.domain.exercise import Exercise, Mutant

MISTAKES_FILE = "mistakes.json"


def with_patterns(folder: Folder, version: str, mutants: tuple[Mutant, ...]) -> tuple[Mutant, ...]:
    """The mutants with the patterns that were written for just them; as they are where the file is missing or stale."""
    if not folder.has(MISTAKES_FILE):
        return mutants
    patterns = _read(folder.text(MISTAKES_FILE) or "", solutions_digest(version, mutants))
    return tuple(
        replace(mutant, always=frozenset(found[0]), sometimes=frozenset(found[0]) | frozenset(found[1]))
        if (found := patterns.get(mutant.path))
        else mutant
        for mutant in mutants
    )


def _read(text: str, digest: str) -> Mapping[str, tuple[list[str], list[str]]]:
    try:
        plain = json.loads(text)
        if plain["digest"] != digest:
            return {}
        return {path: (list(found["always"]), list(found["sometimes"])) for path, found in plain["patterns"].items()}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        # A file that no program of ours wrote is one that fits nothing: lint says so.
        return {}


def mistakes_text(exercise: Exercise, patterns: Mapping[str, tuple[frozenset[str], frozenset[str]]]) -> str:
    """The file's text: for each mutant the checks that fail always, and those that fail only sometimes."""
    plain: dict[str, Any] = {
        "digest": solutions_digest(exercise.version, exercise.mutants),
        "patterns": {
            path: {"always": sorted(always), "sometimes": sorted(sometimes - always)}
            for path, (always, sometimes) in sorted(patterns.items())
        },
    }
    return json.dumps(plain, indent=1, ensure_ascii=False) + "\n"
