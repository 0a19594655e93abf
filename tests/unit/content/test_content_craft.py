"""Craft and translation rules: each fires on its own bad card, and none of them on good ones."""
# ruff: noqa: E501 - one bad card, one line

import pytest

from quizzer.content import lint_deck, lint_exercise

LONG = "a rather long sentence about the layer that goes on and on without an end in sight "
BILINGUAL = """\
schema: 1
id: demo
version: "1"
title: {en: Demo, zh-CN: 演示}
description: {en: Demo, zh-CN: 演示}
licence: MIT
topics: [{id: t}]
"""
OPTIONS = [
    "{text: It passes unchanged, correct: true}",
    "{text: It is scaled by p, mistake: a, feedback: F}",
    "{text: It is set to zero, mistake: b, feedback: F}",
]


def note(kind: str, **fields: str) -> str:
    common = {"topic": "t", "why": "Because.", "source": "docs"}
    lines = [f"    {key}: {value}\n" for key, value in (common | fields).items()]
    return f"  - id: {kind}\n    kind: {kind}\n{''.join(lines)}"


def basic(**fields: str) -> str:
    return note("basic", **({"prompt": "Where does the mean come from?", "answer": "From the buffer."} | fields))


def choice(*options: str, prompt: str = "What becomes of an element?") -> str:
    return note("choice", prompt=prompt, options="[" + ", ".join(options or OPTIONS) + "]")


def compute(**fields: str) -> str:
    standard = {
        "prompt": '"A side of {h} and a kernel of {k}?"',
        "parameters": "{h: {range: [14, 33]}, k: {choice: [3, 5, 7]}}",
        "answer": "h - k",
        "answer_type": "number",
    }
    return note("compute", **(standard | fields))


def bug(name: str) -> str:
    code = f"|\n      x = {name}\n      y = x\n      z = y"
    fields = {"prompt": "Which line is wrong here?", "code": code, "line": "2", "fix": "y = -x", "check": "assert z"}
    return note("bug", **fields).replace("- id: bug", f"- id: bug-{name}")


def order(lines: str = "[a(), b(), c(), d()]") -> str:
    return note("order", prompt="Put a step in order.", lines=lines, before="[[0, 1]]")


