"""Every cheat that anybody found is a file here, with the verdict that it must get."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quizzer.content import read_exercise
from quizzer.domain.exercise import Exercise
from quizzer.grader.client import Grader

SUBMISSIONS = sorted((Path(__file__).parent / "submissions").glob("*.py"))
NOW = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Surroundings:
    """What a hostile submission would like to touch."""

    exercise: Path
    home: Path
    database: Path
    marker: Path
    listener: socket.socket

    def place(self, source: str) -> str:
        """Tell a submission where everything is."""
        port = self.listener.getsockname()[1]
        places = {
            "@EXERCISE@": self.exercise,
            "@HOME@": self.home,
            "@DATABASE@": self.database,
            "@MARKER@": self.marker,
            "@PORT@": port,
        }
        return re.sub("|".join(places), lambda match: str(places[match[0]]), source)


@pytest.fixture
def surroundings(tmp_path: Path, repository: Path) -> Iterator[Surroundings]:
    database = tmp_path / "quizzer.db"
    database.write_bytes(b"precious")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        exercise = repository / "exercises" / "layers" / "dropout"
        yield Surroundings(exercise, tmp_path, database, tmp_path / "marker", listener)


@pytest.fixture(scope="module")
def dropout(repository: Path) -> Exercise:
    exercise = read_exercise(repository / "exercises" / "layers" / "dropout")
    return replace(exercise, limits=replace(exercise.limits, call_s=3.0, run_s=6.0, memory_mib=256))


@pytest.mark.parametrize("path", SUBMISSIONS, ids=lambda path: path.stem)
def test_hostile_submission_gets_its_verdict_and_leaves_no_trace(
    path: Path, surroundings: Surroundings, dropout: Exercise, warm_grader: Grader
) -> None:
    source = surroundings.place(path.read_text(encoding="utf-8"))
    expected = source.splitlines()[0].removeprefix("# expect: ")
    mode = surroundings.database.stat().st_mode

    result = warm_grader.grade(dropout, source, graded_at=NOW)

    shown = "\n".join(f"{c.id} {c.verdict} {c.message and c.message.in_('en')}" for c in result.checks)
    assert result.verdict.value == expected, f"{result.message and result.message.in_('en')}\n{shown}"
    assert result.score < result.max_score
    assert surroundings.database.read_bytes() == b"precious"
    assert surroundings.database.stat().st_mode == mode
    assert not surroundings.marker.exists()
    assert not Path("/dev/shm/quizzer-hostile").exists()
    with pytest.raises(BlockingIOError):
        surroundings.listener.accept()


def test_the_same_server_still_accepts_honest_code(dropout: Exercise, warm_grader: Grader) -> None:
    result = warm_grader.grade(dropout, dropout.reference, graded_at=NOW)

    assert result.accepted
    assert result.score == result.max_score
