"""The texts of --help for those who learn, each by the English paragraph that it translates."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

CHINESE: Mapping[str, str] = {
    "Learn PyTorch for good: cards and coding exercises that return just before you forget them.": (
        "把 PyTorch 真正学会：卡片和编程练习会在你快要忘记时再次出现。"
    ),
    "Start with: quizzer study": "从这里开始：quizzer study",
    "The database to use, instead of the one in QUIZZER_HOME.": "使用这个数据库，而不是 QUIZZER_HOME 中的数据库。",
    "Language of cards and messages: en or zh-CN.": "卡片和消息的语言：en 或 zh-CN。",
    "No colours and no boxes: for screen readers and logs.": "不用颜色和边框，适合屏幕阅读器和日志。",
    "Show the version and exit.": "显示版本并退出。",
    "Show this message and exit.": "显示本帮助并退出。",
    "Study what is due, then new cards.": "先复习到期的卡片，再学新卡。",
    "Judge your code for an exercise.": "评测你的练习代码。",
    "Judge your code each time you save it.": "每次保存文件时自动评测。",
    "List, read and start coding exercises.": "列出、阅读和开始编程练习。",
    "List, import, export and check decks.": "列出、导入、导出和检查卡组。",
    "Prove exercises by their solutions, and cards by running them.": "用解答证明练习，用运行证明卡片。",
    "Print the JSON Schema of decks or exercises for your editor.": "为编辑器输出卡组或练习的 JSON Schema。",
    "Find cards by text, topic, state and memory.": "按文字、知识点、状态和记忆查找卡片。",
    "Look at single cards, put them away, flag and tag them.": "查看单张卡片，搁置、暂停、设旗标、加标签。",
    "The way through decks and exercises, and where you are on it.": "学习卡组和练习的推荐路线，以及你的进度。",
    "What is due, learned and remembered.": "到期、已学和记住的情况。",
    "Fit the schedule to your own memory.": "按你自己的记忆调整复习计划。",
    "Move due dates to what your settings say now.": "按当前设置重新安排到期日。",
    "What remembering more or less would cost you a day.": "记住得多一些或少一些，每天要花多少时间。",
    "Your settings: retention, limits, steps, language.": "你的设置：记忆率、上限、步骤、语言。",
    "Copies of your cards and answers: list, make, put back.": "卡片和回答的备份：列出、创建、恢复。",
    "Take back the last answer.": "撤销上一次回答。",
    "Check this machine and show where things are.": "检查本机环境，显示文件位置。",
    "Print tab completion for your shell.": "输出 shell 的 Tab 补全脚本。",
    (
        "Keys: space or Enter shows the answer, then takes the marked rating; 1 to 4 rate; u takes back the"
        " last answer or act, and again the one before; s skips; - buries; @ suspends; * flags; m marks; e"
        " edits; h hints; ? shows all keys; q quits. On an exercise c opens your editor, and each save is"
        " judged; space puts it off. Every answer is stored at once."
    ): (
        "按键：空格或回车显示答案，再按则采用标出的评分；1 到 4 评分；u 撤销上一次回答或操作，可连续撤销；s"
        " 跳过；- 搁置；@ 暂停；* 旗标；m 标记；e 编辑；h 提示；? 显示全部按键；q 退出。遇到练习时，c 打开编"
        "辑器，每次保存都会评测；空格则先放一放。每次回答都立即保存。"
    ),
    "Study only this deck.": "只学这个卡组。",
    "At most N new cards in this session, instead of the day's limit.": "本次最多学 N 张新卡，代替每日上限。",
    "Stop after N cards.": "学完 N 张卡片就停。",
    "Begin no card after N minutes.": "N 分钟后不再出新的卡片。",
    "Only cards of this topic; * is anything.": "只学这个知识点的卡片；* 表示任意内容。",
    "Only cards with this tag.": "只学带这个标签的卡片。",
    "Only cards that this search finds (see quizzer search).": "只学这个查询找到的卡片（见 quizzer search）。",
    "Reviews due within so many days too, and no new cards; they are rescheduled as always.": (
        "把若干天内到期的复习也提前做，不学新卡；照常重新排期。"
    ),
    "Cards and code, whatever the weekly plan says of today.": "卡片和代码都做，不管每周计划今天怎么安排。",
    "Due or not, weakest memory first; the schedule is left alone.": (
        "不管是否到期，从记得最差的开始；不改变复习计划。"
    ),
    "Cram what you answered Again today.": "突击今天评为“重来”的卡片。",
    "Judge FILE, your solution of an exercise, or the submissions of a class.": (
        "评测一个练习的解答 FILE，或全班的提交。"
    ),
    (
        'The exercise is the one that the line "# quizzer: ID" at the top of the file names. Exit code 0'
        " means accepted, 1 not accepted, 4 that the judge itself failed."
    ): "练习由文件开头的“# quizzer: ID”一行指定。退出码 0 表示通过，1 表示未通过，4 表示评测系统自身出错。",
    (
        "Folders, several files, notebooks (.ipynb) and manifests (.csv with the columns file, student,"
        " exercise) are a class: all are judged in parallel, nothing is stored, and one bad submission stops"
        " nothing."
    ): (
        "文件夹、多个文件、笔记本（.ipynb）和名单（.csv，含 file、student、exercise 列）按全班处理：全部并行"
        "评测，不保存结果，一份有问题的提交不会影响其他提交。"
    ),
    "Judge by this exercise, whatever the file says.": "不管文件里怎么写，都按这个练习评测。",
    "How to print what comes of it; the default is a page, or a table for several submissions.": (
        "结果的输出格式；默认显示一页报告，多份提交时显示表格。"
    ),
    "Print one JSON object instead of text.": "输出一个 JSON 对象，而不是文字。",
    "Write it to this file (gradescope: or folder).": "写入这个文件（gradescope 也可以是文件夹）。",
    "Several: go on with the NDJSON file that --output names.": "多份提交：从 --output 指定的 NDJSON 文件继续。",
    "Several: parent, stem, or a regular expression with a group.": (
        "多份提交：学生名取自 parent（上级文件夹）、stem（文件名）或带分组的正则表达式。"
    ),
    "Several: so many at once; default: one per processor.": "多份提交：同时评测的份数；默认每个处理器一份。",
    "Repeat the draws of an earlier run.": "重复先前某次运行的随机数据。",
    "Where to judge; auto is the accelerator that is there and works, else the CPU.": (
        "在哪个设备上评测；auto 表示可用的加速器，没有则用 CPU。"
    ),
    "Refuse to judge (exit code 5) where this machine isolates less.": "本机隔离程度不够时拒绝评测（退出码 5）。",
    "Judge only: store nothing and leave the schedule alone.": "只评测：不保存结果，不改变复习计划。",
    'Judge files with a "# quizzer: ID" line each time they are saved; Ctrl-C ends.': (
        "监视带“# quizzer: ID”一行的文件，每次保存时评测；按 Ctrl-C 结束。"
    ),
    "Without a folder or file, the folder you are in is watched with all that is below it.": (
        "不指定文件夹或文件时，监视当前文件夹及其下的所有内容。"
    ),
    "Coding exercises: list them, read one, start one, take a hint.": "编程练习：列出、阅读、开始、看提示。",
    "Give the next hint for the exercise ID, weakest first; a hint makes your success count as hard.": (
        "给出练习 ID 的下一条提示，由浅入深；看过提示后通过只算“困难”。"
    ),
    "List all exercises and whether you solved them.": "列出所有练习，以及你是否已通过。",
    "Show what the exercise ID asks for.": "显示练习 ID 的题目。",
    "Show the reference solution of the exercise ID and its explanation, once you have solved it.": (
        "通过之后，显示练习 ID 的参考解答和讲解。"
    ),
    "Exit code 1 means that it was not shown.": "退出码 1 表示没有显示。",
    "Show it before you have solved the exercise; this counts as Again.": "还没通过就显示；按“重来”计入。",
    "With --reveal: do not ask.": "与 --reveal 同用：不再询问。",
    "Put the starter of the exercise ID into your workspace; a file that is there is never overwritten.": (
        "把练习 ID 的起始代码放进你的工作文件夹；已有的文件绝不覆盖。"
    ),
    "A new file, or a folder, instead of your workspace.": "写到这个新文件或文件夹，而不是工作文件夹。",
    "Find cards. Words side by side must all be there; or, - and brackets as one expects.": (
        "查找卡片。并列的词必须全部出现；or、- 和括号的用法与常见查询相同。"
    ),
    "Quote < > ( ) for your shell. Exit code 1 means that nothing was found.": (
        "< > ( ) 在 shell 中要加引号。退出码 1 表示没有找到。"
    ),
    "Show the first N (50); 0 shows all.": "显示前 N 张（50）；0 表示全部。",
    "Print the ids alone, one a line.": "只输出 ID，每行一个。",
    "Single cards: look at them, put them away, flag, tag and edit them.": (
        "单张卡片：查看、搁置、暂停、设旗标、加标签、编辑。"
    ),
    "quizzer search finds their ids; quizzer undo takes each act back.": (
        "卡片 ID 用 quizzer search 查找；每个操作都可以用 quizzer undo 撤销。"
    ),
    "Keep cards and their siblings away until tomorrow.": "把卡片及其兄弟卡搁置到明天。",
    "Open the card in your editor and bring the change in.": "在编辑器中打开卡片，并采用所作的修改。",
    (
        "The card of a deck that you imported is opened where it is written; text may change, history stays."
        " Built-in content is not yours to change, so a note to the card is opened instead. VISUAL or EDITOR"
        " says which editor."
    ): (
        "你导入的卡组，打开的是卡片所在的原文件；文字可以改，学习记录保留。内置内容不能修改，因此改为打开这张"
        "卡片的笔记。编辑器由 VISUAL 或 EDITOR 指定。"
    ),
    "Give cards one of seven flags, or take it away.": "给卡片设七种旗标之一，或去掉旗标。",
    "1 to 7, or 0 for none.": "1 到 7，0 表示去掉。",
    'Mark cards: the tag "marked".': "标记卡片：加上标签“marked”。",
    'Keep a note to a card, shown with its answer; without TEXT it is opened in your editor, "" removes it.': (
        '给卡片写笔记，随答案一起显示；不给 TEXT 则在编辑器中打开，"" 表示删除。'
    ),
    "Show a card with its answer, where it stands, all answers that you gave, and how well you remember it.": (
        "显示卡片及其答案、当前状态、你的全部回答，以及你记得多牢。"
    ),
    "Keep cards out of every session until you unsuspend them; their progress is kept.": (
        "暂停卡片：在恢复之前不再出现，进度保留。"
    ),
    "Give cards a tag NAME of your own.": "给卡片加上你自己的标签 NAME。",
    "Let buried cards and their siblings come back today.": "让搁置的卡片及其兄弟卡今天重新出现。",
    "Take the mark away.": "去掉标记。",
    "Let suspended cards come back, as they stood.": "恢复已暂停的卡片，状态不变。",
    "Take your own tag NAME away; an author's tag stays.": "去掉你自己加的标签 NAME；作者的标签不变。",
    "Show the recommended way through all decks, or through the topics and exercises of DECK.": (
        "显示学习所有卡组的推荐路线，或 DECK 内知识点和练习的路线。"
    ),
    "Show what is due, what you have learned, and how much of it you remember.": (
        "显示到期、已学的卡片，以及你记住了多少。"
    ),
    "Only the cards of this deck.": "只看这个卡组的卡片。",
    "How many days back answers are counted by deck, topic, kind and button.": (
        "按卡组、知识点、类型和评分统计最近多少天的回答。"
    ),
    "Write one self-contained web page with plots.": "写成一个独立的网页，带统计图。",
    "Show the web page in a browser; without --html it is stats.html beside the database.": (
        "在浏览器中打开网页；不加 --html 时为数据库旁的 stats.html。"
    ),
    "Fit the schedule to your own memory, as your answers so far show it.": (
        "根据你至今的回答，按你自己的记忆调整复习计划。"
    ),
    (
        "New numbers come into force only if they predict your latest answers, which they were not fitted to,"
        " better than those that you have. Due dates do not move. Exit code 1 means that there are too few"
        " reviews yet, or nothing to take back."
    ): (
        "只有当新参数对你最近的回答（没有用来求参数的那部分）预测得比现有参数更准时，新参数才会生效。到期日不"
        "变。退出码 1 表示复习次数还太少，或没有可撤销的优化。"
    ),
    "Fit and compare, but change nothing.": "只求参数并比较，不作任何更改。",
    "Take back the last change of the numbers that describe your memory.": "撤销上一次对记忆参数的更改。",
    "Move due dates to where your settings and your memory put them now.": "按当前设置和你的记忆重新安排到期日。",
    (
        "Worth it after a new desired_retention or after quizzer optimise; what you know of a card stays as"
        " it is. Exit code 1 means that there was nothing to take back."
    ): (
        "更改 desired_retention 或运行 quizzer optimise 之后值得一用；卡片的记忆状态不变。退出码 1 表示没有可"
        "撤销的重新排期。"
    ),
    "Show what would move, but move nothing.": "显示会移动哪些卡片，但不移动。",
    "Let the cards that were moved last be due as before.": "让上次移动的卡片恢复原来的到期日。",
    "Show what remembering more or less would cost you, in minutes a day.": (
        "显示记住得多一些或少一些，每天要花多少分钟。"
    ),
    (
        "Plays the days to come with your own cards, memory, ratings and times per answer, at desired"
        " retentions from 80 to 97%. Nothing is changed."
    ): "用你自己的卡片、记忆、评分和每次回答的用时，模拟目标记忆率为 80% 至 97% 时今后的日子。不作任何更改。",
    "How many days.": "模拟多少天。",
    "New cards a day.": "每天多少张新卡。",
    "Another draw.": "换一组随机数。",
    "Your settings: how much to remember, limits, steps, language. They are kept in your database.": (
        "你的设置：记住多少、上限、步骤、语言。保存在你的数据库中。"
    ),
    "Print the value of the setting NAME, as `config set` would read it.": (
        "输出设置 NAME 的值，格式与 `config set` 所接受的相同。"
    ),
    "The setting of this deck alone.": "只针对这个卡组的设置。",
    "List all settings, or those that a deck may have of its own.": "列出所有设置，或卡组可以单独设定的设置。",
    "Give the setting NAME a value: quizzer config set learning_steps 1m 10m.": (
        "给设置 NAME 一个值：quizzer config set learning_steps 1m 10m。"
    ),
    "Let the default of the setting NAME hold again, or for a deck what holds in general.": (
        "让设置 NAME 恢复默认值；对卡组则恢复为通用设置。"
    ),
    "Copies of the database: one is made by itself on each day of study, and before every risky act.": (
        "数据库的备份：每个学习日自动备份一次，每次有风险的操作之前也会备份。"
    ),
    "Make a copy now; it stays until you delete it.": "立即备份；在你删除之前一直保留。",
    "List the copies, newest first, each with the number by which restore knows it.": (
        "列出备份，最新的在前，恢复时使用其中的编号。"
    ),
    "Make the database what a copy is: its number in the list, a file, or newest.": (
        "把数据库恢复为某个备份：列表中的编号、文件，或 newest（最新的）。"
    ),
    (
        "What the database holds now is copied first. Other sessions may be open: they go on with what was restored."
    ): "会先备份数据库当前的内容。其他正在进行的学习可以不关闭：它们会接着使用恢复后的内容。",
    "Do not ask.": "不再询问。",
    "Take back the last answer, or whatever else you did to cards since: all is as it was before.": (
        "撤销上一次回答，或此后对卡片所作的其他操作：一切恢复原状。"
    ),
    "Run it again for the one before. Exit code 1 means that there was nothing to take back.": (
        "再运行一次可撤销更早的一次。退出码 1 表示没有可撤销的操作。"
    ),
    "Check Python, torch, the isolation of submissions, the database, the terminal and the language.": (
        "检查 Python、torch、提交代码的隔离、数据库、终端和语言。"
    ),
    "End the judge that waits in the background, and do nothing else.": "结束后台等待的评测进程，不做其他事。",
    "Print the completion script for SHELL.": "输出 SHELL 的补全脚本。",
    (
        "\b\n"
        "deck:layers topic:nn.Linear tag:shape   names; * is anything\n"
        "id:layers/*\n"
        "kind:compute                            basic, cloze, choice, order, ...\n"
        "is:due                                  new, learning, review, suspended,\n"
        "                                        buried, leech, flagged, marked, noted\n"
        "flag:2 rated:7 rated:7:1 added:3        a flag; days until today; 1 is Again\n"
        '"prop:stability<3"                      < <= > >= = !=, of retrievability,\n'
        "                                        difficulty, lapses, repetitions,\n"
        "                                        interval, due too\n"
        '"in place" -is:new (view or reshape)    text, phrases, not, or'
    ): (
        "\b\n"
        "deck:layers topic:nn.Linear tag:shape   名称；* 表示任意内容\n"
        "id:layers/*\n"
        "kind:compute                            basic、cloze、choice、order 等\n"
        "is:due                                  new、learning、review、suspended、\n"
        "                                        buried、leech、flagged、marked、noted\n"
        "flag:2 rated:7 rated:7:1 added:3        旗标；最近几天；1 表示“重来”\n"
        '"prop:stability<3"                      < <= > >= = !=，还有 retrievability、\n'
        "                                        difficulty、lapses、repetitions、\n"
        "                                        interval、due\n"
        '"in place" -is:new (view or reshape)    文字、短语、非、或'
    ),
}
