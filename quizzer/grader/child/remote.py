"""The judge's side of the wire: handles that feel like the learner's objects but hold none of them."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

import torch

from quizzer.checks.fake_gpu import FakeRun
from quizzer.checks.observed import Gradients, Observed, Trace
from quizzer.grader.child.allowance import Allowance
from quizzer.grader.child.exceptions import remote_error
from quizzer.grader.child.protocol import EXHAUSTED, Op
from quizzer.grader.child.stream import Stream
from quizzer.grader.child.watched import tensors_in
from quizzer.grader.child.wire import Decoder, Encoder, Handle, Reference, WireError
from quizzer.grader.frames import Closed, FrameError

Facts = TypeVar("Facts")


class RemoteGoneError(Exception):
    """The submission process ended while it was asked for something."""


class RemoteForgedError(Exception):
    """The submission process sent something that no honest one sends."""


class ForbiddenCallError(Exception):
    """The learner's code reached an operation that the exercise forbids; its name."""


class Transport(Protocol):
    """Carries one encoded request to the submission and its encoded answer back."""

    def exchange(self, request: bytes) -> bytes: ...


@dataclass(slots=True)
class StreamTransport:
    """Over a stream, each exchange a call that is counted against an allowance, whose OutOfTimeError passes."""

    stream: Stream
    allowance: Allowance

    def receive(self, *, grace_s: float = 0.0) -> bytes:
        """The first frame, which nobody asked for; ``grace_s`` comes on top of the limits."""
        self.allowance.begin(grace_s=grace_s)
        return self._receive()

    def exchange(self, request: bytes) -> bytes:
        self.allowance.begin()
        try:
            self.stream.send(request, self.allowance)
        except OSError as error:
            raise RemoteGoneError from error
        return self._receive()

    def _receive(self) -> bytes:
        try:
            return self.stream.receive(self.allowance)
        except (Closed, ConnectionError) as error:
            raise RemoteGoneError from error
        except FrameError as error:
            raise RemoteForgedError(str(error)) from error
        finally:
            self.allowance.end()


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
            case ("error", *facts):
                raised = remote_error(facts)
                if raised is not None:
                    raise raised
        raise RemoteForgedError("an answer has an unknown form")

    def call(self, target: Remote, args: tuple[object, ...], kwargs: dict[str, object]) -> Any:
        """Call a handle, and where some are forbidden, look at which torch functions it reached."""
        match self.request(Op.CALL, bool(self.forbidden), target, args, kwargs):
            case (value, str() as functions, str() as classes):
                self.look_for_forbidden(functions)
                self.look_for_forbidden(classes)
                return value
        raise RemoteForgedError("a call's answer has an unknown form")

    def look_for_forbidden(self, names: str) -> None:
        """Raise ForbiddenCallError where the last part of one of torch's ``names`` is that of a forbidden one."""
        for name in names.split() if self.forbidden else ():
            parts = name.split(".")
            if parts[0] == "torch" and parts[-1] in self.forbidden:
                raise ForbiddenCallError(name)

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
        return qualified_name in str(self._channel.request(Op.BASES, self)).split()


class Names:
    """What a module over there defines, by name; a function or class is asked for once, whoever rebinds it later."""

    def __init__(self, channel: Channel, operation: Op) -> None:
        self._channel = channel
        self._operation = operation
        self._found: dict[str, Remote] = {}

    def __getattr__(self, name: str) -> Any:
        if name in self._found:
            return self._found[name]
        value = self._channel.request(self._operation, name)
        if isinstance(value, Remote):
            self._found[name] = value
        return value


class Learner:
    """What a check gets as ``learner``: the entry points by name, and ways to watch a call."""

    def __init__(self, channel: Channel, *, source: str) -> None:
        self._channel = channel
        self.source = source
        self.fixtures = Names(channel, Op.FIXTURE)
        self._names = Names(channel, Op.NAME)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self._names, name)

    @property
    def tree(self) -> ast.Module:
        """The submission's syntax tree."""
        return ast.parse(self.source)

    def seed(self, seed: int) -> None:
        """Seed torch's global generator in the submission process."""
        self._channel.request(Op.SEED, seed)

    def generator(self, seed: int) -> Remote:
        """A ``torch.Generator`` in the submission process, seeded, to pass on to the learner's code."""
        return self._handle(self._channel.request(Op.GENERATOR, seed))

    def build(self, name: str, *args: object, **kwargs: object) -> Any:
        """Call what torch has under a dotted name, such as ``"torch.nn.Linear"``, in the submission process."""
        if not name.startswith("torch."):
            raise ValueError(f"learner.build makes objects of torch only, not {name!r}")
        return self._channel.request(Op.BUILD, name, args, kwargs)

    def observe(self, fn: Remote, *args: object, **kwargs: object) -> Observed:
        """Call ``fn``; what became of its tensor arguments, the global generator and torch's settings."""
        return self._watched(Op.OBSERVE, lambda facts: Observed.parse(facts, _tensors(args, kwargs)), fn, args, kwargs)

    def vjp(self, fn: Remote, *args: object, upstream: object = None, **kwargs: object) -> Gradients:
        """Call ``fn`` and send ``upstream`` (default: ones; one tensor per tensor of the result) back through it."""
        return self._watched(Op.VJP, Gradients.parse, fn, args, kwargs, upstream)

    def trace(self, fn: Remote, *args: object, **kwargs: object) -> Trace:
        """Call ``fn``; the torch operations that it ran, and the sizes of what they made."""
        return self._watched(Op.TRACE, Trace.parse, fn, args, kwargs)

    def on_fake_gpu(self, fn: Remote, *args: object, **kwargs: object) -> FakeRun:
        """Call ``fn`` as if it and every tensor argument were on a GPU; see ``docs/formats.md``."""
        return self._watched(Op.FAKE_GPU, FakeRun.parse, fn, args, kwargs)

    def _watched(self, operation: Op, parse: Callable[[Any], Facts], fn: Remote, *arguments: object) -> Facts:
        facts = self._channel.request(operation, bool(self._channel.forbidden), fn, *arguments)
        try:
            self._channel.look_for_forbidden(str(facts["functions"]))
            return parse(facts)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise RemoteForgedError(f"the facts of a watched call ({operation}) have an unknown form") from error

    @staticmethod
    def _handle(value: object) -> Remote:
        if isinstance(value, Remote):
            return value
        raise RemoteForgedError("an object that must stay over there was sent as a value")


def _tensors(*values: object) -> list[torch.Tensor]:
    return list(tensors_in(values))
