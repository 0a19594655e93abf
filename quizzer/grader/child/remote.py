"""The judge's side of the wire: handles that feel like the learner's objects but hold none of them."""

from __future__ import annotations

import ast
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

import torch

from quizzer.checks.errors import RemoteError, SourceLine
from quizzer.checks.fake_gpu import FakeRun
from quizzer.grader.child.protocol import EXHAUSTED, Op
from quizzer.grader.child.wire import Decoder, Encoder, Handle, Reference, WireError
from quizzer.grader.frames import Closed, FrameError, receive_frame, send_frame


class RemoteGoneError(Exception):
    """The submission process ended while it was asked for something."""


class RemoteTimeoutError(Exception):
    """The submission did not answer in time."""


class RemoteForgedError(Exception):
    """The submission process sent something that no honest one sends."""


class ForbiddenCallError(Exception):
    """The learner's code reached an operation that the exercise forbids; its name."""


class Transport(Protocol):
    """Carries one encoded request to the submission and its encoded answer back."""

    def exchange(self, request: bytes) -> bytes: ...


@dataclass(slots=True)
class SocketTransport:
    """Over a socket, with a deadline for each call and an allowance of seconds for the whole run."""

    connection: socket.socket
    call_s: float
    allowance_s: float

    def receive(self, *, grace_s: float = 0.0) -> bytes:
        """The next frame, counted against both limits, which ``grace_s`` comes on top of."""
        began = time.monotonic()
        self.allowance_s += grace_s
        try:
            return receive_frame(self.connection, deadline=began + min(self.call_s + grace_s, self.allowance_s))
        except TimeoutError as error:
            raise RemoteTimeoutError from error
        except (Closed, ConnectionError) as error:
            raise RemoteGoneError from error
        except FrameError as error:
            raise RemoteForgedError(str(error)) from error
        finally:
            self.allowance_s -= time.monotonic() - began

    def exchange(self, request: bytes) -> bytes:
        try:
            self.connection.settimeout(self.call_s)
            send_frame(self.connection, request)
        except TimeoutError as error:
            raise RemoteTimeoutError from error
        except OSError as error:
            raise RemoteGoneError from error
        return self.receive()


@dataclass(slots=True)
class Channel:
    """Requests and answers as values."""

    transport: Transport
    forbidden: frozenset[str] = frozenset()
    device: str = "cpu"
    handles: dict[int, Remote] = field(default_factory=dict)

    def request(self, operation: Op, *arguments: object) -> Any:
        """Ask; returns the value, raises RemoteError for an exception of the learner's code."""
        payload = Encoder(_reference).encode((operation.value, *arguments))
        return self.read(self.transport.exchange(payload))

    def read(self, payload: bytes) -> Any:
        """The value of one answer."""
        try:
            answer = Decoder(self._resolve, device=self.device).decode(payload)
        except WireError as error:
            raise RemoteForgedError(str(error)) from error
        match answer:
            case ("ok", value):
                return value
            case ("error", list() as names, str() as message, list() as lines, bool() as memory):
                raise RemoteError(tuple(map(str, names)), message, _lines(lines), memory)
        raise RemoteForgedError("an answer has an unknown form")

    def call(self, target: Remote, args: tuple[object, ...], kwargs: dict[str, object]) -> Any:
        """Call a handle, and look at which torch functions it reached."""
        match self.request(Op.CALL, target, args, kwargs):
            case (value, list() as functions):
                self.look_for_forbidden(functions)
                if self.forbidden and isinstance(value, Remote):
                    self._look_at_parts(value)
                return value
        raise RemoteForgedError("a call's answer has an unknown form")

    def look_for_forbidden(self, names: list[object]) -> None:
        """Raise ForbiddenCallError where a torch name's last part is that of a forbidden one."""
        for name in map(str, names):
            parts = name.split(".")
            if parts[0] == "torch" and parts[-1] in self.forbidden:
                raise ForbiddenCallError(name)

    def _look_at_parts(self, value: Remote) -> None:
        match self.request(Op.DESCRIBE, value):
            case {"parts": list() as parts, "bases": list() as bases}:
                self.look_for_forbidden([*bases, *parts])

    def _resolve(self, found: Handle | Reference) -> object:
        if isinstance(found, Reference):
            raise WireError("an answer holds a reference")
        if found.id not in self.handles:
            self.handles[found.id] = Remote(self, found)
        return self.handles[found.id]


def _reference(value: object) -> Reference:
    if isinstance(value, Remote):
        found = value.__dict__["_reference"]
        assert isinstance(found, Reference)
        return found
    raise WireError(f"a check cannot send a {type(value).__name__} to the submission")


def _lines(raw: list[object]) -> tuple[SourceLine, ...]:
    lines = []
    for item in raw:
        match item:
            case [int() as number, str() as function, str() as text]:
                lines.append(SourceLine(number, function, text))
    return tuple(lines)


