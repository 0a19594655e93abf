"""Zstandard frames, whose library is an extra: only packages of Anki's newest format need it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizzer.domain.errors import EnvironmentProblem, InputError

if TYPE_CHECKING:
    from quizzer.domain.errors import Location

# A block of four bytes can stand for 128 KiB, so one step must not take many.
_CHUNK_BYTES = 1 << 10
_MAX_WINDOW_BYTES = 128 << 20


def decompress(raw: bytes, *, limit: int, where: Location) -> bytes:
    """The content of one frame.

    Raises:
        EnvironmentProblem: the library is not installed.
        InputError: no frame, one that is cut short, or more than ``limit`` bytes.
    """
    try:
        import zstandard  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise EnvironmentProblem(
            f"{where} is in Anki's newest format, which needs the library zstandard.",
            hint="pip install 'quizzer[anki]', or export with 'Support older Anki versions' in Anki",
        ) from error
    # Anki writes no content size, and a stream reader would take a cut frame for a whole one.
    frame = zstandard.ZstdDecompressor(max_window_size=_MAX_WINDOW_BYTES).decompressobj()
    parts: list[bytes] = []
    size = 0
    try:
        for start in range(0, len(raw), _CHUNK_BYTES):
            if frame.eof:
                break
            parts.append(frame.decompress(raw[start : start + _CHUNK_BYTES]))
            size += len(parts[-1])
            if size > limit:
                raise InputError(f"this package unpacks to more than {limit >> 20} MiB", location=where)
    except zstandard.ZstdError as error:
        raise InputError("this package is damaged: its data cannot be unpacked", location=where) from error
    if not frame.eof:
        raise InputError("this package is cut short", hint="export or download it again", location=where)
    return b"".join(parts)
