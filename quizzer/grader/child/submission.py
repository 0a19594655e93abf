"""The submission process: fixtures, then the learner's code, then whatever the judge asks.

It is locked down before ``main`` is called, and holds nothing of the exercise but the fixtures, which know no
expected value.
"""

from __future__ import annotations

import linecache
import os
import socket
import types
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import torch

from quizzer.grader.child import accelerator
from quizzer.grader.child.baseline import Baseline, seed_generators
from quizzer.grader.child.exceptions import error_facts
from quizzer.grader.child.host import Host
from quizzer.grader.child.output import flush_output
from quizzer.grader.child.protocol import AGAIN, ERROR, OK, read_again_order
from quizzer.grader.child.stream import Stream
from quizzer.grader.child.wire import Encoder
from quizzer.grader.compiling import compiled
from quizzer.grader.frames import Closed, receive_json
from quizzer.grader.orders import LOCK_DOWN_FAILED


def main(control: socket.socket, wire: socket.socket) -> None:
    """Load what ``control`` brings and serve ``wire`` until the judge closes it."""
    job = receive_json(control)
    control.close()
    assert isinstance(job, dict)
    device = job["device"]
    try:
        accelerator.start(device, memory_mib=job["memory_mib"])
    except BaseException:  # noqa: BLE001 - the border: a driver's failure is nothing of the learner's
        os._exit(LOCK_DOWN_FAILED)
    submission = Submission(
        source=job["source"],
        filename=job["filename"],
        fixtures=job["fixtures"],
        entry_points=tuple(job["entry_points"]),
        device=device,
        scratch=Path.cwd(),
    )
    serve(wire, submission, seed=job["seed"])


def serve(wire: socket.socket, submission: Submission, *, seed: int) -> None:
    """Say how loading went and answer requests, until the other side closes or the learner's code does not load."""
    stream = Stream(wire)
    answer = submission.load(seed)
    while True:
        # The run may be over with this answer, and what was printed before it belongs to it.
        flush_output()
        stream.send(answer)
        if submission.host is None:
            return
        try:
            request = stream.receive()
        except Closed:
            return
        answer = submission.load_again(request) if request.startswith(AGAIN) else submission.host.answer(request)


@dataclass(slots=True)
class Submission:
    """The learner's file, run once for each seed that it is judged on; ``host`` is None where that failed.

    ``scratch`` is emptied between two seeds: only the folder that was made for this process may be named there.
    """

    source: str
    filename: str
    fixtures: str | None
    entry_points: tuple[str, ...]
    device: str
    scratch: Path | None = None
    host: Host | None = None
    before: Baseline = field(default_factory=Baseline.now)

    def load(self, seed: int) -> bytes:
        """Run fixtures and source; the answer to that: the entry points that are missing, or what was raised."""
        seed_generators(seed)
        accelerator.seed(self.device, seed)
        try:
            fixtures = load_fixtures(self.fixtures)
            namespace = load_module(self.source, name="submission", filename=self.filename)
            missing = [name for name in self.entry_points if name not in namespace]
        except BaseException as error:  # noqa: BLE001 - the border: whatever the learner's module raises is an answer
            return self._refusal(error)
        self.host = Host(namespace=namespace, fixtures=fixtures, filename=self.filename, device=self.device)
        return Encoder().encode((OK, missing))

    def load_again(self, request: bytes) -> bytes:
        """As ``load``, for what ``request`` brings: a seed, perhaps a source; nothing is left of the run before."""
        self.host = None
        try:
            seed, loads = read_again_order(request)
            if loads is not None:
                self.source, self.filename = loads["source"], loads["filename"]
            self.before.restore(scratch=self.scratch)
        except BaseException as error:  # noqa: BLE001 - the border: the learner may have replaced anything
            return self._refusal(error)
        return self.load(seed)

    def _refusal(self, error: BaseException) -> bytes:
        return Encoder().encode((ERROR, *error_facts(error, self.filename)))


def load_module(source: str, *, name: str, filename: str) -> Mapping[str, object]:
    """Run a module's source; its lines show up in tracebacks under ``filename``. Returns its namespace."""
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
    module = types.ModuleType(name)
    module.__file__ = filename
    exec(compiled(source, filename), module.__dict__)  # noqa: S102 - running the learner's code is the job
    return module.__dict__


def load_fixtures(source: str | None) -> Mapping[str, object]:
    """Run an exercise's fixtures, with the usual names at hand."""
    if source is None:
        return {}
    module = types.ModuleType("fixtures")
    module.__dict__.update(torch=torch, nn=torch.nn, F=torch.nn.functional)
    exec(compiled(source, "fixtures.py"), module.__dict__)  # noqa: S102
    return module.__dict__
