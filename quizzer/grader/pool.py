"""Many submissions at once: workers that each own a grader, behind the face of ``concurrent.futures``."""

from __future__ import annotations

import atexit
import contextlib
import os
import signal
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from functools import partial
from types import TracebackType
from typing import Any, Concatenate, ParamSpec, TypeVar

from quizzer.domain.errors import JudgeError
from quizzer.grader.client import Grader
from quizzer.grader.process import ServerProcess
from quizzer.grader.sandbox.lockdown import Isolation

P = ParamSpec("P")
T = TypeVar("T")
_WAITING_PER_WORKER = 2


@dataclass(frozen=True, slots=True)
class _Task:
    """A call to make with a worker's grader, and who waits for it."""

    call: Callable[[Grader], Any]
    future: Future[Any] = field(default_factory=Future)


class GraderPool(Executor):
    """Calls functions with a grader: ``pool.submit(Grader.grade, exercise, source, graded_at=now)``.

    Each worker is a thread with a fork server of its own, started at once. Where a server dies under a task, the
    worker gets a new one and the task is run once more; if that fails too, its future raises the JudgeError.

    ``submit`` blocks while two tasks a worker wait already, so what is still to come takes no memory. What is done
    takes the caller's: let go of a future once its result is dealt with. (``map`` keeps them all.)

    With ``warm`` each server is warm before its first task: some seconds that pay for themselves where there is much to
    do.
    """

    def __init__(
        self, *, workers: int | None = None, require: Isolation = Isolation.LIMITS, warm: bool = False
    ) -> None:
        count = (os.cpu_count() or 1) if workers is None else workers
        if count < 1:
            raise ValueError("a pool needs at least one worker")
        self._require = require
        self._warm = warm
        self._most_waiting = count * _WAITING_PER_WORKER
        self._waiting: deque[_Task] = deque()
        self._graders: set[Grader] = set()
        self._closed = self._abandoned = False
        self._changed = threading.Condition()
        # Daemons: an interpreter that ends closes their servers' lifelines, whatever they are waiting for.
        self._threads = [
            threading.Thread(target=self._work, args=(cpu,), name=f"grader-{number}", daemon=True)
            for number, cpu in enumerate(_processors(count))
        ]
        for thread in self._threads:
            thread.start()
        atexit.register(self.shutdown)

    def submit(  # type: ignore[override]  # the grader comes first, as the worker's own part
        self, fn: Callable[Concatenate[Grader, P], T], /, *args: P.args, **kwargs: P.kwargs
    ) -> Future[T]:
        """Have a worker call ``fn(grader, *args, **kwargs)``; blocks while enough others wait.

        Raises RuntimeError after shutdown.
        """
        task = _Task(lambda grader: fn(grader, *args, **kwargs))
        with self._changed:
            self._changed.wait_for(lambda: self._closed or len(self._waiting) < self._most_waiting)
            if self._closed:
                raise RuntimeError("this pool is shut down and takes no more tasks")
            self._waiting.append(task)
            self._changed.notify_all()
        return task.future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - the stdlib's
        """Take no more tasks; those that wait are done first, or cancelled; then the fork servers end."""
        with self._changed:
            self._closed = True
            if cancel_futures:
                while self._waiting:
                    self._waiting.popleft().future.cancel()
            self._changed.notify_all()
        if wait:
            for thread in self._threads:
                thread.join()
            atexit.unregister(self.shutdown)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """As the standard library's; but on Ctrl-C nothing that is under way is waited for."""
        if kind is not None and not issubclass(kind, Exception):
            self._abandon()
        self.shutdown()

    def _abandon(self) -> None:
        with self._changed:
            self._abandoned = True
            for grader in [grader for grader in self._graders if not grader.server_ended]:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(grader.server_pid, signal.SIGKILL)
        self.shutdown(wait=False, cancel_futures=True)

    def _work(self, cpu: int | None) -> None:
        worker = _Worker(partial(self._hire, cpu))
        try:
            while self._one_task(worker):
                pass
        finally:
            worker.dismiss()

    def _one_task(self, worker: _Worker) -> bool:
        """Do the task that has waited longest, once there is one; False when no more will come."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._closed)
            if not self._waiting:
                return False
            task = self._waiting.popleft()
            self._changed.notify_all()
        if task.future.set_running_or_notify_cancel():
            worker.do(task)
        return True

    def _hire(self, cpu: int | None) -> Grader:
        with self._changed:
            if self._abandoned:
                raise JudgeError("the run was given up")
            self._graders = {grader for grader in self._graders if not grader.server_ended}
            grader = Grader(require=self._require, server=ServerProcess(cpu=cpu), bench=True)
            self._graders.add(grader)
        if self._warm:
            grader.warm_up()
        return grader


def _processors(count: int) -> list[int | None]:
    """A processor for each worker where there are enough workers for all of them, else none in particular."""
    try:
        ours = sorted(os.sched_getaffinity(0))
    except AttributeError:
        return [None] * count
    if count < len(ours):
        return [None] * count
    return [ours[number % len(ours)] for number in range(count)]


class _Worker:
    """Does one task at a time with its own grader, which it replaces when its fork server dies."""

    def __init__(self, hire: Callable[[], Grader]) -> None:
        self._hire = hire
        self._grader: Grader | None = None
        # A task will tell what is wrong, if it still is then.
        with contextlib.suppress(Exception):
            self._grader = hire()

    def do(self, task: _Task) -> None:
        """Settle a task's future."""
        try:
            try:
                result = task.call(self._present())
            except JudgeError:
                if self._grader is not None and not self._grader.server_ended:
                    raise
                self.dismiss()
                result = task.call(self._present())
        except BaseException as error:  # noqa: BLE001 - whatever a task raises belongs to who waits for it
            task.future.set_exception(error)
        else:
            task.future.set_result(result)

    def dismiss(self) -> None:
        """End the fork server."""
        if self._grader is not None:
            self._grader.close()
            self._grader = None

    def _present(self) -> Grader:
        if self._grader is None:
            self._grader = self._hire()
        return self._grader
