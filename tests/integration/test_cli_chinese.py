"""Help, mistakes and errors for who reads Chinese: the same streams and exit codes, pages that fit the terminal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click
import pytest

from helps import Helped, commands
from quizzer.cli.context import AppContext
from quizzer.cli.spoken import SpokenContext
from quizzer.reports.line_breaks import cells_of

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Program

ALL = list(commands())
CHINESE = {"QUIZZER_LANG": "zh-CN"}
_WORDS = re.compile(r"[A-Za-z][a-z]+ [a-z]+ [a-z]+ [a-z]+")
"""Four English words side by side: no name of an option or a command line."""


def page(helped: Helped, language: str, *, width: int = 80) -> str:
    """The help page of a command as its terminal of ``width`` columns shows it."""
    app = AppContext(environ={"QUIZZER_LANG": language})
    contexts = [SpokenContext(helped.command, info_name=" ".join(helped.path), obj=app, terminal_width=width - 2)]
    return helped.command.get_help(contexts[-1])


@pytest.mark.parametrize("helped", ALL, ids=lambda helped: " ".join(helped.path))
def test_every_help_page_is_chinese_and_fits_the_terminal(helped: Helped) -> None:
    shown = page(helped, "zh-CN")

    assert shown.startswith("用法：quizzer")
    assert "选项：" in shown
    assert _WORDS.findall(re.sub(r"quizzer [a-z]+ [a-z]+", "", shown)) == []
    assert [line for line in shown.splitlines() if cells_of(line) > 80] == []


@pytest.mark.parametrize("helped", ALL, ids=lambda helped: " ".join(helped.path))
@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_no_help_page_shows_what_is_meant_for_click(helped: Helped, language: str) -> None:
    shown = page(helped, language)

    assert "\\b" not in shown
    assert "\b" not in shown


def test_no_chinese_line_begins_with_a_comma_and_no_word_is_cut() -> None:
    study = next(helped for helped in ALL if helped.path == ("quizzer", "study"))

    for width in range(50, 110):
        lines = [line.strip() for line in page(study, "zh-CN", width=width).splitlines() if line.strip()]
        assert [line for line in lines if line[0] in "，。；：、）”"] == []
    assert "quizzer search）" in page(study, "zh-CN")


@pytest.mark.parametrize(
    "how",
    [
        pytest.param((CHINESE, ()), id="QUIZZER_LANG"),
        pytest.param(({"LANG": "zh_CN.UTF-8"}, ()), id="LANG"),
        pytest.param(({}, ("--lang", "zh-CN")), id="--lang"),
    ],
)
def test_help_is_in_the_language_that_was_asked_for(
    quizzer: Program, how: tuple[dict[str, str], tuple[str, ...]]
) -> None:
    environ, options = how

    helped = quizzer(*options, "--help", env=environ)

    assert helped.code == 0
    assert "先复习到期的卡片，再学新卡。" in helped.out
    assert helped.err == ""


def test_help_is_in_the_language_that_was_set_for_good_and_an_option_overrides_it(quizzer: Program) -> None:
    assert quizzer("config", "set", "language", "zh-CN").code == 0

    assert "选项：" in quizzer("study", "--help").out
    assert "Options:" in quizzer("study", "--lang", "en", "--help").out


def test_a_language_that_is_not_spoken_here_is_told_in_english(quizzer: Program) -> None:
    ran = quizzer("deck", "list", env={"QUIZZER_LANG": "klingon"})

    assert ran.code == 2
    assert ran.err == "quizzer: QUIZZER_LANG: 'klingon' is not a language of quizzer\n  use en or zh-CN\n"
    assert quizzer("--help", env={"QUIZZER_LANG": "klingon"}).code == 0


MISTAKES = [
    (("study", "--nwe", "3"), 2, "错误：没有选项 '--nwe'。你是不是想用 '--new'？"),
    (("stduy",), 2, "错误：没有命令 'stduy'。你是不是想用 'study'？"),
    (("card", "flag"), 2, "错误：缺少参数 'ID...'。"),
    (("verify", "--seeds", "0"), 2, "错误：'--seeds' 的值不对：0 不在范围 1<=x<=1000 之内。"),
    (("verify", "--seeds", "x"), 2, "错误：'--seeds' 的值不对：'x' 不是有效的整数。"),
    (("schema", "nothing"), 2, "不在可选值之中"),
    (("study", "a"), 2, "错误：多余的参数（a）"),
    (("exercise", "show", "dropuot"), 2, "quizzer: 没有练习 'dropuot'\n  你是不是想用 dropout？"),
    (("search", "is:due", "prop:x<3"), 2, "没有属性“x”"),
    (("grade", "nothing.py"), 2, "quizzer: nothing.py：没有这样的文件\n"),
    (("deck", "import", "nowhere"), 3, "没有这样的文件或文件夹"),
    (("study",), 2, "study 需要终端：它要读取单个按键并绘制卡片"),
]


@pytest.mark.parametrize(("call", "code", "told"), MISTAKES, ids=[" ".join(call) for call, _, _ in MISTAKES])
def test_a_mistake_is_told_in_chinese_with_the_same_exit_code(
    learner: Program, call: tuple[str, ...], code: int, told: str
) -> None:
    ran, english = learner(*call, env=CHINESE), learner(*call)

    assert (ran.code, english.code) == (code, code)
    assert told in ran.err
    assert told not in english.err
    assert ran.out == english.out == ""


def test_the_doctor_speaks_chinese_and_its_json_does_not_change(learner: Program) -> None:
    shown, plain = learner("doctor", env=CHINESE), learner("doctor", "--json", env=CHINESE)

    assert "隔离" in shown.out
    assert "数据库" in shown.out
    assert {"isolation", "database", "clock"} <= {one["name"] for one in plain.json["findings"]}


def test_a_file_error_keeps_its_place(learner: Program, tmp_path: Path) -> None:
    broken = tmp_path / "mine.apkg"
    broken.write_bytes(b"PK\x03\x04 no package")

    ran = learner("deck", "import", broken, env=CHINESE)

    assert ran.code == 3
    assert ran.err.startswith(f"quizzer: {broken} 这个包已损坏或不完整\n")


def test_a_command_without_a_context_of_ours_still_has_help() -> None:
    shown = SpokenContext(click.Command("bare", help="Text of nobody's book.")).get_help()

    assert "Text of nobody's book." in shown