GOOD = {
    "basic": basic(),
    "basic with a no in it": basic(answer="No update happens."),
    "either or": basic(prompt="Does it copy or share?", answer="share"),
    "what both words of a question share with another": basic()
    + basic(prompt="Where does the variance go to?").replace("id: basic", "id: other"),
    "the same question about other code": basic(prompt='"Shape of the result of `a.T` for us?"')
    + basic(prompt='"Shape of the result of `b.T` for us?"').replace("id: basic", "id: other"),
    "the same question about other lines": bug("a") + bug("b"),
    "a shape in letters of the question": basic(
        prompt='"`x` has shape `(B, T)`. Shape of `x[None]`?"', answer='"`(1, B, T)`"'
    ),
    "its own 其他": basic(prompt="{en: Where are the other values?, zh-CN: 其他值在哪里？}"),
    "two clauses": basic(prompt='"In eval mode, and with gradients off, where is the mean from?"'),
    "a why with a reason": basic(why='"Because eval mode leaves the running buffers as they are."'),
    "a shape": basic(answer='"`(2, 3, 4, 5)`"'),
    "cloze": note("cloze", text='"`nn.Linear(8, 3).weight` has shape {{c1::(3, 8)}}."'),
    "choice": choice(),
    "marked negation": choice(prompt='"Which one does **not** copy?"'),
    "order": order(),
    "compute": compute(),
    "one language, code only": basic(prompt='{en: "`a`?", zh-CN: "`a`？"}', answer='"`(2, 3)`"'),
    "two languages": basic(
        prompt='{en: "Shape of `a.T` for 3 rows?", zh-CN: "3 行时 `a.T` 的形状？"}',
        answer="{en: Two by three, zh-CN: 二乘三}",
        why="{en: It is turned., zh-CN: 转置。}",
    ),
}
BAD = {
    "W401": basic(answer="Yes."),
    "W401 zh": basic(answer="{en: It does not move., zh-CN: 否。}"),
    "W402": basic(answer=f'"{LONG * 2}"'),
    "W402 zh": basic(answer="{en: It does not move., zh-CN: " + "在评估模式下该层使用滑动统计量做归一化" * 3 + "}"),
    "W403": basic(prompt=f'"{LONG * 3}?"'),
    "W403 code": basic(prompt="|\n      Which line?\n      ```python\n" + "      x = 1\n" * 40 + "      ```"),
    "W404": basic(prompt='"Which one is used? And why?"'),
    "W405": basic(prompt='"What is `Dropout`?"'),
    "W405 zh": basic(prompt="{en: Where does the mean come from?, zh-CN: 什么是批归一化？}"),
    "W406": choice(prompt='"Which of these does not copy?"'),
    "W407": choice("{text: All of the above, mistake: c, feedback: F}", *OPTIONS[:2]),
    "W408": choice("{text: It passes exactly as it was and nothing else ever happens to it, correct: true}", *OPTIONS[1:]),
    "W409": basic(answer='"mean, variance, count, eps"'),
    "W409 cloze": note("cloze", text='"It keeps {{c1::mean, variance, count and eps}}."').replace("It", "BatchNorm"),
    "W410": note("cloze", text='"A layer {{c1::is}} a module."'),
    "W411": basic(prompt='"Which default does the latest release use?"'),
    "W412": basic(prompt='"Which axis does the batch axis follow?"', answer='"The batch axis"').replace("The batch", "the batch"),
    "W413": order(f"[a(), b(), c(), {'d' * 80}]"),
    "W414": basic(prompt='"List all buffers of the layer."'),
    "W415": basic(why=f'"{LONG * 4}"'),
    "W416": basic(prompt='"It runs in eval mode; where is the mean from?"'),
    "W416 this": basic(prompt='"This layer runs in eval mode; where is the mean from?"'),
    "W416 zh": basic(prompt="{en: Where does the mean come from?, zh-CN: 该层的均值来自哪里？}"),
    "W417": order("[a(), b(), c()]"),
    "W424": note("code", prompt="Double x.", cases="[x = 2]", answer="2 * x", compare="[result]"),
    "W418": compute(parameters="{h: {range: [1, 3]}, k: {choice: [3, 5, 7]}}"),
    "W419": compute(prompt='"A side of {h}?"'),
    "W420": compute(
        prompt='"A side of {h} and {kernal}?"',
        parameters="{h: {range: [14, 33]}, kernel: {choice: [3, 5, 7]}}",
        answer="h - kernel",
    ),
    "W425": basic(prompt='"Which buffer is used in eval mode, and how is it updated?"'),
    "W425 zh": basic(prompt="{en: Where does it end up?, zh-CN: 均值来自什么，又保存在哪个缓冲区？}"),
    "W426": basic()
    + basic(prompt='"From where does the running mean come?"').replace("id: basic", "id: again")
    + basic(prompt='"Where does the running mean come from?"').replace("id: basic", "id: third"),
    "W427": basic(prompt='"Shape of `nn.Embedding(9, 4)(x)`?"', answer='"`(B, T, 4)`"'),
    "W427 cloze": note("cloze", text='"The embedding of `x` has shape {{c1::(N, L, 4)}}."'),
    "W428": basic(why='"The mean is from the buffer."', answer='"The mean comes from the buffer of the layer."'),
    "W441": basic(answer="Yes. # quizzer: ignore[W401]"),
    "W442": basic(answer="Maybe. # quizzer: ignore[W401] a joke"),
    "W506": note("basic", prompt='{en: "Of rows?", zh-CN: "行呢？"}', answer="None", translated="en-00000000"),
    "W421": basic() + basic().replace("id: basic", "id: again"),
    "W502": basic(prompt="Where does the 均值 come from?"),
    "W503": basic(prompt="{en: Where does it end?, zh-CN: Where does it end now?}"),
    "W504": basic(prompt='{en: "`a.T`?", zh-CN: "`a.t`？"}'),
    "W505": basic(prompt='{en: "Of 3 rows?", zh-CN: "4 行呢？"}'),
}  # fmt: skip
ALSO = {"W419": {"W418"}, "W420": {"W419"}}
"""Rules that a bad card cannot help breaking too."""


