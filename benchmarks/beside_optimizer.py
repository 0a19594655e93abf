"""What ``quizzer optimise`` takes and gives, beside fsrs-optimizer (torch) on the same 300,000 reviews.

fsrs-optimizer lives in an environment of its own, named by QUIZZER_OPTIMIZER_PYTHON; without it nothing is measured:

    python -m venv optimizer && optimizer/bin/pip install fsrs-optimizer
    QUIZZER_OPTIMIZER_PYTHON=optimizer/bin/python python -m benchmarks beside_optimizer

Both fit to the earlier four fifths; how well the weights predict the last fifth is computed for both by the same
function. CPU time: both use every processor, and the clock would measure the machine's other work.
"""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks._history import TRUTH, history, row
from quizzer.domain.fitting import LoggedRating, Sample
from quizzer.scheduler.fitting import HELD_OUT_SHARE, fit_weights, quality, samples

PYTHON = os.environ.get("QUIZZER_OPTIMIZER_PYTHON")
SIDE = Path(__file__).parent / "_optimizer_side.py"
DAY_MS = 86_400_000
BEGAN_MS = 1_704_110_400_000
"""Noon of 2024-01-01, UTC."""


def measure() -> list[dict[str, Any]]:
    """Rows: seconds of CPU, and the mean surprise at the held-out reviews; none where there is no fsrs-optimizer."""
    if PYTHON is None:
        print("QUIZZER_OPTIMIZER_PYTHON names no interpreter that has fsrs-optimizer", file=sys.stderr)
        return []
    log = logged()
    began_s = time.process_time()
    found = samples(sorted(log, key=lambda one: (one.card, one.review)))
    fit = fit_weights(found, current=None, relearning_steps=1)
    ours_s = time.process_time() - began_s
    later = found[-round(len(found) * HELD_OUT_SHARE) :]
    theirs = fitted_by_optimizer([one for one in log if one.review < later[0].review])
    assert fit.before is not None
    assert fit.after is not None
    return [
        row("fit of 300,000 reviews, CPU (s; ours fits twice and predicts)", ours_s, theirs["cpu_s"], 1 / 30),
        surprise("fitted", fit.after.log_loss, theirs["weights"], later, 1.01),
        surprise("fitted, beside the default weights", fit.after.log_loss, None, later, 1.0),
        surprise("fitted, beside the weights that made the history", fit.after.log_loss, TRUTH, later, 1.01),
    ]


def surprise(name: str, ours: float, weights: Any, later: list[Sample], budget: float) -> dict[str, Any]:
    """Our mean surprise at the held-out reviews, beside that of other weights."""
    return row(f"log loss, held out: {name}", ours, quality(weights, later).log_loss, budget)


def logged() -> list[LoggedRating]:
    """The history as one log, earliest first."""
    seen = [
        (one.day, card, one.rating, one.day - (before.day if before else one.day), before is None)
        for card, reviews in enumerate(history())
        for before, one in zip((None, *reviews), reviews, strict=False)
    ]
    seen.sort()
    return [LoggedRating(card, at, rating, gap, first) for at, (_, card, rating, gap, first) in enumerate(seen)]


def fitted_by_optimizer(log: list[LoggedRating]) -> dict[str, Any]:
    """What fsrs-optimizer makes of a log: ``weights``, ``cpu_s`` and ``took_s``."""
    days = {card: reviews[0].day for card, reviews in enumerate(history())}
    with tempfile.TemporaryDirectory(prefix="quizzer-bench-") as folder:
        with (Path(folder) / "revlog.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(("card_id", "review_time", "review_rating"))
            for one in log:
                days[one.card] += one.elapsed_days
                writer.writerow((one.card + 1, BEGAN_MS + days[one.card] * DAY_MS + one.card, one.rating))
        command = [str(PYTHON), str(SIDE), str(os.cpu_count() or 1)]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told
