"""Every warning that lint knows, each by the smallest change that earns it, with the exact lines that an author sees."""
# ruff: noqa: E501 - a diagnostic is compared as the one line that it is

from __future__ import annotations

from pathlib import Path

import pytest

from quizzer.content import lint_library
from quizzer.content.codes import MEANINGS
from said_in_chinese import left_in_english
from sound_content import BASIC, CHECKS, CHOICE, SECOND_CARDS, SECOND_DECK, WRONG, Change, cards, write_spoilt

BASIC_FILE, HEADER, TASK = "demo/cards/basic.yaml", "demo/deck.yaml", "add-one/exercise.yaml"
ASKED = '{en: "Which axis counts the rows?", zh-CN: "哪个轴数行？"}'
ANSWERED = "{en: Axis 0., zh-CN: 第 0 轴。}"
EXPLAINED = "{en: Rows are written first., zh-CN: 行写在前面。}"
LONG = "a rather long sentence about the layer that goes on and on without an end in sight "
MANY = "cards:\n" + "".join(
    f"  - {{id: q{n}, kind: basic, topic: lonely, prompt: '{word} of what?', answer: It., why: Of {word}., source: run}}\n"
    for n, word in enumerate(("Sums", "Means", "Roots", "Signs", "Views", "Types", "Sides", "Steps"))
)


def asked(text: str, zh: str = "哪个轴数行？") -> dict[str, Change]:
    return {BASIC_FILE: (ASKED, f'{{en: "{text}", zh-CN: "{zh}"}}')}


def answered(text: str, zh: str = "第一轴。") -> dict[str, Change]:
    return {BASIC_FILE: (ANSWERED, f'{{en: "{text}", zh-CN: "{zh}"}}')}


def explained(text: str) -> dict[str, Change]:
    return {BASIC_FILE: (EXPLAINED, f'{{en: "{text}", zh-CN: 行写在前面。}}')}


def wrong(source: str) -> dict[str, Change]:
    return {f"{WRONG}/2.py": source}


