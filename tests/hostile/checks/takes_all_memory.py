import torch

from quizzer.checks import check, expect


@check("Hostile")
def hostile(learner, case):
    learner.double(torch.ones(2))
    kept = []
    while True:
        kept.append(bytearray(1 << 26))
