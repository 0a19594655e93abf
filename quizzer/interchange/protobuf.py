"""A reader for the little protobuf that Anki packages use: numbers and byte strings, one message at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
_LONGEST_VARINT = 10


class ProtobufError(ValueError):
    """These bytes are no protobuf message, or one that is cut short."""


def fields_of(message: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Each field's number and value: an unsigned number, or the bytes of a text, message or fixed number."""
    place = 0
    while place < len(message):
        key, place = _varint(message, place)
        number, wire = key >> 3, key & 7
        if wire == _VARINT:
            value, place = _varint(message, place)
            yield number, value
            continue
        size, place = _size(message, place, wire)
        if place + size > len(message):
            raise ProtobufError("a field ends beyond the message")
        yield number, message[place : place + size]
        place += size


def _size(message: bytes, place: int, wire: int) -> tuple[int, int]:
    if wire == _BYTES:
        return _varint(message, place)
    if wire in (_FIXED64, _FIXED32):
        return (8 if wire == _FIXED64 else 4), place
    raise ProtobufError(f"wire type {wire} is not known")


def _varint(message: bytes, place: int) -> tuple[int, int]:
    value = 0
    for count in range(_LONGEST_VARINT):
        if place >= len(message):
            break
        byte = message[place]
        place += 1
        value |= (byte & 0x7F) << (7 * count)
        if not byte & 0x80:
            return value, place
    raise ProtobufError("a number is not closed")
