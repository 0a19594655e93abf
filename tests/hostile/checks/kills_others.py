import torch

from quizzer.checks import check, expect


@check("Hostile")
def hostile(learner, case):
    learner.double(torch.ones(2))
    import os, signal
    os.kill(os.getppid(), signal.SIGKILL)
    raise KeyError("nobody was killed")
