"""Decks may come from a stranger: their checks reach nothing either, and never cost a learner anything."""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizzer.domain.verdict import Verdict
from quizzer.grader.client import Grader
from small_exercise import HONEST, NOW, exercise

CHECKS = sorted((Path(__file__).parent / "checks").glob("*.py"))


@pytest.fixture
def places(tmp_path: Path) -> Iterator[dict[str, object]]:
    (tmp_path / "quizzer.db").write_text("precious")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        yield {
            "@MARKER@": tmp_path / "marker",
            "@DATABASE@": tmp_path / "quizzer.db",
            "@PORT@": listener.getsockname()[1],
            "listener": listener,
        }


@pytest.mark.parametrize("path", CHECKS, ids=lambda path: path.stem)
def test_a_hostile_check_is_a_judge_error_and_reaches_nothing(
    path: Path, places: dict[str, object], warm_grader: Grader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizzer.grader.messages.JUDGE_ALLOWANCE_S", 2.0)
    source = re.sub("@[A-Z]+@", lambda match: str(places[match[0]]), path.read_text(encoding="utf-8"))

    result = warm_grader.grade(exercise(source), HONEST, graded_at=NOW)

    assert result.verdict is Verdict.JE
    assert result.score == 0
    shown = f"{result.message} {[check.message for check in result.checks]}"
    assert "precious" not in shown
    assert not Path(str(places["@MARKER@"])).exists()
    listener = places["listener"]
    assert isinstance(listener, socket.socket)
    with pytest.raises(BlockingIOError):
        listener.accept()


def test_fixtures_of_a_stranger_are_locked_up_with_the_submission(
    places: dict[str, object], warm_grader: Grader
) -> None:
    fixtures = f"open({str(places['@MARKER@'])!r}, 'w').write('x')\n"

    result = warm_grader.grade(exercise(fixtures=fixtures), HONEST, graded_at=NOW)

    assert result.verdict is Verdict.JE
    assert not Path(str(places["@MARKER@"])).exists()


def test_after_all_of_them_the_same_server_judges_on(warm_grader: Grader) -> None:
    began = time.monotonic()

    assert warm_grader.grade(exercise(), HONEST, graded_at=NOW).accepted
    assert time.monotonic() - began < 60
