"""Craft rules for cards (W4xx): what makes a card hard to learn from although it can be used.

The rules are the cheap ones of the literature on formulating knowledge (Wozniak's twenty rules, Matuschak's guide to
prompts, the guidelines for multiple-choice items). Each is a warning; ``# quizzer: ignore[W401]`` on the line
of the text, or alone on the line above, silences it.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

from quizzer.content.bodies import deletions
from quizzer.content.deck_models import (
    BasicEntry,
    BugEntry,
    ChoiceEntry,
    ClozeEntry,
    CodeEntry,
    ComputeEntry,
    OrderEntry,
)
from quizzer.content.ignores import Warnings
from quizzer.content.problems import closest
from quizzer.content.prose import code_lines, is_long, without_blocks, without_code, words
from quizzer.content.translation import compare_versions
from quizzer.domain.draw import placeholders

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from quizzer.content.deck_models import CardEntry
    from quizzer.content.decks import LoadedDeck
    from quizzer.content.problems import Problems

MAX_CODE_LINES = 15
MAX_CODE_COLUMNS = 79
MIN_DRAWS = 50
LIST_ITEMS = 4
MIN_BUG_LINES = 3

_YES_NO = re.compile(r"(?:yes|no|true|false|是的?|否|不是|对|错)\s*(?:[.,!;。，！；].*)?", re.IGNORECASE | re.DOTALL)
_WHAT_IS = re.compile(r"(?:what (?:is|are)|describe|explain)\s+(?:an? |the )?`?[\w.]+`?[.?]?", re.IGNORECASE)
_WHAT_IS_ZH = re.compile(r"什么是[^？?]{1,20}[？?]?|[^，。]{1,20}是什么[？?]?")
_PRONOUN = re.compile(
    r"(?:its?|they|their|this|that|these|those)\b|它们?|[这那](?!样)|该|其(?![他余实中])", re.IGNORECASE
)
_ASKS_ZH = "(?:什么|多少|哪|怎样|如何|为什么)"
_JOINED = re.compile(
    rf"\band (?:what|which|how|why|where|when)\b|{_ASKS_ZH}[^？?。]*[，、；](?:又|并且?|以及)[^？?。]*{_ASKS_ZH}",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:[Ww]hich|[Ww]hat)\b[^?*]*\b(?:not|except)\b|哪[^？*]*不")
_CATCH_ALL = re.compile(r"\b(?:all|none|both) of the above\b|以上(?:都|皆|全|均)", re.IGNORECASE)
_UNDATED = re.compile(r"\b[Cc]urrently\b|\b[Nn]owadays\b|\b[Ll]atest\b|\b[Rr]ecently\b|最新|目前|最近")
_LIST_ALL = re.compile(r"\b(?:list (?:all|the)|name (?:the|all|three|four|five))\b|有哪些|列出|列举", re.IGNORECASE)
# Plain substring tests are ten times as quick as a pattern, and nearly always say that there is nothing to find.
_UNDATED_SIGNS = ("urrently", "owadays", "atest", "ecently", "最新", "目前", "最近")
_LIST_ALL_SIGNS = ("ist all", "ist the", "ame the", "ame all", "ame three", "ame f", "有哪些", "列出", "列举")
_CATCH_ALL_SIGNS = ("of the above", "以上")
_WHAT_IS_SIGNS = ("hat is", "hat are", "escribe", "xplain", "什么是", "是什么")
_JOINED_SIGNS = ("and wh", "and how", "又", "并", "以及")
_NEGATED_SIGNS = ("not", "except", "不")
_BETWEEN_ITEMS = (",", ";", "，", "、", "；", "and", "和")
_ITEM = re.compile(r"[,;，、；]|\band\b|和")
_SHAPE = re.compile(r"\([A-Za-z0-9_ +*/-]+(?:,[A-Za-z0-9_ +*/-]*)+\)")
_AXIS = re.compile(r"\b[A-Z]\b")
_TOKEN = re.compile(r"[\u3400-\u9fff]|\w+", re.ASCII)
_BRIEF = 130
"""No text of so few characters is long in any language."""
_SAME_WORDS = 0.8
_SHORT_WHY = 1.5
"""An explanation longer than the answer by this factor has words of its own."""
_STOPWORDS = frozenset("a an the is are was be of to in on it and or not this that".split())  # noqa: SIM905
_LONG_KEY = 1.8
_SHORT_KEY = 12


def review_deck(loaded: LoadedDeck, *, problems: Problems) -> None:
    """Note every craft and translation warning of a deck that shows in one card alone."""
    languages = frozenset(loaded.header.title)
    for note in loaded.notes:
        warnings = Warnings(note.place, problems=problems)
        review_card(note.entry, warnings)
        compare_versions(note.entry, warnings, languages=languages)


def review_card(entry: CardEntry, warnings: Warnings) -> None:
    """Note what could be better about one card."""
    key = stem_key(entry)
    for language, text in stem_of(entry).items():
        _review_stem(text, language, key, warnings)
    for language, text in (entry.why or {}).items():
        # The length is looked at first here and below: a call for each text is a fiftieth of lint's time.
        if len(text) > _BRIEF and is_long(text, language, latin=300, chinese=130):
            warnings.add("W415", "the explanation is long; split the card or cut it", "why", language)
        _review_words(text, "why", language, warnings)
    review = _REVIEWS.get(type(entry))
    if review is not None:
        review(entry, warnings)


def _has_any(text: str, signs: tuple[str, ...]) -> bool:
    # A loop of its own takes half the time of any(map(…)), and this is asked a dozen times for each card.
    for sign in signs:  # noqa: SIM110 - as said
        if sign in text:
            return True
    return False


def stem_of(entry: CardEntry) -> Mapping[str, str]:
    """What a card asks in each language; nothing for the card of an exercise."""
    stem: Mapping[str, str] = getattr(entry, stem_key(entry), {})
    return stem


def stem_key(entry: CardEntry) -> str:
    """The key that the question stands under."""
    return "text" if type(entry) is ClozeEntry else "prompt"


def _review_stem(text: str, language: str, key: str, warnings: Warnings) -> None:
    if len(text) > _BRIEF and is_long(text, language, latin=230, chinese=130):
        if is_long(without_blocks(text), language, latin=230, chinese=130):
            warnings.add("W403", "the question is long; ask one thing", key, language)
        lines = code_lines(text)
        if len(lines) > MAX_CODE_LINES:
            warnings.add("W403", f"{len(lines)} lines of code; {MAX_CODE_LINES} can be kept in view", key, language)
    if "```" in text and any(len(line) > MAX_CODE_COLUMNS for line in code_lines(text)):
        warnings.add("W413", f"a line of code is longer than {MAX_CODE_COLUMNS} columns", key, language)
    if text.count("?") + text.count("？") > 1 and sum(map(without_code(text).count, "?？")) > 1:
        warnings.add("W404", "two questions in one card; make two cards", key, language)
    if _has_any(text, _WHAT_IS_SIGNS) and (_WHAT_IS.fullmatch(text) or _WHAT_IS_ZH.fullmatch(text)):
        warnings.add("W405", "'what is it' has no single answer; ask what it does to something", key, language)
    if _has_any(text, _JOINED_SIGNS) and _JOINED.search(without_code(text)):
        warnings.add("W425", "the question asks for two things; make two cards", key, language)
    pronoun = _PRONOUN.match(text)
    if pronoun:
        warnings.add("W416", f"what '{pronoun.group()}' means is not said: a card stands alone", key, language)
    if _has_any(text, _LIST_ALL_SIGNS) and _LIST_ALL.search(text):
        warnings.add("W414", "a question for a list is hard to keep; ask for one thing, or by cloze", key, language)
    _review_words(text, key, language, warnings)


def _review_words(text: str, key: str, language: str, warnings: Warnings) -> None:
    undated = _UNDATED.search(text) if _has_any(text, _UNDATED_SIGNS) else None
    if undated:
        hint = "say since which version"
        warnings.add("W411", f"'{undated.group()}' will be wrong one day", key, language, hint=hint)


def _review_answer(entry: BasicEntry, warnings: Warnings) -> None:
    for language, answer in entry.answer.items():
        if _YES_NO.fullmatch(answer):
            message = "a yes or no can be guessed; ask for what happens"
            warnings.add("W401", message, "answer", language)
        if is_long(without_blocks(answer), language, latin=95, chinese=48):
            warnings.add("W402", "the answer is long; ask for less", "answer", language)
        stem = entry.prompt.get(language, "")
        _review_items(answer, "answer", language, warnings)
        _review_given_away(answer, stem, "answer", language, warnings)
        _review_shape(answer, stem, "answer", language, warnings)
        _review_repeated(entry.why.get(language, ""), answer, language, warnings)


def _review_items(answer: str, key: str, language: str, warnings: Warnings) -> None:
    if sum(map(answer.count, _BETWEEN_ITEMS)) < LIST_ITEMS - 1:
        return
    plain = re.sub(r"[(\[].*?[)\]]", "", without_code(answer))
    items = [item for item in _ITEM.split(plain) if item.strip(" .。")]
    if len(items) >= LIST_ITEMS and all(len(item.split()) <= 3 and len(item) < 20 for item in items):  # noqa: PLR2004
        warnings.add("W409", f"a list of {len(items)} is hard to keep", key, language)


def _review_shape(answer: str, stem: str, key: str, language: str, warnings: Warnings) -> None:
    """A shape in letters can only be answered by whoever knows which letter is meant for which axis."""
    shape = _SHAPE.search(answer) if "(" in answer else None
    if shape is None:
        return
    unnamed = [name for name in dict.fromkeys(_AXIS.findall(shape.group())) if not re.search(rf"\b{name}\b", stem)]
    if unnamed:
        message = f"the question does not say which axis is {', '.join(unnamed)}"
        warnings.add("W427", message, key, language, hint="give the shape of what goes in")


def _review_repeated(why: str, answer: str, language: str, warnings: Warnings) -> None:
    if len(why) > _SHORT_WHY * len(answer):
        return
    said = _tokens(why)
    if said and len(said & _tokens(answer)) >= _SAME_WORDS * len(said):
        warnings.add("W428", "the explanation says only what the answer says", "why", language)


def _tokens(text: str) -> frozenset[str]:
    return frozenset(_TOKEN.findall(text.casefold()))


def _review_given_away(answer: str, stem: str, key: str, language: str, warnings: Warnings) -> None:
    bare = answer.strip(" `.。\"'").casefold()
    stem = stem.casefold()
    if len(bare) > 3 and bare in stem and " or " not in stem and "还是" not in stem:  # noqa: PLR2004
        warnings.add("W412", "the answer stands in the question", key, language)


def _review_cloze(entry: ClozeEntry, warnings: Warnings) -> None:
    for language, text in entry.text.items():
        found = deletions(text)
        if len({number for number, _ in found}) > 2:  # noqa: PLR2004
            warnings.add("W410", "more than two deletions; make two cards", "text", language)
        rest = text
        for number, content in found:
            rest = rest.replace(f"{{{{c{number}::{content}}}}}", "", 1)
        for _, content in found:
            _review_items(content, "text", language, warnings)
            _review_shape(content, rest, "text", language, warnings)
            count = words(content)
            if content.casefold() in _STOPWORDS:
                warnings.add("W410", f"'{content}' is not worth a deletion", "text", language)
            elif count > 6:  # noqa: PLR2004
                warnings.add("W410", "a deletion of more than six words", "text", language)
            elif count:
                _review_given_away(content, rest, "text", language, warnings)


def _review_choice(entry: ChoiceEntry, warnings: Warnings) -> None:
    for language, text in entry.prompt.items():
        if _has_any(text, _NEGATED_SIGNS) and _NEGATED.search(text):
            hint = "ask for what is, or mark it as **not**"
            warnings.add("W406", "a question with 'not' is easily misread", "prompt", language, hint=hint)
    for number, option in enumerate(entry.options):
        for language, text in option.text.items():
            if _has_any(text, _CATCH_ALL_SIGNS) and _CATCH_ALL.search(text):
                message = "'all of the above' tests reading, not knowledge"
                warnings.add("W407", message, "options", number, "text", language)
        if option.correct:
            _review_key(entry, number, warnings)


def _review_key(entry: ChoiceEntry, number: int, warnings: Warnings) -> None:
    for language, text in entry.options[number].text.items():
        wrong = [len(o.text[language]) for o in entry.options if not o.correct and language in o.text]
        if wrong and len(text) > max(_LONG_KEY * sum(wrong) / len(wrong), _SHORT_KEY):
            message = "the right option is much longer than the wrong ones"
            warnings.add("W408", message, "options", number, "text", language)


def _review_order(entry: OrderEntry, warnings: Warnings) -> None:
    if len(entry.lines) < LIST_ITEMS:
        warnings.add("W417", f"{len(entry.lines)} lines can be ordered by luck; use 4 or more", "lines")
    for number, line in enumerate(entry.lines):
        if len(line) > MAX_CODE_COLUMNS:
            warnings.add("W413", f"a line of code is longer than {MAX_CODE_COLUMNS} columns", "lines", number)


def _review_bug(entry: BugEntry, warnings: Warnings) -> None:
    lines = entry.code.rstrip("\n").split("\n")
    if len(lines) < MIN_BUG_LINES:
        warnings.add("W417", f"among {len(lines)} lines the wrong one is found by luck", "code")
    if len(lines) > MAX_CODE_LINES:
        warnings.add("W403", f"{len(lines)} lines of code; {MAX_CODE_LINES} can be kept in view", "code")
    if any(len(line) > MAX_CODE_COLUMNS for line in lines):
        warnings.add("W413", f"a line of code is longer than {MAX_CODE_COLUMNS} columns", "code")


def _review_code(entry: CodeEntry, warnings: Warnings) -> None:
    if len(entry.answer) > MAX_CODE_COLUMNS:
        warnings.add("W413", f"a line of code is longer than {MAX_CODE_COLUMNS} columns", "answer")
    if not entry.accept:
        warnings.add("W424", "no other right line proves that the comparison is fair", "answer", hint="add 'accept'")


def _review_compute(entry: ComputeEntry, warnings: Warnings) -> None:
    draws = math.prod(
        len(spec.choice) if spec.choice else len(range(*_bounds(spec.range or [0, 0])))
        for spec in entry.parameters.values()
    )
    if draws < MIN_DRAWS:
        warnings.add("W418", f"only {draws} different questions can be drawn; {MIN_DRAWS} defeat memory", "parameters")
    for language, text in entry.prompt.items():
        shown = placeholders(text)
        hidden = sorted(entry.parameters.keys() - shown)
        if hidden:
            message = f"the question does not show {', '.join(hidden)}"
            warnings.add("W419", message, "prompt", language)
        for name in sorted(shown - entry.parameters.keys()):
            near = closest(name, hidden)
            if near:
                message = f"{{{name}}} stays as it is; did you mean {{{near}}}?"
                warnings.add("W420", message, "prompt", language)


def _bounds(given: list[int]) -> tuple[int, int, int]:
    low, high, step = (*given, 1)[:3]
    return low, high + 1, step


_REVIEWS: Mapping[type[CardEntry], Callable[[Any, Warnings], None]] = {
    BasicEntry: _review_answer,
    ClozeEntry: _review_cloze,
    ChoiceEntry: _review_choice,
    OrderEntry: _review_order,
    ComputeEntry: _review_compute,
    BugEntry: _review_bug,
    CodeEntry: _review_code,
}
