"""The sentences about copies of the database, in each language; ``say`` fills them in."""

from __future__ import annotations

from quizzer.reports.catalogue import Catalogue

_TABLE: dict[str, tuple[str, ...]] = {
    "number": ("No.", "编号"),
    "made": ("Made", "时间"),
    "reason": ("Why", "原因"),
    "size": ("Size", "大小"),
    "file": ("File", "文件"),
    "daily": ("daily", "每日"),
    "manual": ("by you", "手动"),
    "before-import": ("before an import", "导入前"),
    "before-restore": ("before a restore", "恢复前"),
    "before-migration": ("before a new version", "升级前"),
    "none": ("There are no copies yet; one is made on each day of study.", "还没有备份；每个学习日会自动备份一次。"),
    "how_to_restore": ("Put one back: quizzer backup restore NUMBER", "恢复某个备份：quizzer backup restore 编号"),
    "made_one": ("Copied to {path}", "已备份到 {path}"),
    "sure": (
        "Replace the database by this copy ({cards} cards, {reviews} answers)? The present state is copied first.",
        "用此备份（{cards} 张卡片，{reviews} 条回答）替换当前数据库？会先备份当前状态。",
    ),
    "kept": ("Nothing was changed.", "未作任何更改。"),
    "restored": (
        "Restored from {path}: {cards} cards, {reviews} answers.",
        "已从 {path} 恢复：{cards} 张卡片，{reviews} 条回答。",
    ),
    "before": ("What was there before is kept in {path}", "恢复前的状态保存在 {path}"),
}


CATALOGUE = Catalogue(_TABLE)
say = CATALOGUE.say
