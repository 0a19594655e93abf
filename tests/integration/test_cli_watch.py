"""``quizzer watch`` at a terminal and without one: what is judged, what is waited for, and how it ends."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
from typing import IO, TYPE_CHECKING

import pexpect
import pyte
import pytest

from small_content import RIGHT, WRONG, write_content
from warm_place import parent_of, processes, until, warm_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from conftest import Program

PATIENCE_S = 60
SERVER_AND_WAITING = 4
SERVER = "quizzer.grader.child.server"
FOREVER = "# quizzer: double\nimport time\ntime.sleep(999)\n"


class Watching:
    """The command on a screen, and the terminal's text so far."""

    def __init__(self, program: Program, *arguments: str) -> None:
        self.program = program
        self._screen = pyte.HistoryScreen(100, 200, history=1000)
        self._stream = pyte.ByteStream(self._screen)
        command, *first = program.command
        self.process = pexpect.spawn(
            command,
            [*first, "watch", *arguments],
            env=program.environ | {"TERM": "xterm-256color"},
            cwd=str(program.folder),
            dimensions=(200, 100),
        )

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self._screen.display)

    def wait(self, what: str, *, times: int = 1) -> None:
        def shown() -> bool:
            try:
                self._stream.feed(self.process.read_nonblocking(65536, timeout=0.1))
            except pexpect.TIMEOUT:
                pass
            except pexpect.EOF:
                assert what in self.text, self.text
            return self.text.count(what) >= times

        assert until(shown, seconds=PATIENCE_S), self.text

    def end(self) -> int:
        """Ctrl-C, and the exit status."""
        self.process.sendcontrol("c")
        self.wait("interrupted")
        self.process.expect(pexpect.EOF, timeout=PATIENCE_S)
        self.process.close()
        return self.process.exitstatus


@pytest.fixture
def student(quizzer: Program, tmp_path: Path) -> Iterator[Program]:
    assert quizzer("deck", "import", write_content(tmp_path / "content")).code == 0
    with warm_folder() as folder:
        quizzer.environ |= {"XDG_RUNTIME_DIR": str(folder)}
        yield quizzer


@pytest.fixture
def watch(student: Program) -> Iterator[Callable[..., Watching]]:
    started = []

    def start(*arguments: str) -> Watching:
        started.append(Watching(student, *arguments))
        return started[-1]

    yield start
    for watching in started:
        watching.process.close(force=True)


@pytest.fixture
def file(student: Program) -> Path:
    path = student.folder / "double.py"
    path.write_text(WRONG)
    return path


def verdicts(program: Program) -> list[str]:
    connection = sqlite3.connect(program.database)
    try:
        return [row[0] for row in connection.execute("SELECT verdict FROM submission ORDER BY rowid")]
    finally:
        connection.close()


def test_each_save_is_judged_stored_and_set_apart(student: Program, file: Path, watch: Callable[..., Watching]) -> None:
    watching = watch()
    watching.wait("Watching double.py")

    file.write_text(WRONG + "\n")
    watching.wait("Not yet right (WA)")
    watching.wait("save it: it is judged again")
    file.write_text(RIGHT)
    watching.wait("Accepted (AC): 2 of 2")
    watching.wait("comes back in")

    assert watching.text.count("──── double.py · ") == 2
    assert watching.end() == 130
    assert verdicts(student) == ["WA", "AC"]
    assert "Traceback" not in watching.text


def test_half_written_deleted_and_recreated_files_are_waited_for(
    student: Program, file: Path, watch: Callable[..., Watching]
) -> None:
    watching = watch("double.py")
    watching.wait("Watching double.py")

    file.write_text("")
    watching.wait("not finished yet (it is empty)")
    file.write_text(RIGHT + "\ndef (")
    watching.wait("invalid syntax")
    file.unlink()
    watching.wait("gone; waiting")
    new = file.with_suffix(".tmp")
    new.write_text(RIGHT)
    new.replace(file)
    watching.wait("Accepted (AC)")

    assert watching.end() == 130
    assert verdicts(student) == ["AC"]


