"""The sentences around previewed cards, in each language; ``say`` fills them in."""

from __future__ import annotations

from quizzer.reports.catalogue import Catalogue

_TABLE: dict[str, tuple[str, ...]] = {
    "answer": ("Answer", "答案"),
    "told": ("If wrong", "答错时"),
    "why": ("Why", "原因"),
    "source": ("Source", "来源"),
    "cards": ("Version {version} · cards: {count}", "版本 {version} · 卡片：{count}"),
    "nav": ("All cards", "全部卡片"),
    "problems": ("This deck cannot be shown yet", "这个卡组暂时无法显示"),
    "exercise": ("Coding exercise: {id}", "编程练习：{id}"),
    "written": ("The page is in {path}", "网页已写入 {path}"),
}
_CATALOGUE = Catalogue(_TABLE)
SENTENCES = _CATALOGUE.sentences
say = _CATALOGUE.say
