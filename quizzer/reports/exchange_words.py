"""The sentences about imports from and exports to other programs, in each language; ``say`` fills them in."""

from __future__ import annotations

from quizzer.reports.catalogue import Catalogue

_TABLE: dict[str, tuple[str, ...]] = {
    "deck": ("Deck", "卡组"),
    "new": ("New", "新增"),
    "updated": ("Updated", "更新"),
    "returned": ("Back", "恢复"),
    "unchanged": ("Unchanged", "未变"),
    "conflict": ("Kept", "保留"),
    "histories": ("With schedule", "带进度"),
    "reviews": ("Answers", "回答"),
    "dry_run": (
        "Dry run: nothing was changed. Without --dry-run this is what would be done:",
        "试运行：未作任何更改。去掉 --dry-run 将执行以下操作：",
    ),
    "nothing": ("There is nothing in this file that quizzer can use.", "文件中没有 quizzer 能用的内容。"),
    "conflict_note": (
        "Kept: these cards come from your own deck files, which are right; the texts that arrived were not taken over.",
        "保留：这些卡片来自你自己的卡组文件，以文件为准，未采用导入的文字。",
    ),
    "skipped_heading": ("Left out ({count}):", "未导入（{count}）："),
    "more": ("… and {count} more (all of them with --json)", "……另有 {count} 项（--json 可查看全部）"),
    "backup": ("A copy of the database from before: {path}", "导入前的数据库副本：{path}"),
    "edition_full": (
        "{name}: full edition, with hidden checks and solutions",
        "{name}：完整版，含隐藏检查和解答",
    ),
    "edition_student": (
        "{name}: student edition, visible checks only, no solutions",
        "{name}：学生版，只有可见检查，不含解答",
    ),
    "packed_deck": ("  deck {id}, version {version}, cards {cards}", "  卡组 {id}，版本 {version}，卡片 {cards}"),
    "packed_exercise": ("  exercise {id}, checks {checks}", "  练习 {id}，检查 {checks}"),
    "packed_visible": ("  exercise {id}, checks {checks} of {all}", "  练习 {id}，检查 {checks}/{all}"),
    "built": ("Written to {path} ({kib} KiB).", "已写入 {path}（{kib} KiB）。"),
    "exported": (
        "Written to {path}: cards {cards}, answers {reviews}",
        "已将 {cards} 张卡片、{reviews} 条回答写入 {path}",
    ),
    "left_behind": (
        "{count} cards were left out: {format} has no place for their kind.",
        "{count} 张卡片未写出：{format} 格式无法表示这类卡片。",
    ),
    # why something was left out
    "empty": ("it asks nothing, or has no answer", "没有问题或没有答案"),
    "too_long": ("it is too long", "内容过长"),
    "no_field": ("its note type has no field with deletions", "笔记类型中没有填空字段"),
    "no_note_type": ("its note type is missing", "缺少笔记类型"),
    "image_occlusion": ("it hides parts of a picture", "图片遮挡卡片"),
    "repeated": ("the same note is there twice", "同一笔记出现两次"),
    "broken": ("it cannot be read", "无法读取"),
    # remarks
    "media": (
        "{count} media files are not brought in: no text names them, or they are no usual pictures or sounds.",
        "{count} 个媒体文件未导入：没有文字提到它们，或者不是常见大小的图片或声音。",
    ),
    "media_taken": (
        "{count} media files are not brought in: others of these names are there already.",
        "{count} 个媒体文件未导入：同名的其他文件已经存在。",
    ),
    "media_kept": (
        "{count} pictures and sounds lie in {folder} under the names that the texts give.",
        "{count} 个图片和声音按文字中的名称存放在 {folder}。",
    ),
    "edited": (
        "{count} notes of quizzer's own were edited elsewhere; their texts are taken from quizzer's field instead.",
        "{count} 条 quizzer 自己的笔记在别处被改过；以 quizzer 字段中的文字为准。",
    ),
    "memory_refused": (
        "{count} cards claim a memory that is no number or out of range; theirs is computed from their answers.",
        "{count} 张卡片的记忆参数不是数字或超出范围，已根据回答重新计算。",
    ),
    "reviews_refused": (
        "{count} answers with an impossible time or rating were left out.",
        "{count} 条时间或评分不合理的回答未导入。",
    ),
    "suspended": (
        "{count} cards are suspended there, and here too: quizzer card unsuspend brings them back.",
        "{count} 张卡片在原程序中已暂停，在这里同样暂停；用 quizzer card unsuspend 恢复。",
    ),
    "guessed_separator": (
        "No #separator line: columns were taken to be parted by {count}.",
        "没有 #separator 行：按 {count} 分列。",
    ),
    "html_guessed": ("No #html line: texts were taken as they are.", "没有 #html 行：文字按原样读取。"),
}

CATALOGUE = Catalogue(_TABLE)
say = CATALOGUE.say
