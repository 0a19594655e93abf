"""The fork server that outlives its command: found again, replaced, never needed, nobody else's, and gone in time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import TYPE_CHECKING

import pexpect
import pytest

from quizzer.domain.verdict import Verdict
from quizzer.grader import warm_server
from quizzer.grader.client import Grader
from quizzer.grader.warm_place import NotPrivate, Slot, folder_for, private_folder
from quizzer.grader.warm_server import WarmServer
from small_content import RIGHT, write_content
from small_exercise import HONEST, NOW, exercise
from warm_place import parent_of, processes, running, until, warm_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import Program

IDLE_S = 120.0
MANY = 8
SLOW = "import time\ntime.sleep(1.5)\n" + HONEST


@pytest.fixture(scope="module")
def shared() -> Iterator[dict[str, str]]:
    """An environment in which a warm server may be running already."""
    with warm_folder() as folder:
        yield {"XDG_RUNTIME_DIR": str(folder)}


@pytest.fixture
def fresh() -> Iterator[dict[str, str]]:
    """An environment in which none is running."""
    with warm_folder() as folder:
        yield {"XDG_RUNTIME_DIR": str(folder)}


@pytest.fixture
def student(quizzer: Program, tmp_path: Path) -> Iterator[Program]:
    """The program at a learner's, who keeps the judge warm."""
    assert quizzer("deck", "import", write_content(tmp_path / "content")).code == 0
    (quizzer.folder / "double.py").write_text(RIGHT)
    with warm_folder() as folder:
        quizzer.environ |= {"XDG_RUNTIME_DIR": str(folder), "QUIZZER_KEEP_WARM": "1"}
        yield quizzer


def grades(environ: dict[str, str], source: str = HONEST, *, idle_s: float = IDLE_S) -> Verdict:
    with Grader(server=WarmServer(environ, idle_s=idle_s)) as grader:
        return grader.grade(exercise(), source, graded_at=NOW).verdict


def pid_in(environ: dict[str, str]) -> int:
    found = running(environ)
    assert found is not None
    return found.pid


def kill(environ: dict[str, str]) -> None:
    pid = pid_in(environ)
    os.kill(pid, signal.SIGKILL)
    assert until(lambda: not Path("/proc", str(pid)).exists())


def test_the_next_command_uses_the_same_server(student: Program) -> None:
    first = student("grade", "double.py")
    pid = pid_in(student.environ)

    second = student("grade", "double.py")

    assert (first.code, second.code) == (0, 0), first.err + second.err
    assert running(student.environ).runs == 2
    assert pid_in(student.environ) == pid


def test_doctor_shows_it_and_ends_it(student: Program) -> None:
    assert student("grade", "double.py").code == 0
    pid = pid_in(student.environ)

    shown = {one["name"]: one["value"] for one in student("doctor", "--json").json["findings"]}
    stopped = student("doctor", "--stop-warm")
    again = student("doctor", "--stop-warm", "--json")

    assert f"pid {pid}, " in shown["warm judge"]
    assert "1 runs" in shown["warm judge"]
    assert stopped.out == "The judge in the background has ended.\n"
    assert again.json["stopped"] is False
    assert until(lambda: not processes(student.environ["XDG_RUNTIME_DIR"]))
    assert list(Path(student.environ["XDG_RUNTIME_DIR"], "quizzer").iterdir()) == []


