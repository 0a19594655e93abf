"""What a process has had of a processor, and who pays for what it had not."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from busy import busy_processor, last_processor
from processes import until
from quizzer.grader.child.allowance import Allowance, OutOfTimeError
from quizzer.grader.clocks import Clock, RunWatch, by_the_clock_s, packed, unpacked
from quizzer.grader.report import Overrun

SPINS = "while True: pass"
SLEEPS = "import time; time.sleep(600)"
NAMED = """
import ctypes
ctypes.CDLL(None).prctl(15, b") R 0 0 0 0 0", 0, 0, 0)
while True: pass
"""


@contextmanager
def program(source: str, *, cpu: int | None = None) -> Iterator[tuple[subprocess.Popen[bytes], Clock]]:
    """A process that runs ``source`` by now, and its clock."""
    with subprocess.Popen(
        [sys.executable, "-c", f"print(flush=True)\n{source}"], stdout=subprocess.PIPE, start_new_session=True
    ) as process:
        pidfd = os.pidfd_open(process.pid)
        clock = Clock.of(pidfd)
        os.close(pidfd)
        assert clock is not None
        assert process.stdout is not None
        process.stdout.readline()
        if cpu is not None:
            os.sched_setaffinity(process.pid, {cpu})
        try:
            yield process, clock
        finally:
            process.kill()
            clock.close()


def cpu_s(clock: Clock) -> float:
    spent = clock.read()
    assert spent is not None
    return spent.cpu_s


def met(allowance: Allowance, *, within_s: float) -> tuple[Overrun | None, float]:
    """Which limit a call that begins now meets within some seconds, and after how many."""
    began = time.monotonic()
    allowance.begin()
    try:
        while time.monotonic() < began + within_s:
            time.sleep(min(allowance.left_s(), 0.1))
    except OutOfTimeError as error:
        return error.overrun, time.monotonic() - began
    return None, within_s


def many_short_calls(allowance: Allowance) -> None:
    for _ in range(100):
        allowance.begin()
        time.sleep(0.03)
        allowance.end()


def test_a_clock_shows_what_a_process_computes_and_nothing_while_it_sleeps() -> None:
    with program(SPINS) as (_, busy), program(SLEEPS) as (_, idle):
        before = cpu_s(idle)

        assert until(lambda: cpu_s(busy) > 0.3)
        assert cpu_s(idle) - before < 0.05


def test_a_name_that_reads_like_figures_changes_nothing() -> None:
    with program(NAMED) as (process, clock):
        assert until(lambda: b") R 0 0" in Path(f"/proc/{process.pid}/stat").read_bytes())
        assert until(lambda: cpu_s(clock) > 0.2)
        assert cpu_s(clock) < 60


def test_a_process_that_is_gone_shows_nothing() -> None:
    with program(SLEEPS) as (process, clock):
        process.kill()
        process.wait()

        assert clock.read() is None


def test_clocks_survive_being_sent_without_those_that_are_missing() -> None:
    clocks = {"submission": Clock((3, 4)), "judge": None, "bench": Clock((5, 6))}

    assert unpacked(*packed(clocks)) == {"submission": Clock((3, 4)), "bench": Clock((5, 6))}


def test_a_clock_with_a_file_missing_is_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        unpacked(["submission"], [3])


def test_a_process_that_stands_in_line_is_not_charged_for_it() -> None:
    cpu = last_processor()
    with busy_processor(cpu, programs=4), program(SPINS, cpu=cpu) as (_, clock):
        allowance = Allowance(call_s=0.6, run_s=9.0, clocks={"submission": clock})

        assert met(allowance, within_s=0.9) == (None, 0.9)
        overrun, after_s = met(allowance, within_s=30)

    assert overrun is Overrun.CALL_CPU
    assert after_s > 1.2


def test_a_process_that_sleeps_is_charged_by_the_clock() -> None:
    with program(SLEEPS) as (_, clock):
        overrun, after_s = met(Allowance(call_s=0.4, run_s=9.0, clocks={"submission": clock}), within_s=30)

    assert overrun is Overrun.CALL_IDLE
    assert after_s > 0.4


def test_calls_are_added_up_however_short_each_is() -> None:
    with program(SLEEPS) as (_, clock):
        allowance = Allowance(call_s=9.0, run_s=0.3, clocks={"submission": clock})
        with pytest.raises(OutOfTimeError) as stopped:
            many_short_calls(allowance)

    assert stopped.value.overrun is Overrun.RUN_IDLE


def test_grace_comes_on_top_of_the_first_call() -> None:
    with program(SLEEPS) as (_, clock):
        allowance = Allowance(call_s=0.1, run_s=0.1, clocks={"submission": clock})
        allowance.begin(grace_s=5.0)
        time.sleep(0.4)

        assert allowance.left_s() > 0


def test_where_nothing_tells_the_clock_on_the_wall_decides_later() -> None:
    overrun, after_s = met(Allowance(call_s=0.1, run_s=9.0, clocks={}), within_s=30)

    assert overrun is Overrun.CALL_CLOCK
    assert after_s >= by_the_clock_s(0.1) == pytest.approx(2.3)


def test_a_submission_that_got_nothing_for_twenty_limits_was_not_slow() -> None:
    with program(SLEEPS) as (_, clock):
        allowance = Allowance(call_s=0.02, run_s=9.0, clocks={"submission": clock})
        allowance.begin()
        time.sleep(0.5)

        with pytest.raises(OutOfTimeError) as stopped:
            allowance.left_s()

    assert stopped.value.overrun is Overrun.STARVED


def test_a_run_of_a_starved_process_gets_longer_and_of_a_sleeping_one_does_not() -> None:
    cpu = last_processor()
    with busy_processor(cpu, programs=4), program(SPINS, cpu=cpu) as (_, starved), program(SLEEPS) as (_, asleep):
        patient, strict = RunWatch.begin(0.5, [starved]), RunWatch.begin(0.5, [asleep])
        assert not strict.is_over()
        time.sleep(0.6)

        assert strict.is_over()
        assert not patient.is_over()
        assert until(patient.is_over, seconds=30)


def test_a_run_without_clocks_has_more_time_by_the_clock() -> None:
    watch = RunWatch.begin(5.0, [None])

    assert watch.look_at - watch.began == pytest.approx(by_the_clock_s(5.0))
