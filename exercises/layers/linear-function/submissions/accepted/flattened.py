import torch


def linear(x, weight, bias=None):
    rows = x.reshape(-1, weight.shape[1])
    if bias is None:
        y = torch.mm(rows, weight.T)
    else:
        y = torch.addmm(bias, rows, weight.T)
    return y.view(*x.shape[:-1], weight.shape[0])
