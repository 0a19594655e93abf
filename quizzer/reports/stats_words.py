"""The words of the statistics, in each language; ``say`` fills them in, and knows those of the listings too."""

from __future__ import annotations

from quizzer.reports import words
from quizzer.reports.catalogue import Catalogue

_TABLE: dict[str, tuple[str, ...]] = {
    "page_title": ("quizzer: statistics", "quizzer：学习统计"),
    "page_written": ("The page is in {path}", "网页已写入 {path}"),
    "page_made": ("Study day {date}", "学习日 {date}"),
    "pair": ("{name}: {value}", "{name}：{value}"),
    "and_then": ("; ", "；"),
    "nav_standing": ("Now", "当前"),
    "nav_year": ("Year", "全年"),
    "nav_forecast": ("Forecast", "预测"),
    "nav_course": ("Answers", "答题"),
    "nav_retention": ("Retention", "记忆率"),
    "nav_decks": ("Decks", "卡组"),
    "nav_kinds": ("Kinds", "类型"),
    "nav_weakest": ("Weakest", "薄弱"),
    "nav_topics": ("Topics", "知识点"),
    "nav_buttons": ("Buttons", "按钮"),
    "nav_stability": ("Stability", "稳定性"),
    "nav_difficulty": ("Difficulty", "难度"),
    "nav_misconceptions": ("Misconceptions", "错误观念"),
    "sections": ("Sections", "目录"),
    "as_table": ("As a table", "以表格显示"),
    "right": ("Right", "答对"),
    "of_deck": ("Deck {deck}", "卡组 {deck}"),
    "of_all": ("All decks", "全部卡组"),
    "nothing_yet": (
        "Nothing answered yet. Start with: quizzer study",
        "还没有答题记录。开始学习：quizzer study",
    ),
    # today
    "where_you_stand": ("Where you stand", "当前进度"),
    "today_right": (
        "answers: {answers}, right: {right}, new cards: {new}, {spent}",
        "答题 {answers}，答对 {right}，新卡 {new}，用时 {spent}",
    ),
    "streak_value": ("{current} (longest: {longest})", "{current}（最长 {longest}）"),
    # the year
    "year": ("The last year", "过去一年"),
    "year_value": (
        "days of study: {days} of {all}, answers: {answers}",
        "学习 {days}/{all} 天，答题 {answers} 次",
    ),
    "month_value": ("{days} of {all} days, answers: {answers}", "{days}/{all} 天，答题 {answers} 次"),
    "month_none": ("none", "无"),
    "less": ("less", "少"),
    "more": ("more", "多"),
    "weekdays": ("Mon Tue Wed Thu Fri Sat Sun", "一 二 三 四 五 六 日"),
    "months": ("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月"),
    # the days to come
    "forecast_none": ("Nothing falls due.", "没有卡片到期。"),
    "forecast_total": ("Due in all", "到期总数"),
    "overdue": ("{date} (today, with what is overdue)", "{date}（今天，含逾期）"),
    # answers of the window
    "course_day": ("Answers by day, last {days} days", "近 {days} 天每日答题"),
    "course_week": ("Answers by week, last {days} days", "近 {days} 天每周答题"),
    "course_month": ("Answers by month, last {days} days", "近 {days} 天每月答题"),
    "course_year": ("Answers by year, last {days} days", "近 {days} 天每年答题"),
    "answers": ("Answers", "答题"),
    "spent": ("Time spent", "用时"),
    "spent_each": ("Time per answer", "每题用时"),
    "spent_day": ("Time per day studied", "每个学习日用时"),
    "seconds": ("{seconds} s", "{seconds} 秒"),
    "minutes": ("{minutes} min", "{minutes} 分钟"),
    "hours": ("{hours} h {minutes} min", "{hours} 小时 {minutes} 分钟"),
    # true retention
    "true_retention": ("True retention", "真实记忆率"),
    "retention_note": (
        "Cards in review whose first answer of the day was not Again. Mature: intervals of {days} days or more.",
        "复习中的卡片，当天首次作答未选“重来”的比例。成熟：间隔不少于 {days} 天。",
    ),
    "retention_week": ("True retention by week", "每周真实记忆率"),
    "retention_month": ("True retention by month", "每月真实记忆率"),
    "retention_year": ("True retention by year", "每年真实记忆率"),
    "period": ("Period", "时段"),
    "week_of": ("Week of", "周起始"),
    "month_of": ("Month", "月份"),
    "year_of": ("Year", "年份"),
    "day_of": ("Day", "日期"),
    "last_days": ("last {days} days", "近 {days} 天"),
    "share_of": ("{percent} % ({part} of {whole})", "{percent}%（{part}/{whole}）"),
    "percent": ("{percent} %", "{percent}%"),
    "both": ("All", "合计"),
    # groups
    "by_deck": ("By deck, last {days} days", "近 {days} 天，按卡组"),
    "by_topic": ("By topic, last {days} days", "近 {days} 天，按知识点"),
    "by_kind": ("By kind of card, last {days} days", "近 {days} 天，按卡片类型"),
    "weakest": ("Weakest topics, last {days} days", "近 {days} 天最薄弱的知识点"),
    "weakest_none": ("Nothing was forgotten.", "没有遗忘。"),
    "remembered": ("Remembered", "记住"),
    "forgotten": ("Forgotten", "遗忘"),
    # buttons
    "by_button": ("Answers by button, last {days} days", "近 {days} 天各按钮次数"),
    "before": ("Card was", "作答前"),
    "again": ("Again", "重来"),
    "hard": ("Hard", "困难"),
    "good": ("Good", "良好"),
    "easy": ("Easy", "简单"),
    "phase_new": ("new", "新卡"),
    "phase_learning": ("in steps", "学习中"),
    "phase_young": ("young", "年轻"),
    "phase_mature": ("mature", "成熟"),
    # distributions
    "stability": (
        "Stability in days (how long until recall falls to 90 %)",
        "稳定性，单位：天（回忆率降到 90% 所需时间）",
    ),
    "difficulty": ("Difficulty from 1 to 10", "难度（1 到 10）"),
    "median": ("Median", "中位数"),
    "none_learned": ("No card has a memory state yet.", "还没有卡片有记忆状态。"),
    # kinds of cards
    "kind_basic": ("question", "问答"),
    "kind_cloze": ("cloze", "填空"),
    "kind_choice": ("choice", "选择"),
    "kind_order": ("order", "排序"),
    "kind_compute": ("compute", "计算"),
    "kind_bug": ("find the bug", "找错"),
    "kind_code": ("line of code", "写代码"),
    "kind_exercise": ("exercise", "练习"),
    # misconceptions
    "misconceptions": ("Misconceptions", "错误观念"),
    "misconceptions_more": ("{count} more: quizzer stats --html FILE", "另有 {count} 个：quizzer stats --html FILE"),
    "misconceptions_none": ("No wrong answer has named one yet.", "还没有答错过带名称的错误。"),
    "misconception": ("Misconception", "错误观念"),
    "times": ("Times", "次数"),
    "last_on": ("Last", "最近"),
    "told": ("What is true", "正确的说法"),
    "held": ("still held", "仍存在"),
    "overcome": ("answered right since", "之后已答对"),
}

CATALOGUE = Catalogue(_TABLE, beyond=words.CATALOGUE)
say = CATALOGUE.say

_MINUTE_S, _HOUR_S = 60, 3600
_SHORT_S = 90


def spent(duration_s: float, *, language: str) -> str:
    """A duration as people say it: seconds, minutes, or hours and minutes."""
    if duration_s < _SHORT_S:
        return say(language, "seconds", seconds=round(duration_s))
    minutes = round(duration_s / _MINUTE_S)
    if duration_s < 2 * _HOUR_S:
        return say(language, "minutes", minutes=minutes)
    return say(language, "hours", hours=minutes // 60, minutes=minutes % 60)