@pytest.fixture
def lint_cards(write_deck, warnings_of):
    def lint(cards: str, *, title: str = "Demo") -> list[str]:
        header = BILINGUAL.replace("{en: Demo, zh-CN: 演示}", title)
        return warnings_of(write_deck(cards, {"deck.yaml": header}))

    return lint


@pytest.mark.parametrize("name", GOOD)
def test_a_good_card_earns_no_warning(name, lint_cards):
    assert lint_cards(GOOD[name]) == []


@pytest.mark.parametrize("name", BAD)
def test_each_rule_fires_on_its_own_bad_card_alone(name, lint_cards, errors_of, tmp_path):
    code = name.split()[0]

    found = lint_cards(BAD[name])

    assert set(found) - ALSO.get(code, set()) == {code}
    assert errors_of(tmp_path / "demo") == []


def test_a_deck_with_a_title_in_two_languages_wants_each_sentence_in_both(lint_cards):
    one_language = basic(prompt="Where does the mean come from?", answer='"`(2, 3)`"', why="W")

    found = lint_cards(one_language, title="{en: Demo, zh-CN: 演示}")

    assert found == ["W501"]


def test_a_deck_in_one_language_is_not_asked_for_another(lint_cards):
    assert lint_cards(basic(), title="Demo") == []


@pytest.mark.parametrize(
    ("english", "chinese", "message"),
    [
        ("`a.T`?", "`a.t`？", "W504 the zh-CN version lacks `a.T`, and has `a.t` instead"),
        ("`a` of `b`?", "`a` 的？", "W504 the zh-CN version lacks `b`"),
        ("`a`?", "`b` 的 `a`？", "W504 the en version lacks `b`"),
        ("`a` of `a` of `a`?", "`a` 的？", "W504 the zh-CN version lacks `a` (2 more)"),
        ("Of 3 rows?", "4 行呢？", "W505 the zh-CN version lacks 3, and has 4 instead"),
        ("Of rows?", "4 行呢？", "W505 the en version lacks 4"),
    ],
)
def test_what_one_version_lacks_is_named_at_that_version(english, chinese, message, write_deck):
    cards = basic(prompt=f'{{en: "{english}", zh-CN: "{chinese}"}}')
    header = BILINGUAL.replace("{en: Demo, zh-CN: 演示}", "Demo")

    (found,) = lint_deck(write_deck(cards, {"deck.yaml": header}))

    column = 18 if "the en version" in message else len(english) + 29
    assert str(found) == f"{found.location.path}:7:{column} {message}"


def test_a_topic_without_a_card_is_noted(write_deck, warnings_of):
    header = BILINGUAL.replace("[{id: t}]", "[{id: t}, {id: lonely}]").replace("{en: Demo, zh-CN: 演示}", "Demo")

    assert warnings_of(write_deck(basic(), {"deck.yaml": header})) == ["W422"]


def test_a_topic_is_not_called_cardless_while_a_card_cannot_be_read(write_deck, warnings_of):
    header = BILINGUAL.replace("[{id: t}]", "[{id: t}, {id: lonely}]").replace("{en: Demo, zh-CN: 演示}", "Demo")

    assert warnings_of(write_deck(basic() + "  - {id: broken}\n", {"deck.yaml": header})) == []


@pytest.mark.parametrize(
    "comment",
    [
        "    answer: Yes. # quizzer: ignore[W401] a reason",
        "    # quizzer: ignore[W401] a reason\n    answer: Yes.",
        "    # quizzer: ignore[ W402 ,W401]: a reason\n    answer: 'Yes, " + "as it was told before " * 9 + "'",
    ],
)
def test_a_comment_at_the_line_or_above_it_silences_a_warning(comment, lint_cards):
    cards = basic(answer="Yes.").replace("    answer: Yes.", comment)

    assert lint_cards(cards) == []