class Remote:
    """An object that lives in the submission process."""

    __remote_type_name__ = True

    def __init__(self, channel: Channel, handle: Handle) -> None:
        self.__dict__.update(_channel=channel, _reference=Reference(handle.id), type_name=handle.type_name)

    def __call__(self, *args: object, **kwargs: object) -> Any:
        return self._channel.call(self, args, kwargs)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return self._channel.request(Op.GET, self, name)

    def __setattr__(self, name: str, value: object) -> None:
        self._channel.request(Op.SET, self, name, value)

    def __getitem__(self, index: object) -> Any:
        return self._channel.request(Op.ITEM, self, index)

    def __len__(self) -> int:
        length = self._channel.request(Op.LENGTH, self)
        if type(length) is not int or length < 0:
            raise RemoteForgedError("a length is no whole number")
        return length

    def __bool__(self) -> bool:
        return True

    def __iter__(self) -> Iterator[Any]:
        iterator = self._channel.request(Op.ITERATE, self)
        while True:
            match self._channel.request(Op.NEXT, iterator):
                case ("ok", value):
                    yield value
                case (str() as ending, None) if ending == EXHAUSTED:
                    return
                case _:
                    raise RemoteForgedError("an iterator's answer has an unknown form")

    def __repr__(self) -> str:
        return f"<{self.type_name} of the submission>"

    def is_a(self, qualified_name: str) -> bool:
        """Whether a base class of the object has this qualified name (as that process tells)."""
        return qualified_name in self._channel.request(Op.DESCRIBE, self)["bases"]


@dataclass(frozen=True, slots=True)
class Observed:
    """A call's result and what the submission process says about it; see ``docs/formats.md``."""

    value: Any
    arguments: tuple[torch.Tensor, ...]
    shares_memory: tuple[int, ...]
    is_argument: int | None
    stride: tuple[int, ...] | None
    is_leaf: bool | None
    requires_grad: bool | None
    rng_changed: bool
    functions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gradients:
    """A call's result and the gradients that reached its inputs and parameters (None: none did)."""

    value: Any
    inputs: tuple[torch.Tensor | None, ...]
    parameters: dict[str, torch.Tensor | None]


class Fixtures:
    """The functions of fixtures.py, by name."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel

    def __getattr__(self, name: str) -> Any:
        return self._channel.request(Op.FIXTURE, name)


class Learner:
    """What a check gets as ``learner``: the entry points by name, and ways to watch a call."""

    def __init__(self, channel: Channel, *, source: str) -> None:
        self._channel = channel
        self.source = source
        self.fixtures = Fixtures(channel)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return self._channel.request(Op.NAME, name)

    @property
    def tree(self) -> ast.Module:
        """The submission's syntax tree."""
        return ast.parse(self.source)

    def seed(self, seed: int) -> None:
        """Seed torch's global generator in the submission process."""
        self._channel.request(Op.SEED, seed)

    def observe(self, fn: Remote, *args: object, **kwargs: object) -> Observed:
        """Call ``fn`` and report what became of its tensor arguments and of the global generator."""
        facts = self._channel.request(Op.OBSERVE, fn, args, kwargs)
        try:
            self._channel.look_for_forbidden(facts["functions"])
            return Observed(
                value=facts["value"],
                arguments=tuple(facts["arguments"]),
                shares_memory=tuple(facts["shares_memory"]),
                is_argument=facts["is_argument"],
                stride=facts["stride"],
                is_leaf=facts["is_leaf"],
                requires_grad=facts["requires_grad"],
                rng_changed=bool(facts["rng_changed"]),
                functions=tuple(facts["functions"]),
            )
        except (KeyError, TypeError) as error:
            raise RemoteForgedError("an observation has an unknown form") from error

    def vjp(self, fn: Remote, *args: object, upstream: torch.Tensor | None = None, **kwargs: object) -> Gradients:
        """Call ``fn`` and back-propagate ``upstream`` (default: ones) through its tensor result."""
        facts = self._channel.request(Op.VJP, fn, args, kwargs, upstream)
        try:
            self._channel.look_for_forbidden(facts["functions"])
            return Gradients(value=facts["value"], inputs=tuple(facts["inputs"]), parameters=dict(facts["parameters"]))
        except (KeyError, TypeError) as error:
            raise RemoteForgedError("a gradient's answer has an unknown form") from error

    def on_fake_gpu(self, fn: Remote, *args: object, **kwargs: object) -> FakeRun:
        """Call ``fn`` as if it and every tensor argument were on a GPU; see ``docs/formats.md``."""
        facts = self._channel.request(Op.FAKE_GPU, fn, args, kwargs)
        try:
            self._channel.look_for_forbidden(facts["functions"])
            return FakeRun.parse(facts)
        except (KeyError, TypeError, ValueError) as error:
            raise RemoteForgedError("the facts of a run on a fake GPU have an unknown form") from error
