"""The submission's side of the wire: keeps the learner's objects and does what the judge asks with them.

It runs beside the learner's code and is as hostile as that code: the judge believes no fact from here that it
could compare itself.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from contextlib import nullcontext
from functools import partial
from typing import Any

import torch

from quizzer.grader.child import accelerator, fake_device, watched
from quizzer.grader.child.exceptions import error_facts
from quizzer.grader.child.protocol import ERROR, EXHAUSTED, OK, Op
from quizzer.grader.child.wire import Decoder, Encoder, Handle, Reference, WireError, has_plain_form


class Host:
    """Answers one request at a time, as bytes in and bytes out."""

    def __init__(
        self,
        *,
        namespace: Mapping[str, object],
        fixtures: Mapping[str, object],
        filename: str,
        device: str = "cpu",
    ) -> None:
        self._namespace = namespace
        self._fixtures = fixtures
        self._filename = filename
        self._device = device
        self._objects: dict[int, object] = {}
        self._number_of: dict[int, int] = {}
        self._operations: dict[str, Callable[..., object]] = {
            Op.READY: lambda: None,
            Op.NAME: lambda name: self._namespace[name],
            Op.FIXTURE: lambda name: self._fixtures[name],
            Op.CALL: self._call,
            Op.GET: getattr,
            Op.SET: setattr,
            Op.ITEM: operator.getitem,
            Op.LENGTH: len,
            Op.ITERATE: iter,
            Op.NEXT: self._next,
            Op.BASES: bases,
            Op.SEED: self._seed,
            Op.GENERATOR: lambda seed: torch.Generator(device=self._device).manual_seed(seed),
            Op.BUILD: _build,
            Op.OBSERVE: partial(self._watched, partial(watched.observe, device=device)),
            Op.VJP: partial(self._watched, watched.vjp),
            Op.TRACE: partial(self._watched, watched.trace),
            Op.FAKE_GPU: partial(self._watched, self._fake_gpu),
        }

    def answer(self, request: bytes) -> bytes:
        """Carry out one request; whatever the learner's code raises becomes an error answer."""
        try:
            operation, *arguments = self._decode(request)
            return self._encode((OK, self._operations[operation](*arguments)))
        except BaseException as error:  # noqa: BLE001 - the border: SystemExit of a learner is an answer too
            return self._encode((ERROR, *error_facts(error, self._filename)))

    def _decode(self, request: bytes) -> tuple[Any, ...]:
        value = Decoder(self._resolve, keep_requires_grad=True, device=self._device).decode(request)
        if not isinstance(value, tuple) or not value:
            raise WireError("a request is a tuple")
        return value

    def _encode(self, value: object) -> bytes:
        return Encoder(self._handle_of).encode(value)

    def _resolve(self, reference: Handle | Reference) -> object:
        return self._objects[reference.id]

    def _handle_of(self, value: object) -> Handle:
        number = self._number_of.get(id(value))
        if number is None:
            number = len(self._objects) + 1
            self._number_of[id(value)] = number
            self._objects[number] = value
        return Handle(number, qualified_name(type(value)))

    def _call(
        self,
        record: bool,  # noqa: FBT001 - as it comes from the wire
        target: Any,
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> tuple[object, str, str]:
        if not record:
            return target(*args, **kwargs), "", ""
        with watched.OpRecorder() as recorder:
            value = target(*args, **kwargs)
        return value, recorder.told(), "" if has_plain_form(value) else classes(value)

    def _watched(
        self,
        watch: Callable[..., dict[str, object]],
        record: bool,  # noqa: FBT001 - as it comes from the wire
        *arguments: object,
    ) -> object:
        # Recording doubles what many small operations cost, so it is done where a name may be forbidden.
        recorder = watched.OpRecorder()
        facts = watch(*arguments, during=recorder if record else nullcontext())
        return facts | {"functions": recorder.told()}

    def _next(self, target: Iterator[object]) -> object:
        try:
            return OK, next(target)
        except StopIteration:
            return EXHAUSTED, None

    def _seed(self, seed: int) -> None:
        accelerator.seed(self._device, seed)

    def _fake_gpu(
        self, target: Any, args: tuple[Any, ...], kwargs: dict[str, Any], *, during: watched.During
    ) -> dict[str, object]:
        with during:
            return fake_device.call(target, args, kwargs, filename=self._filename)


def _build(name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> object:
    """Call what stands under a dotted name of torch."""
    found: Any = torch
    for part in name.split(".")[1:]:
        found = getattr(found, part)
    return found(*args, **kwargs)


def bases(target: object) -> str:
    """The qualified names of an object's classes, a blank between them."""
    return " ".join(qualified_name(base) for base in type(target).__mro__)


def classes(target: object) -> str:
    """``bases``, and those of the modules that the object holds."""
    parts = target.modules() if isinstance(target, torch.nn.Module) else ()
    return " ".join(dict.fromkeys([bases(target), *map(bases, parts)]))


def qualified_name(kind: type) -> str:
    """``module.Class`` of a type."""
    return f"{kind.__module__}.{kind.__qualname__}"