def test_it_holds_nothing_of_the_command_that_started_it(
    fresh: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET_TOKEN", "hunter2")
    read_end, write_end = os.pipe()
    os.set_inheritable(write_end, True)

    assert grades(fresh) is Verdict.AC

    server = Path("/proc", str(pid_in(fresh)))
    os.close(write_end)
    assert os.read(read_end, 1) == b""
    os.close(read_end)
    assert b"hunter2" not in (server / "environ").read_bytes()
    assert (server / "cwd").readlink() == Path("/")
    assert os.getsid(int(server.name)) == int(server.name)


def test_one_from_another_installation_is_replaced(shared: dict[str, str]) -> None:
    assert grades(shared) is Verdict.AC
    old = pid_in(shared)
    (Slot.of(shared).folder / "identity").write_text("torch 1.0")

    assert grades(shared) is Verdict.AC

    assert pid_in(shared) != old
    assert until(lambda: not Path("/proc", str(old)).exists())


def test_one_that_was_killed_between_two_grades_is_not_missed(shared: dict[str, str]) -> None:
    assert grades(shared) is Verdict.AC
    kill(shared)

    assert grades(shared) is Verdict.AC


def test_one_that_is_killed_during_a_grade_is_replaced_and_the_grade_done_again(shared: dict[str, str]) -> None:
    assert grades(shared) is Verdict.AC
    old, runs = pid_in(shared), running(shared).runs

    with ThreadPoolExecutor() as pool:
        graded = pool.submit(grades, shared, SLOW)
        assert until(lambda: running(shared).runs == runs + 1)
        kill(shared)

        assert graded.result() is Verdict.AC

    assert pid_in(shared) != old


def test_one_that_keeps_silent_is_ended_and_replaced(shared: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert grades(shared) is Verdict.AC
    old = pid_in(shared)
    monkeypatch.setattr(warm_server, "_ANSWER_S", 1.0)
    monkeypatch.setattr(warm_server, "_STILL_STARTING_S", 0.0)
    os.killpg(old, signal.SIGSTOP)

    assert grades(shared) is Verdict.AC

    assert until(lambda: not Path("/proc", str(old)).exists())


def test_it_ends_by_itself_when_nobody_asks(fresh: dict[str, str]) -> None:
    assert grades(fresh, idle_s=1.0) is Verdict.AC
    base = Slot.of(fresh).base

    assert until(lambda: not processes(fresh["XDG_RUNTIME_DIR"]))

    assert list(base.iterdir()) == []


def test_commands_that_start_at_once_agree_on_one_server(fresh: dict[str, str]) -> None:
    together = Barrier(MANY)

    def one() -> Verdict:
        together.wait()
        return grades(fresh)

    with ThreadPoolExecutor(MANY) as pool:
        verdicts = [started.result() for started in [pool.submit(one) for _ in range(MANY)]]

    assert verdicts == [Verdict.AC] * MANY
    assert running(fresh).runs == MANY
    family = processes(fresh["XDG_RUNTIME_DIR"])
    assert [pid for pid in family if parent_of(pid) not in family] == [pid_in(fresh)]


def test_threads_that_lose_the_same_server_share_its_successor(shared: dict[str, str]) -> None:
    with Grader(server=WarmServer(shared, idle_s=IDLE_S)) as grader:
        grader.wait_until_warm()
        runs = running(shared).runs
        with ThreadPoolExecutor(3) as pool:
            graded = [pool.submit(grader.grade, exercise(), SLOW, graded_at=NOW) for _ in range(3)]
            assert until(lambda: running(shared).runs == runs + 3)
            kill(shared)

            assert [one.result().verdict for one in graded] == [Verdict.AC] * 3

    assert running(shared).runs == 3


@pytest.mark.parametrize(("wish", "kept"), [(None, False), ("0", False), ("1", True)])
def test_without_a_terminal_it_is_kept_only_on_request(student: Program, *, wish: str | None, kept: bool) -> None:
    del student.environ["QUIZZER_KEEP_WARM"]

    assert student("grade", "double.py", env={"QUIZZER_KEEP_WARM": wish} if wish else {}).code == 0

    assert (running(student.environ) is not None) == kept


@pytest.mark.parametrize(("wish", "kept"), [(None, True), ("0", False)])
def test_at_a_terminal_it_is_kept_unless_refused(student: Program, *, wish: str | None, kept: bool) -> None:
    del student.environ["QUIZZER_KEEP_WARM"]
    environ = student.environ | ({"QUIZZER_KEEP_WARM": wish} if wish else {})
    command, *first = student.command

    terminal = pexpect.spawn(command, [*first, "grade", "double.py"], env=environ, cwd=str(student.folder))
    terminal.expect(pexpect.EOF, timeout=60)
    terminal.close()

    # The terminal is closed; the server is not.
    assert terminal.exitstatus == 0
    assert (running(student.environ) is not None) == kept


@pytest.mark.parametrize("idle_s", ["soon", "-1", "inf"])
def test_an_idle_limit_that_is_none_is_a_usage_error(student: Program, idle_s: str) -> None:
    graded = student("grade", "double.py", env={"QUIZZER_WARM_IDLE_S": idle_s})

    assert graded.code == 2
    assert "QUIZZER_WARM_IDLE_S" in graded.err


@pytest.mark.parametrize("planted", ["link", "open", "file"])
def test_a_planted_folder_is_refused_and_the_grade_works_without(
    student: Program, tmp_path: Path, planted: str
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(mode=0o700)
    with warm_folder() as shared_folder:
        place = shared_folder / f"quizzer-{os.geteuid()}"
        if planted == "link":
            place.symlink_to(elsewhere)
        elif planted == "file":
            place.write_text("")
        else:
            place.mkdir()
            place.chmod(0o777)
        environ = {"TMPDIR": str(shared_folder), "XDG_RUNTIME_DIR": ""}

        graded = student("grade", "double.py", env=environ)
        doctor = student("doctor", "--json", env=environ).json

        assert graded.code == 0, graded.err
        assert [one["ok"] for one in doctor["findings"] if one["name"] == "warm judge"] == [False]
        assert list(elsewhere.iterdir()) == []
        if planted == "open":
            assert list(place.iterdir()) == []
        place.unlink() if planted != "open" else place.rmdir()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be somebody else for a moment")
def test_somebody_elses_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/tmp")
    with warm_folder() as folder:
        monkeypatch.setattr("tempfile.tempdir", str(folder))
        place = folder / "quizzer-0"
        place.mkdir(mode=0o700)
        os.chown(place, 12345, 12345)

        with pytest.raises(NotPrivate, match="not a folder of yours alone"):
            private_folder({})


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be somebody else for a moment")
def test_another_user_gets_no_answer_even_where_the_folder_lets_them_in(shared: dict[str, str]) -> None:
    assert grades(shared) is Verdict.AC
    slot = Slot.of(shared)
    asks = (
        "import os, socket, sys\nos.setgid(12345)\nos.setuid(12345)\n"
        "s = socket.socket(socket.AF_UNIX)\ns.connect(sys.argv[1])\n"
        'try:\n    s.sendall(b\'\\0\\0\\0\\x15{"control": "status"}\')\n    print(len(s.recv(999)))\n'
        "except OSError:\n    print(0)\n"
    )
    opened = [Path(shared["XDG_RUNTIME_DIR"]), slot.base, slot.folder]

    for folder in opened:
        folder.chmod(0o711)
    slot.socket_path.chmod(0o777)
    theirs, ours = (
        subprocess.run(
            [sys.executable, "-c", asks.replace("12345", user), slot.socket_path],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for user in ("12345", "0")
    )
    for folder in opened:
        folder.chmod(0o700)

    assert int(theirs) == 0
    assert int(ours) > 0


def test_a_server_of_another_home_is_another_server(shared: dict[str, str]) -> None:
    assert Slot.of(shared) != Slot.of(shared | {"QUIZZER_HOME": "/elsewhere"})


@pytest.mark.parametrize("unusable", ["", "relative", "/nowhere/at/all", "/tmp"])
def test_a_runtime_folder_that_is_not_private_is_passed_over(unusable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with warm_folder() as folder:
        monkeypatch.setattr("tempfile.tempdir", str(folder))

        assert private_folder({"XDG_RUNTIME_DIR": unusable}).parent == folder


def test_a_folder_for_temporary_files_with_a_long_name_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path / ("d" * 120)
    deep.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(deep))

    assert folder_for({}) == Path(f"/tmp/quizzer-{os.geteuid()}")


def test_interrupting_a_grade_ends_its_run_alone(student: Program) -> None:
    assert student("grade", "double.py").code == 0
    pid = pid_in(student.environ)
    (student.folder / "slow.py").write_text("# quizzer: double\nimport time\ntime.sleep(60)\n")
    with subprocess.Popen(
        [*student.command, "grade", "slow.py"], cwd=student.folder, env=student.environ, stderr=subprocess.PIPE
    ) as grading:
        assert until(lambda: running(student.environ).runs == 2)

        grading.send_signal(signal.SIGINT)

        assert grading.wait(timeout=20) == 130
    began = time.monotonic()
    assert student("grade", "double.py").code == 0
    assert time.monotonic() - began < 60
    assert pid_in(student.environ) == pid
