"""The judge's own sentences, in both languages."""

from __future__ import annotations

_SENTENCES: dict[str, tuple[str, str]] = {
    "raised": ("Your code raised an exception:", "你的代码抛出了异常："),
    "raised_by": ("Your code raised an exception in {asked}:", "执行 {asked} 时，你的代码抛出了异常："),
    "caused": ("… which was the cause of:", "……由此引发了："),
    "while_handling": ("… and while this was handled:", "……而在处理上述异常时又发生了："),
    "trace_line": ("line {number}, in {function}", "第 {number} 行，{function} 中"),
    "trace_top": ("line {number}", "第 {number} 行"),
    "repeats_1": ("… this line repeats {times} more times", "……上面这一行又重复了 {times} 次"),
    "repeats": ("… these {lines} lines repeat {times} more times", "……上面这 {lines} 行又重复了 {times} 次"),
    "member": ("exception {number} of the group:", "组内第 {number} 个异常："),
    "forbidden_call": (
        "Your code reaches `{name}`, which this exercise asks you to do without.",
        "你的代码用到了 `{name}`，本练习要求不使用它。",
    ),
    "forbidden_source": (
        "Your code uses what this exercise asks you to write yourself, or to do without:",
        "你的代码使用了本练习要求自己实现或不得使用的内容：",
    ),
    "forbidden_place": ("  line {line}, column {column}: `{name}`", "  第 {line} 行第 {column} 列：`{name}`"),
    "forbidden_more": ("  … and {count} more", "  ……还有 {count} 处"),
    "check_broken": (
        "This check is broken; that is the exercise's fault and does not count against you ({error}).",
        "这项检查本身有问题，是练习的错，不会算在你头上（{error}）。",
    ),
    "unusable": (
        "Your result does not fit what the check does with it: {error}",
        "检查无法使用你的结果：{error}",
    ),
    "does_not_load": ("Your file cannot be imported:", "你的文件无法导入："),
    "missing": (
        "Your file does not define {names}, which this exercise asks for.",
        "你的文件没有定义本练习要求的 {names}。",
    ),
    "timeout": (
        "Your code was still running after {seconds:g} s in one call (or {total:g} s in all) and was stopped.",
        "你的代码单次调用超过 {seconds:g} 秒（或总计超过 {total:g} 秒）仍未结束，已被中止。",
    ),
    "memory": (
        "Your code asked for more memory than the {mib} MiB it may use.",
        "你的代码申请的内存超过了允许的 {mib} MiB。",
    ),
    "output": (
        "Your code printed more than {kib} KiB and was stopped.",
        "你的代码输出超过 {kib} KiB，已被中止。",
    ),
    "ended": (
        "Your program ended by itself ({how}) before the checks were through.",
        "检查尚未完成，你的程序就自行结束了（{how}）。",
    ),
    "forged": (
        "Your program wrote something of its own into the judge's connection ({detail}).",
        "你的程序向评测连接写入了别的内容（{detail}）。",
    ),
    "judge_failed": (
        "The judge itself failed; this is not your fault and does not count ({detail}).",
        "评测程序自身出错，不是你的问题，不计入成绩（{detail}）。",
    ),
}


def words(key: str, **values: object) -> dict[str, str]:
    """The sentence ``key`` in each language, with ``values`` filled in."""
    english, chinese = _SENTENCES[key]
    return {"en": english.format(**values), "zh-CN": chinese.format(**values)}
