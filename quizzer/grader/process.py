"""The fork server as the parent sees it: started in the background, connected to, ended with the parent."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from quizzer.domain.errors import EnvironmentProblem, JudgeError

_START_S = 120.0
_CONNECT_EVERY_S = 0.005
_LONGEST_FOLDER = 80
# What torch allocates lies in huge pages: a fork copies 1/500 of their page table entries. Python's own objects stay
# with its own allocator: malloc would put them there too, and makes each judged run an eighth slower. What one tensor
# gives back is the next one's: a page that comes from the kernel again costs microseconds, a huge one a hundred.
_MALLOC = {"hugetlb": 1, "trim_threshold": 128 << 20, "mmap_threshold": 32 << 20}
_KEPT_VARIABLES = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "VIRTUAL_ENV", "SYSTEMROOT")


class ServerLost(JudgeError):  # noqa: N818 - what happened, as everywhere in domain.errors
    """A server that could be replaced is gone, or keeps silent."""


class ForkServer(Protocol):
    """What a run needs of a fork server, whoever owns it."""

    @property
    def pid(self) -> int: ...

    @property
    def ended(self) -> bool: ...

    def connect(self) -> socket.socket: ...

    def failure(self) -> Exception: ...

    def renew(self) -> bool: ...

    def close(self) -> None: ...


class ServerProcess:
    """A fork server that lives no longer than this object, or this process.

    On one ``cpu``, if that is given: where all processors have work, a judge and a submission that take turns do
    so faster on the same one, without waking another up. ``without`` leaves layers of isolation out, to show what
    each is for.
    """

    def __init__(self, *, cpu: int | None = None, without: Sequence[str] = ()) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="quizzer-", dir=_short_folder()))
        self._socket_path = self._folder / "socket"
        read_end, self._lifeline = os.pipe()
        self._errors = (self._folder / "errors").open("w+b")
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "quizzer.grader.child.server", str(self._socket_path), str(read_end), *without],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self._errors,
                pass_fds=(read_end,),
                env=server_environment(self._folder),
                start_new_session=True,
            )
        finally:
            os.close(read_end)
        if cpu is not None:
            # Not on every system, and a processor may have been taken away: it is only about speed.
            with contextlib.suppress(AttributeError, OSError):
                os.sched_setaffinity(self._process.pid, {cpu})

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def ended(self) -> bool:
        """Whether it is gone."""
        return self._process.poll() is not None

    def connect(self) -> socket.socket:
        """A fresh connection; the server may still be importing torch, and will answer when it is there."""
        deadline = time.monotonic() + _START_S
        while True:
            connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            try:
                connection.connect(str(self._socket_path))
            except OSError:
                connection.close()
                if self._process.poll() is not None:
                    raise self._failure() from None
                if not self._folder.exists():
                    raise JudgeError(f"somebody removed {self._folder}, where the judge's server listens") from None
                if time.monotonic() > deadline:
                    message = f"the judge's server does not start within {_START_S:.0f} s"
                    raise JudgeError(message, hint="where other programs keep the machine busy, try again") from None
                time.sleep(_CONNECT_EVERY_S)
            else:
                return connection

    def failure(self) -> Exception:
        """Why the server answered nothing: what it wrote when it went down."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=1)
        return self._failure()

    def _failure(self) -> Exception:
        self._errors.seek(0)
        said = self._errors.read().decode("utf-8", "replace")
        return why_it_ended(said, otherwise=f"exit status {self._process.poll()}")

    def renew(self) -> bool:
        """A server of one's own that ended has a reason to: False."""
        return False

    def close(self) -> None:
        """End the server and everything that it still runs, even in the middle of importing torch."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        os.close(self._lifeline)
        self._errors.close()
        shutil.rmtree(self._folder, ignore_errors=True)


def why_it_ended(said: str, *, otherwise: str) -> JudgeError | EnvironmentProblem:
    """The error that what a server wrote when it went down amounts to."""
    last = (said.strip().splitlines() or [otherwise])[-1]
    if "No module named 'torch'" in last:
        return EnvironmentProblem(
            "PyTorch is not installed here, and the judge needs it.",
            hint="install it with `pip install torch` in the environment that runs quizzer",
        )
    return JudgeError(f"the judge's server ended: {last}")


def _short_folder() -> str:
    """Where temporary files go, unless a Unix socket's path would not fit there (108 bytes on Linux)."""
    usual = tempfile.gettempdir()
    return usual if len(os.fsencode(usual)) <= _LONGEST_FOLDER else "/tmp"  # noqa: S108 - mkdtemp makes it private


def server_environment(scratch: Path) -> dict[str, str]:
    """Nothing of the learner's environment but what an interpreter needs; one thread, so that a fork is safe."""
    kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    threads = dict.fromkeys(("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
    package_root = str(Path(__file__).parents[2])
    return {
        **kept,
        **threads,
        "GLIBC_TUNABLES": ":".join(f"glibc.malloc.{name}={value}" for name, value in _MALLOC.items()),
        "TMPDIR": str(scratch),
        "PYTHONPATH": package_root,
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
    }
