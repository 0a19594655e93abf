"""A process that has everything imported and forks a child for each command, which may be killed at any moment.

A command that starts from nothing spends most of its time on imports, where a kill shows little. Here the time of a
run is nearly all the command's own work, so that moments drawn at random from it fall into that work.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class Ended:
    """How a run ended: with an exit code, or by the kill (None); what it wrote to stderr, and its seconds.

    ``took_s`` counts from the ``start`` and from the first ``write``, where there was one.
    """

    code: int | None
    err: str
    took_s: dict[str, float]


class Stage:
    """The parent's side: ``run`` lets one forked child run a command."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def run(
        self, *arguments: str | Path, environ: dict[str, str], watch: Path, kill: tuple[str, float] | None = None
    ) -> Ended:
        """Run one command; ``kill`` is so many seconds after its ``start``, or its first ``write`` to ``watch``."""
        told = [str(one) for one in arguments]
        order = {"arguments": told, "environ": environ, "watch": str(watch), "kill": kill}
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        return Ended(**json.loads(self._process.stdout.readline()))


@contextmanager
def stage() -> Iterator[Stage]:
    """A stage for as long as the block lasts."""
    process = subprocess.Popen(
        [sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    )
    try:
        yield Stage(process)
    finally:
        process.kill()
        process.communicate()


def act(order: dict[str, Any], errors: Path) -> dict[str, object]:
    watch, size = Path(order["watch"]), size_of(Path(order["watch"]))
    since, after_s = order["kill"] or ("never", 0.0)
    began = {"start": time.perf_counter()}
    child = os.fork()
    if not child:
        perform(order, errors)
    while True:
        ended, status = os.waitpid(child, os.WNOHANG)
        now = time.perf_counter()
        if ended:
            break
        if "write" not in began and size_of(watch) != size:
            began["write"] = now
        if since in began and now >= began[since] + after_s:
            os.kill(child, signal.SIGKILL)
            since = "done"
        time.sleep(0.0002)
    code = None if os.WIFSIGNALED(status) else os.waitstatus_to_exitcode(status)
    took_s = {name: now - moment for name, moment in began.items()}
    return {"code": code, "err": errors.read_text(encoding="utf-8"), "took_s": took_s}


def size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def perform(order: dict[str, Any], errors: Path) -> None:
    from quizzer.cli.main import run

    os.environ.clear()
    os.environ.update(order["environ"])
    for number, path in ((0, Path(os.devnull)), (1, Path(os.devnull)), (2, errors)):
        os.dup2(os.open(path, os.O_RDONLY if number == 0 else os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
    code = run(order["arguments"])
    sys.stderr.flush()
    os._exit(code)


def import_everything() -> None:
    """What the commands under test import while they run, once for all children."""
    import pkgutil
    from importlib import import_module

    import sqlalchemy.dialects.sqlite  # noqa: F401

    import quizzer

    for package in ("cli", "content", "domain", "interchange", "reports", "services", "storage"):
        folder = Path(quizzer.__file__).parent / package
        for module in pkgutil.walk_packages([str(folder)], f"quizzer.{package}."):
            import_module(module.name)


def main() -> None:
    errors = Path(f"/tmp/quizzer-stage-{os.getpid()}.err")
    import_everything()
    try:
        for line in sys.stdin:
            sys.stdout.write(json.dumps(act(json.loads(line), errors)) + "\n")
            sys.stdout.flush()
    finally:
        errors.unlink(missing_ok=True)


if __name__ == "__main__":
    main()
