"""Broken cards: each with the exact lines that its author sees."""

# ruff: noqa: E501 - a diagnostic is compared as the one line that it is

import pytest

KINDS = "basic, cloze, choice, order, compute, bug, code, exercise"
HEAD = "  - id: one\n    kind: basic\n    topic: nn.Linear\n    prompt: P\n"
TAIL = "    why: W\n    source: S\n"


def card(kind: str, body: str) -> str:
    return f"  - id: one\n    kind: {kind}\n    topic: nn.Linear\n{body}{TAIL}"


CARDS = {
    "misspelt kind": (
        HEAD.replace("kind:", "knid:") + "    answer: A\n" + TAIL,
        ["a.yaml:3:5 E203 this basic card has no 'kind', but it has 'knid'; did you mean 'kind'?"],
    ),
    "unknown kind": (
        HEAD.replace("basic", "bascic") + "    answer: A\n" + TAIL,
        [f"a.yaml:3:11 E204 'bascic' is not a kind of card ({KINDS}); did you mean 'basic'?"],
    ),
    "no kind": (
        "  - id: one\n    topic: nn.Linear\n",
        [f"a.yaml:2:5 E202 'kind' is missing in this card (it is one of {KINDS})"],
    ),
    "kind is a number": (
        HEAD.replace("basic", "3"),
        [f"a.yaml:3:11 E204 '3' is not a kind of card ({KINDS})"],
    ),
    "a card that is a word": ("  - basic\n", ["a.yaml:2:5 E201 this must be a mapping, not text"]),
    "missing answer": (HEAD + TAIL, ["a.yaml:2:5 E202 'answer' is missing in this basic card"]),
    "misspelt answer": (
        HEAD + "    anwser: A\n" + TAIL,
        ["a.yaml:6:5 E203 this basic card has no 'answer', but it has 'anwser'; did you mean 'answer'?"],
    ),
    "misspelt optional key": (
        HEAD + "    answer: A\n    tgas: [x]\n" + TAIL,
        ["a.yaml:7:5 E203 'tgas' is not a key of a basic card; did you mean 'tags'?"],
    ),
    "key of another kind": (
        HEAD + "    answer: A\n    options: []\n" + TAIL,
        [
            "a.yaml:7:5 E203 'options' is not a key of a basic card (it has id, kind, topic, requires, tags, verify, why, source, translated, prompt, answer)"
        ],
    ),
    "number for text": (
        HEAD + "    answer: 15\n" + TAIL,
        ["a.yaml:6:13 E201 'answer' must be text, or a mapping of languages to texts, not a number (15) (put it in quotes)"],
    ),
    "no is text": (HEAD + "    answer: no\n" + TAIL, []),
    "a time is text": (HEAD + "    answer: 12:30:45\n" + TAIL, []),
    "no value": (
        HEAD + "    answer:\n" + TAIL,
        ["a.yaml:6:12 E201 'answer' has no value; it must be text, or a mapping of languages to texts"],
    ),
    "blank text": (HEAD + '    answer: " "\n' + TAIL, ["a.yaml:6:13 E205 'answer' is empty"]),
    "unknown language": (
        HEAD + "    answer: {fr: Oui, en: Yes it is so}\n" + TAIL,
        ["a.yaml:6:14 E208 'fr' is not a language (en, zh-CN)"],
    ),
    "unquoted comma": (
        HEAD + "    answer: {en: one, two words}\n" + TAIL,
        ["a.yaml:6:23 E208 'two words' is not a language (en, zh-CN) (a comma ends a text inside {…}: put the text in quotes)"],
    ),
    "hidden escape sequence": (
        HEAD + '    answer: "\\e[2J"\n' + TAIL,
        ["a.yaml:6:13 E207 'answer' has an invisible control character in it"],
    ),
    "text that reads backwards": (
        HEAD + '    answer: "\\u202eA"\n' + TAIL,
        ["a.yaml:6:13 E207 'answer' has an invisible control character in it"],
    ),
    "id is no slug": (
        HEAD.replace("one", "BN card 1") + "    answer: A\n" + TAIL,
        ["a.yaml:2:9 E206 'id' may have only small letters, digits and '-' in it"],
    ),
    "duplicate key": (
        HEAD + "    answer: A\n    answer: B\n" + TAIL,
        ["a.yaml:7:5 E105 key 'answer' is given twice (first on line 6)"],
    ),
    "duplicate id": (
        HEAD + "    answer: A\n" + TAIL + HEAD.replace("prompt: P", "prompt: Q") + "    answer: A\n" + TAIL,
        ["a.yaml:9:9 E301 id 'one' is already used on line 2"],
    ),
    "unknown topic": (
        HEAD.replace("nn.Linear", "nn.Liner") + "    answer: A\n" + TAIL,
        ["a.yaml:4:12 E303 'nn.Liner' is not a topic of this deck; did you mean 'nn.Linear'? (list it in deck.yaml)"],
    ),
    "an anchor": (
        HEAD + "    answer: &a A\n" + TAIL.replace("W", "*a"),
        [
            "a.yaml:6:13 E107 '&a': anchors are not used here (write the text out, or put it in quotes)",
            "a.yaml:7:10 E107 '*a': anchors are not used here (write the text out, or put it in quotes)",
        ],
    ),
    "a tag": (
        HEAD + "    answer: !!python/name:os.system x\n" + TAIL,
        ["a.yaml:6:13 E108 the tag 'tag:yaml.org,2002:python/name:os.system' is not used here (quote a text that begins with !)"],
    ),
    "a list as key": ("  - ? [a]\n    : b\n", ["a.yaml:2:7 E114 a key must be a plain word",
                       f"a.yaml:2:5 E202 'kind' is missing in this card (it is one of {KINDS})"]),
    "no cards in the list": ("  []\n", ["a.yaml:2:3 E205 'cards' has no entries; it needs 1 or more"]),
    "verify is no Python": (
        HEAD + "    answer: A\n    verify: |\n      x = 1\n      assert x ==\n" + TAIL,
        ["a.yaml:9:18 E310 this is not Python: invalid syntax"],
    ),
    "cloze without deletion": (
        card("cloze", "    text: Nothing hidden\n"),
        ["a.yaml:5:11 E306 a cloze card needs a deletion (write {{c1::what is hidden}})"],
    ),
    "cloze left open": (
        card("cloze", '    text: "{{c1::a}} and {{c2::b} here"\n'),
        ["a.yaml:5:11 E306 a deletion is not closed (write {{c1::what is hidden}})"],
    ),
    "cloze misnumbered": (
        card("cloze", '    text: "{{c2::a}} and {{c3::b}}"\n'),
        ["a.yaml:5:11 E306 deletions are numbered from c1 on, not c2, c3"],
    ),
    "cloze hides nothing": (
        card("cloze", '    text: "{{c1:: }}"\n'),
        ["a.yaml:5:11 E306 deletion c1 hides nothing"],
    ),
    "cloze with a slice": (
        card("cloze", '    text: "`{{c1::x[::2]}}`"\n'),
        ["a.yaml:5:11 E306 deletion c1 has '::' in it, which would end it"],
    ),
    "cloze languages differ": (
        card("cloze", '    text: {en: "{{c1::a}} {{c2::b}}", zh-CN: "{{c1::层}}"}\n'),
        ["a.yaml:5:46 E306 the deletions differ: c1, c2 in en, c1 in zh-CN"],
    ),
    "choice without a right option": (
        card("choice", "    prompt: P\n    options:\n" + "".join(
            f"      - {{text: {t}, mistake: m, feedback: F}}\n" for t in "abc")),
        ["a.yaml:7:7 E307 no options are correct; exactly one must be"],
    ),
    "choice with two options and bare mistakes": (
        card("choice", "    prompt: P\n    options:\n      - {text: a, correct: true}\n      - {text: b}\n"),
        ["a.yaml:7:7 E205 'options' has 2 entries; it needs 3 or more"],
    ),
    "choice with a bare wrong option": (
        card("choice", "    prompt: P\n    options:\n      - {text: a, correct: true, mistake: m}\n"
             "      - {text: b}\n      - {text: b, mistake: m, feedback: F}\n"),
        [
            "a.yaml:7:43 E307 the correct option names a mistake",
            "a.yaml:8:9 E307 a wrong option needs mistake and feedback (name the misconception and answer it)",
            "a.yaml:9:16 E307 option 3 repeats option 2",
        ],
    ),
    "order with a wrong pair": (
        card("order", "    prompt: P\n    lines: [a, b, c]\n    before: [[0, 1], [2, 1], [1, 7]]\n"),
        [
            "a.yaml:7:22 E308 line 2 does not come before line 1 in the order written ('lines' must itself be a valid order)",
            "a.yaml:7:30 E308 lines are numbered 0 to 2",
        ],
    ),
    "order without rules": (
        card("order", "    prompt: P\n    lines: [a, b, c]\n"),
        ["a.yaml:2:5 E202 'before' is missing in this order card"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CARDS)
def test_a_broken_card_gives_exactly_these_lines(name, write_deck, errors_of):
    cards, expected = CARDS[name]
    folder = write_deck(cards)

    found = errors_of(folder)

    assert sorted(found) == sorted(expected)
