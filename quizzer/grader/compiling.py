"""Modules' code, compiled once in each process, and handed from one process of a user's to another.

A submission process neither gets code that way nor gives any: marshal is no format for what comes from a stranger.
"""

from __future__ import annotations

import base64
import binascii
import importlib.util
import marshal
from collections import OrderedDict
from contextlib import suppress
from types import CodeType

CHECKS_FILE = "checks.py"
"""What an exercise's checks are called in tracebacks, wherever they lie."""
_MOST = 8
_codes: OrderedDict[tuple[str, str], CodeType] = OrderedDict()


def compiled(source: str, filename: str) -> CodeType:
    """A module's code; a process that asks again does not compile it again. Raises what ``compile`` raises."""
    code = _codes.get((source, filename))
    return _kept(source, filename, code or compile(source, filename, "exec", dont_inherit=True))


def packed(source: str, filename: str) -> str | None:
    """Its code as text, for a process with the same Python; None where it does not compile."""
    try:
        code = compiled(source, filename)
    except Exception:  # noqa: BLE001 - whoever needs it will say what is wrong with it
        return None
    return base64.b64encode(importlib.util.MAGIC_NUMBER + marshal.dumps(code)).decode("ascii")


def unpack(source: str, filename: str, code: str | None) -> None:
    """Take what ``packed`` gave for what ``compiled`` would give; nothing where another Python packed it."""
    with suppress(binascii.Error, ValueError, EOFError, TypeError):
        data = base64.b64decode(code or "", validate=True)
        if data.startswith(importlib.util.MAGIC_NUMBER):
            found = marshal.loads(data[len(importlib.util.MAGIC_NUMBER) :])  # noqa: S302 - our own client's
            if isinstance(found, CodeType):
                _kept(source, filename, found)


def _kept(source: str, filename: str, code: CodeType) -> CodeType:
    _codes[source, filename] = code
    _codes.move_to_end((source, filename))
    if len(_codes) > _MOST:
        _codes.popitem(last=False)
    return code