def test_of_many_saves_only_the_newest_counts(student: Program, file: Path, watch: Callable[..., Watching]) -> None:
    watching = watch()
    watching.wait("Watching double.py")
    file.write_text(RIGHT)
    watching.wait("Accepted (AC)")

    file.write_text(FOREVER)
    watching.wait("──── double.py · ", times=2)
    assert until(lambda: len(descendants(watching.process.pid)) >= SERVER_AND_WAITING)
    file.write_text(WRONG)
    watching.wait("judging the newer version")
    watching.wait("Not yet right (WA)")

    # The server itself and the two that wait for the next run, or less; of the run that was dropped, nothing.
    assert until(lambda: len(descendants(watching.process.pid)) <= SERVER_AND_WAITING)
    assert watching.end() == 130
    assert verdicts(student) == ["AC", "WA"]


def test_ctrl_c_during_a_grade_leaves_no_process(student: Program, file: Path, watch: Callable[..., Watching]) -> None:
    student.environ["QUIZZER_KEEP_WARM"] = "0"
    watching = watch()
    watching.wait("Watching double.py")
    file.write_text(FOREVER)
    watching.wait("──── double.py · ")
    family = descendants(watching.process.pid)
    assert family

    assert watching.end() == 130

    assert until(lambda: not family & set(processes(SERVER)))
    assert verdicts(student) == []


def descendants(pid: int) -> set[int]:
    """The fork server below a process, with all that it runs."""
    family = {pid}
    for other in processes(SERVER):
        if parent_of(other) in family:
            family.add(other)
    return family - {pid}


def test_a_server_that_dies_while_watching_is_replaced(
    student: Program, file: Path, watch: Callable[..., Watching]
) -> None:
    student.environ["QUIZZER_KEEP_WARM"] = "1"
    watching = watch()
    watching.wait("Watching double.py")
    file.write_text(RIGHT)
    watching.wait("Accepted (AC)")
    for pid in processes(student.environ["XDG_RUNTIME_DIR"]):
        os.kill(pid, signal.SIGKILL)

    file.write_text(WRONG)

    watching.wait("Not yet right (WA)")
    assert watching.end() == 130


def test_an_unknown_exercise_and_a_lost_header_are_said_calmly(
    student: Program, file: Path, watch: Callable[..., Watching]
) -> None:
    watching = watch("--no-store")
    watching.wait("Watching double.py")

    file.write_text(WRONG.replace("quizzer: double", "quizzer: duoble"))
    watching.wait("duoble")
    file.write_text("x = 1\n")
    file.with_name("other.py").write_text(RIGHT)
    watching.wait("Not stored")

    assert watching.text.count("────") >= 2
    assert watching.end() == 130
    assert verdicts(student) == []


def test_without_a_terminal_the_pages_are_plain_text(student: Program, file: Path) -> None:
    with subprocess.Popen(
        [*student.command, "watch", "--plain", "--lang", "zh-CN"],
        env=student.environ,
        cwd=student.folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as watching:
        assert watching.stderr is not None
        assert "正在监视：double.py" in watching.stderr.readline()
        file.write_text(RIGHT)
        assert watching.stdout is not None
        shown = read_to(watching.stdout, "再次出现")
        watching.send_signal(signal.SIGINT)
        watching.communicate(timeout=PATIENCE_S)

    assert watching.returncode == 130
    assert "== double.py, " in shown
    assert "通过（AC）：" in shown or "通过 (AC)：" in shown
    assert "\x1b" not in shown
    assert verdicts(student) == ["AC"]


def read_to(stream: IO[str], what: str) -> str:
    """All lines up to the one that holds ``what``."""
    lines = [stream.readline()]
    while what not in lines[-1] and lines[-1]:
        lines.append(stream.readline())
    return "".join(lines)


def test_a_folder_that_does_not_exist_is_a_usage_error(student: Program) -> None:
    ran = student("watch", "nowhere/at/all.py")

    assert ran.code == 2
    assert "quizzer watch DIR" in ran.err
