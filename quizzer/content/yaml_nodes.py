"""YAML text to nodes that know their place, and nodes to plain values by the rules of YAML 1.2.

PyYAML's own constructors are never used: they read ``no`` as False and 12:30:45 as a number, keep the last of
two equal keys in silence, and build what a tag asks for. Anchors, aliases and tags are refused; depth is bounded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from quizzer.content.yaml_hints import explain
from quizzer.domain.errors import Location

if TYPE_CHECKING:
    from quizzer.content.problems import Problems

Plain: TypeAlias = bool | int | float | str | list[Any] | dict[str, Any] | None
Loc: TypeAlias = tuple[str | int, ...]

MAX_DEPTH = 20

_PLAIN, _QUOTED = "plain", "quoted"
_AMPERSAND = re.compile(r"&(?=\S)")
_BEFORE_ANCHOR = frozenset("\n\t [{,:")
_INTEGER = re.compile(r"[-+]?[0-9]{1,18}|0o[0-7]{1,18}|0x[0-9a-fA-F]{1,15}")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]{1,40}|[0-9]{1,40}(?:\.[0-9]{0,40})?)(?:[eE][-+]?[0-9]{1,3})?")
_INFINITY = re.compile(r"([-+]?)\.(?:inf|Inf|INF)")
_WORDS: dict[str, Plain] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}
_BEGINS_A_VALUE = frozenset("0123456789+-.~nNtTfF")
"""A plain scalar that begins with none of these is text."""


class TooDeepError(yaml.YAMLError):
    """Nested beyond ``MAX_DEPTH``: C code that recurses without bound would end the process."""

    def __init__(self, node: Node) -> None:
        super().__init__("nested too deeply")
        self.node = node


def node_loader(base: type[Any]) -> type[Any]:
    """A loader over ``base`` (PyYAML's C or pure one) that guesses no types and bounds the depth."""

    class NodeLoader(base):  # type: ignore[misc]
        def __init__(self, stream: str) -> None:
            super().__init__(stream)
            depth = 0

            # Closures, not methods: they run twice for every node of a file.
            def descend(parent: Node | None, _index: object) -> None:
                nonlocal depth
                depth += 1
                if depth > MAX_DEPTH and parent is not None:
                    raise TooDeepError(parent)

            def ascend() -> None:
                nonlocal depth
                depth -= 1

            self.descend_resolver = descend
            self.ascend_resolver = ascend

        @staticmethod
        def resolve(_kind: type[Node], value: object, implicit: Any) -> str:
            return _PLAIN if value is None or implicit[0] else _QUOTED

    return NodeLoader


_BASE: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
LOADER = node_loader(_BASE)
_PURE_LOADER = node_loader(yaml.SafeLoader)
_DEEP_IN_C = "exceeded maximum nesting depth"


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of a file: its node, and the file that it stands in."""

    path: str
    text: str
    node: Node

    def location(self, *loc: str | int) -> Location:
        """Where the value at ``loc`` below this entry stands; as near as there is one."""
        return self._pair(loc)[1]

    def key_location(self, *loc: str | int) -> Location:
        """Where the key of the value at ``loc`` stands."""
        return self._pair(loc)[0]

    def at(self, *loc: str | int) -> Place:
        """The entry at ``loc`` below this one, or the nearest above it."""
        node = self.node
        for part in loc:
            node = (_child(node, part) or (node, node))[1]
        return Place(self.path, self.text, node)

    def inside_block(self, line: int, column: int) -> Location:
        """Where a line and column (from 1) of this text stand in the file, if it was written as a ``|`` block."""
        start = _start(self.path, self.node)
        if getattr(self.node, "style", None) != "|" or start.line is None:
            return start
        lines = self.text.split("\n")[start.line :]
        first = next((text for text in lines if text.strip()), "")
        indent = len(first) - len(first.lstrip())
        return Location(self.path, start.line + line, indent + column)

    def _pair(self, loc: Loc) -> tuple[Location, Location]:
        key = node = self.node
        for part in loc:
            key, node = _child(node, part) or (key, node)
        return _start(self.path, key), _start(self.path, node)


def parse(path: str, text: str, *, problems: Problems, loader: type[Any] = LOADER) -> Place | None:
    """Compose one YAML document; None after diagnostics."""
    if _may_have_anchors(text) and _refuse_anchors(path, text, problems=problems):
        return None
    reader = loader(text)
    try:
        root = reader.get_single_node()
    except TooDeepError as error:
        location = _start(path, error.node)
        problems.error("E109", location, f"entries are nested more than {MAX_DEPTH} deep")
        return None
    except yaml.YAMLError as error:
        if _DEEP_IN_C in str(error):
            # libyaml 0.2.6 has a bound of its own and meets it while it reads ahead; the pure reader knows the place.
            return parse(path, text, problems=problems, loader=_PURE_LOADER)
        _report_syntax(path, text, error, problems=problems)
        return None
    finally:
        reader.dispose()
    if root is None:
        problems.error("E104", Location(path, 1, 1), "this file has only comments")
        return None
    return Place(path, text, root)


def plain(node: Node, *, path: str, problems: Problems) -> Plain:
    """The value of a node by the YAML 1.2 core schema; what is refused is reported and left out."""
    if isinstance(node, ScalarNode):
        return _scalar(node, path, problems)
    if node.tag is not _PLAIN:
        _refuse_tag(node, path, problems)
    if not isinstance(node, MappingNode):
        return [plain(child, path=path, problems=problems) for child in node.value]
    result: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, ScalarNode):
            problems.error("E114", _start(path, key), "a key must be a plain word")
            continue
        if key.value in result:
            _refuse_duplicate(node, key, path, problems)
        if type(value) is not ScalarNode:
            result[key.value] = plain(value, path=path, problems=problems)
        # Most nodes are quoted texts; two calls less for each of them are a third of this function's time.
        elif value.tag is _QUOTED:
            result[key.value] = value.value
        else:
            result[key.value] = _scalar(value, path, problems)
    return result


def _child(node: Node, part: str | int) -> tuple[Node, Node] | None:
    if isinstance(node, MappingNode):
        return next(((key, value) for key, value in node.value if key.value == part), None)
    if isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part], node.value[part]
    return None


def _start(path: str, node: Node) -> Location:
    mark = node.start_mark
    return Location(path, mark.line + 1, mark.column + 1)


def _scalar(node: ScalarNode, path: str, problems: Problems) -> Plain:
    value: str = node.value
    tag = node.tag
    if tag is _QUOTED:
        return value
    if tag is not _PLAIN:
        _refuse_tag(node, path, problems)
        return value
    if value and value[0] not in _BEGINS_A_VALUE:
        return value
    return core_value(value)


def core_value(text: str) -> Plain:
    """An unquoted scalar by the YAML 1.2 core schema: ``no`` and 12:30:45 are text, 010 is ten."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    infinity = _INFINITY.fullmatch(text)
    return float(f"{infinity.group(1)}inf") if infinity else text


def _may_have_anchors(text: str) -> bool:
    places = (match.start() for match in _AMPERSAND.finditer(text))
    return any(not at or text[at - 1] in _BEFORE_ANCHOR for at in places)


def _refuse_anchors(path: str, text: str, *, problems: Problems) -> bool:
    """Report every anchor and alias; False if the suspicious text was innocent (or is no YAML at all)."""
    before = problems.count
    hint = "write the text out, or put it in quotes"
    try:
        for event in yaml.parse(text, Loader=_BASE):
            name = getattr(event, "anchor", None)
            if name is not None and event.start_mark is not None:
                sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
                location = Location(path, event.start_mark.line + 1, event.start_mark.column + 1)
                problems.error("E107", location, f"'{sign}{name}': anchors are not used here", hint=hint)
    except yaml.YAMLError:
        return problems.count > before
    return problems.count > before


def _refuse_tag(node: Node, path: str, problems: Problems) -> None:
    message = f"the tag '{node.tag}' is not used here"
    problems.error("E108", _start(path, node), message, hint="quote a text that begins with !")


def _refuse_duplicate(mapping: MappingNode, key: ScalarNode, path: str, problems: Problems) -> None:
    first = next(other for other, _ in mapping.value if other.value == key.value)
    message = f"key '{key.value}' is given twice (first on line {first.start_mark.line + 1})"
    problems.error("E105", _start(path, key), message)


def _report_syntax(path: str, text: str, error: yaml.YAMLError, *, problems: Problems) -> None:
    found = explain(error, text)
    problems.error("E106", Location(path, found.line, found.column), found.message, hint=found.hint)
