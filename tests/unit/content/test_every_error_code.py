"""Every error that lint knows, each by the smallest change that earns it, with the exact lines that an author sees."""
# ruff: noqa: E501 - a diagnostic is compared as the one line that it is

from __future__ import annotations

from pathlib import Path

import pytest

from quizzer.content import lint_library
from quizzer.content.codes import MEANINGS
from said_in_chinese import left_in_english
from sound_content import (
    ACCEPTED,
    CHECKS,
    SECOND_CARDS,
    SECOND_DECK,
    WRONG,
    Change,
    Link,
    cards,
    write_spoilt,
)

BASIC_FILE, HEADER, TASK = "demo/cards/basic.yaml", "demo/deck.yaml", "add-one/exercise.yaml"
ANSWERED = "{en: Axis 0., zh-CN: 第 0 轴。}"
WANTED_HINTS = 40


def wrong(source: str) -> dict[str, Change]:
    return {f"{WRONG}/2.py": source}


def checks(old: str, new: str) -> dict[str, Change]:
    return {"add-one/checks.py": (old, new)}


BROKEN: list[tuple[str, dict[str, Change], list[str]]] = [
    ("E101", {"add-one/checks.py": None},
     ["add-one/checks.py E101 this file is missing"]),
    ("E101", {f"{ACCEPTED}/reference.py": None},
     ["add-one/submissions/accepted E324 an exercise needs 2 accepted solutions in different styles",
      "add-one/submissions/accepted/reference.py E101 this file is missing (the solution that learners see)"]),
    ("E102", {BASIC_FILE: "cards:\n  - 层".encode("gb18030")},
     ["demo/cards/basic.yaml:2:5 E102 this file is not UTF-8 (it may be GBK; save it as UTF-8)"]),
    ("E102", {BASIC_FILE: "cards: []".encode("utf-16")},
     ["demo/cards/basic.yaml:1:1 E102 this file is not UTF-8 (it is UTF-16; save it as UTF-8)"]),
    ("E102", {BASIC_FILE: b"cards:\n  - caf\xe9 "},
     ["demo/cards/basic.yaml:2:8 E102 this file is not UTF-8 (save it as UTF-8)"]),
    ("E103", {BASIC_FILE: "#" * (2**20 + 1)},
     ["demo/cards/basic.yaml:1:1 E103 this file is larger than 1024 KiB (split it)"]),
    ("E104", {BASIC_FILE: "\n"},
     ["demo/cards/basic.yaml:1:1 E104 this file is empty"]),
    ("E104", {"add-one/statement.md": ""},
     ["add-one/exercise.yaml:3:8 W501 the en version of the statement is missing",
      "add-one/statement.md:1:1 E104 this file is empty"]),
    ("E105", {BASIC_FILE: ("    source: definition\n", "    source: definition\n    source: run\n")},
     ["demo/cards/basic.yaml:9:5 E105 key 'source' is given twice (first on line 8)"]),
    ("E106", cards("choice", "Where does", "Say: where does"),
     ["demo/cards/choice.yaml:5:16 E106 a second ': ' in this line (put the whole text in quotes when it has ': ' in it)"]),
    ("E106", cards("choice", "    why: They", "   why: They"),
     ["demo/cards/choice.yaml:10:4 E106 this line is not indented like those it belongs to (line it up)"]),
    ("E106", cards("choice", "    why:", "\twhy:"),
     ["demo/cards/choice.yaml:10:1 E106 a tab stands where only spaces may (indent with spaces)"]),
    ("E106", cards("choice", "Where does", "`x`, where does"),
     ["demo/cards/choice.yaml:5:13 E106 a text cannot begin with ` (put the whole text in quotes)"]),
    ("E106", cards("choice", "Where does", "**where** does"),
     ["demo/cards/choice.yaml:5:13 E106 a text cannot begin with * (put the whole text in quotes)"]),
    ("E106", cards("choice", "source: run", "source run"),
     ["demo/cards/choice.yaml:11:5 E106 this line has no ': ' (write key: value)"]),
    ("E106", cards("choice", "They share", "'They' share"),
     ["demo/cards/choice.yaml:10:17 E106 the text goes on behind its closing quote (quote the whole text; double a quote inside: 'it''s')"]),
    ("E106", cards("choice", "They share", '"They \\share"'),
     ["demo/cards/choice.yaml:10:16 E106 \\s means nothing in double quotes (use single quotes, or \\\\ for a backslash)"]),
    ("E106", cards("choice", "correct: true}", "correct: true"),
     ["demo/cards/choice.yaml:7:9 E106 this { is never closed (add })"]),
    ("E106", cards("choice", "They share", "| They share"),
     ["demo/cards/choice.yaml:10:12 E106 nothing may follow | or > in its line (begin the text in the next line, indented)"]),
    ("E106", cards("choice", "    why: They", "---\nwhy: They"),
     ["demo/cards/choice.yaml:10:1 E106 a second document begins here (one file holds one document: delete '---' or '...')"]),
    ("E107", cards("choice", "They share one memory.", "&a They"),
     ["demo/cards/choice.yaml:10:10 E107 '&a': anchors are not used here (write the text out, or put it in quotes)"]),
    ("E108", cards("choice", "They share one memory.", "!important They"),
     ["demo/cards/choice.yaml:10:10 E108 the tag '!important' is not used here (quote a text that begins with !)"]),
    ("E109", {BASIC_FILE: "cards: " + "[" * 30},
     ["demo/cards/basic.yaml:1:26 E109 entries are nested more than 20 deep"]),
    ("E111", cards("choice", "They", "Th\x1bey"),
     ["demo/cards/choice.yaml:10:12 E111 an invisible control character (U+001B) (delete it)"]),
    ("E112", {"add-one/starter.py": "# quizzer: add-one\ndef add_one(x)\n"},
     ["add-one/starter.py:2:15 E112 this is not Python: expected ':'"]),
    ("E114", cards("choice", "    why:", "    ? [why]\n    :"),
     ["demo/cards/choice.yaml:2:5 E202 'why' is missing in this choice card (what is shown after each answer: the reason)",
      "demo/cards/choice.yaml:10:7 E114 a key must be a plain word"]),
    ("E201", {BASIC_FILE: (ANSWERED, "0")},
     ["demo/cards/basic.yaml:6:13 E201 'answer' must be text, or a mapping of languages to texts, not a number (0) (put it in quotes)"]),
    ("E201", {BASIC_FILE: (ANSWERED, "")},
     ["demo/cards/basic.yaml:6:12 E201 'answer' has no value; it must be text, or a mapping of languages to texts"]),
    ("E201", {HEADER: ('"1"', "1")},
     ["demo/deck.yaml:3:10 E201 'version' must be text, not a number (1) (put it in quotes)"]),
    ("E202", {BASIC_FILE: ("id: rows\n    kind", "kind")},
     ["demo/cards/basic.yaml:2:5 E202 'id' is missing in this basic card (quizzer deck ids --write puts one in)"]),
    ("E202", {BASIC_FILE: ("    topic: shapes\n", "")},
     ["demo/cards/basic.yaml:2:5 E202 'topic' is missing in this basic card (one of those in deck.yaml)"]),
    ("E202", {BASIC_FILE: ("    source: definition\n", "")},
     ["demo/cards/basic.yaml:2:5 E202 'source' is missing in this basic card (where the claim comes from: a page, or 'run' where 'verify' shows it)"]),
    ("E202", {BASIC_FILE: ("    why: {en: Rows are written first., zh-CN: 行写在前面。}\n", "")},
     ["demo/cards/basic.yaml:2:5 E202 'why' is missing in this basic card (what is shown after each answer: the reason)"]),
    ("E202", {BASIC_FILE: ("    kind: basic\n", "")},
     ["demo/cards/basic.yaml:2:5 E202 'kind' is missing in this card (it is one of basic, cloze, choice, order, compute, bug, code, exercise)"]),
    ("E203", {BASIC_FILE: ("answer:", "anwser:")},
     ["demo/cards/basic.yaml:6:5 E203 this basic card has no 'answer', but it has 'anwser'; did you mean 'answer'?"]),
    ("E203", {BASIC_FILE: ("    source:", "    tgas: [x]\n    source:")},
     ["demo/cards/basic.yaml:8:5 E203 'tgas' is not a key of a basic card; did you mean 'tags'?"]),
    ("E203", {BASIC_FILE: ("    source:", "    options: []\n    source:")},
     ["demo/cards/basic.yaml:8:5 E203 'options' is not a key of a basic card (it has id, kind, topic, requires, tags, verify, why, source, translated, prompt, answer)"]),
    ("E204", {BASIC_FILE: ("kind: basic", "kind: basci")},
     ["demo/cards/basic.yaml:3:11 E204 'basci' is not a kind of card (basic, cloze, choice, order, compute, bug, code, exercise); did you mean 'basic'?"]),
    ("E204", {TASK: ("implement", "implment")},
     ["add-one/exercise.yaml:4:7 E204 kind 'implment' is unknown (implement, fix, compute, train, optimise); did you mean 'implement'?"]),
    ("E205", {BASIC_FILE: ("en: Axis 0.,", 'en: "",')},
     ["demo/cards/basic.yaml:6:18 E205 'answer' in en is empty"]),
    ("E205", {TASK: ("difficulty: 1", "difficulty: 6")},
     ["add-one/exercise.yaml:5:13 E205 'difficulty' must be 5 or less, not 6"]),
    ("E205", cards("choice", "      - {text: In none of them, mistake: read-only, feedback: It can be written to.}\n", ""),
     ["demo/cards/choice.yaml:7:7 E205 'options' has 2 entries; it needs 3 or more"]),
    ("E206", {BASIC_FILE: ("id: rows", "id: Rows 1")},
     ["demo/cards/basic.yaml:2:9 E206 'id' may have only small letters, digits and '-' in it"]),
    ("E206", {TASK: ("name: add_one", "name: add-one")},
     ["add-one/exercise.yaml:8:12 E206 'name' must be a Python name"]),
    ("E207", {BASIC_FILE: ("en: Axis 0.", 'en: "\\u202eAxis 0."')},
     ["demo/cards/basic.yaml:6:18 E207 'answer' in en has an invisible control character in it"]),
    ("E208", {BASIC_FILE: ("zh-CN: 第", "fr: 第")},
     ["demo/cards/basic.yaml:6:27 E208 'fr' is not a language (en, zh-CN)"]),
    ("E208", {BASIC_FILE: ("en: Axis 0.,", "en: Axis 0, the first,")},
     ["demo/cards/basic.yaml:6:26 E208 'the first' is not a language (en, zh-CN) (a comma ends a text inside {…}: put the text in quotes)"]),
    ("E301", cards("cloze", "id: weight", "id: view"),
     ["demo/cards/cloze.yaml:2:9 E301 id 'view' is already used in demo/cards/choice.yaml:2"]),
    ("E302", {HEADER: ("id: demo", "id: other")},
     ["demo/deck.yaml:2:5 E302 the deck 'other' is in a folder named 'demo' (the two names must be equal)"]),
    ("E303", cards("choice", "topic: shapes", "topic: shape"),
     ["demo/cards/choice.yaml:4:12 E303 'shape' is not a topic of this deck; did you mean 'shapes'? (list it in deck.yaml)"]),
    ("E304", {HEADER: ("{id: shapes}", "{id: shapes, requires: [layers]}")},
     ["demo/deck.yaml:8:5 E304 topics require each other in a circle: shapes -> layers -> shapes"]),
    ("E305", {HEADER: ("  - {id: shapes}\n", "  - {id: shapes}\n  - {id: shapes}\n")},
     ["demo/deck.yaml:9:5 E305 topic 'shapes' is given twice"]),
    ("E306", cards("cloze", "{{c1::(3, 8)}}", "(3, 8)"),
     ["demo/cards/cloze.yaml:5:11 E306 a cloze card needs a deletion (write {{c1::what is hidden}})"]),
    ("E306", cards("cloze", "(3, 8)}}.", "(3, 8)}} and {{c2::eight."),
     ["demo/cards/cloze.yaml:5:11 E306 a deletion is not closed (write {{c1::what is hidden}})"]),
    ("E306", cards("cloze", "{{c1::", "{{c2::"),
     ["demo/cards/cloze.yaml:5:11 E306 deletions are numbered from c1 on, not c2"]),
    ("E307", cards("choice", ", correct: true", ", mistake: m, feedback: F"),
     ["demo/cards/choice.yaml:7:7 E307 no options are correct; exactly one must be"]),
    ("E307", cards("choice", ", feedback: It never copies.", ""),
     ["demo/cards/choice.yaml:8:9 E307 a wrong option needs feedback (name the misconception and answer it)"]),
    ("E308", cards("order", "[2, 3]]", "[3, 2]]"),
     ["demo/cards/order.yaml:7:30 E308 line 3 does not come before line 2 in the order written ('lines' must itself be a valid order)"]),
    ("E308", cards("order", "[2, 3]]", "[2, 4]]"),
     ["demo/cards/order.yaml:7:30 E308 lines are numbered 0 to 3"]),
    ("E309", cards("compute", "answer: height", "answer: heigth"),
     ["demo/cards/compute.yaml:8:13 E309 'heigth' is not known here; did you mean 'height'?"]),
    ("E309", cards("compute", "height - k + 1", '"len({height}) - k"'),
     ["demo/cards/compute.yaml:8:13 E309 {height} is a set here (write height: this is Python)"]),
    ("E309", cards("compute", "{range: [14, 33]}", "{range: [33, 14]}"),
     ["demo/cards/compute.yaml:6:17 W418 only 0 different questions can be drawn; 50 defeat memory",
      "demo/cards/compute.yaml:6:26 E309 range [33, 14, 1] of 'height' is empty"]),
    ("E309", cards("compute", '"A side of {height} and a kernel of {k}, without padding. Side of the result?"', "Which side?"),
     ["demo/cards/compute.yaml:5:13 E309 the prompt shows none of its parameters (write {name})",
      "demo/cards/compute.yaml:5:13 W419 the question does not show height, k"]),
    ("E310", cards("compute", "height - k + 1", "height - k +"),
     ["demo/cards/compute.yaml:8:13 E310 this is not Python: invalid syntax"]),
    ("E310", {BASIC_FILE: ("== 2", "==")},
     ["demo/cards/basic.yaml:11:27 E310 this is not Python: invalid syntax"]),
    ("E311", cards("task", "exercise: add-one", "exercise: ad-one"),
     ["demo/cards/task.yaml:2:61 E311 there is no exercise 'ad-one'; did you mean 'add-one'?"]),
    ("E312", {"second/deck.yaml": SECOND_DECK},
     ["second/cards E312 this deck has no cards (add cards/NAME.yaml)"]),
    ("E313", {"demo/cards/notes.txt": "later"},
     ["demo/cards/notes.txt E313 only .yaml files may be among the cards"]),
    ("E314", {"more/demo/deck.yaml": SECOND_DECK.replace("id: second", "id: demo"), "more/demo/cards/a.yaml": SECOND_CARDS},
     ["more/demo/deck.yaml:2:5 E314 id 'demo' is already used in demo/deck.yaml"]),
    ("E315", cards("bug", "line: 3", "line: 4"),
     ["demo/cards/bug.yaml:10:11 E315 the code has lines 1 to 3"]),
    ("E315", cards("bug", "fix: total += loss.item()", "fix: total += loss"),
     ["demo/cards/bug.yaml:11:10 E315 the fix is what line 3 already says"]),
    ("E316", cards("code", "[x + x]", "[2 * x]"),
     ["demo/cards/code.yaml:8:14 E316 this line is the answer already"]),
    ("E321", {TASK: ("id: add-one", "id: add-two"), "add-one/starter.py": "# quizzer: add-two\n"},
     ["add-one/exercise.yaml:2:5 E321 the exercise 'add-two' is in a folder named 'add-one' (the two names must be equal)"]),
    ("E322", {"add-one/starter.py": "def add_one(x): ...\n"},
     ["add-one/starter.py:1:1 E322 the first line must be '# quizzer: add-one' (it tells what to judge)"]),
    ("E323", {"add-one/statment.md": "Return it.\n"},
     ["add-one/statment.md E323 an exercise has no such file; did you mean 'statement.md'?"]),
    ("E323", {"add-one/submissions/wrong_answers/a.py": "x = 1\n"},
     ["add-one/submissions/wrong_answers E323 this is none of accepted, wrong_answer, time_limit, run_time_error; did you mean 'wrong_answer'?"]),
    ("E323", {f"{ACCEPTED}/notes.txt": "later"},
     ["add-one/submissions/accepted/notes.txt E323 only .py files may be among the submissions"]),
    ("E324", {f"{ACCEPTED}/other.py": None},
     ["add-one/submissions/accepted E324 an exercise needs 2 accepted solutions in different styles"]),
    ("E325", wrong("def add_one(x): ...\n"),
     ["add-one/submissions/wrong_answer/2.py:1:1 E325 the first line names no check (write '# caught-by: CHECK' there)"]),
    ("E326", wrong("# caught-by: adds_on\ndef add_one(x): ...\n"),
     ["add-one/submissions/wrong_answer/2.py:1:1 E326 there is no check 'adds_on'; did you mean 'adds_one'? (checks: adds_one)"]),
    ("E327", {f"{ACCEPTED}/other.py": "addone = (1).__add__\n"},
     ["add-one/submissions/accepted/other.py E327 this solution does not define 'add_one'; did you mean 'addone'?"]),
    ("E328", {TASK: ("hints:", "  - {name: add_one, signature: add_one(y)}\nhints:")},
     ["add-one/exercise.yaml:9:12 E328 entry point 'add_one' is given twice"]),
    ("E329", {"add-one/equivalent.yaml": "schema: 1\nequivalent:\n  - {operator: other-dims, line: a, becomes: b, reason: r}\n"},
     ["add-one/equivalent.yaml:3:16 E329 there is no operator 'other-dims'; did you mean 'other-dim'?"]),
    ("E331", checks("@check", "#"),
     ["add-one/checks.py:1:1 E331 there are no checks here (from quizzer.checks import check)",
      "add-one/submissions/wrong_answer/2.py:1:1 E326 there is no check 'adds_one'",
      "add-one/submissions/wrong_answer/3.py:1:1 E326 there is no check 'adds_one'",
      "add-one/submissions/wrong_answer/4.py:1:1 E326 there is no check 'adds_one'",
      "add-one/submissions/wrong_answer/5.py:1:1 E326 there is no check 'adds_one'",
      "add-one/submissions/wrong_answer/6.py:1:1 E326 there is no check 'adds_one'"]),
    ("E332", checks('{"en": "One is added", "zh-CN": "加了一"}', "TITLE"),
     ["add-one/checks.py:4:8 E332 the title must be written out (it is read without running the file)",
      "add-one/submissions/wrong_answer/2.py:1:1 E326 there is no check 'adds_one'",
      "add-one/submissions/wrong_answer/3.py:1:1 E326 there is no check 'adds_one'",
      "add-one/submissions/wrong_answer/4.py:1:1 E326 there is no check 'adds_one'",
      "add-one/submissions/wrong_answer/5.py:1:1 E326 there is no check 'adds_one'",
      "add-one/submissions/wrong_answer/6.py:1:1 E326 there is no check 'adds_one'"]),
    ("E333", checks("\n\n@check", '\n\n@check("Twice")\ndef adds_one(learner, case): ...\n\n\n@check'),
     ["add-one/checks.py:9:1 E333 check 'adds_one' is defined twice (first on line 5)",
      "add-one/exercise.yaml:3:8 W501 the zh-CN version of the check 'adds_one' is missing"]),
    ("E334", checks("points=2", "points=0"),
     ["add-one/checks.py:4:55 E334 points must be a number above 0, at most 1000",
      "add-one/submissions/wrong_answer/2.py:1:1 E326 there is no check 'adds_one'",
      "add-one/submissions/wrong_answer/3.py:1:1 E326 there is no check 'adds_one'",
      "add-one/submissions/wrong_answer/4.py:1:1 E326 there is no check 'adds_one'",
      "add-one/submissions/wrong_answer/5.py:1:1 E326 there is no check 'adds_one'",
      "add-one/submissions/wrong_answer/6.py:1:1 E326 there is no check 'adds_one'"]),
    ("E335", checks("(learner, case)", "(learner)"),
     ["add-one/checks.py:5:1 E335 check 'adds_one' must be def adds_one(learner, case)"]),
    ("E336", checks("points=2", "weight=2"),
     ["add-one/checks.py:4:48 E336 @check knows no 'weight'; it knows title, points, hint, visible",
      "add-one/submissions/wrong_answer/2.py:1:1 E326 there is no check 'adds_one'",
      "add-one/submissions/wrong_answer/3.py:1:1 E326 there is no check 'adds_one'",
      "add-one/submissions/wrong_answer/4.py:1:1 E326 there is no check 'adds_one'",
      "add-one/submissions/wrong_answer/5.py:1:1 E326 there is no check 'adds_one'",
      "add-one/submissions/wrong_answer/6.py:1:1 E326 there is no check 'adds_one'"]),
    ("E336", checks('({"en": "One is added", "zh-CN": "加了一"}, points=2)', ""),
     ['add-one/checks.py:4:2 E336 @check needs a title (@check("What is checked"))',
      "add-one/submissions/wrong_answer/2.py:1:1 E326 there is no check 'adds_one'",
      "add-one/submissions/wrong_answer/3.py:1:1 E326 there is no check 'adds_one'",
      "add-one/submissions/wrong_answer/4.py:1:1 E326 there is no check 'adds_one'",
      "add-one/submissions/wrong_answer/5.py:1:1 E326 there is no check 'adds_one'",
      "add-one/submissions/wrong_answer/6.py:1:1 E326 there is no check 'adds_one'"]),
    ("E337", {"add-one/checks.py": CHECKS + "\n\nif True:\n\n    @check('Inner')\n    def inner(learner, case): ...\n"},
     ["add-one/checks.py:12:5 E337 check 'inner' must stand at the top level"]),
    ("E338", checks("points=2", "points=2, visible=1"), ["add-one/checks.py:4:66 E338 visible must be True or False"]),
    ("E110", {"demo/cards/out.yaml": Link("../../outside.yaml")},
     ["demo/cards/out.yaml E110 this link leads out of the folder; copy the file here"]),
]  # fmt: skip


def test_nothing_is_said_about_what_has_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_spoilt(Path(), {})

    assert lint_library([Path()]) == ()


@pytest.mark.parametrize(
    ("changes", "lines"), [row[1:] for row in BROKEN], ids=[f"{n} {row[0]}" for n, row in enumerate(BROKEN)]
)
def test_an_error_is_told_in_exactly_these_lines_and_in_chinese(
    changes: dict[str, Change], lines: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_spoilt(Path(), changes)

    found = lint_library([Path()])

    assert [str(one) for one in found] == lines
    assert left_in_english(found) == []


def test_every_error_of_the_program_is_here() -> None:
    told = {code for code, _, lines in BROKEN if any(f" {code} " in line for line in lines)}

    assert told == {code for code in MEANINGS if code.startswith("E")} == {row[0] for row in BROKEN}


def test_forty_broken_inputs_are_told_with_line_and_column_and_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    helped = 0
    for number, (code, changes, _) in enumerate(BROKEN):
        folder = tmp_path / str(number)
        write_spoilt(folder, changes)
        found = [one for one in lint_library([folder]) if one.code == code]
        helped += any(one.location.column and (one.hint or "did you mean" in one.message) for one in found)

    assert helped >= WANTED_HINTS
