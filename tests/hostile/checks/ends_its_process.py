import torch

from quizzer.checks import check, expect


@check("Hostile")
def hostile(learner, case):
    learner.double(torch.ones(2))
    import os
    os._exit(0)