def test_a_comment_silences_neither_other_codes_nor_other_lines(lint_cards):
    cards = basic(answer="Yes. # quizzer: ignore[W402] so", why="Because. # quizzer: ignore[W401] so")

    assert lint_cards(cards) == ["W401", "W442"]


def test_a_comment_behind_one_line_says_nothing_about_the_next(lint_cards):
    cards = basic(answer="Yes.").replace("    answer:", "    tags: [x] # quizzer: ignore[W401] so\n    answer:")

    assert lint_cards(cards) == ["W401", "W442"]


@pytest.mark.parametrize(
    ("codes", "message"),
    [
        ("W499", "W442 there is no code W499"),
        ("E301", "W442 E301 is an error, which cannot be silenced (mend it)"),
        ("W402", "W442 there is no W402 to silence here (delete the comment)"),
    ],
)
def test_a_comment_that_silences_nothing_says_why(codes, message, write_deck):
    cards = basic(answer=f"From it. # quizzer: ignore[{codes}] so")
    header = BILINGUAL.replace("{en: Demo, zh-CN: 演示}", "Demo")

    (found,) = lint_deck(write_deck(cards, {"deck.yaml": header}))

    assert str(found) == f"{found.location.path}:8:22 {message}"


@pytest.mark.parametrize("code", ["W421", "W426"])
def test_what_another_deck_may_cause_may_be_silenced_in_advance(code, lint_cards):
    assert lint_cards(basic(prompt=f"Where is the mean from? # quizzer: ignore[{code}] so")) == []


def test_nothing_is_said_about_comments_in_a_file_with_errors(write_deck, warnings_of):
    cards = basic(answer="Maybe. # quizzer: ignore[W401] so") + "  - {id: broken}\n"
    header = BILINGUAL.replace("{en: Demo, zh-CN: 演示}", "Demo")

    assert warnings_of(write_deck(cards, {"deck.yaml": header})) == []


def test_the_mark_of_a_translation_holds_until_the_english_text_changes(lint_cards, write_deck):
    texts = {"prompt": '{en: "Of rows?", zh-CN: "行呢？"}', "answer": "None"}
    header = BILINGUAL.replace("{en: Demo, zh-CN: 演示}", "Demo")
    (stale,) = lint_deck(write_deck(basic(**texts, translated="unknown"), {"deck.yaml": header}))
    assert stale.hint is not None
    mark = stale.hint.rpartition(" ")[2]

    assert lint_cards(basic(**texts, translated=mark)) == []
    assert lint_cards(basic(**(texts | {"prompt": '{en: "Of rows?", zh-CN: "各行呢？"}'}), translated=mark)) == []
    assert lint_cards(basic(**(texts | {"answer": "Nothing"}), translated=mark)) == ["W506"]


def test_a_warning_names_the_line_and_column_of_the_text(write_deck):
    header = BILINGUAL.replace("{en: Demo, zh-CN: 演示}", "Demo")
    folder = write_deck(basic(answer="Yes."), {"deck.yaml": header})

    (found,) = lint_deck(folder)

    assert str(found) == f"{folder}/cards/a.yaml:8:13 W401 a yes or no can be guessed; ask for what happens"


def test_an_exercise_is_told_what_would_prove_and_teach_more(write_exercise):
    folder = write_exercise({})
    with (folder / "checks.py").open("a") as checks:
        checks.write("\n\n@check('Two is added')\ndef adds_two(learner, case): ...\n")
    header = folder / "exercise.yaml"
    header.write_text(header.read_text().replace("title: Add one", "title: {en: Add one, zh-CN: 加一}"))

    found = [f"{d.code} {d.message}" for d in lint_exercise(folder)]

    assert found == [
        "W431 no wrong solution is caught by the check 'adds_two'",
        "W432 1 wrong solution; 5 or more prove the checks",
        "W433 there are no hints",
        "W434 there is no explanation",
        "W501 the zh-CN version of the statement is missing",
        "W501 the zh-CN version of the check 'adds_one' is missing",
        "W501 the zh-CN version of the check 'adds_two' is missing",
    ]
