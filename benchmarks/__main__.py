"""``python -m benchmarks [NAME …] [--json]``: measure, compare with the budgets, exit 1 where one is missed.

Each other module of this folder offers ``measure() -> list[dict]`` with ``name``, ``ours``, ``baseline``, ``ratio`` and
``budget``: what we take, what it is compared with in the same run, ours / baseline, and the largest ratio allowed.
Where the budget is no ratio it is a sentence, and nobody but its reader can say whether it was kept.
"""

from __future__ import annotations

import json
import pkgutil
import sys
from importlib import import_module
from pathlib import Path
from typing import Any


def modules() -> list[str]:
    """The benchmarks that exist."""
    names = (module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)]))
    return sorted(name for name in names if not name.startswith("_"))


def measured(names: list[str]) -> list[dict[str, Any]]:
    """The rows of the benchmarks named, each with its module; prints what it is doing to stderr."""
    rows = []
    for name in names:
        measure = getattr(import_module(f"benchmarks.{name}"), "measure", None)
        if measure is not None:
            print(f"measuring {name} …", file=sys.stderr, flush=True)
            rows += [{"benchmark": name, "kept": kept(row), **row} for row in measure()]
    return rows


def kept(row: dict[str, Any]) -> bool | None:
    """Whether a ratio kept its budget; None where the budget is a sentence."""
    budget = row["budget"]
    return row["ratio"] <= budget if isinstance(budget, int | float) else None


def table(rows: list[dict[str, Any]]) -> str:
    """The rows as a Markdown table, for a README."""
    lines = ["| what | ours | baseline | ratio | budget | |", "|---|---|---|---|---|---|"]
    words = {True: "kept", False: "MISSED", None: "see budget"}
    for row in rows:
        budget = row["budget"] if isinstance(row["budget"], str) else f"{row['budget']:.2f}"
        figures = f"{row['ours']:.4g} | {row['baseline']:.4g} | {row['ratio']:.2f} | {budget}"
        lines.append(f"| {row['name']} | {figures} | {words[row['kept']]} |")
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Run the benchmarks named, or all; 0 if every budget is kept, 1 if not, 2 for an unknown name."""
    names = [argument for argument in arguments if argument != "--json"]
    unknown = sorted(set(names) - set(modules()))
    if unknown:
        print(f"no benchmark {', '.join(unknown)}; there are {', '.join(modules())}", file=sys.stderr)
        return 2
    rows = measured(names or modules())
    print(json.dumps({"schema_version": 1, "rows": rows}, indent=2) if "--json" in arguments else table(rows))
    return 1 if any(row["kept"] is False for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
