"""A good deck becomes exactly the domain objects that its files describe."""

import gc

import pytest

from quizzer.content import lint_deck, read_deck
from quizzer.content.bodies import deletions
from quizzer.domain.card import Basic, Choice, Cloze, Compute, ExerciseRef, Option, Order, Parameter
from quizzer.domain.question import cloze_answers
from quizzer.domain.text import Text

ALL_KINDS = """\
  - id: basic
    kind: basic
    topic: nn.Linear
    prompt: {en: "Which?", zh-CN: 哪个？}
    answer: |
      The last one.
    why: W
    source: S
    tags: [axis]
    verify: |
      assert True
  - id: cloze
    kind: cloze
    topic: nn.Dropout
    text: {en: "{{c1::p}} zeroes, {{c2::1/(1-p)}} scales", zh-CN: "以 {{c1::p}} 置零，以 {{c2::1/(1-p)}} 缩放"}
    accept: [prob]
    why: W
    source: S
    requires: [nn.Module]
  - id: single
    kind: cloze
    topic: nn.Linear
    text: "`{{c1::{1: 2}}}` is a dict"
    why: W
    source: S
  - id: choice
    kind: choice
    topic: nn.Linear
    prompt: P
    options:
      - {text: a, correct: true}
      - {text: b, mistake: m-1, feedback: F}
      - {text: c, mistake: m-2, feedback: {en: F, zh-CN: 反馈}}
    why: W
    source: S
  - id: order
    kind: order
    topic: nn.Linear
    prompt: P
    lines: [a(), "  b()", c()]
    before: [[0, 1], [1, 2]]
    why: W
    source: S
  - id: compute
    kind: compute
    topic: nn.Linear
    prompt: "{h} {k} {mode}"
    parameters:
      h: {range: [3, 9, 3]}
      k: {choice: [1, 0.5]}
      mode: {choice: [mean, sum]}
    where: ["k <= h", "mode in ('mean', 'sum')"]
    derive: {out: h + 1}
    answer: "[v * out for v in (h, k)]"
    answer_type: list
    why: "{out}"
    source: S
  - id: exercise
    kind: exercise
    topic: nn.Linear
    exercise: add-one
"""


@pytest.fixture
def deck(write_deck):
    return read_deck(write_deck(ALL_KINDS))


def test_cards_keep_their_order_and_a_cloze_makes_a_sibling_for_each_deletion(deck):
    assert [card.id for card in deck.cards] == [
        "demo/basic",
        "demo/cloze#c1",
        "demo/cloze#c2",
        "demo/single",
        "demo/choice",
        "demo/order",
        "demo/compute",
        "demo/exercise",
    ]
    assert {card.note for card in deck.cards[1:3]} == {"demo/cloze"}


def test_each_kind_becomes_its_body(deck):
    text = Text((("en", "{{c1::p}} zeroes, {{c2::1/(1-p)}} scales"),
                 ("zh-CN", "以 {{c1::p}} 置零，以 {{c2::1/(1-p)}} 缩放")))  # fmt: skip
    both = Text((("en", "F"), ("zh-CN", "反馈")))

    bodies = [card.body for card in deck.cards]

    assert bodies == [
        Basic(Text((("en", "Which?"), ("zh-CN", "哪个？"))), Text.of("The last one.")),
        Cloze(text, 1, ("prob",)),
        Cloze(text, 2, ("prob",)),
        Cloze(Text.of("`{{c1::{1: 2}}}` is a dict"), 1),
        Choice(
            Text.of("P"),
            (
                Option(Text.of("a"), correct=True),
                Option(Text.of("b"), mistake="m-1", feedback=Text.of("F")),
                Option(Text.of("c"), mistake="m-2", feedback=both),
            ),
        ),
        Order(Text.of("P"), ("a()", "  b()", "c()"), ((0, 1), (1, 2))),
        Compute(
            prompt=Text.of("{h} {k} {mode}"),
            parameters=(
                Parameter("h", (3, 6, 9)),
                Parameter("k", (1, 0.5)),
                Parameter("mode", ("mean", "sum")),
            ),
            where=("k <= h", "mode in ('mean', 'sum')"),
            derive=(("out", "h + 1"),),
            answer="[v * out for v in (h, k)]",
            answer_type="list",
            tolerance=1e-4,
        ),
        ExerciseRef("add-one"),
    ]


def test_what_belongs_to_a_card_beside_its_question_is_kept(deck):
    basic, cloze, *_, exercise = deck.cards

    assert (basic.tags, basic.verify, basic.source, basic.why) == (("axis",), "assert True\n", "S", Text.of("W"))
    assert (exercise.why, exercise.source) == (Text(()), "")
    assert cloze.topic == "nn.Dropout"


def test_a_card_requires_what_its_topic_requires_and_what_it_adds_itself(deck):
    basic, cloze, *_ = deck.cards

    assert basic.requires == ()
    assert cloze.requires == ("nn.Linear", "nn.Module")


def test_the_header_becomes_the_deck(deck):
    assert (deck.id, deck.version, deck.licence, deck.title) == ("demo", "1", "MIT", Text.of("Demo"))
    assert [(topic.id, topic.requires) for topic in deck.topics] == [
        ("nn.Linear", ()),
        ("nn.Dropout", ("nn.Linear",)),
    ]


def test_files_are_read_in_name_order_and_editors_leftovers_are_not_read(write_deck):
    card = "cards:\n  - {{id: {0}, kind: exercise, topic: nn.Linear, exercise: x}}\n"
    files = {f"cards/{name}.yaml": card.format(name) for name in ("c", "a", "b")}
    folder = write_deck(None, files | {"cards/.a.yaml.swp": b"\xff", "cards/a.yaml~": b"\xff"})

    deck = read_deck(folder)

    assert [card.id for card in deck.cards] == ["demo/a", "demo/b", "demo/c"]


@pytest.mark.parametrize("change", [lambda t: "\ufeff" + t, lambda t: t.replace("\n", "\r\n")], ids=["bom", "crlf"])
def test_a_windows_editor_changes_nothing(change, write_deck):
    folder = write_deck(ALL_KINDS)
    expected = read_deck(folder)
    for path in folder.rglob("*.yaml"):
        path.write_bytes(change(path.read_text(encoding="utf-8")).encode())

    deck = read_deck(folder)

    assert deck == expected


def test_deletions_are_found_as_the_questions_find_them():
    text = "{{c1::a}} {{c2::{1: {2: 3}}}} {{c1::層\n b}} { {{c3::}x}} } {c4::no}"

    found = deletions(text)

    answers = [cloze_answers(Cloze(Text.of(text), number))["en"] for number in (1, 2, 3)]
    assert answers == [", ".join(content for n, content in found if n == number) for number in (1, 2, 3)]


def test_the_collector_is_as_it_was_after_a_lint(write_deck):
    folder = write_deck()
    gc.disable()
    try:
        lint_deck(folder)
        assert not gc.isenabled()
    finally:
        gc.enable()

    lint_deck(folder)

    assert gc.isenabled()
