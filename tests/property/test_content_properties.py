"""Reading survives whatever stands in the files, and says the same twice."""

import tempfile
from pathlib import Path
from random import Random

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quizzer.content import lint_deck, lint_exercise, read_deck
from quizzer.content.checks_source import read_checks
from quizzer.content.ignores import Warnings
from quizzer.content.problems import Problems
from quizzer.content.python_source import module_tree
from quizzer.content.topics import find_circle
from quizzer.content.translation import agree, versions_warnings
from quizzer.content.version import without_unjudging
from quizzer.content.yaml_nodes import core_value, parse, plain
from quizzer.domain.errors import Diagnostic, InputError, Severity

DECK = "schema: 1\nid: demo\nversion: '1'\ntitle: T\ndescription: D\nlicence: MIT\ntopics: [{id: t}]\n"
CARD = "cards:\n  - {id: one, kind: basic, topic: t, prompt: P, answer: A, why: W, source: S}\n"
KEYS = st.sampled_from(
    ["cards", "id", "kind", "topic", "prompt", "answer", "why", "source", "options", "text", "en", "zh-CN", "lines",
     "before", "parameters", "range", "choice", "where", "derive", "exercise", "correct", "x"]
)  # fmt: skip
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=12),
    st.sampled_from(["basic", "cloze", "choice", "order", "compute", "exercise", "t", "one", "{{c1::x}}", "h * 2"]),
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=8)),
    max_leaves=25,
)
KINDS = st.sampled_from(["basic", "cloze", "choice", "order", "compute", "exercise"])
CARDS = st.lists(st.tuples(KINDS, st.dictionaries(KEYS, VALUES, max_size=10)), max_size=3).map(
    lambda cards: {"cards": [{"kind": kind} | fields for kind, fields in cards]}
)


