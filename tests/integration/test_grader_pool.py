"""A pool of graders: every task once, whatever becomes of a fork server, and nothing left when it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Future, as_completed
from pathlib import Path

import pytest

from processes import alive, descendants, server_of, until
from quizzer.domain.errors import JudgeError
from quizzer.domain.verdict import GradeResult
from quizzer.grader.client import Grader
from quizzer.grader.pool import GraderPool
from small_exercise import HONEST, NOW, exercise

WRONG = "def double(x):\n    return x\n"
UNDER_WAY = """
import sys, time
from concurrent.futures import wait
sys.path.insert(0, {support!r})
from quizzer.grader.client import Grader
from quizzer.grader.pool import GraderPool
from small_exercise import NOW, exercise

with GraderPool(workers=2) as pool:
    for _ in range(2):
        pool.submit(Grader.wait_until_warm).result()
    futures = [
        pool.submit(Grader.grade, exercise(), "while True: pass", graded_at=NOW, seed=seed) for seed in range(6)
    ]
    print(*(grader.server_pid for grader in pool._graders), flush=True)
    wait(futures)
"""


@pytest.fixture(scope="module")
def pool() -> Iterator[GraderPool]:
    with GraderPool(workers=2) as pool:
        yield pool


def grade(grader: Grader, source: str, number: int) -> tuple[int, GradeResult]:
    return number, grader.grade(exercise(), source, graded_at=NOW, seed=number)


def end_server(grader: Grader) -> None:
    os.kill(server_of(grader), signal.SIGKILL)
    until(lambda: not alive(grader.server_pid))


def living_servers(pool: GraderPool) -> list[int]:
    """The processes that fork, as far as they have come."""
    graders = [grader for grader in list(pool._graders) if not grader.server_ended]
    return [server for grader in graders for server in descendants(grader.server_pid)[:1]]


def own_children() -> set[int]:
    return set(descendants(os.getpid()))


def test_each_submission_gets_its_own_result(pool: GraderPool) -> None:
    jobs = [(HONEST if number % 3 else WRONG, number) for number in range(24)]

    results = list(pool.map(grade, *zip(*jobs, strict=True)))

    assert [number for number, _ in results] == list(range(24))
    assert [result.seed for _, result in results] == list(range(24))
    assert [result.accepted for _, result in results] == [bool(number % 3) for number in range(24)]


def test_a_server_that_is_killed_in_the_middle_loses_nothing_and_doubles_nothing(pool: GraderPool) -> None:
    settled: Counter[int] = Counter()
    futures: list[Future[tuple[int, GradeResult]]] = []

    for number in range(60):
        future = pool.submit(grade, HONEST if number % 2 else WRONG, number)
        future.add_done_callback(lambda future: settled.update([future.result()[0]]))
        futures.append(future)
        for server in living_servers(pool)[: {20: 1, 40: 2}.get(number, 0)]:
            os.kill(server, signal.SIGKILL)
    results = dict(future.result() for future in as_completed(futures))

    assert settled == Counter(range(60))
    assert {number: result.accepted for number, result in results.items()} == {n: bool(n % 2) for n in range(60)}


def test_a_task_whose_server_dies_is_run_once_more(pool: GraderPool) -> None:
    calls = []

    def dies_the_first_time(grader: Grader) -> bool:
        calls.append(grader)
        if len(calls) == 1:
            end_server(grader)
        return grader.grade(exercise(), HONEST, graded_at=NOW).accepted

    assert pool.submit(dies_the_first_time).result()
    assert len(calls) == 2
    assert calls[0] is not calls[1]


def test_a_task_that_kills_every_server_ends_as_a_judge_error_and_the_pool_goes_on(pool: GraderPool) -> None:
    calls = []

    def dies(grader: Grader) -> None:
        calls.append(grader)
        end_server(grader)
        grader.grade(exercise(), HONEST, graded_at=NOW)

    with pytest.raises(JudgeError, match="server ended"):
        pool.submit(dies).result()

    assert len(calls) == 2
    assert all(result.accepted for _, result in pool.map(grade, [HONEST] * 4, range(4)))


def test_what_a_task_raises_is_its_futures_and_is_not_tried_again(pool: GraderPool) -> None:
    calls = []

    def fails(_: Grader, error: Exception) -> None:
        calls.append(error)
        raise error

    for error in (ValueError("mine"), JudgeError("the card's answer cannot be evaluated")):
        assert pool.submit(fails, error).exception() is error

    assert len(calls) == 2


def test_submit_waits_while_enough_tasks_wait() -> None:
    go_on, blocked = threading.Event(), threading.Event()
    submitted = []

    def submit_many(pool: GraderPool) -> None:
        for _ in range(10):
            future = pool.submit(lambda _: go_on.wait())
            submitted.append(future)

    with GraderPool(workers=1) as pool:
        feeder = threading.Thread(target=submit_many, args=(pool,))
        feeder.start()
        until(lambda: len(submitted) == 3)
        assert not blocked.wait(0.3)
        assert len(submitted) == 3
        go_on.set()
        feeder.join()

    assert all(future.result() for future in submitted)


def test_shutdown_finishes_what_waits_and_takes_no_more() -> None:
    before = own_children()
    pool = GraderPool(workers=1)
    futures = [pool.submit(grade, HONEST, number) for number in range(3)]

    pool.shutdown()

    assert all(future.done() and future.result()[1].accepted for future in futures)
    assert own_children() <= before
    with pytest.raises(RuntimeError, match="shut down"):
        pool.submit(grade, HONEST, 1)
    pool.shutdown()


def test_shutdown_cancels_what_waits_where_it_is_told_to() -> None:
    go_on = threading.Event()
    pool = GraderPool(workers=1)
    running = pool.submit(lambda _: go_on.wait())
    until(running.running)
    waiting = [pool.submit(grade, HONEST, number) for number in range(2)]

    pool.shutdown(wait=False, cancel_futures=True)
    go_on.set()

    assert running.result()
    assert all(future.cancelled() for future in waiting)
    pool.shutdown()


def test_a_task_that_was_cancelled_is_not_run(pool: GraderPool) -> None:
    go_on, ran = threading.Event(), []
    held = [pool.submit(lambda _: go_on.wait()) for _ in range(2)]
    until(lambda: all(future.running() for future in held))

    cancelled = pool.submit(lambda _: ran.append(1))
    assert cancelled.cancel()
    go_on.set()
    pool.submit(lambda _: None).result()

    assert ran == []


def test_no_workers_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        GraderPool(workers=0)


def family_of(servers: list[int]) -> list[int]:
    return [pid for server in servers for pid in (server, *descendants(server))]


@pytest.mark.slow
def test_ctrl_c_ends_what_is_under_way_and_leaves_nothing(tmp_path: Path) -> None:
    script = UNDER_WAY.format(support=str(Path(__file__).parents[1] / "support"))
    with subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    ) as program:  # fmt: skip
        assert program.stdout is not None
        servers = [int(pid) for pid in program.stdout.readline().split()]
        assert until(lambda: len(family_of(servers)) >= 4)
        family = family_of(servers)

        program.send_signal(signal.SIGINT)
        _, said = program.communicate(timeout=5)

    assert "KeyboardInterrupt" in said.splitlines()[-1]
    assert until(lambda: not any(map(alive, family)))
    assert list(tmp_path.iterdir()) == []


def test_as_many_workers_as_processors_have_one_each() -> None:
    ours = os.sched_getaffinity(0)
    with GraderPool(workers=len(ours)) as pool:
        for _ in ours:
            pool.submit(Grader.wait_until_warm).result()
        until(lambda: len(pool._graders) == len(ours))
        where = [os.sched_getaffinity(server_of(grader)) for grader in pool._graders]

    assert all(len(one) == 1 for one in where)
    assert set().union(*where) == ours


@pytest.mark.skipif(len(os.sched_getaffinity(0)) == 1, reason="one processor: there is nothing to choose from")
def test_fewer_workers_than_processors_go_where_there_is_room() -> None:
    with GraderPool(workers=1) as pool:
        pool.submit(Grader.wait_until_warm).result()
        (grader,) = pool._graders

        assert os.sched_getaffinity(server_of(grader)) == os.sched_getaffinity(0)
