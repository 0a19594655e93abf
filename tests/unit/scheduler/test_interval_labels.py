"""Labels of intervals: short, rounded before the unit is chosen, and in order."""

from __future__ import annotations

import pytest

from quizzer.scheduler.interval_text import interval_label, interval_phrase

DAY_S = 86_400


@pytest.mark.parametrize(
    ("seconds", "label"),
    [
        (0, "<1m"),
        (-5, "<1m"),
        (59.9, "<1m"),
        (60, "1m"),
        (330, "6m"),
        (600, "10m"),
        (3569, "59m"),
        (3570, "1h"),
        (5400, "1.5h"),
        (23.94 * 3600, "23.9h"),
        (23.96 * 3600, "1d"),
        (DAY_S, "1d"),
        (3 * DAY_S, "3d"),
        (29 * DAY_S, "29d"),
        (30 * DAY_S, "1mo"),
        (63 * DAY_S, "2.1mo"),
        (358 * DAY_S, "11.9mo"),
        (359 * DAY_S, "1y"),
        (365 * DAY_S, "1y"),
        (511 * DAY_S, "1.4y"),
        (36500 * DAY_S, "100y"),
    ],
)
def test_the_label_of(seconds, label):
    assert interval_label(seconds) == label


def test_whole_days_below_a_month_have_labels_of_their_own():
    labels = [interval_label(days * DAY_S) for days in range(1, 30)]

    assert labels == [f"{days}d" for days in range(1, 30)]


@pytest.mark.parametrize(
    ("seconds", "phrase"),
    [
        (30, "不到 1 分钟"),
        (600, "10 分钟"),
        (5400, "1.5 小时"),
        (3 * DAY_S, "3 天"),
        (63 * DAY_S, "2.1 个月"),
        (511 * DAY_S, "1.4 年"),
    ],
)
def test_a_sentence_has_the_words_of_its_language(seconds: float, phrase: str) -> None:
    assert interval_phrase(seconds, language="zh-CN") == phrase
    assert interval_phrase(seconds, language="en") == interval_label(seconds)
