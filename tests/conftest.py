"""What many tests share: an isolated home, the program run as a child process, and a warm grader."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizzer.grader.client import Grader

# A shell that starts the suite in the background has it ignore SIGINT, and every program under test would inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)

# No test meets a judge that a developer keeps warm, and none leaves one behind; those about it say otherwise.
os.environ["QUIZZER_KEEP_WARM"] = "0"

KEPT_VARIABLES = ("PATH", "SYSTEMROOT", "TMPDIR", "VIRTUAL_ENV", "COVERAGE_PROCESS_START", "LD_LIBRARY_PATH")


@dataclass(frozen=True)
class Ran:
    """One finished run of the program."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Program:
    """Runs the real ``python -m quizzer`` in a child process, with nothing of the developer's own settings."""

    def __init__(self, home: Path, folder: Path) -> None:
        self.home = home
        self.folder = folder
        self.environ = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ} | {
            "HOME": str(folder),
            "QUIZZER_HOME": str(home),
            "LANG": "C.UTF-8",
            "TZ": "UTC",
            "COLUMNS": "100",
            "QUIZZER_KEEP_WARM": "0",
        }

    @property
    def database(self) -> Path:
        return self.home / "quizzer.db"

    @property
    def command(self) -> list[str]:
        return [sys.executable, "-m", "quizzer"]

    def __call__(
        self,
        *arguments: str | Path,
        env: dict[str, str] | None = None,
        stdin: str | bytes = "",
        timeout_s: float = 120,
    ) -> Ran:
        done = subprocess.run(
            [*self.command, *map(str, arguments)],
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            cwd=self.folder,
            env=self.environ | (env or {}),
            timeout=timeout_s,
            check=False,
        )
        return Ran(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty QUIZZER_HOME."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def quizzer(home: Path, tmp_path: Path) -> Program:
    """The program, with an empty home: ``quizzer("deck", "list", "--json").json``."""
    folder = tmp_path / "here"
    folder.mkdir()
    return Program(home, folder)


@pytest.fixture(scope="session")
def _studied_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("studied")
    program = Program(folder / "home", folder)
    ran = program("deck", "list")
    assert ran.code == 0, ran.err
    return program.home


@pytest.fixture
def learner(quizzer: Program, _studied_home: Path) -> Program:
    """The program, with the built-in content in its database already: saves a second a test."""
    shutil.copytree(_studied_home, quizzer.home, dirs_exist_ok=True)
    return quizzer


@pytest.fixture(scope="session")
def _small_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from small_content import write_content

    folder = tmp_path_factory.mktemp("imported")
    program = Program(folder / "home", folder)
    ran = program("deck", "import", write_content(folder / "content"))
    assert ran.code == 0, ran.err
    return program.database


@pytest.fixture
def student(quizzer: Program, _small_database: Path) -> Program:
    """The program, with the small deck and the exercise ``double`` in its database, and the built-in content."""
    shutil.copyfile(_small_database, quizzer.database)
    return quizzer


@pytest.fixture(scope="session")
def warm_grader() -> Iterator[Grader]:
    """One grader for all tests of a worker: torch is imported once in its fork server."""
    from quizzer.grader.client import Grader

    with Grader() as grader:
        grader.warm_up()
        yield grader


@pytest.fixture
def bench(warm_grader: Grader) -> Iterator[Grader]:
    """A grader for many submissions on the worker's fork server; its judge processes end with the test."""
    from quizzer.grader.abandon import Abandonable
    from quizzer.grader.client import Grader

    with Grader(server=Abandonable(warm_grader._server), bench=True) as grader:
        yield grader


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the checkout."""
    return Path(__file__).resolve().parent.parent
