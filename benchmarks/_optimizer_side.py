"""Run by an interpreter that has ``fsrs-optimizer``, in a process and a folder of its own: fits ``revlog.csv`` there.

Prints JSON: the weights and the seconds from the log to them, imports not counted. Nothing of quizzer is imported.
"""

from __future__ import annotations

import json
import sys
import time


def main() -> None:
    import matplotlib as mpl

    mpl.use("Agg")
    import torch
    from fsrs_optimizer import Optimizer

    torch.set_num_threads(int(sys.argv[1]))
    began = time.perf_counter(), time.process_time()
    optimizer = Optimizer()
    optimizer.create_time_series("UTC", "2006-10-05", 4)
    optimizer.define_model()
    optimizer.initialize_parameters(verbose=False)
    optimizer.train(verbose=False)
    took = {"took_s": time.perf_counter() - began[0], "cpu_s": time.process_time() - began[1]}
    sys.stdout.write(json.dumps({"weights": optimizer.w, **took}) + "\n")


if __name__ == "__main__":
    main()
