"""The diagnostics of authors' files for people and programs: lines, JSON, GitHub's annotations, SARIF 2.1.0.

Each printer takes the diagnostics and the meanings of their codes, and gives all that goes to stdout.
"""

from __future__ import annotations

import json
from pathlib import PurePath
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from quizzer import __version__
from quizzer.domain.errors import Severity
from quizzer.reports.github import escaped, escaped_property
from quizzer.reports.json_format import diagnostic_object, dumps

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from quizzer.domain.errors import Diagnostic

SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def text(diagnostics: Sequence[Diagnostic], meanings: Mapping[str, str]) -> str:  # noqa: ARG001 - as all printers
    """One line for each: ``path:line:column CODE message (hint)``."""
    return "".join(f"{one}\n" for one in diagnostics)


def json_object(diagnostics: Sequence[Diagnostic], meanings: Mapping[str, str]) -> bytes:  # noqa: ARG001 - as above
    """The object of ``deck lint --json``."""
    errors = _errors(diagnostics)
    found = [diagnostic_object(one) for one in diagnostics]
    return dumps({"errors": errors, "warnings": len(found) - errors, "diagnostics": found}) + b"\n"


def github(diagnostics: Sequence[Diagnostic], meanings: Mapping[str, str]) -> str:
    """Workflow commands of GitHub Actions, which shows them beside the line."""
    return "".join(f"{_annotation(one, meanings)}\n" for one in diagnostics)


def sarif(diagnostics: Sequence[Diagnostic], meanings: Mapping[str, str]) -> bytes:
    """One run of SARIF 2.1.0, with a rule for each code that was found."""
    codes = sorted({one.code for one in diagnostics})
    driver = {
        "name": "quizzer deck lint",
        "semanticVersion": __version__,
        "rules": [{"id": code, "shortDescription": {"text": meanings[code]}} for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, codes.index(one.code)) for one in diagnostics],
    }
    log = {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2).encode() + b"\n"


PRINTERS: Mapping[str, Callable[[Sequence[Diagnostic], Mapping[str, str]], str | bytes]] = MappingProxyType(
    {"text": text, "json": json_object, "github": github, "sarif": sarif}
)


def _errors(diagnostics: Sequence[Diagnostic]) -> int:
    return sum(one.severity is Severity.ERROR for one in diagnostics)


def _message(diagnostic: Diagnostic) -> str:
    return f"{diagnostic.message} ({diagnostic.hint})" if diagnostic.hint else diagnostic.message


def _annotation(diagnostic: Diagnostic, meanings: Mapping[str, str]) -> str:
    location = diagnostic.location
    parts = {
        "file": location.path,
        "line": location.line,
        "col": location.column,
        "title": f"{diagnostic.code}: {meanings[diagnostic.code]}",
    }
    listed = ",".join(f"{name}={escaped_property(str(value))}" for name, value in parts.items() if value is not None)
    return f"::{diagnostic.severity.value} {listed}::{escaped(_message(diagnostic))}"


def _result(diagnostic: Diagnostic, rule: int) -> dict[str, Any]:
    location = diagnostic.location
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(location.path)}}
    if location.line is not None:
        column = {} if location.column is None else {"startColumn": location.column}
        physical["region"] = {"startLine": location.line, **column}
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": rule,
        "level": diagnostic.severity.value,
        "message": {"text": _message(diagnostic)},
        "locations": [{"physicalLocation": physical}],
    }


def _uri(path: str) -> str:
    pure = PurePath(path)
    return pure.as_uri() if pure.is_absolute() else quote(pure.as_posix())
