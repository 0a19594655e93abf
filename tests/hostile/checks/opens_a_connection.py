import torch

from quizzer.checks import check, expect


@check("Hostile")
def hostile(learner, case):
    learner.double(torch.ones(2))
    import socket
    socket.create_connection(("127.0.0.1", @PORT@), timeout=1)