POOR: list[tuple[str, dict[str, Change], list[str]]] = [
    ("W401", answered("Yes."),
     ["demo/cards/basic.yaml:6:18 W401 a yes or no can be guessed; ask for what happens"]),
    ("W402", answered(LONG * 2),
     ["demo/cards/basic.yaml:6:18 W402 the answer is long; ask for less"]),
    ("W403", asked(LONG * 3 + "?"),
     ["demo/cards/basic.yaml:5:18 W403 the question is long; ask one thing"]),
    ("W404", asked("Which one? And why?"),
     ["demo/cards/basic.yaml:5:18 W404 two questions in one card; make two cards"]),
    ("W405", asked("What is `Dropout`?", "`Dropout` 放在哪里？"),
     ["demo/cards/basic.yaml:5:18 W405 'what is it' has no single answer; ask what it does to something"]),
    ("W406", cards("choice", "Where does writing into a view show?", "Which of these does not copy?"),
     ["demo/cards/choice.yaml:5:13 W406 a question with 'not' is easily misread (ask for what is, or mark it as **not**)"]),
    ("W407", cards("choice", "In none of them", "None of the above"),
     ["demo/cards/choice.yaml:9:16 W407 'all of the above' tests reading, not knowledge"]),
    ("W408", cards("choice", "In both tensors", "In both tensors exactly as it was written and nowhere else at all"),
     ["demo/cards/choice.yaml:7:16 W408 the right option is much longer than the wrong ones"]),
    ("W409", answered("mean, variance, count, eps"),
     ["demo/cards/basic.yaml:6:18 W409 a list of 4 is hard to keep"]),
    ("W410", cards("cloze", '"`nn.Linear(8, 3).weight` has shape {{c1::(3, 8)}}."', '"A layer {{c1::is}} a module."'),
     ["demo/cards/cloze.yaml:5:11 W410 'is' is not worth a deletion"]),
    ("W411", asked("Which default has the latest release?"),
     ["demo/cards/basic.yaml:5:18 W411 'latest' will be wrong one day (say since which version)"]),
    ("W412", {BASIC_FILE: BASIC.replace("the rows?", "the batch axis?").replace("Axis 0.", "The batch axis.").replace("第 0 轴", "首轴")},
     ["demo/cards/basic.yaml:6:18 W412 the answer stands in the question"]),
    ("W413", cards("order", "opt.step()", "opt.step" + "p" * 80),
     ["demo/cards/order.yaml:6:61 W413 a line of code is longer than 79 columns"]),
    ("W414", asked("List all buffers of the layer."),
     ["demo/cards/basic.yaml:5:18 W414 a question for a list is hard to keep; ask for one thing, or by cloze"]),
    ("W415", explained(LONG * 4),
     ["demo/cards/basic.yaml:7:15 W415 the explanation is long; split the card or cut it"]),
    ("W416", asked("It has two axes; which counts the rows?"),
     ["demo/cards/basic.yaml:5:18 W416 what 'It' means is not said: a card stands alone"]),
    ("W417", cards("order", ", opt.step()]\n    before: [[0, 1], [1, 2], [2, 3]]", "]\n    before: [[0, 1], [1, 2]]"),
     ["demo/cards/order.yaml:6:12 W417 3 lines can be ordered by luck; use 4 or more"]),
    ("W418", cards("compute", "[14, 33]", "[14, 15]"),
     ["demo/cards/compute.yaml:6:17 W418 only 6 different questions can be drawn; 50 defeat memory"]),
    ("W419", cards("compute", " and a kernel of {k}", ""),
     ["demo/cards/compute.yaml:5:13 W419 the question does not show k"]),
    ("W420", cards("compute", "side of {height}", "side of {heigth}"),
     ["demo/cards/compute.yaml:5:13 W419 the question does not show height",
      "demo/cards/compute.yaml:5:13 W420 {heigth} stays as it is; did you mean {height}?"]),
    ("W421", {"demo/cards/again.yaml": CHOICE.replace("id: view", "id: view-2")},
     ["demo/cards/choice.yaml:5:13 W421 the card 'view-2' asks the very same"]),
    ("W422", {HEADER: ("  - {id: layers", "  - {id: lonely}\n  - {id: layers")},
     ["demo/deck.yaml:9:5 W422 no card is about the topic 'lonely'"]),
    ("W423", {"second/deck.yaml": SECOND_DECK.replace("[sizes]", "[layer]"), "second/cards/a.yaml": SECOND_CARDS},
     ["second/deck.yaml:9:30 W423 none of 2 decks has the topic 'layer'; did you mean 'layers'?"]),
    ("W424", cards("code", "    accept: [x + x]\n", ""),
     ["demo/cards/code.yaml:7:13 W424 no other right line proves that the comparison is fair (add 'accept')"]),
    ("W425", asked("Which axis counts the rows, and which the columns?"),
     ["demo/cards/basic.yaml:5:18 W425 the question asks for two things; make two cards"]),
    ("W426", {"demo/cards/again.yaml": CHOICE.replace("id: view", "id: view-2").replace("Where does writing into a view show?", "Where does it show, writing into a view?")},
     ["demo/cards/choice.yaml:5:13 W426 the card 'view-2' asks nearly the same (ask one of them for something else, or leave it out)"]),
    ("W427", {BASIC_FILE: (ANSWERED, '"`(B, T)`"')},
     ["demo/cards/basic.yaml:6:13 W427 the question does not say which axis is B, T (give the shape of what goes in)"]),
    ("W428", {BASIC_FILE: BASIC.replace("Axis 0.", "Axis 0, which is the first.").replace("Rows are written first.", "The first is axis 0.").replace("{en: Axis 0, which is the first., ", '{en: "Axis 0, which is the first.", ')},
     ["demo/cards/basic.yaml:7:15 W428 the explanation says only what the answer says",
      "demo/cards/basic.yaml:7:44 W505 the zh-CN version lacks 0"]),
    ("W429", {"demo/cards/many.yaml": MANY, HEADER: ("  - {id: layers", "  - {id: lonely}\n  - {id: layers")},
     ["demo/deck.yaml:9:5 W429 8 cards and no exercise are about the topic 'lonely'"]),
    ("W430", cards("basic", "topic: shapes", "topic: shapes\n    requires: [layers]"),
     ["demo/cards/basic.yaml:5:16 W430 'layers' itself requires 'shapes'"]),
    ("W431", {"add-one/checks.py": CHECKS + '\n\n@check({"en": "A", "zh-CN": "甲"})\ndef more(learner, case): ...\n'},
     ["add-one/exercise.yaml:2:5 W431 no wrong solution is caught by the check 'more'"]),
    ("W432", {f"{WRONG}/6.py": None},
     ["add-one/exercise.yaml:2:5 W432 4 wrong solutions; 5 or more prove the checks"]),
    ("W433", {TASK: ('hints:\n  - {en: "What is 1 + 1?", zh-CN: "1 + 1 是多少？"}\n', "")},
     ["add-one/exercise.yaml:2:5 W433 there are no hints"]),
    ("W434", {TASK: ("explanation: {en: One more., zh-CN: 多一。}\n", "")},
     ["add-one/exercise.yaml:2:5 W434 there is no explanation"]),
    ("W435", wrong("# caught-by: adds_one\n# mistake: Two.\n# mistake[zh-CN]: 二。\ndef add_one(x):\n    return x + 2\n"),
     ["add-one/exercise.yaml:2:5 W435 mistakes.json is missing or older than the solutions: no mistake is ever named (run quizzer verify --write on this folder)"]),
    ("W436", {"add-one/equivalent.yaml": "schema: 1\nequivalent:\n  - {operator: other-dim, line: a, becomes: b, reason: r}\n"},
     ["add-one/equivalent.yaml:3:33 W436 no 'other-dim' of an accepted solution makes this change any more (take 'line' and 'becomes' from quizzer verify --mutate, or delete the entry)"]),
    ("W441", {BASIC_FILE: (ANSWERED, "Yes. # quizzer: ignore[W401]")},
     ["demo/cards/basic.yaml:6:18 W441 the reason is missing (say why behind the bracket)"]),
    ("W442", {BASIC_FILE: ("source: definition", "source: definition # quizzer: ignore[W402] so")},
     ["demo/cards/basic.yaml:8:24 W442 there is no W402 to silence here (delete the comment)"]),
    ("W501", {"add-one/statement.zh-CN.md": None},
     ["add-one/exercise.yaml:3:8 W501 the zh-CN version of the statement is missing"]),
    ("W502", asked("Which 轴 counts the rows?"),
     ["demo/cards/basic.yaml:5:18 W502 there is Chinese in the en version"]),
    ("W503", asked("Which axis counts the rows?", "Which axis is it?"),
     ["demo/cards/basic.yaml:5:56 W503 there is no Chinese in the Chinese version"]),
    ("W504", asked("Which axis of `x` counts the rows?", "`y` 的哪个轴数行？"),
     ["demo/cards/basic.yaml:5:63 W504 the zh-CN version lacks `x`, and has `y` instead"]),
    ("W505", answered("Axis 0.", "第 1 轴。"),
     ["demo/cards/basic.yaml:6:36 W505 the zh-CN version lacks 0, and has 1 instead"]),
    ("W506", {BASIC_FILE: ("    source:", "    translated: en-00000000\n    source:")},
     ["demo/cards/basic.yaml:8:17 W506 the en texts are not those that were translated (once the translation fits again, write en-66629859)"]),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "lines"), [row[1:] for row in POOR], ids=[row[0] for row in POOR])
def test_a_warning_is_told_in_exactly_these_lines_and_in_chinese(
    changes: dict[str, Change], lines: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_spoilt(Path(), changes)

    found = lint_library([Path()])

    assert [str(one) for one in found] == lines
    assert left_in_english(found) == []


def test_every_warning_of_the_program_is_here() -> None:
    told = {code for code, _, lines in POOR if any(f" {code} " in line for line in lines)}

    assert told == {code for code in MEANINGS if code.startswith("W")} == {row[0] for row in POOR}
