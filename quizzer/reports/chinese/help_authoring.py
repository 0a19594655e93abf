"""The texts of --help for those who write decks and exercises, by the English paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

CHINESE: Mapping[str, str] = {
    "Begin an exercise in FOLDER, which is new; its name is the exercise's id.": (
        "在新文件夹 FOLDER 中新建一个练习；文件夹名就是练习的 ID。"
    ),
    "quizzer deck lint FOLDER names the texts that are missing, quizzer verify FOLDER what is not proved yet.": (
        "quizzer deck lint FOLDER 会指出还缺哪些文字，quizzer verify FOLDER 会指出还有什么没有证明。"
    ),
    "What learners write; the default is made of the folder's name.": "学习者要写的函数名；默认由文件夹名得出。",
    "They write a subclass of nn.Module instead.": "改为编写 nn.Module 的子类。",
    "Decks: list them, bring in your own, take them out again, check what you write.": (
        "卡组：列出、导入自己的、移除、检查所写的内容。"
    ),
    "Pack the decks and exercises at or below PATH into one file to hand to a class.": (
        "把 PATH 及其下的卡组和练习打包成一个文件，发给全班。"
    ),
    "Students bring it in with quizzer deck import FILE. The same content gives the same bytes.": (
        "学生用 quizzer deck import FILE 导入。内容相同，得到的文件逐字节相同。"
    ),
    "The file to write, NAME.quizzer say.": "要写入的文件，例如 NAME.quizzer。",
    "Only the checks that are marked as visible, and no solutions.": "只包含标为可见的检查，不含解答。",
    "What later versions share; the default is the deck's id, or the folder's name.": (
        "各个版本共用的名称；默认是卡组 ID 或文件夹名。"
    ),
    "Replace the file if it is there.": "文件已存在时替换它。",
    "Say which cards of OLD keep their learners' history in NEW; exit code 1 if any is lost.": (
        "说明 OLD 中哪些卡片的学习记录在 NEW 中得以保留；有丢失时退出码为 1。"
    ),
    (
        "Each is a folder of decks, whatever its name, a file of a deck, or a file that deck build or deck"
        " export wrote. ~ changed, + added, - removed, > the same card under another id: its history is lost"
        " unless the old id is kept."
    ): (
        "两者各为一个卡组文件夹（名称不限）、卡组中的一个文件，或 deck build、deck export 写出的文件。~ 已更"
        "改，+ 新增，- 移除，> 同一张卡片换了 ID：不保留原来的 ID，学习记录就会丢失。"
    ),
    "Write the deck DECK to a file for another program, with its history where the format has a place for it.": (
        "把卡组 DECK 写成其他程序能读的文件；格式允许时连同学习记录。"
    ),
    "The file to write.": "要写入的文件。",
    "Default: by the file's name.": "默认由文件名决定。",
    (
        "Propose an id for each card without one in the deck at PATH; exit code 1 if there are any and"
        " --write is missing."
    ): "为 PATH 处卡组中没有 ID 的每张卡片建议一个 ID；有这样的卡片而没加 --write 时退出码为 1。",
    "PATH is a deck or one file of it. Ids that are there are never touched: learners' histories hang on them.": (
        "PATH 是一个卡组或其中一个文件。已有的 ID 绝不改动：学习记录都挂在它们上面。"
    ),
    "Put the ids into the files: one line for each card, nothing else changes.": (
        "把 ID 写进文件：每张卡片一行，其余不变。"
    ),
    "Bring decks into your database; progress is kept.": "把卡组导入你的数据库，保留学习进度。",
    (
        "PATH is a folder of decks and exercises, or a file: one that quizzer deck build made, an Anki"
        " package (.apkg, .colpkg), Anki text or CSV, hashcards Markdown, or a JSON backup of quizzer's."
    ): (
        "PATH 是含卡组和练习的文件夹，或一个文件：quizzer deck build 生成的文件、Anki 包（.apkg、.colpkg）、"
        "Anki 文本或 CSV、hashcards Markdown、quizzer 的 JSON 备份。"
    ),
    "If any file has an error, all errors are listed, nothing is changed, and the exit code is 3.": (
        "只要有文件出错，就列出全部错误，不作任何更改，退出码为 3。"
    ),
    "Show what a file would bring; change nothing.": "显示文件会带来什么，不作任何更改。",
    "Accept a text file whose rows differ in length.": "接受各行列数不同的文本文件。",
    "Check the decks and exercises at or below each PATH; exit code 1 if there are errors.": (
        "检查每个 PATH 及其下的卡组和练习；有错误时退出码为 1。"
    ),
    (
        "A PATH may be a single file of a deck or exercise. Each problem is one line: path:line:column CODE message."
    ): "PATH 也可以是卡组或练习的单个文件。每个问题一行：路径:行:列 代码 消息。",
    "How to print what is found.": "检查结果的输出格式。",
    "Warnings count too: exit code 1 if there is any.": "警告也算数：有任何警告时退出码为 1。",
    "List all decks and how many of their cards are new, learned and due.": (
        "列出所有卡组，以及其中新卡、已学和到期的数量。"
    ),
    "Begin a deck in FOLDER, which is new; its name is the deck's id.": (
        "在新文件夹 FOLDER 中新建一个卡组；文件夹名就是卡组的 ID。"
    ),
    "What is left to write is empty: quizzer deck lint FOLDER names every such place.": (
        "待写的部分是空的：quizzer deck lint FOLDER 会逐一指出。"
    ),
    "Show the cards of the deck at PATH, or of one file of it, as a learner sees them: question and answer.": (
        "按学习者看到的样子显示 PATH 处卡组（或其中一个文件）的卡片：问题和答案。"
    ),
    (
        "Nothing is stored. Exit code 3 if the deck has errors; they are listed. A page that is watched"
        " reloads by itself."
    ): "不保存任何内容。卡组有错误时列出错误，退出码为 3。正在监视的网页会自动刷新。",
    "Only the card with this id.": "只显示这个 ID 的卡片。",
    "As it is asked for the Nth time: another draw.": "显示第 N 次提问的样子：另一次抽取。",
    "Show it again each time a file of the deck is saved, until Ctrl-C.": (
        "每次保存卡组文件时重新显示，直到按 Ctrl-C。"
    ),
    "Write one self-contained web page, in every language of the deck.": "写成一个独立的网页，包含卡组的所有语言。",
    "With --html: show the page in a browser.": "与 --html 同用：在浏览器中打开网页。",
    "Say of each card of DECK how hard and how telling it is, and what people answer who are wrong.": (
        "说明 DECK 的每张卡片有多难、多有区分度，以及答错的人答了什么。"
    ),
    (
        "Counts your own answers, or those of the learners whose exports (quizzer deck export DECK -o"
        " FILE.json) you have."
    ): "统计你自己的回答，或学习者导出文件（quizzer deck export DECK -o FILE.json）中的回答。",
    "Prove the exercises and cards at or below PATH, or of the ids given; all built-in ones if there is none.": (
        "证明 PATH 及其下的练习和卡片，或按 ID 指定的那些；都不指定时证明所有内置的。"
    ),
    (
        "On every seed each accepted solution must pass, the starter must fail, and each wrong solution must"
        " be caught by the check that its first line names. (From the second seed on, that check is run alone"
        " and the others only if it passes; an accepted solution is run once a seed, even where the exercise"
        " asks learners for several runs; --matrix and --write run everything.) Of a deck, or of one file of"
        " it, each card's verify snippet is run, each compute card drawn and answered by torch, each bug,"
        " code, order and choice card with code put to the test. Exit code 0 means that all are proved, 1"
        " that some are not, 3 that some cannot be read, 4 that a check breaks."
    ): (
        "在每个种子上，每个正确解答都必须通过，起始代码必须不通过，每个错误解答都必须被其首行写明的检查发现。"
        "（从第二个种子起，先单独运行该检查，通过了才运行其他检查；即使练习要求学习者的代码运行多次，正确解答"
        "在每个种子上也只运行一次；--matrix 和 --write 则全部运行。）对卡组或其中一个文件：运行每张卡片的"
        " verify 片段，抽取每张计算卡片并由 torch 作答，检验每张含代码的找错、代码、排序和选择卡片。退出码 0"
        " 表示全部得到证明，1 表示有的没有，3 表示有的无法读取，4 表示有检查自身出错。"
    ),
    (
        "With --mutate, nothing of that, and exercises alone: the reference solution is changed in many small"
        " ways, and each change that no check notices is shown, unless the exercise's equivalent.yaml says"
        " why it is no mistake."
    ): (
        "加上 --mutate 则不做上述证明，且只针对练习：把参考解答作许多细小改动，列出没有任何检查发现的改动，除"
        "非练习的 equivalent.yaml 说明了它为什么不算错。"
    ),
    "Draws for each solution (10; 3 with --mutate).": "每个解答抽取多少次（10；加 --mutate 时为 3）。",
    "The first seed; one alone with --seeds 1.": "第一个种子；只用这一个则加 --seeds 1。",
    "Only the solution whose path ends in FILE, or the card called ID.": (
        "只判路径以 FILE 结尾的解答，或名为 ID 的卡片。"
    ),
    "Judge so many at once; default: one for each processor.": "同时评测的份数；默认每个处理器一份。",
    "Stop at the first exercise or deck that is not proved.": "遇到第一个未得到证明的练习或卡组就停止。",
    "Show which check catches which wrong solution.": "显示哪个检查发现哪个错误解答。",
    "Write mistakes.json into each exercise that is proved.": "把 mistakes.json 写进每个得到证明的练习。",
    "Change the reference in many ways; tell which changes no check notices.": (
        "对参考解答作许多改动，指出没有检查发现的改动。"
    ),
    "So for every accepted solution.": "对每个正确解答都这样做。",
    "Judge at most so many mutants of a solution.": "每个解答最多评测这么多个变体。",
    "Exit code 1 where a mutant survives.": "有变体未被发现时退出码为 1。",
    "Print the JSON Schema of a format for your editor; KIND is deck, cards or exercise.": (
        "为编辑器输出某种格式的 JSON Schema；KIND 为 deck、cards 或 exercise。"
    ),
    "Save it, and name it in the first line of a file: # yaml-language-server: $schema=PATH": (
        "保存后，在文件第一行写上：# yaml-language-server: $schema=PATH"
    ),
    "Draws of each compute card (200).": "每张计算卡片抽取多少次（200）。",
}
