"""The sentences of the commands on single cards and of the search, in each language; ``say`` fills them in.

What they share with the listings is in ``words``.
"""

from __future__ import annotations

from quizzer.reports import words
from quizzer.reports.catalogue import Catalogue

_TABLE: dict[str, tuple[str, ...]] = {
    # acts on cards, by their names
    "did_suspend": (
        "Suspended: {count}. They come back with: quizzer card unsuspend",
        "已暂停 {count} 张。恢复用：quizzer card unsuspend",
    ),
    "did_unsuspend": ("Back in the queue: {count}.", "已恢复 {count} 张。"),
    "did_flag": ("Flagged: {count}.", "已设旗标：{count} 张。"),
    "did_mark": ("Marked: {count}.", "已标记：{count} 张。"),
    "did_unmark": ("No longer marked: {count}.", "已去掉标记：{count} 张。"),
    "did_tag": ("Tagged: {count}.", "已加标签：{count} 张。"),
    "did_untag": ("Tag removed: {count}.", "已去掉标签：{count} 张。"),
    "did_bury": ("Buried until tomorrow, with their siblings: {count}.", "连同兄弟卡搁置到明天：{count} 张。"),
    "did_unbury": ("No longer buried: {count}.", "已取消搁置：{count} 张。"),
    "did_remark": ("Your note is kept, and shown with the answer.", "笔记已保存，会随答案显示。"),
    "did_nothing": ("Nothing to change: it is so already.", "无需更改：已经如此。"),
    "undo_hint": ("Taken back with: quizzer undo", "撤销用：quizzer undo"),
    # search
    "card": ("Card", "卡片"),
    "question": ("Question", "问题"),
    "recall": ("Recall", "记忆率"),
    "state_new": ("new", "新"),
    "state_learning": ("learning", "学习中"),
    "state_review": ("in review", "复习中"),
    "state_relearning": ("relearning", "重学中"),
    "suspended": ("suspended", "已暂停"),
    "flag": ("flag {number}", "旗标 {number}"),
    "leech": ("leech", "难点卡"),
    "marked": ("marked", "已标记"),
    "in_minutes": ("in {count} min", "{count} 分钟后"),
    "found_none": ("No card is like that.", "没有这样的卡片。"),
    "found_all": ("{total} found.", "共 {total} 张。"),
    "found_some": (
        "{shown} of {total} shown; --limit 0 shows all.",
        "显示 {total} 张中的 {shown} 张；--limit 0 显示全部。",
    ),
    # one card
    "answer": ("Answer", "答案"),
    "why": ("Why", "原因"),
    "source": ("Source", "来源"),
    "tags": ("Tags", "标签"),
    "note": ("Note", "笔记"),
    "memory": ("Memory", "记忆"),
    "memory_value": (
        "stability {stability} days, difficulty {difficulty} of 10",
        "稳定性 {stability} 天，难度 {difficulty}（满分 10）",
    ),
    "interval": ("Interval", "间隔"),
    "answers": ("Answers", "回答"),
    "answers_value": ("{answers}, forgotten: {lapses}", "{answers} 次，忘记 {lapses} 次"),
    "day": ("Day", "日期"),
    "rating": ("Rating", "评分"),
    "after": ("After", "相隔"),
    "next": ("Next in", "下次"),
    "took": ("Took", "用时"),
    "stability": ("Stability", "稳定性"),
    "difficulty": ("Difficulty", "难度"),
    "hinted": ("hint", "有提示"),
    "days_value": ("{days} d", "{days} 天"),
    "hours_value": ("{hours} h", "{hours} 小时"),
    "minutes_value": ("{minutes} min", "{minutes} 分钟"),
    "seconds_value": ("{seconds} s", "{seconds} 秒"),
    "credits": ("Put off without an answer", "未作答而推迟"),
    "credit_value": (
        "{day}: exercise {exercise} passed, due {after} instead of {before}",
        "{day}：通过练习 {exercise}，到期日由 {before} 推迟到 {after}",
    ),
    "curve": ("How well it is remembered", "记忆曲线"),
    "curve_legend": (
        "{first} to {last} · ┴ answered · ▲ today · ◆ due",
        "{first} 至 {last} · ┴ 回答 · ▲ 今天 · ◆ 到期",
    ),
}

CATALOGUE = Catalogue(_TABLE, beyond=words.CATALOGUE)
say = CATALOGUE.say
