"""An exception's way over the wire: how the submission's process tells it, and how the judge reads what was told."""

from __future__ import annotations

import linecache
from collections.abc import Iterator
from types import TracebackType
from typing import Any

from quizzer.checks.errors import Link, Raised, RemoteError, SourceLine

_ALLOCATOR_WORDS = ("can't allocate memory", "not enough memory", "out of memory")
_MAX_MESSAGE = 2000
_MAX_NAME = 200
_MAX_TYPES = 50
_MAX_LINES = 12
_MAX_FRAMES = 100_000
_MAX_CHAIN = 4
_MAX_MEMBERS = 5
_MAX_DEPTH = 3
_LONGEST_CYCLE = 6
_FEWEST_REPEATS = 3


def error_facts(error: BaseException, filename: str) -> tuple[list[str], bool, list[object]]:
    """An exception as plain values: class names, whether memory ran out, and the chain that ends with it.

    Nothing here may raise: each attribute of ``error`` can be the learner's code.
    """
    try:
        names = [str(kind.__name__) for kind in type(error).__mro__]
        chain = [_raised(one, link, filename) for one, link in reversed(list(_chain(error)))]
        return names, isinstance(error, MemoryError) or _speaks_of_memory(chain[-1][1]), list(chain)
    except BaseException:  # noqa: BLE001 - the border: an exception made to break this
        return ["Exception"], False, [["Exception", "(what was raised cannot be shown)", [], "", []]]


def _chain(error: BaseException) -> Iterator[tuple[BaseException, Link]]:
    """The exception, what it was raised from, and so on; with each, what that is to it."""
    seen: set[int] = set()
    following: BaseException | None = error
    while following is not None and id(following) not in seen and len(seen) < _MAX_CHAIN:
        one = following
        seen.add(id(one))
        following, link = one.__cause__, Link.CAUSE
        if following is None and not one.__suppress_context__:
            following, link = one.__context__, Link.CONTEXT
        goes_on = following is not None and id(following) not in seen and len(seen) < _MAX_CHAIN
        yield one, link if goes_on else Link.NONE


def _raised(error: BaseException, link: Link, filename: str, *, depth: int = 0) -> list[Any]:
    members: list[object] = []
    if isinstance(error, BaseExceptionGroup) and depth < _MAX_DEPTH:
        inner = error.exceptions[:_MAX_MEMBERS]
        members = [_raised(one, Link.NONE, filename, depth=depth + 1) for one in inner]
    name = str(type(error).__name__)
    return [name, _message(error, filename), _own_lines(error, filename), link.value, members]


def _message(error: BaseException, filename: str) -> str:
    try:
        own_syntax = isinstance(error, SyntaxError) and error.filename == filename
        text = str(error.msg if own_syntax else error)  # type: ignore[attr-defined]
        notes = [str(note) for note in getattr(error, "__notes__", ())]
    except BaseException as problem:  # noqa: BLE001 - the learner's __str__
        return f"(its __str__ raises {type(problem).__name__})"
    # A str of a subclass would stay behind on the wire; a slice by the base class is a plain one.
    return "\n".join(str.__getitem__(part, slice(0, _MAX_MESSAGE)) for part in (text, *notes))[:_MAX_MESSAGE]


def _speaks_of_memory(message: str) -> bool:
    return any(word in message for word in _ALLOCATOR_WORDS)


def _own_lines(error: BaseException, filename: str) -> list[object]:
    """The learner's own lines that the exception came through, outermost first; what repeats is told once."""
    if isinstance(error, SyntaxError) and error.filename == filename:
        return [_syntax_line(error, filename)]
    lines: list[object] = []
    for (number, function), repeats in _folded(_own_frames(error.__traceback__, filename)):
        lines.append([number, function, _text(filename, number), None, repeats])
    return lines[-_MAX_LINES:]


def _own_frames(trace: TracebackType | None, filename: str) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    while trace is not None and len(found) < _MAX_FRAMES:
        code = trace.tb_frame.f_code
        if code.co_filename == filename:
            found.append((trace.tb_lineno, code.co_name))
        trace = trace.tb_next
    return found


def _folded(frames: list[tuple[int, str]]) -> Iterator[tuple[tuple[int, str], list[int] | None]]:
    """Each frame, but a cycle of calls only once: its last frame says how long it is and how often it follows again."""
    at = 0
    while at < len(frames):
        length, times = _cycle(frames, at)
        for i in range(length):
            yield frames[at + i], [length, times] if times and i == length - 1 else None
        at += length * (times + 1)


def _cycle(frames: list[tuple[int, str]], at: int) -> tuple[int, int]:
    for length in range(1, _LONGEST_CYCLE + 1):
        first, times = frames[at : at + length], 0
        while len(first) == length and frames[at + (times + 1) * length : at + (times + 2) * length] == first:
            times += 1
        if times >= _FEWEST_REPEATS:
            return length, times
    return 1, 0


def _syntax_line(error: SyntaxError, filename: str) -> list[object]:
    number = error.lineno or 0
    text = _text(filename, number)
    caret = None
    if error.offset:
        start = error.offset - 1
        # Without an end, as for a bracket that is never closed, one character is meant.
        end = (error.end_offset or 0) - 1 if error.end_lineno == number else len(text)
        caret = [start, max(end, start + 1)]
    return [number, "<module>", text, caret, None]


def _text(filename: str, number: int) -> str:
    return linecache.getline(filename, number).rstrip()[:_MAX_MESSAGE]


def remote_error(facts: list[object]) -> RemoteError | None:
    """The exception that the submission's process tells of; None where it tells something else.

    Whatever it tells, the text that comes of it is short.
    """
    match facts:
        case [list() as names, bool() as memory, list() as chain] if chain:
            raised = tuple(map(_read, chain[-_MAX_CHAIN:]))
            last = raised[-1]
            types = tuple(name[:_MAX_NAME] for name in names[:_MAX_TYPES] if isinstance(name, str))
            return RemoteError(types, last.message, last.lines, memory, chain=raised)
    return None


def _read(plain: object, depth: int = 0) -> Raised:
    match plain:
        case [str() as name, str() as message, list() as lines, str() as link, list() as members]:
            inner = members[:_MAX_MEMBERS] if depth < _MAX_DEPTH else []
            read = tuple(line for line in map(_line, lines[-_MAX_LINES:]) if line is not None)
            known = Link(link) if link in set(Link) else Link.NONE
            told = tuple(_read(one, depth + 1) for one in inner)
            return Raised(name[:_MAX_NAME], message[:_MAX_MESSAGE], read, known, told)
    return Raised("Exception", "")


def _line(plain: object) -> SourceLine | None:
    match plain:
        case [int() as number, str() as function, str() as text, caret, repeats]:
            return SourceLine(number, function[:_MAX_NAME], text[:_MAX_MESSAGE], _two(caret), _two(repeats))
    return None


def _two(plain: object) -> tuple[int, int] | None:
    match plain:
        case [int() as first, int() as second]:
            return first, second
    return None
