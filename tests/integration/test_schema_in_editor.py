"""The printed schemas in an editor: a real yaml-language-server marks mistakes and completes keys.

``QUIZZER_YAML_LANGUAGE_SERVER`` names its program (``node_modules/.bin/yaml-language-server``); without it the tests
are skipped. docs/commands.md notes the last run.
"""

from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from sound_content import BASIC, CHOICE, CLOZE, DECK, EXERCISE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Program

SERVER = os.environ.get("QUIZZER_YAML_LANGUAGE_SERVER", "")
pytestmark = pytest.mark.skipif(not SERVER, reason="QUIZZER_YAML_LANGUAGE_SERVER names no yaml-language-server")

GOOD = [("deck", DECK), ("cards", BASIC), ("cards", CLOZE), ("cards", CHOICE), ("exercise", EXERCISE)]
BAD = [
    ("deck", DECK, ('version: "1"', "version: 1"), 3),
    ("deck", DECK, ("licence: MIT", "license: MIT"), 1),
    ("cards", BASIC, ("kind: basic", "kind: basci"), 3),
    ("cards", BASIC, ("    topic: shapes\n", ""), 2),
    ("cards", CHOICE, (", correct: true", ", corect: true"), 7),
    ("exercise", EXERCISE, ("difficulty: 1", "difficulty: 9"), 5),
]


class Editor:
    """One file open in an editor that speaks to the server."""

    def __init__(self, process: subprocess.Popen[bytes], folder: Path) -> None:
        self._process = process
        self._uri = (folder / "file.yaml").as_uri()
        self._ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": {}})
        self._send({"method": "initialized", "params": {}})

    def diagnostics(self, text: str) -> list[dict[str, Any]]:
        """What the server says about the file, its lines counted as without the modeline."""
        item = {"uri": self._uri, "languageId": "yaml", "version": 1, "text": text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": item}})
        while True:
            said = self._read()
            if said.get("method") == "textDocument/publishDiagnostics" and said["params"]["uri"] == self._uri:
                found: list[dict[str, Any]] = said["params"]["diagnostics"]
                return found

    def completions(self, text: str, *, line: int, column: int) -> set[str]:
        self.diagnostics(text)
        place = {"textDocument": {"uri": self._uri}, "position": {"line": line, "character": column}}
        return {item["label"] for item in self._ask("textDocument/completion", place)["items"]}

    def _ask(self, method: str, params: dict[str, Any]) -> Any:
        self._send({"id": method, "method": method, "params": params})
        while True:
            said = self._read()
            if said.get("id") == method and "method" not in said:
                return said["result"]

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0"} | message).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        out = self._process.stdout
        assert out is not None
        length = 0
        while header := out.readline().strip():
            name, _, value = header.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the server ended"
        said: dict[str, Any] = json.loads(out.read(length))
        if "method" in said and "id" in said:
            # A question of the server's, about its settings: an editor without any has nothing to say.
            items = said.get("params", {}).get("items", [])
            self._send({"id": said["id"], "result": [None] * len(items)})
        return said


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[Editor]:
    process = subprocess.Popen([SERVER, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=tmp_path)
    try:
        yield Editor(process, tmp_path)
    finally:
        process.kill()
        process.communicate()


@pytest.fixture
def with_modeline(quizzer: Program, tmp_path: Path) -> Any:
    """A text with the first line that names the schema of its kind."""

    def write(kind: str, text: str) -> str:
        schema = tmp_path / f"{kind}.schema.json"
        schema.write_text(quizzer("schema", kind).out, encoding="utf-8")
        return f"# yaml-language-server: $schema={schema}\n{text}"

    return write


@pytest.mark.parametrize(("kind", "text"), GOOD)
def test_what_lint_accepts_the_editor_accepts(editor: Editor, with_modeline: Any, kind: str, text: str) -> None:
    assert editor.diagnostics(with_modeline(kind, text)) == []


@pytest.mark.parametrize(("kind", "text", "change", "line"), BAD)
def test_a_mistake_is_marked_while_it_is_written(
    editor: Editor, with_modeline: Any, kind: str, *, text: str, change: tuple[str, str], line: int
) -> None:
    assert text.count(change[0]) == 1

    found = editor.diagnostics(with_modeline(kind, text.replace(*change)))

    assert line in [one["range"]["start"]["line"] for one in found], found


def test_keys_are_completed(editor: Editor, with_modeline: Any) -> None:
    text = with_modeline("deck", "schema: 1\n")

    assert {"id", "title", "topics", "licence"} <= editor.completions(text, line=2, column=0)