def lint(cards: bytes, header: bytes = DECK.encode()) -> tuple[list[str], bool]:
    """The diagnostics of a deck with these files, and whether it can be read."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary, "demo")
        (folder / "cards").mkdir(parents=True)
        (folder / "deck.yaml").write_bytes(header)
        (folder / "cards" / "a.yaml").write_bytes(cards)
        found = lint_deck(folder)
        refused: tuple[Diagnostic, ...] = ()
        try:
            read_deck(folder)
        except InputError as error:
            refused = error.diagnostics
    assert refused == tuple(d for d in found if d.severity is Severity.ERROR)
    return [str(d) for d in found], not refused


@given(st.binary(max_size=200))
@settings(deadline=None)
@example(b"\xef\xbb\xbf")
@example(b"cards: [\xc2\x85]")
def test_any_bytes_give_diagnostics_and_never_a_crash(raw):
    found, usable = lint(raw)

    assert usable or found


@given(st.integers(0, len(CARD)), st.integers(0, 8), st.text(alphabet="ab \n\t:-{}[]'\"&*!|>#`@,?é层", max_size=6))
@settings(max_examples=100, deadline=None)
def test_a_damaged_file_is_either_read_or_explained_with_a_place(at, cut, put):
    found, usable = lint((CARD[:at] + put + CARD[at + cut :]).encode())

    assert usable or any(":" in line for line in found)


@given(CARDS)
@settings(max_examples=100, deadline=None)
@example({"cards": [{"kind": "basic", "cards": "\x85", "id": ["\x85"]}, {"kind": "basic"}]})
@example({"cards": [{"kind": "basic", "id": "\u2028\u2029"}, {"kind": "basic"}]})
def test_any_entries_at_all_are_explained_within_the_file(cards):
    text = yaml.safe_dump(cards, allow_unicode=True, sort_keys=False)
    lines = text.count("\n") + 1

    found, usable = lint(text.encode())

    assert usable or found
    places = [line.split("a.yaml:")[1].split(":")[0] for line in found if "a.yaml:" in line]
    assert all(1 <= int(line.split()[0]) <= lines for line in places)


@given(VALUES)
@settings(deadline=None)
def test_any_header_is_explained(header):
    found, usable = lint(CARD.encode(), yaml.safe_dump(header, allow_unicode=True).encode())

    assert not usable
    assert found


@given(st.text(max_size=30))
def test_a_quoted_text_is_read_as_it_was_written(text):
    problems = Problems()
    written = yaml.safe_dump({"a": text}, default_style='"', allow_unicode=False)

    place = parse("f", written, problems=problems)

    assert place is not None
    assert plain(place.node, path="f", problems=problems) == {"a": text}


@given(st.one_of(st.integers(-(10**17), 10**17), st.floats(allow_nan=False)))
def test_numbers_survive_writing_and_reading(number):
    assert core_value(repr(number).replace("inf", ".inf")) == number


@given(st.binary(max_size=120))
@settings(deadline=None)
def test_any_bytes_as_checks_give_diagnostics_and_never_a_crash(raw):
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        (folder / "checks.py").write_bytes(raw)

        found = lint_exercise(folder)

    assert any("exercise.yaml" in d.location.path for d in found)


TITLES = st.text(
    st.characters(codec="utf-8", exclude_characters="\r", exclude_categories=["Cs", "Cc"]), min_size=1
).filter(str.strip)


@given(TITLES, TITLES, TITLES)
def test_rewording_titles_and_hints_leaves_the_judging_source_alone(title, translated, hint):
    def judging(first: str, second: str, third: str) -> str:
        source = (
            "from quizzer.checks import check\n"
            f"@check({{'en': {first!r}, 'zh-CN': {second!r}}}, points=2, hint={third!r})\n"
            "def a(learner, case):\n    assert learner\n"
        )
        problems = Problems()
        tree = module_tree("checks.py", source, problems=problems)
        assert tree is not None
        found = read_checks("checks.py", source, tree, problems=problems)
        assert problems.count == 0
        return without_unjudging(source, found.unjudging)

    assert judging(title, translated, hint) == judging("A", "甲", "H")


@given(st.dictionaries(st.integers(0, 9), st.lists(st.integers(0, 9), max_size=3), max_size=10))
def test_a_circle_is_found_exactly_when_there_is_one(graph):
    requires = {str(topic): [str(other) for other in others] for topic, others in graph.items()}

    circle = find_circle(requires)

    # Topics whose requirements are all met can be taken away; what never can be lies on or behind a circle.
    left = set(requires)
    while free := {topic for topic in left if not left.intersection(requires[topic])}:
        left -= free
    assert (circle is not None) is bool(left)
    if circle:
        assert all(after in requires[before] for before, after in zip(circle, (*circle[1:], circle[0]), strict=True))


PIECES = st.lists(
    st.sampled_from(["`a`", "`b1`", "1", "2.5", "2", ".", " ", "word ", "，", "字", "```", "`", "\n"]), max_size=8
)


@example([(["1", "`a`", "2"], Random(0), ["2", "`a`", "1"])])
@example([(["1", "```", "`a`", "\n", "`b1`"], Random(0), ["`b1`", "```", "1", "\n", "`a`"])])
@example([(["1"], Random(0), ["2"]), (["2"], Random(0), ["1"])])
@given(st.lists(st.tuples(PIECES, st.randoms(use_true_random=False), PIECES | st.none()), min_size=1, max_size=3))
def test_versions_that_agree_at_a_glance_have_nothing_to_be_said_of(drawn):
    texts = []
    for pieces, chance, others in drawn:
        moved = list(pieces)
        chance.shuffle(moved)
        texts.append({"en": "".join(pieces), "zh-CN": "".join(moved if others is None else others) + "字"})
    problems = Problems()
    place = parse("x.yaml", "a: b", problems=problems)
    warnings = Warnings(place, problems=problems)

    if agree(texts):
        for text in texts:
            versions_warnings(text, warnings, "a", languages=frozenset({"en", "zh-CN"}))

    assert problems.count == 0
