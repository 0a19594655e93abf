"""The sentences of an exercise's card in a session, in each language; ``say`` fills them in."""

from __future__ import annotations

from quizzer.reports import words
from quizzer.reports.catalogue import Catalogue

_TABLE: dict[str, tuple[str, ...]] = {
    "starter_written": ("The starter is in", "起始代码在"),
    "starter_kept": ("Your file is in", "你的文件在"),
    "each_save": (
        "c opens it in your editor; or edit it in another window. Each save is judged while this card is here.",
        "按 c 用编辑器打开，也可以在别的窗口里编辑。这张卡在屏幕上时，每次保存都会自动评测。",
    ),
    "anew": (
        "n begins anew from the starter, and keeps this file beside it.",
        "按 n 从起始代码重新开始，现有文件会保留在旁边。",
    ),
    "old_solution": (
        "This file is a solution of yours that was accepted before. n begins anew from the starter, and keeps it.",
        "这个文件是你以前通过的解答。按 n 从起始代码重新开始，旧文件会保留。",
    ),
    "begun_anew": (
        "The starter is in its place again. Your file is kept in {path}",
        "起始代码已放回原处，你的文件保留在 {path}",
    ),
    "no_editor": (
        "You have named no editor (VISUAL or EDITOR). Open the file by hand, and save it: {path}",
        "没有设置编辑器（VISUAL 或 EDITOR）。请自行打开文件并保存：{path}",
    ),
    "editor_left": (
        "The editor came back at once. If it has a window of its own, save there; or open the file by hand: {path}",
        "编辑器马上就返回了。如果它有自己的窗口，在那里保存即可；也可以自行打开文件：{path}",
    ),
    "editor_failed": ("{reason} You can open the file by hand: {path}", "{reason} 可以自行打开文件：{path}"),
    "not_saved": (
        "Nothing was saved, so nothing is judged; g judges the file as it is.",
        "没有保存，未评测；按 g 评测当前文件。",
    ),
    "not_ready": ("Not judged: it is not finished yet ({why}).", "未评测：还没写完（{why}）。"),
    "file_gone": ("Not judged: the file is gone.", "未评测：文件不见了。"),
    "judged_newer": ("Saved again: the newer version is judged.", "又保存了，改为评测新版本。"),
    "judging_stopped": (
        "Stopped judging. Your file is as you saved it, and nothing is counted; g judges it again.",
        "已停止评测。文件保持你保存的样子，本次不计入；按 g 重新评测。",
    ),
    "put_off": ("Put off: the card waits where it was.", "先放一放：这张卡留在原处等你。"),
    "gave_up": (
        "Given up. The solution, if you want to read it: quizzer exercise solution {id} --reveal",
        "已放弃。想看参考解答：quizzer exercise solution {id} --reveal",
    ),
    "note": ("Note", "笔记"),
    "saves": ("Your saves:", "你的保存："),
}

CATALOGUE = Catalogue(_TABLE, beyond=words.CATALOGUE)
say = CATALOGUE.say
