import torch


def round_ste(x):
    with torch.no_grad():
        correction = torch.round(x) - x
    return torch.add(x, correction)
