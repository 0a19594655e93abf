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
    "timeout_call_cpu": (
        "Your code was still computing after {seconds:g} s of processor time in one call, and was stopped.",
        "你的代码在单次调用中已占用 {seconds:g} 秒处理器时间仍未结束，已被中止。",
    ),
    "timeout_run_cpu": (
        "Your code needed more than {seconds:g} s of processor time in all calls together, and was stopped.",
        "你的代码在所有调用中总共占用的处理器时间超过 {seconds:g} 秒，已被中止。",
    ),
    "timeout_call_idle": (
        "A call had not ended after {seconds:g} s though it computed little: it sleeps, or waits. It was stopped.",
        "你的代码单次调用 {seconds:g} 秒仍未结束，但几乎没有在计算：它在等待或休眠，已被中止。",
    ),
    "timeout_run_idle": (
        "All calls together took over {seconds:g} s though they computed little: they sleep, or wait. It was stopped.",
        "你的代码的所有调用总计超过 {seconds:g} 秒，但几乎没有在计算：它在等待或休眠，已被中止。",
    ),
    "timeout_call_clock": (
        "A call of your code had not ended after {seconds:g} s by the clock, and was stopped.",
        "你的代码单次调用在时钟走过 {seconds:g} 秒后仍未结束，已被中止。",
    ),
    "timeout_run_clock": (
        "The calls of your code together took more than {seconds:g} s by the clock, and it was stopped.",
        "你的代码的所有调用按时钟总计超过 {seconds:g} 秒，已被中止。",
    ),
    "timeout_starved": (
        "This machine is so busy that your code hardly ran. It is not your fault and does not count; try again later.",
        "本机正忙于其他程序，你的代码几乎没有机会运行：这不是你的问题，不计入成绩，请稍后再试。",
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
