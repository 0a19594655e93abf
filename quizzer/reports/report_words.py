"""The sentences of ``quizzer deck report``, in each language; ``say`` fills them in."""

from __future__ import annotations

from quizzer.reports.catalogue import Catalogue

_TABLE: dict[str, tuple[str, ...]] = {
    "head": (
        "{deck}: learners {learners}, cards answered {answered} of {cards}",
        "{deck}：学习者 {learners}，已作答卡片 {answered}/{cards}",
    ),
    "card": ("Card", "卡片"),
    "answers": ("Answers", "回答"),
    "first": ("First try", "首次"),
    "success": ("Right", "答对"),
    "difficulty": ("Difficulty", "难度"),
    "discrimination": ("Tells apart", "区分度"),
    "leeches": ("Leech to", "成为难点"),
    "wrong": ("What was wrong", "错在哪里"),
    "typed": ("typed: {what}", "输入：{what}"),
    "mistakes": ("mistakes: {what}", "误解：{what}"),
    "unchosen": ("nobody chose: {what}", "无人选择：{what}"),
    "times": ("{what} ×{count}", "{what} ×{count}"),
    "nothing": ("Nobody has answered a card of this deck yet.", "还没有人回答过这个卡组的卡片。"),
    "note": (
        "Right: of each day's first answers. Tells apart: -1 to 1, suspicious near 0; from {learners} learners on.",
        "答对：按每天的首次回答计。区分度：-1 到 1，接近 0 或为负则可疑；至少需要 {learners} 名学习者。",
    ),
}
_CATALOGUE = Catalogue(_TABLE)
SENTENCES = _CATALOGUE.sentences
say = _CATALOGUE.say
