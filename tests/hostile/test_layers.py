"""What each layer of isolation is for: every act with all layers, with each of them left out, and with none."""

from __future__ import annotations

import contextlib
import os
import re
import socket
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizzer.grader.client import Grader
from quizzer.grader.process import ServerProcess
from quizzer.grader.sandbox.lockdown import Isolation
from small_exercise import NOW, exercise

pytestmark = pytest.mark.slow

ACTS = sorted((Path(__file__).parent / "acts").glob("*.py"))
MANUAL = Path(__file__).resolve().parents[2] / "docs" / "security.md"
LAYERS = ("landlock", "seccomp", "namespaces")
COLUMNS: dict[str, tuple[str, ...]] = {
    "all layers": (),
    **{f"no {layer}": (layer,) for layer in LAYERS},
    "none": LAYERS,
}
TELLS = """
from quizzer.checks import check, expect

@check("Told")
def told(learner, case):
    expect.that(False, str(learner.double()))
"""


@pytest.fixture
def places(tmp_path: Path, repository: Path) -> Iterator[dict[str, object]]:
    """What a submission would like to reach, all of it made for this test."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "quizzer.db").write_bytes(b"precious")
    abstract = f"quizzer-hostile-{os.getpid()}"
    with contextlib.ExitStack() as stack:
        tcp = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
        # Unix paths are short, and those of pytest long.
        here = Path(f"/tmp/qh-{os.getpid()}.sock")
        stack.callback(here.unlink, missing_ok=True)
        by_path = stack.enter_context(socket.socket(socket.AF_UNIX))
        by_path.bind(str(here))
        by_path.listen(8)
        by_name = stack.enter_context(socket.socket(socket.AF_UNIX))
        by_name.bind(f"\0{abstract}")
        by_name.listen(8)
        canary = stack.enter_context(
            subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, env={"SECRET": "1"})
        )
        stack.callback(canary.kill)
        stack.callback(Path(f"/dev/shm/{abstract}").unlink, missing_ok=True)
        yield {
            "@DATABASE@": home / "quizzer.db",
            "@HOME@": home,
            "@EXERCISE@": repository / "exercises" / "layers" / "dropout",
            "@MARKER@": tmp_path / "marker",
            "@PORT@": tcp.getsockname()[1],
            "@SOCKET@": here,
            "@ABSTRACT@": abstract,
            "@CANARY@": canary.pid,
        }


def submission(act: Path, places: dict[str, object]) -> str:
    """A submission that does the act, and says whether it could."""
    code = re.sub("|".join(places), lambda match: str(places[match[0]]), act.read_text(encoding="utf-8"))
    return (
        "def double():\n    try:\n"
        + textwrap.indent(code, "        ")
        + "    except BaseException:\n        return 'stopped'\n    return 'through'\n"
    )


def outcome(grader: Grader, source: str) -> str:
    result = grader.grade(exercise(TELLS), source, graded_at=NOW)
    message = result.checks[0].message or result.message
    assert message is not None
    told = message.in_("en")
    # Who is killed for it was stopped too.
    return told if told in ("stopped", "through") else "stopped"


def observe(places: dict[str, object]) -> dict[str, dict[str, str]]:
    """What becomes of each act in each column."""
    table: dict[str, dict[str, str]] = {act.stem: {} for act in ACTS}
    for column, without in COLUMNS.items():
        with Grader(server=ServerProcess(without=without)) as grader:
            for act in ACTS:
                table[act.stem][column] = outcome(grader, submission(act, places))
            result = grader.grade(exercise(), "def double(x):\n    return x * 2\n", graded_at=NOW)
            assert result.accepted
        if not without and result.isolation != Isolation.FULL:
            pytest.skip(f"this machine isolates only at level {result.isolation}")
    return table


def as_markdown(table: dict[str, dict[str, str]]) -> str:
    lines = [f"| act | {' | '.join(COLUMNS)} |", "|---" * (len(COLUMNS) + 1) + "|"]
    for act in ACTS:
        title = act.read_text(encoding="utf-8").split('"""')[1].rstrip(".")
        cells = ["**through**" if table[act.stem][column] == "through" else "stopped" for column in COLUMNS]
        lines.append(f"| {title} | {' | '.join(cells)} |")
    return "\n".join(lines)


def test_each_layer_stops_what_the_manual_says_and_together_they_stop_everything(places: dict[str, object]) -> None:
    table = observe(places)

    assert as_markdown(table) in MANUAL.read_text(encoding="utf-8")
    assert {told["all layers"] for told in table.values()} == {"stopped"}
    for layer in LAYERS:
        assert "through" in {told[f"no {layer}"] for told in table.values()}, layer
