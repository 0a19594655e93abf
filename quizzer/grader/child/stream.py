"""The wire as judge and submission use it: hundreds of small frames there and back, each in one call to the kernel."""

from __future__ import annotations

import contextlib
import socket
import struct

from quizzer.grader.frames import HEADER, MAX_FRAME_BYTES, Closed, FrameError, Patience

_BUFFER_BYTES = 1 << 16
_ASK_EVERY_US = 50_000


class Stream:
    """Frames over ``connection``, which is this object's alone from here on.

    ``patience`` is asked before a wait goes on, so a frame that comes whole within 50 ms costs no question.
    """

    def __init__(self, connection: socket.socket, *, patient: bool = False) -> None:
        connection.settimeout(None)
        if patient:
            wait = struct.pack("ll", 0, _ASK_EVERY_US)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, wait)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, wait)
        self._connection = connection
        self._buffer = memoryview(bytearray(_BUFFER_BYTES))
        self._begin = self._end = 0

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def send(self, payload: bytes, patience: Patience | None = None) -> None:
        """Send one frame; raises OSError, FrameError for one that is too large, or what ``patience`` raises."""
        if len(payload) > MAX_FRAME_BYTES:
            raise FrameError(f"a frame of {len(payload)} bytes is too large")
        data = HEADER.pack(len(payload)) + payload
        sent = self._send_some(data)
        while sent < len(data):
            if patience is not None:
                patience.left_s()
            sent += self._send_some(memoryview(data)[sent:])

    def receive(self, patience: Patience | None = None) -> bytes:
        """Receive one whole frame.

        Raises Closed, FrameError for one that is cut off or too long, or what ``patience`` raises.
        """
        while True:
            begin = self._begin + HEADER.size
            if begin <= self._end:
                (length,) = HEADER.unpack_from(self._buffer, self._begin)
                if begin + length <= self._end:
                    self._begin = begin + length
                    return bytes(self._buffer[begin : self._begin])
                if length > _BUFFER_BYTES - HEADER.size:
                    return self._receive_long(length, patience)
            self._fill(patience)

    def _fill(self, patience: Patience | None) -> None:
        """Receive some more of a frame that fits into the buffer."""
        kept = self._end - self._begin
        if self._begin:
            self._buffer[:kept] = bytes(self._buffer[self._begin : self._end])
            self._begin, self._end = 0, kept
        if kept and patience is not None:
            patience.left_s()
        self._end += self._receive_some(self._buffer[kept:], patience, began=kept > 0)

    def _receive_long(self, length: int, patience: Patience | None) -> bytes:
        if length > MAX_FRAME_BYTES:
            raise FrameError(f"a frame announces {length} bytes, more than the {MAX_FRAME_BYTES} allowed")
        payload = bytearray(length)
        here = self._buffer[self._begin + HEADER.size : self._end]
        received = len(here)
        payload[:received] = here
        self._begin = self._end = 0
        while received < length:
            if patience is not None:
                patience.left_s()
            received += self._receive_some(memoryview(payload)[received:], patience, began=True)
        return bytes(payload)

    def _receive_some(self, target: memoryview, patience: Patience | None, *, began: bool) -> int:
        while True:
            try:
                size = self._connection.recv_into(target)
            except BlockingIOError:
                if patience is not None:
                    patience.left_s()
                continue
            if size == 0:
                raise FrameError("a frame was cut off") if began else Closed
            return size

    def _send_some(self, data: bytes | memoryview) -> int:
        with contextlib.suppress(BlockingIOError):
            return self._connection.send(data)
        return 0
