"""Python's own memory in huge pages."""

from __future__ import annotations

import ctypes
import mmap
import sys
from pathlib import Path

import pytest

from fresh_python import said_by
from quizzer.grader.child import huge_pages
from quizzer.grader.sandbox import libc

_HUGE = 2 * 1024 * 1024
_CODE = """
import re
from pathlib import Path
from quizzer.grader.child import huge_pages

def huge_kib():
    return sum(map(int, re.findall(r"AnonHugePages: +([0-9]+)", Path("/proc/self/smaps").read_text())))

kept = [[str(number), number] for number in range(400_000)]
before = huge_kib()
huge_pages.collapse()
print(huge_kib() - before, kept == [[str(number), number] for number in range(400_000)])
"""


def _kernel_collapses() -> bool:
    with mmap.mmap(-1, 4 * _HUGE, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS) as memory:
        memory[:] = b"x" * len(memory)
        begin = ctypes.addressof(ctypes.c_char.from_buffer(memory))
        try:
            libc.madvise(-(-begin // _HUGE) * _HUGE, _HUGE, 25)
        except OSError:
            return False
    return True


@pytest.mark.skipif(sys.platform != "linux", reason="huge pages are asked for on Linux")
def test_what_lies_there_is_moved_and_stays_as_it_is() -> None:
    moved_kib, same = said_by(_CODE).split()
    assert same == "True"
    if not _kernel_collapses():
        pytest.skip("this kernel has no MADV_COLLAPSE, or no huge pages")
    assert int(moved_kib) >= 10 * _HUGE // 1024


def test_without_proc_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(huge_pages.libc, "madvise", lambda *arguments: asked.append(arguments))
    monkeypatch.setattr(Path, "read_text", lambda *_args, **_kwargs: (_ for _ in ()).throw(FileNotFoundError))
    huge_pages.collapse()
    assert asked == []
