"""The sentences of the listings and of the grade report, in each language; ``say`` fills them in."""

from __future__ import annotations

from quizzer.reports.catalogue import Catalogue

_TABLE: dict[str, tuple[str, ...]] = {
    # verdicts
    "AC": ("Accepted", "通过"),
    "WA": ("Not yet right", "还不对"),
    "TLE": ("Stopped: it took too long", "已停止：运行超时"),
    "MLE": ("Stopped: it used too much memory", "已停止：内存超限"),
    "OLE": ("Stopped: it printed too much", "已停止：输出过多"),
    "RTE": ("It raised an error", "运行时出错"),
    "CE": ("It could not be loaded", "代码无法加载"),
    "FORBIDDEN": ("It uses something this exercise forbids", "使用了本题禁止的内容"),
    "JE": (
        "The judge failed; this is not your fault, and nothing was counted",
        "评测系统出错：不是你的问题，本次不计入",
    ),
    # grade report
    "pass": ("pass", "通过"),
    "fail": ("FAIL", "未通过"),
    "not_run": ("not run", "未运行"),
    "same_error": ("The same error as above.", "与上面相同的错误。"),
    "hint": ("Hint: {text}", "提示：{text}"),
    "perhaps": ("Perhaps: {text}", "可能的原因：{text}"),
    "printed": ("Your code printed:", "你的代码输出："),
    "more_output": ("… {count} more lines", "……还有 {count} 行"),
    "score": (
        "{verdict}: {passed} of {total} properties hold, {score} of {max_score} points.",
        "{verdict}：{total} 条性质中满足 {passed} 条，得 {score}/{max_score} 分。",
    ),
    "student_edition": (
        "Graded against the visible checks only: this student edition leaves out {count} more.",
        "仅按可见检查评分：学生版另有 {count} 项检查未包含在内。",
    ),
    "score_none": ("{verdict}.", "{verdict}。"),
    "judged": (
        "Judged in {duration} with torch {torch} on {device}; isolation: {isolation}; seed {seed}.",
        "评测用时 {duration}，torch {torch}，设备 {device}，隔离：{isolation}，种子 {seed}。",
    ),
    "judging": ("Judging {title} …", "正在评测：{title} ……"),
    "explanation": ("Why it works", "为什么"),
    "next_again": ("Change the file, then run: {command}", "修改文件后再运行：{command}"),
    "next_hint": ("Stuck? A hint: {command}", "卡住了？看提示：{command}"),
    "next_statement": ("The statement: {command}", "查看题目：{command}"),
    "next_study": ("Go on: quizzer study", "继续学习：quizzer study"),
    "next_judge": (
        "Run it again. If it fails again, report it with the seed above; quizzer doctor checks this machine.",
        "请再运行一次；若仍失败，请附上上面的种子反馈。quizzer doctor 可检查本机环境。",
    ),
    "returns": ("This exercise comes back in {interval}.", "本题将在 {interval}后再次出现。"),
    "credited": (
        "Cards of its topics that are due later for it: {count}.",
        "相关主题中因此推迟到期的卡片：{count} 张。",
    ),
    "counted": (
        "Today's result already counts; this run does not move the schedule.",
        "今天的结果已计入，本次运行不改变复习计划。",
    ),
    "not_stored": ("Not stored, not scheduled (--no-store).", "未保存，也未计入复习计划（--no-store）。"),
    # watching, and the judge in the background
    "warm_stopped": ("The judge in the background has ended.", "后台评测进程已结束。"),
    "warm_none": ("No judge is running in the background.", "后台没有评测进程。"),
    "watching": (
        "Watching {files}. Save a file and it is judged; Ctrl-C ends.",
        "正在监视：{files}。保存文件即自动评测，按 Ctrl-C 结束。",
    ),
    "watching_none": (
        "No file here names an exercise yet (# quizzer: ID); waiting for one. Ctrl-C ends.",
        "这里还没有标明练习的文件（# quizzer: ID），等待中……按 Ctrl-C 结束。",
    ),
    "watch_unfinished": (
        "{file}: not finished yet ({why}); waiting for the next save.",
        "{file}：还没写完（{why}），等待下次保存。",
    ),
    "watch_gone": ("{file}: gone; waiting for it to come back.", "{file}：文件不见了，等待它重新出现。"),
    "watch_nameless": (
        "{file}: no line “# quizzer: ID” any more; not judged.",
        "{file}：不再有“# quizzer: ID”这一行，不评测。",
    ),
    "watch_again": ("Change the file and save it: it is judged again.", "修改并保存文件，即会重新评测。"),
    "watch_changed": ("{file}: saved again; judging the newer version.", "{file}：又保存了，改为评测新版本。"),
    "watch_syntax": ("line {line}: {text}", "第 {line} 行：{text}"),
    "watch_empty": ("it is empty", "文件为空"),
    # listings
    "deck": ("Deck", "卡组"),
    "title": ("Title", "标题"),
    "cards": ("Cards", "卡片"),
    "new": ("New", "新"),
    "learned": ("Learned", "已学"),
    "due": ("Due", "到期"),
    "exercise": ("Exercise", "练习"),
    "kind": ("Kind", "类型"),
    "level": ("Level", "难度"),
    "state": ("State", "状态"),
    "solved": ("solved", "已通过"),
    "tried": ("tried", "尝试过"),
    "untouched": ("-", "-"),
    "no_decks": (
        "There are no decks yet. Add one: quizzer deck import PATH",
        "还没有卡组。导入一个：quizzer deck import PATH",
    ),
    "no_exercises": ("There are no exercises yet.", "还没有练习。"),
    "topics": ("Topics", "知识点"),
    # the path through decks and exercises
    "topic": ("Topic", "知识点"),
    "cards_learned": ("Learned", "已学"),
    "exercises_solved": ("Solved", "已通过"),
    "standing": ("Standing", "进度"),
    "standing_waits": ("first learn {topics}", "先学 {topics}"),
    "standing_waits_more": ("first learn {topics} and {count} more", "先学 {topics}，另有 {count} 项"),
    "standing_open": ("ready", "可以开始"),
    "standing_started": ("begun", "学习中"),
    "standing_known": ("known", "已掌握"),
    "next_topics": ("Next topics", "接下来的知识点"),
    "next_exercises": ("Exercises ready", "可做的练习"),
    "none_left": ("none; all are known", "没有了，全部已掌握"),
    "go_on": ("Go on", "继续"),
    "points": ("Points", "分数"),
    "write": ("You write", "你要写"),
    "forbidden": ("Not allowed", "禁止使用"),
    "and_more": ("{shown} and {count} of their kind", "{shown} 等，另有 {count} 个同类"),
    "limits": ("Limits", "限制"),
    "limits_value": (
        "{call_s} s a call, {run_s} s in all, {memory_mib} MiB",
        "每次调用 {call_s} 秒，总共 {run_s} 秒，内存 {memory_mib} MiB",
    ),
    "how_to_start": ("Start: quizzer exercise start {id}", "开始：quizzer exercise start {id}"),
    "started": ("The starter is in {path}", "起始文件在 {path}"),
    "already_started": ("It is there already, and left as it is: {path}", "文件已存在，保持原样：{path}"),
    "start_edit": (
        "Open it in your editor, write your solution, then run: quizzer grade {path}",
        "用编辑器打开并完成它，然后运行：quizzer grade {path}",
    ),
    "hint_of": ("Hint {number} of {total}", "提示 {number}/{total}"),
    "no_hints": ("This exercise has no hints.", "本题没有提示。"),
    "solution": ("The reference solution", "参考解答"),
    "solution_withheld": (
        "This is a student edition: whoever made it kept the solution.",
        "这是学生版：解答由出题者保留。",
    ),
    "solution_later": (
        "You have not solved it yet. Once you have, the solution is shown; --reveal shows it now and counts as Again.",
        "你还没有解出本题。解出之后即可查看参考解答；也可以加 --reveal 提前查看，但会按“重来”计入。",
    ),
    "reveal_sure": (
        "Show the solution? It counts as Again, and today's runs of this exercise no longer count.",
        "查看解答吗？这会按“重来”计入，今天对本题的运行也不再计入。",
    ),
    "reveal_kept": ("Not shown.", "未显示。"),
    "no_more_hints": ("These were all hints.", "提示已全部给出。"),
    # what an import did
    "imported": (
        "{added} cards added, {changed} changed, {retired} retired, {unchanged} unchanged",
        "新增卡片 {added}，更改 {changed}，停用 {retired}，未变 {unchanged}",
    ),
    "imported_exercises": (
        "{added} exercises added, {changed} changed, {retired} retired",
        "新增练习 {added}，更改 {changed}，停用 {retired}",
    ),
    "retired_note": (
        "Retired cards are no longer shown; their history stays, and they return if the file does.",
        "停用的卡片不再出现；历史保留，文件恢复后即可继续。",
    ),
    "new_next": ("What is missing: quizzer deck lint {path}", "查看还缺什么：quizzer deck lint {path}"),
    "ids_written": ("ids written: {count}", "已写入 id：{count}"),
    "ids_missing": ("cards without an id: {count}", "没有 id 的卡片：{count}"),
    "diff_counts": (
        "histories kept: {kept}, lost: {lost}; new cards: {added}",
        "保留学习记录：{kept}，丢失：{lost}；新卡片：{added}",
    ),
    "lint_counts": ("{path}: errors: {errors}, warnings: {warnings}", "{path}：错误 {errors}，警告 {warnings}"),
    # proofs of exercises
    "proving": ("Proving", "正在验证"),
    "proof_accepted": ("Right", "正解"),
    "proof_mutants": ("Wrong", "错解"),
    "proof_checks": ("Checks", "检查"),
    "proof_seconds": ("Seconds", "秒"),
    "proof_written": ("{count} files of known mistakes written.", "已写入 {count} 个已知错误文件。"),
    "proved": ("proved", "已验证"),
    "not_proved": ("NOT PROVED", "未通过验证"),
    "proof_ran": ("Run", "已运行"),
    "proof_card_counts": ("{proved} of {total} cards proved.", "{total} 张卡片中有 {proved} 张通过验证。"),
    "proof_counts": ("{proved} of {total} exercises proved.", "{total} 个练习中有 {proved} 个通过验证。"),
    # generated mutants
    "mutation_mutants": ("Mutants", "变异体"),
    "mutation_caught": ("Caught", "被发现"),
    "mutation_sometimes": ("By luck", "偶尔发现"),
    "mutation_survived": ("Survived", "存活"),
    "mutation_equivalent": ("No mistake", "等价"),
    "mutation_score": ("Score", "得分"),
    "mutation_left_out": ("{count} more were not judged (--limit).", "另有 {count} 个未评测（--limit）。"),
    # a class
    "class_grading": ("Judging", "正在评测"),
    "class_failed": ("does not hold: {names}", "未满足：{names}"),
    "class_tally": (
        "{total} rows: {accepted} accepted, {refused} not, {problems} unusable, {errors} judge errors; {rate}/s.",
        "共 {total} 项：通过 {accepted}，未通过 {refused}，无法评测 {problems}，评测出错 {errors}；每秒 {rate} 项。",
    ),
    "class_skipped": ("{count} were there already (--resume).", "{count} 份此前已评测（--resume）。"),
    "class_not_stored": (
        "A class is judged only: nothing is stored in your database, no schedule moves.",
        "批量评测只评不存：不写入你的数据库，也不影响复习计划。",
    ),
    # statistics
    "due_now": ("Due now", "现在到期"),
    "new_left": ("New cards left for today", "今天还可学的新卡"),
    "learned_cards": ("Learned", "已学会"),
    "all_cards": ("Cards in all", "卡片总数"),
    "retention": ("Remembered, last {days} days", "近 {days} 天记忆率"),
    "retention_none": ("nothing reviewed yet", "还没有复习"),
    "retention_value": ("{percent} % ({remembered} of {total})", "{percent}%（{remembered}/{total}）"),
    "today": ("Today", "今天"),
    "today_value": (
        "answers: {answers}, new cards: {new}, {minutes} min",
        "答题 {answers}，新卡 {new}，{minutes} 分钟",
    ),
    "streak": ("Days in a row", "连续天数"),
    "forecast": ("The next {days} days", "未来 {days} 天"),
    "tomorrow": ("tomorrow", "明天"),
    "day_in": ("in {days} days", "{days} 天后"),
    "day_today": ("today", "今天"),
}

CATALOGUE = Catalogue(_TABLE)
say = CATALOGUE.say
