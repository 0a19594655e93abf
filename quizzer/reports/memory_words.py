"""The sentences about settings, fitting, rescheduling and simulating, in each language; ``say`` fills them in."""

from __future__ import annotations

from quizzer.reports.catalogue import Catalogue

_TABLE: dict[str, tuple[str, ...]] = {
    # settings
    "setting": ("Setting", "设置"),
    "value": ("Value", "值"),
    "from": ("Set", "来源"),
    "meaning": ("What it does", "作用"),
    "own": ("by you", "你的设置"),
    "default": ("default", "默认"),
    "general": ("as in general", "沿用通用"),
    "set_to": ("{name} is {value} now.", "{name} 现在为 {value}。"),
    "set_to_deck": ("{name} of the deck {deck} is {value} now.", "卡组 {deck} 的 {name} 现在为 {value}。"),
    "unset": ("{name} is {value} again.", "{name} 恢复为 {value}。"),
    "not_set": ("{name} was not set; it is {value}.", "{name} 未曾设置，当前为 {value}。"),
    "then_reschedule": (
        "It counts from the next answer on. To move the cards that are scheduled already: quizzer reschedule --dry-run",
        "从下一次回答起生效。若要移动已排期的卡片：quizzer reschedule --dry-run",
    ),
    "desired_retention": (
        "how much you want to remember when a card comes back (70 to 99%)",
        "卡片再次出现时希望记住的比例（70 至 99%）",
    ),
    "learning_steps": ("waits of a new card on its first day", "新卡第一天的间隔"),
    "relearning_steps": ("waits of a forgotten card", "遗忘卡片的间隔"),
    "maximum_interval_days": ("no card waits longer, in days", "最长间隔（天）"),
    "new_per_day": ("new cards a day", "每天新卡数"),
    "reviews_per_day": ("reviews a day", "每天复习数"),
    "new_order": (
        "new cards among the reviews: early (mixed), spread over all (even), or after them",
        "新卡在复习中的位置：尽早混入（mixed）、均匀分布（even）或排在其后（after）",
    ),
    "review_order": (
        "which due cards come first: the easiest, or the most overdue",
        "先复习哪些到期卡：最容易的（easiest）或逾期最久的（overdue）",
    ),
    "leech_lapses": ("lapses that make a card a leech", "遗忘多少次算难点卡"),
    "exercise_credit": (
        "how much of an answer a passed exercise counts for the cards of its topics",
        "通过练习对其主题卡片相当于多少次回答",
    ),
    "rollover_hour": ("the hour at which your day begins", "每天从几点开始"),
    "fuzz": ("spread cards that were learned together", "分散同时学习的卡片"),
    "balance": ("prefer days with few reviews", "优先安排到复习少的日子"),
    "easy_days": ("weekdays with fewer reviews", "复习较少的星期几"),
    "weekly_plan": ("weekdays for cards only or for code only", "哪些星期几只做卡片（cards）或只写代码（code）"),
    "weights": ("your memory in numbers; quizzer optimise finds them", "你的记忆参数，由 quizzer optimise 求得"),
    "language": (
        "of cards and messages, unless --lang or QUIZZER_LANG says otherwise",
        "卡片和消息的语言，--lang 与 QUIZZER_LANG 优先",
    ),
    # fitting
    "fit_too_few": (
        "Nothing was changed: {reviews} reviews on a later day are there, {wanted} are needed.",
        "未作更改：隔天的复习有 {reviews} 次，需要 {wanted} 次。",
    ),
    "fit_wait": (
        "With fewer, nobody can tell how your memory differs from the average. You are told when there are enough.",
        "次数太少，看不出你的记忆与平均有何不同。数量足够时会提示你。",
    ),
    "fit_better": (
        "Your schedule now follows your own memory, as {reviews} reviews show it.",
        "复习计划现在按你自己的记忆安排，依据是 {reviews} 次复习。",
    ),
    "fit_would": (
        "Your own memory, as {reviews} reviews show it, would serve you better. Nothing was changed (--dry-run).",
        "根据 {reviews} 次复习，改用你自己的记忆参数会更准。未作更改（--dry-run）。",
    ),
    "fit_kept": (
        "Nothing was changed: numbers fitted to your {reviews} reviews do not predict the latest of them better.",
        "未作更改：按你的 {reviews} 次复习求得的参数并不能更好地预测其中最近的复习。",
    ),
    "fit_measure": ("On the last {count} reviews, lower is better", "最近 {count} 次复习，越低越好"),
    "fit_before": ("Before", "之前"),
    "fit_after": ("After", "之后"),
    "fit_log_loss": ("How surprising your answers were (log loss)", "你的回答有多出乎预测（对数损失）"),
    "fit_rmse": ("How far off the predicted share was (RMSE in bins)", "预测比例偏差多少（分组均方根误差）"),
    "fit_cards": (
        "The memory of {cards} cards was computed anew; no due date has moved.",
        "已重新计算 {cards} 张卡片的记忆状态，到期日未变。",
    ),
    "fit_next": (
        "To move due dates: quizzer reschedule --dry-run. To take this back: quizzer optimise --undo",
        "调整到期日：quizzer reschedule --dry-run。撤销：quizzer optimise --undo",
    ),
    "fit_undone": (
        "The numbers before the last fit hold again; the memory of {cards} cards follows them.",
        "已恢复上次优化之前的参数，并重新计算 {cards} 张卡片的记忆状态。",
    ),
    "fit_none": ("There is no fit to take back.", "没有可撤销的优化。"),
    "fit_offer": (
        "You have answered enough for quizzer to learn how your own memory works: quizzer optimise",
        "你的回答已足够多，quizzer 可以按你自己的记忆来安排复习：quizzer optimise",
    ),
    # rescheduling
    "moved_none": (
        "Nothing was moved: all {cards} cards in review are due when your settings say.",
        "无需移动：{cards} 张复习卡片的到期日都符合当前设置。",
    ),
    "moved": (
        "{moved} of {cards} cards in review were moved: {earlier} come earlier, {later} later.",
        "{cards} 张复习卡片中移动了 {moved} 张：提前 {earlier} 张，推后 {later} 张。",
    ),
    "would_move": (
        "{moved} of {cards} cards in review would move, {earlier} to earlier days. Nothing was changed (--dry-run).",
        "{cards} 张复习卡片中将移动 {moved} 张，其中提前 {earlier} 张。未作更改（--dry-run）。",
    ),
    "moved_next": ("To take this back: quizzer reschedule --undo", "撤销：quizzer reschedule --undo"),
    "moved_back": ("{cards} cards are due as before.", "{cards} 张卡片的到期日已恢复。"),
    "moved_back_none": ("There is no rescheduling to take back.", "没有可撤销的重新排期。"),
    "due_on_day": ("Reviews due", "到期复习"),
    "due_before": ("Before", "之前"),
    "due_after": ("After", "之后"),
    "due_today": ("today, with all overdue", "今天（含逾期）"),
    "due_tomorrow": ("tomorrow", "明天"),
    "due_in": ("in {days} days", "{days} 天后"),
    # simulating
    "costs": (
        "At {now} this costs you {minutes} a day; at {other} it is {other_minutes}.",
        "{now} 时每天约需 {minutes}；{other} 时约需 {other_minutes}。",
    ),
    "costs_now": ("now", "当前"),
    "cost_retention": ("Retention", "目标记忆率"),
    "cost_minutes": ("Minutes a day", "每天分钟"),
    "cost_reviews": ("Reviews a day", "每天复习"),
    "cost_remembered": ("Remembered of {cards} in the end", "最终记住（共 {cards} 张）"),
    "cost_basis": (
        "An average of the next {days} days with {new} new cards a day, from your own cards, times and ratings.",
        "未来 {days} 天的平均值，每天 {new} 张新卡，依据你的卡片、用时和评分。",
    ),
    "cost_assumed": (
        "You have answered little yet: part of the times and ratings is assumed.",
        "你的回答还不多：部分用时和评分为假定值。",
    ),
    "cost_set": (
        "To choose: quizzer config set desired_retention 85%",
        "选择方法：quizzer config set desired_retention 85%",
    ),
    "cost_none": ("There are no cards to study.", "没有可学习的卡片。"),
    "minutes": ("{count} minutes", "{count} 分钟"),
    "minute": ("1 minute", "1 分钟"),
    "minute_less": ("less than a minute", "不到 1 分钟"),
}

CATALOGUE = Catalogue(_TABLE)
say = CATALOGUE.say
