"""Every cheat that anybody found is a file here, with the verdict that it must get."""

from __future__ import annotations

import hashlib
import re
import shutil
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from processes import alive, descendants, server_of, until
from quizzer.content import read_exercise
from quizzer.domain.exercise import Exercise
from quizzer.domain.verdict import GradeResult
from quizzer.grader.client import Grader
from small_exercise import NOW

SUBMISSIONS = sorted((Path(__file__).parent / "submissions").glob("*.py"))
OUTSIDE = (Path("/dev/shm/quizzer-hostile"), Path("/tmp/quizzer-hostile-out"))
_SERVER_MAY_GROW_MIB = 24


@dataclass(frozen=True)
class Surroundings:
    """What a hostile submission would like to touch."""

    folder: Path
    listener: socket.socket

    @property
    def database(self) -> Path:
        return self.folder / "home" / "quizzer.db"

    def place(self, source: str) -> str:
        """Tell a submission where everything is."""
        places = {
            "@EXERCISE@": self.folder / "exercise",
            "@HOME@": self.folder / "home",
            "@DATABASE@": self.database,
            "@MARKER@": self.folder / "marker",
            "@PORT@": self.listener.getsockname()[1],
        }
        return re.sub("|".join(places), lambda match: str(places[match[0]]), source)

    def fingerprint(self) -> dict[str, tuple[int, float, str]]:
        """Mode, time and content of all that is there."""
        return {
            str(path): (path.stat().st_mode, path.stat().st_mtime, _digest(path))
            for path in sorted(self.folder.rglob("*"))
        }


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


@pytest.fixture
def surroundings(tmp_path: Path, repository: Path) -> Iterator[Surroundings]:
    folder = tmp_path / "world"
    (folder / "home").mkdir(parents=True)
    (folder / "home" / "quizzer.db").write_bytes(b"precious")
    (folder / "home" / "solution.py").write_text("my own work")
    shutil.copytree(repository / "exercises" / "layers" / "dropout", folder / "exercise")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        yield Surroundings(folder, listener)


@pytest.fixture(scope="module")
def dropout(repository: Path) -> Exercise:
    exercise = read_exercise(repository / "exercises" / "layers" / "dropout")
    return replace(exercise, limits=replace(exercise.limits, call_s=1.5, run_s=3.0, memory_mib=256))


@dataclass(frozen=True)
class Holdings:
    """What the fork server has: descriptors, MiB of its own memory."""

    descriptors: int
    memory_mib: float

    @classmethod
    def of(cls, server: int) -> Holdings:
        rollup = Path(f"/proc/{server}/smaps_rollup").read_text()
        private = sum(int(kib) for kib in re.findall(r"^(?:Private_\w+|Shared_Dirty): +(\d+) kB", rollup, re.MULTILINE))
        return cls(len(list(Path(f"/proc/{server}/fd").iterdir())), private / 1024)


def judge(grader: Grader, exercise: Exercise, source: str) -> GradeResult:
    return grader.grade(exercise, source, graded_at=NOW)


def quiet(server: int) -> bool:
    """Only the two children that wait for the next run are there, and not two that a run leaves just now."""
    there = {pid for pid in descendants(server) if alive(pid)}
    time.sleep(0.5)
    return len(there) == 2 and there == {pid for pid in descendants(server) if alive(pid)}


@pytest.mark.slow
def test_the_whole_corpus_gets_its_verdicts_and_leaves_nothing_behind(
    surroundings: Surroundings, dropout: Exercise
) -> None:
    assert len(SUBMISSIONS) >= 100
    sources = [surroundings.place(path.read_text(encoding="utf-8")) for path in SUBMISSIONS]
    world = surroundings.fingerprint()
    with Grader() as grader:
        grader.warm_up()
        server = server_of(grader)
        for _ in range(6):
            judge(grader, dropout, dropout.reference)
        assert until(lambda: quiet(server), seconds=30)
        before = Holdings.of(server)

        with ThreadPoolExecutor(2) as threads:
            results = list(threads.map(lambda source: judge(grader, dropout, source), sources))

        honest = judge(grader, dropout, dropout.reference)
        assert until(lambda: quiet(server), seconds=30)
        assert until(lambda: Holdings.of(server).descriptors <= before.descriptors)
        after = Holdings.of(server)

    for path, source, result in zip(SUBMISSIONS, sources, results, strict=True):
        # Where the machine's speed decides which limit is met first, the file names each of them.
        expected = source.splitlines()[0].removeprefix("# expect: ").split(" or ")
        assert result.verdict.value in expected, f"{path.stem}: {result.message} {result.checks}"
    assert not [result for result in results if result.accepted or result.score >= result.max_score]
    assert surroundings.fingerprint() == world
    assert not [path for path in OUTSIDE if path.exists()]
    with pytest.raises(BlockingIOError):
        surroundings.listener.accept()
    assert after.memory_mib < before.memory_mib + _SERVER_MAY_GROW_MIB
    assert honest.accepted


@pytest.mark.slow
def test_what_a_submission_writes_is_bounded_in_total(warm_grader: Grader, dropout: Exercise) -> None:
    fills = """
import os
import torch

class Dropout(torch.nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        written = 0
        try:
            for number in range(64):
                with open(f"{number}", "wb") as file:
                    file.write(bytes(1 << 23))
                written += 8
        except OSError as error:
            raise ValueError(f"{written} MiB, then {os.strerror(error.errno)}")
        raise ValueError(f"{written} MiB")
"""

    result = warm_grader.grade(dropout, fills, graded_at=NOW)

    if result.isolation != "full":
        pytest.skip("only namespaces bound the total")
    told = result.checks[0].message
    assert told is not None
    found = re.search(r"(\d+) MiB, then No space left", told.in_("en"))
    assert found, told.in_("en")
    assert int(found[1]) <= 64
