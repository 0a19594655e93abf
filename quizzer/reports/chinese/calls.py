"""What click says of a call and above its lists, by the English sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

CHINESE: Mapping[str, str] = {
    "interrupted": "已中断",
    "this is a defect of quizzer, not your fault; please report the lines above": (
        "这是 quizzer 的缺陷，不是你的问题；请报告上面的内容"
    ),
    "Usage:": "用法：",
    "Options": "选项",
    "Positional arguments": "参数",
    "Commands": "命令",
    "required": "必填",
    "default: {}": "默认：{}",
    "Error: {}": "错误：{}",
    "Try '{}' for help.": "运行“{}”可查看帮助。",
    "Invalid value for {}: {}": "{} 的值不对：{}",
    "Invalid value: {}": "值不对：{}",
    "Missing argument {}.": "缺少参数 {}。",
    "Missing option {}.": "缺少选项 {}。",
    "Missing argument {}. {}": "缺少参数 {}。{}",
    "Missing option {}. {}": "缺少选项 {}。{}",
    "Missing command.": "缺少命令。",
    "No such option {}.": "没有选项 {}。",
    "No such option {}. Did you mean {}?": "没有选项 {}。你是不是想用 {}？",
    "No such option {}. (Did you mean one of: {}?)": "没有选项 {}。（你是不是想用其中之一：{}？）",
    "Option {} does not take a value.": "选项 {} 不带值。",
    "Option {} requires an argument.": "选项 {} 需要一个值。",
    "Got unexpected extra argument ({})": "多余的参数（{}）",
    "Got unexpected extra arguments ({})": "多余的参数（{}）",
    "Argument {} takes {} values.": "参数 {} 需要 {} 个值。",
    "Choose from: {}": "可选：{}",
    "{} is not one of {}.": "{} 不在可选值之中：{}。",
    "{} is not a valid {}.": "{} 不是有效的{}。",
    "integer": "整数",
    "integer range": "整数",
    "float": "数",
    "float range": "数",
    "{} is not in the range {}.": "{} 不在范围 {} 之内。",
    "File {} does not exist.": "文件 {} 不存在。",
    "Directory {} does not exist.": "文件夹 {} 不存在。",
    "Path {} does not exist.": "路径 {} 不存在。",
    "File {} is a directory.": "{} 是文件夹，不是文件。",
    "Directory {} is a file.": "{} 是文件，不是文件夹。",
    "File {} is not readable.": "文件 {} 无法读取。",
    "Path {} is not readable.": "路径 {} 无法读取。",
    "File {} is not writable.": "文件 {} 无法写入。",
    "Path {} is not writable.": "路径 {} 无法写入。",
}
