"""The sentences of the commands on single cards and of the search, in each language; ``words.say`` fills them in."""

from __future__ import annotations

COLLECTION: dict[str, tuple[str, ...]] = {
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
    "did_nothing": ("Nothing to change: it is so already.", "无需更改：已经如此。"),
    "undo_hint": ("Taken back with: quizzer undo", "撤销用：quizzer undo"),
}
