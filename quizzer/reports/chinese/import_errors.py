"""Errors of files that come from elsewhere, and their hints, by the English sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

CHINESE: Mapping[str, str] = {
    "this package holds only Anki's note 'please update': its real collection is missing": (
        "这个包里只有 Anki 的“请更新”提示，缺少真正的集合"
    ),
    "export it again; whoever repacked it took the wrong file": "请重新导出；打包的人取错了文件",
    "quizzer cannot tell how the columns of this file are parted": "quizzer 看不出这个文件的各列如何分隔",
    "add '#separator:tab' (or comma, semicolon, pipe) as its first line": (
        "请在第一行加上 '#separator:tab'（或 comma、semicolon、pipe）"
    ),
    "{} cannot be imported": "{} 无法导入",
    "mend the rows, or accept them as they are with --lenient": "请修正这些行，或用 --lenient 按原样接受",
    "this JSON is no backup of quizzer's": "这个 JSON 不是 quizzer 的备份",
    "this backup was written by another version": "这个备份是另一个版本写的",
    "upgrade quizzer": "请升级 quizzer",
    "this backup is damaged": "这个备份已损坏",
    "the collection in this package is damaged": "这个包里的集合已损坏",
    "export it from Anki again, after Tools > Check Database": "请在 Anki 中运行 工具 > 检查数据库，然后重新导出",
    "quizzer does not know this version of Anki's database ({})": "quizzer 不认识这个版本的 Anki 数据库（{}）",
    "this is no Anki collection: it has no table '{}'": "这不是 Anki 集合：没有表“{}”",
    "'{}' in this collection is not a plain table": "这个集合中的“{}”不是普通的表",
    "this collection has more than {} rows in a table": "这个集合有一个表超过 {} 行",
    "the note types of this collection are damaged": "这个集合的笔记类型已损坏",
    "the settings of this collection are damaged": "这个集合的设置已损坏",
    "this is a bare database": "这是单独的数据库文件",
    "export an .apkg or .colpkg from Anki": "请从 Anki 导出 .apkg 或 .colpkg",
    "quizzer does not know this kind of file": "quizzer 不认识这种文件",
    "this file is larger than {} MiB": "这个文件超过 {} MiB",
    "there is no such file or folder": "没有这样的文件或文件夹",
    "this file cannot be read: {}": "这个文件无法读取：{}",
    "this file is not UTF-8": "这个文件不是 UTF-8",
    "save it as UTF-8": "请保存为 UTF-8",
    "{} is no deck of hashcards' as it stands": "{} 的现有内容不是 hashcards 卡组",
    "the front matter cannot be read": "无法读取开头的元数据",
    'write it as {}, name = "…", {}': '请写成 {}、name = "…"、{}',
    "this package names a file outside itself ({})": "这个包里有文件名指向包外（{}）",
    "this package is damaged or cut short": "这个包已损坏或不完整",
    "this package is cut short": "这个包不完整",
    "export or download it again": "请重新导出或下载",
    "{} is in Anki's newest format, which needs the library zstandard.": (
        "{} 使用 Anki 的最新格式，需要 zstandard 库。"
    ),
    "pip install 'quizzer[anki]', or export with 'Support older Anki versions' in Anki": (
        "pip install 'quizzer[anki]'，或在 Anki 中导出时勾选“支持旧版 Anki”"
    ),
    "this package is damaged: its data cannot be unpacked": "这个包已损坏：数据无法解压",
    "this package unpacks to more than {} MiB": "这个包解压后超过 {} MiB",
    "the list of contents of this handout is damaged": "这个分发文件的目录已损坏",
    "ask for the file again, or download it again": "请重新索取或下载这个文件",
    "this zip file is no handout of quizzer's": "这个 zip 文件不是 quizzer 的分发文件",
    "this handout was made by a newer quizzer": "这个分发文件由更新版本的 quizzer 生成",
    "'{}' {}: this handout was changed after it was made": "“{}”{}：这个分发文件在生成之后被改动过",
    "is missing": "缺失",
    "is not in its list of files": "不在文件列表中",
    "this handout is larger than {} MiB": "这个分发文件超过 {} MiB",
    "'{}' is not as its author wrote it": "“{}”与作者所写的不一致",
    "this package is encrypted": "这个包已加密",
    "'{}' in this package is larger than {} MiB": "包中的“{}”超过 {} MiB",
    "do not trust it; nothing was read": "请勿信任它；未读取任何内容",
    "this package unpacks to more than {} times its size": "这个包解压后超过自身大小的 {} 倍",
    "that is how zip bombs are made; nothing was read": "压缩炸弹就是这样做的；未读取任何内容",
    "this package has more than {} files": "这个包里的文件超过 {} 个",
    "this package has a link in it ({})": "这个包里有链接（{}）",
    "this package has two files named {}": "这个包里有两个文件都叫 {}",
}
