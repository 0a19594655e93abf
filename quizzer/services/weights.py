"""Weights come into force together with the memories that they imply, and can be taken back with them.

What holds at all times: a card's memory is what its log gives under the weights that are set. Due days stay.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from quizzer.domain.fitting import LoggedRating
from quizzer.domain.rescheduling import Remembered
from quizzer.domain.setting import WEIGHTS, row_name
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.scheduler.option_text import OPTION_TEXTS, parse_option
from quizzer.scheduler.replay import replay

if TYPE_CHECKING:
    from quizzer.domain.fitting import Weights
    from quizzer.storage.store import Transaction

_UNDO = "fit:undo"


def apply_weights(tx: Transaction, weights: Weights | None) -> int:
    """Let ``weights`` (None for the defaults) hold, and keep what an undo needs; the number of cards concerned.

    Raises:
        UsageError: fsrs-rs refuses the weights; nothing is changed.
    """
    Fsrs6(weights)
    memories = tx.memories()
    before = {"weights": tx.setting(row_name(WEIGHTS)), "memories": memories}
    cards = _let_hold(tx, weights)
    tx.set_setting(_UNDO, json.dumps(before, separators=(",", ":")))
    return cards


def take_back_weights(tx: Transaction) -> int | None:
    """Let the weights before the last change hold again; the number of cards concerned, None for no change."""
    stored = tx.setting(_UNDO)
    if stored is None:
        return None
    before = json.loads(stored)
    weights = None if before["weights"] is None else parse_option(WEIGHTS, before["weights"])
    cards = _let_hold(tx, weights)
    # Whatever was not answered since gets back what it had, even where no log would lead there.
    tx.set_memories(Remembered(*row) for row in before["memories"])
    tx.remove_setting(_UNDO)
    return cards


def _let_hold(tx: Transaction, weights: Weights | None) -> int:
    if weights is None:
        tx.remove_setting(row_name(WEIGHTS))
    else:
        tx.set_setting(row_name(WEIGHTS), OPTION_TEXTS[WEIGHTS].write(weights))
    memories = replay(map(LoggedRating._make, tx.logged_ratings()), weights)
    tx.set_memories(memories)
    return len(memories)
