"""Modules' code, handed from one process to another."""

from __future__ import annotations

import base64
import marshal

import pytest

from quizzer.grader import compiling

SOURCE, FILE = "value = 6 * 7\n", "checks.py"


@pytest.fixture(autouse=True)
def _nothing_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiling, "_codes", type(compiling._codes)())


def value_of(source: str) -> object:
    namespace: dict[str, object] = {}
    exec(compiling.compiled(source, FILE), namespace)
    return namespace["value"]


def test_what_was_packed_is_not_compiled_again(monkeypatch: pytest.MonkeyPatch) -> None:
    code = compiling.packed(SOURCE, FILE)
    monkeypatch.setattr(compiling, "_codes", type(compiling._codes)())
    monkeypatch.setattr(compiling, "compile", lambda *_: pytest.fail("it was compiled"), raising=False)
    compiling.unpack(SOURCE, FILE, code)
    assert value_of(SOURCE) == 42


def test_what_does_not_compile_is_not_packed_and_says_so_where_it_is_needed() -> None:
    assert compiling.packed("value = = 1", FILE) is None
    compiling.unpack("value = = 1", FILE, None)
    with pytest.raises(SyntaxError):
        value_of("value = = 1")


@pytest.mark.parametrize(
    "code",
    ["", "???", "eg==", base64.b64encode(b"another Python's" * 9).decode(), str(compiling.packed(SOURCE, FILE))[:-8]],
)
def test_what_another_python_packed_or_nobody_is_left_alone(code: str) -> None:
    compiling.unpack(SOURCE, FILE, code)
    assert value_of(SOURCE) == 42


def test_the_code_of_another_version_of_python_is_not_taken() -> None:
    other = base64.b64encode(b"\x00\x0d\x0d\x0a" + marshal.dumps(compile("value = 0", FILE, "exec"))).decode()
    compiling.unpack(SOURCE, FILE, other)
    assert value_of(SOURCE) == 42


def test_what_is_asked_for_again_and_again_is_kept() -> None:
    fixtures = compiling.compiled(SOURCE, "fixtures.py")
    for number in range(50):
        value_of(f"value = {number}")
        assert compiling.compiled(SOURCE, "fixtures.py") is fixtures


def test_few_are_kept() -> None:
    for number in range(50):
        assert value_of(f"value = {number}") == number
    assert len(compiling._codes) <= 8
