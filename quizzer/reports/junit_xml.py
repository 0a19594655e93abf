"""The elements of a JUnit document, with nothing in them that no XML may hold."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="quizzer">\n'
END = "</testsuites>\n"


def suite_head(cases: list[str], *, name: str, **facts: object) -> str:
    """The opening tag of a suite of these cases, which it counts."""
    counts = {
        "tests": len(cases),
        "failures": sum("<failure" in case for case in cases),
        "errors": sum("<error" in case for case in cases),
        "skipped": sum("<skipped" in case for case in cases),
    }
    return f"  <testsuite{attributes(name=name, **counts, **facts)}>\n"


def case_element(classname: str, name: str, inner: str, *, time: str = "0") -> str:
    """One case; ``inner`` is empty where all is well."""
    head = f"    <testcase{attributes(classname=classname, name=name, time=time)}"
    return f"{head}>\n{inner}    </testcase>\n" if inner else f"{head}/>\n"


def result_element(tag: str, kind: str, text: str) -> str:
    """A failure or an error: its first line for a list, all of it below."""
    first = text.strip().split("\n", 1)[0]
    return f"      <{tag}{attributes(type=kind, message=first)}>{escape(clean(text))}</{tag}>\n"


def output_element(text: str) -> str:
    """What a case has to say that is no failure."""
    return f"      <system-out>{escape(clean(text))}</system-out>\n"


def attributes(**values: object) -> str:
    """Attributes, each with a space before it."""
    return "".join(f" {name}={quoteattr(clean(str(value)))}" for name, value in values.items())


def clean(text: str) -> str:
    """Without the characters that no XML document may hold."""
    return _NOT_XML.sub("\ufffd", text)
