"""What is said about acts on cards: flags and marks, what was taken back, and what to do with a leech."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text as RichText

from quizzer.domain.act import ActKind, UndoneAct
from quizzer.reports.card_page import DIM, WRONG, sentence
from quizzer.reports.card_words import rating_word, say

if TYPE_CHECKING:
    from quizzer.domain.act import Leech, Standing
    from quizzer.domain.review import UndoneAnswer
    from quizzer.reports.card_page import PageStyle

MOST_EXERCISES = 3
ACT_KEYS = {
    ActKind.SUSPEND: "act_suspend",
    ActKind.UNSUSPEND: "act_unsuspend",
    ActKind.FLAG: "act_flag",
    ActKind.MARK: "act_mark",
    ActKind.UNMARK: "act_unmark",
    ActKind.TAG: "act_tag",
    ActKind.UNTAG: "act_untag",
    ActKind.BURY: "act_bury",
    ActKind.UNBURY: "act_unbury",
    ActKind.REMARK: "act_remark",
}


def titled(topic: str, standing: Standing, *, style: PageStyle) -> str:
    """The topic of a card with its flag and mark."""
    marks = []
    if standing.flag:
        marks.append(f"⚑{standing.flag}" if not style.plain else say(style.language, "is_flagged", flag=standing.flag))
    if standing.marked:
        marks.append("★" if not style.plain else say(style.language, "is_marked"))
    return (", " if style.plain else "  ").join([topic, *marks])


def undone_text(undone: UndoneAnswer | UndoneAct, *, language: str) -> str:
    """What an undo took back, in one sentence."""
    if not isinstance(undone, UndoneAct):
        return say(language, "undone", rating=rating_word(language, undone.rating), card=undone.card_id)
    first, *others = undone.cards or ("",)
    card = say(language, "and_more", card=first, count=len(others)) if others else first
    return say(language, "undone_act", act=say(language, ACT_KEYS[undone.kind]), card=card)


def leech_page(leech: Leech, *, style: PageStyle) -> list[RichText]:
    """A card that repetition does not teach, and what may."""
    language, card = style.language, leech.card_id
    lines = sentence(say(language, "leech", card=card, count=leech.lapses), style=style, text_style=WRONG)
    lines += sentence(say(language, "leech_why", card=card), style=style)
    for exercise in leech.exercises[:MOST_EXERCISES]:
        lines += sentence(say(language, "leech_exercise", exercise=exercise), style=style)
    lines += sentence(say(language, "leech_list"), style=style)
    return [*lines, *sentence(say(language, "keys_leech"), style=style, text_style=DIM), RichText()]
