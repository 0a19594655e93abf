import torch.nn.functional as F


def sigmoid(x):
    return F.logsigmoid(x).exp()
