"""Frames of the wire arrive whole, whatever pieces they come in, and nobody waits longer than their patience."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator

import pytest

from quizzer.grader.child.stream import Stream
from quizzer.grader.frames import MAX_FRAME_BYTES, Closed, FrameError, Until

SIZES = (0, 1, 7, 65_531, 65_532, 65_533, 300_000)


@pytest.fixture
def ends() -> Iterator[tuple[Stream, Stream]]:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield Stream(ours, patient=True), Stream(theirs)


def framed(payload: bytes) -> bytes:
    return len(payload).to_bytes(4, "big") + payload


def sending(stream: Stream, *payloads: bytes) -> threading.Thread:
    thread = threading.Thread(target=lambda: [stream.send(payload) for payload in payloads])
    thread.start()
    return thread


def test_frames_of_every_size_arrive_in_their_order(ends: tuple[Stream, Stream]) -> None:
    ours, theirs = ends
    payloads = [bytes([number]) * size for number, size in enumerate(SIZES)]
    thread = sending(theirs, *payloads)

    assert [ours.receive(Until(time.monotonic() + 30)) for _ in payloads] == payloads
    thread.join()


@pytest.mark.parametrize("step", [1, 3, 4, 5, 1000])
def test_a_frame_in_pieces_is_put_together(step: int) -> None:
    ours, theirs = socket.socketpair()
    whole = framed(b"one") + framed(b"x" * 2500) + framed(b"three")

    def trickle() -> None:
        with theirs:
            for begin in range(0, len(whole), step):
                theirs.sendall(whole[begin : begin + step])

    thread = threading.Thread(target=trickle)
    thread.start()
    with ours:
        stream = Stream(ours)
        assert [stream.receive() for _ in range(3)] == [b"one", b"x" * 2500, b"three"]
        with pytest.raises(Closed):
            stream.receive()
    thread.join()


@pytest.mark.parametrize("sent", [b"\x00\x00", framed(b"whole")[:-1], framed(b"x" * 100_000)[:-1]])
def test_a_frame_that_is_cut_off_is_an_error(sent: bytes) -> None:
    ours, theirs = socket.socketpair()
    with theirs:
        theirs.sendall(sent)

    with ours, pytest.raises(FrameError, match="cut off"):
        Stream(ours).receive()


def test_a_frame_that_announces_too_much_is_refused_before_it_is_read() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall((MAX_FRAME_BYTES + 1).to_bytes(4, "big"))

        with pytest.raises(FrameError, match="announces"):
            Stream(ours).receive()


def test_silence_ends_with_the_patience(ends: tuple[Stream, Stream]) -> None:
    began = time.monotonic()

    with pytest.raises(TimeoutError):
        ends[0].receive(Until(began + 0.2))
    assert time.monotonic() - began >= 0.2


def test_a_trickle_that_never_pauses_for_long_does_not_outlast_the_patience() -> None:
    ours, theirs = socket.socketpair()
    over = threading.Event()

    def trickle() -> None:
        theirs.sendall((10_000).to_bytes(4, "big"))
        while not over.wait(0.01):
            theirs.sendall(b"x")

    thread = threading.Thread(target=trickle)
    thread.start()
    with ours, theirs:
        try:
            with pytest.raises(TimeoutError):
                Stream(ours, patient=True).receive(Until(time.monotonic() + 0.4))
        finally:
            over.set()
            thread.join()


def test_sending_to_somebody_who_does_not_read_ends_with_the_patience(ends: tuple[Stream, Stream]) -> None:
    with pytest.raises(TimeoutError):
        ends[0].send(b"x" * 8_000_000, Until(time.monotonic() + 0.3))
