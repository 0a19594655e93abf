"""The fork server: it outlives what it runs, leaks nothing, and goes when its parent goes."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from processes import alive, descendants, server_of, until
from quizzer.domain.errors import JudgeError
from quizzer.domain.verdict import Verdict
from quizzer.grader.abandon import Abandonable, Abandoned
from quizzer.grader.client import Grader
from small_exercise import HONEST, NOW, exercise

WAITING = 2  # one submission process and one judge process, forked ahead for the next run
PARENT = """
import sys, time
from quizzer.grader.client import Grader
grader = Grader()
grader.wait_until_warm()
print(grader.server_pid, flush=True)
time.sleep(600)
"""


def open_files(pid: int) -> int:
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))


def settled(server: int) -> int:
    """Wait until only the children that wait for the next run are left, for a while; the server's open files."""

    def quiet() -> bool:
        children = descendants(server)
        time.sleep(0.5)
        return len(children) == WAITING and descendants(server) == children

    assert until(quiet, seconds=30)
    return open_files(server)


def test_nothing_is_left_after_each_kind_of_ending(warm_grader: Grader) -> None:
    server = server_of(warm_grader)
    sources = [
        HONEST,
        "import os\nos._exit(0)\n",
        "def double(x):\n    while True: pass\n",
        "import threading, time\nthreading.Thread(target=time.sleep, args=(999,)).start()\n" + HONEST,
    ]
    small = exercise()
    small = replace(small, limits=replace(small.limits, call_s=0.5, run_s=1))
    for source in sources:
        warm_grader.grade(small, source, graded_at=NOW)
    before = settled(server)

    for source in sources:
        warm_grader.grade(small, source, graded_at=NOW)

    assert settled(server) == before


def test_scratch_folders_are_private_and_removed(warm_grader: Grader) -> None:
    source = (
        "import os, tempfile, torch\nfolder = os.getcwd()\nopen('note', 'w').write('x')\n"
        "torch.save({'a': 1}, tempfile.mkstemp()[1])\nprint(folder)\n" + HONEST
    )

    first = warm_grader.grade(exercise(), source, graded_at=NOW)
    second = warm_grader.grade(exercise(), source, graded_at=NOW)

    assert first.accepted
    assert first.output != second.output
    assert not Path(first.output.strip()).exists()


def test_many_at_once_each_get_their_own_result(warm_grader: Grader) -> None:
    wrong = "def double(x):\n    return x\n"
    jobs = [HONEST, wrong] * 8

    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda source: warm_grader.grade(exercise(), source, graded_at=NOW), jobs))

    assert [result.accepted for result in results] == [True, False] * 8


def test_one_submission_does_not_see_what_another_left_behind(warm_grader: Grader) -> None:
    poison = "import torch\ntorch.set_grad_enabled(False)\ntorch.Tensor.__mul__ = None\n" + HONEST

    warm_grader.grade(exercise(), poison, graded_at=NOW)

    assert warm_grader.grade(exercise(), HONEST, graded_at=NOW).accepted


def test_a_folder_for_temporary_files_with_a_long_name_is_no_hindrance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path / ("d" * 120)
    deep.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(deep))

    with Grader() as grader:
        assert grader.grade(exercise(), HONEST, graded_at=NOW).accepted


@pytest.mark.slow
def test_the_server_goes_when_its_parent_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        family = [pid, *descendants(pid)]
        assert all(alive(member) for member in family)

        parent.send_signal(signal.SIGKILL)

        assert until(lambda: not any(alive(member) for member in family))


@pytest.mark.slow
def test_a_server_that_is_killed_is_a_judge_error_and_not_a_verdict() -> None:
    with Grader() as grader:
        grader.wait_until_warm()
        os.kill(server_of(grader), signal.SIGKILL)
        until(lambda: not alive(grader.server_pid))

        with pytest.raises(JudgeError, match="server ended"):
            grader.grade(exercise(), HONEST, graded_at=NOW)


def test_a_run_that_is_given_up_ends_with_all_its_processes(warm_grader: Grader) -> None:
    server = server_of(warm_grader)
    settled(server)
    patient = replace(exercise(), limits=replace(exercise().limits, call_s=90, run_s=90))
    shared = Abandonable(warm_grader._server)
    with ThreadPoolExecutor() as pool:
        source = "import time\ntime.sleep(80)\n"
        graded = pool.submit(Grader(server=shared).grade, patient, source, graded_at=NOW)
        assert until(lambda: shared._connections)

        shared.abandon()

        with pytest.raises(Abandoned):
            graded.result(timeout=30)
    settled(server)
    with pytest.raises(Abandoned):
        Grader(server=shared).grade(exercise(), HONEST, graded_at=NOW)
    assert warm_grader.grade(exercise(), HONEST, graded_at=NOW).accepted


def test_a_check_that_never_ends_is_a_judge_error(warm_grader: Grader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizzer.grader.messages.JUDGE_ALLOWANCE_S", 1.0)
    endless = exercise(
        'from quizzer.checks import check\n@check("Endless")\n'
        "def doubles(learner, case):\n    while True:\n        pass\n"
    )
    endless = replace(endless, limits=replace(endless.limits, run_s=1))

    result = warm_grader.grade(endless, HONEST, graded_at=NOW)

    assert result.verdict is Verdict.JE


def test_a_server_whose_folder_was_removed_is_told_at_once() -> None:
    with Grader() as grader:
        grader.wait_until_warm()
        shutil.rmtree(Path(f"/proc/{grader.server_pid}/fd/2").readlink().parent)
        began = time.monotonic()

        with pytest.raises(JudgeError, match="somebody removed"):
            grader.grade(exercise(), HONEST, graded_at=NOW)

    assert time.monotonic() - began < 30
