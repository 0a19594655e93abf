"""Length-prefixed frames over a stream socket: bytes, or JSON, never anything that can run."""

from __future__ import annotations

import array
import json
import socket
import struct
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

HEADER = struct.Struct(">I")
MAX_FRAME_BYTES = 256 * 1024 * 1024
MAX_JSON_BYTES = 8 * 1024 * 1024
_MAX_DESCRIPTORS = 16


class FrameError(Exception):
    """The other side sent something that is no frame of ours."""


class Closed(Exception):  # noqa: N818 - an ending, not always an error
    """The other side closed the connection where a frame should begin."""


class Patience(Protocol):
    """How long somebody is willing to wait."""

    def left_s(self) -> float:
        """Seconds until it should be asked again; TimeoutError (or what it likes) where there is no patience left."""


@dataclass(frozen=True, slots=True)
class Until:
    """Patience that ends at a moment, in monotonic seconds."""

    deadline: float

    def left_s(self) -> float:
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


def send_frame(connection: socket.socket, payload: bytes, *, descriptors: Sequence[int] = ()) -> None:
    """Send one frame, and with it open file descriptors (Unix sockets only)."""
    if len(payload) > MAX_FRAME_BYTES:
        raise FrameError(f"a frame of {len(payload)} bytes is too large")
    header = HEADER.pack(len(payload))
    if descriptors:
        ancillary = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", descriptors))]
        connection.sendmsg([header], ancillary)
        connection.sendall(payload)
        return
    connection.sendall(header + payload)


def receive_frame(
    connection: socket.socket, *, patience: Patience | None = None, limit: int = MAX_FRAME_BYTES
) -> bytes:
    """Receive one whole frame, as long as ``patience`` lasts.

    Raises what it raises, Closed, or FrameError for a frame that is cut off or longer than ``limit`` bytes.
    """
    header = _receive_exactly(connection, HEADER.size, patience=patience)
    return receive_body(connection, header, patience=patience, limit=limit)


def receive_body(connection: socket.socket, header: bytes, *, patience: Patience | None, limit: int) -> bytes:
    """Receive what follows a frame's header."""
    (length,) = HEADER.unpack(header)
    if length > limit:
        raise FrameError(f"a frame announces {length} bytes, more than the {limit} allowed")
    try:
        return _receive_exactly(connection, length, patience=patience)
    except Closed as closed:
        raise FrameError("a frame was cut off") from closed


def receive_with_descriptors(connection: socket.socket) -> tuple[bytes, list[int]]:
    """Receive one frame with the descriptors sent beside its header; the caller owns them."""
    header, descriptors, _, _ = socket.recv_fds(connection, HEADER.size, _MAX_DESCRIPTORS)
    if len(header) != HEADER.size:
        raise Closed
    return receive_body(connection, header, patience=None, limit=MAX_JSON_BYTES), descriptors


def send_json(connection: socket.socket, value: object, *, descriptors: Sequence[int] = ()) -> None:
    """Send ``value`` as one frame of JSON."""
    send_frame(connection, json.dumps(value).encode(), descriptors=descriptors)


def receive_json(connection: socket.socket, *, deadline: float | None = None) -> object:
    """Receive one frame of JSON before ``deadline`` (monotonic seconds); FrameError where it is none."""
    patience = None if deadline is None else Until(deadline)
    return parse_json(receive_frame(connection, patience=patience, limit=MAX_JSON_BYTES))


def parse_json(payload: bytes) -> object:
    """Parse a frame's bytes; FrameError where they are no JSON."""
    try:
        value: object = json.loads(payload)
    except (ValueError, RecursionError) as error:
        raise FrameError("a frame holds no JSON") from error
    return value


def _receive_exactly(connection: socket.socket, count: int, *, patience: Patience | None) -> bytes:
    buffer = bytearray(count)
    view = memoryview(buffer)
    received = 0
    while received < count:
        if patience is not None:
            connection.settimeout(patience.left_s())
        try:
            size = connection.recv_into(view[received:])
        except TimeoutError:
            if patience is None:
                raise
            continue
        if size == 0:
            if received:
                raise FrameError("a frame was cut off")
            raise Closed
        received += size
    return bytes(buffer)
