import torch

from quizzer.checks import check, expect


@check("Hostile")
def hostile(learner, case):
    learner.double(torch.ones(2))
    import gc, socket
    for found in gc.get_objects():
        if isinstance(found, socket.socket):
            found.sendall(b"\x00\x00\x00\x02{}")
    raise KeyError("forged")
