"""The report of ``quizzer doctor``: names, values and advice by the English ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

CHINESE: Mapping[str, str] = {
    "device": "设备",
    "isolation": "隔离",
    "warm judge": "后台评测",
    "database": "数据库",
    "schema": "数据库结构",
    "content": "内容版本",
    "workspace": "工作文件夹",
    "terminal": "终端",
    "language": "语言",
    "clock": "时钟",
    "submissions run in processes of their own, but can read your files: judge only code you trust": (
        "提交的代码在单独的进程中运行，但能读取你的文件：只评测你信任的代码"
    ),
    "install it where quizzer is: pip install torch": "请装到 quizzer 所在的环境：pip install torch",
    "not installed: code and computed answers cannot be judged": "未安装：无法评测代码和计算型答案",
    "cannot be found out: {}": "无法查明：{}",
    "judging may not work here": "评测在这里可能无法工作",
    "missing: {}": "缺失：{}",
    "landlock, seccomp and namespaces": "landlock、seccomp 和命名空间",
    "namespaces": "命名空间",
    "only Linux has them": "只有 Linux 才有",
    "judge in a container with Linux": "请在 Linux 容器中评测",
    "the kernel has none": "内核没有",
    "use a kernel from 5.13 on, built with Landlock": "请使用 5.13 以上、带 Landlock 的内核",
    "it is switched off at boot": "启动时被关闭",
    "add landlock to the kernel's lsm= parameter": "请在内核的 lsm= 参数中加入 landlock",
    "the kernel refuses it: {}": "内核拒绝：{}",
    "the kernel refuses them: {}": "内核拒绝：{}",
    "a container's own filter may refuse it: allow the landlock_* system calls there": (
        "可能是容器自己的过滤规则拒绝了：请在那里允许 landlock_* 系统调用"
    ),
    "a container's own filter may refuse them: allow unshare and mount there": (
        "可能是容器自己的过滤规则拒绝了：请在那里允许 unshare 和 mount"
    ),
    "there is no filter for {} yet": "还没有适用于 {} 的过滤规则",
    "judge on x86_64 or aarch64": "请在 x86_64 或 aarch64 上评测",
    "{} (not there yet)": "{}（尚未创建）",
    "not synced yet": "尚未同步",
    "{} cannot be written; choose another with QUIZZER_HOME": "{} 无法写入；请用 QUIZZER_HOME 另选一个",
    "remove it, or set XDG_RUNTIME_DIR to a folder of your own": ("请删除它，或把 XDG_RUNTIME_DIR 设为你自己的文件夹"),
    "not running{}": "未运行{}",
    "; not used by commands started like this one": "；以这种方式启动的命令不使用它",
    "does not answer": "没有回应",
    "quizzer doctor --stop-warm ends it": "用 quizzer doctor --stop-warm 结束它",
    "quizzer doctor --stop-warm ends it; the next grade replaces it": (
        "用 quizzer doctor --stop-warm 结束它；下次评测会换新的"
    ),
    "pid {}, since {}, {} runs, idle for {} s, torch {}, isolation {}": (
        "进程 {}，启动于 {}，评测 {} 次，空闲 {} 秒，torch {}，隔离：{}"
    ),
    "Chinese text and signs need UTF-8: export LANG=C.UTF-8": "中文和符号需要 UTF-8：export LANG=C.UTF-8",
    "not a terminal, {}, no colours, {}": "不是终端，{}，无颜色，{}",
    "{}x{}, no colours, {}": "{}x{}，无颜色，{}",
    "{} (simulated by QUIZZER_NOW)": "{}（由 QUIZZER_NOW 模拟）",
}
