import torch

from quizzer.checks import check, expect


@check("Hostile")
def hostile(learner, case):
    learner.double(torch.ones(2))
    import subprocess
    subprocess.run(["/bin/sh", "-c", "echo x > @MARKER@"], check=True)
