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

import torch

from quizzer.grader.child import accelerator
from quizzer.grader.child.host import Host, error_facts
from quizzer.grader.child.output import flush_output
from quizzer.grader.child.protocol import ERROR, OK
from quizzer.grader.child.wire import Encoder
from quizzer.grader.frames import Closed, receive_frame, receive_json, send_frame
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
    accelerator.seed(device, job["seed"])
    filename, entry_points = job["filename"], job["entry_points"]
    try:
        fixtures = load_fixtures(job["fixtures"])
        namespace = load_module(job["source"], name="submission", filename=filename)
        missing = [name for name in entry_points if name not in namespace]
    except BaseException as error:  # noqa: BLE001 - the border: whatever the learner's module raises is an answer
        send_frame(wire, Encoder().encode((ERROR, *error_facts(error, filename))))
        return
    send_frame(wire, Encoder().encode((OK, missing)))
    serve(wire, Host(namespace=namespace, fixtures=fixtures, filename=filename, device=device))


def serve(wire: socket.socket, host: Host) -> None:
    """Answer requests until the other side closes."""
    while True:
        try:
            request = receive_frame(wire)
        except Closed:
            return
        answer = host.answer(request)
        # The run may be over with this answer, and what was printed before it belongs to it.
        flush_output()
        send_frame(wire, answer)


def load_module(source: str, *, name: str, filename: str) -> Mapping[str, object]:
    """Run a module's source; its lines show up in tracebacks under ``filename``. Returns its namespace."""
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
    module = types.ModuleType(name)
    module.__file__ = filename
    code = compile(source, filename, "exec", dont_inherit=True)
    exec(code, module.__dict__)  # noqa: S102 - running the learner's code is the job
    return module.__dict__


def load_fixtures(source: str | None) -> Mapping[str, object]:
    """Run an exercise's fixtures, with the usual names at hand."""
    if source is None:
        return {}
    module = types.ModuleType("fixtures")
    module.__dict__.update(torch=torch, nn=torch.nn, F=torch.nn.functional)
    exec(compile(source, "fixtures.py", "exec", dont_inherit=True), module.__dict__)  # noqa: S102
    return module.__dict__
