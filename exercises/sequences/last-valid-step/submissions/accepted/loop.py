import torch


def last_valid(output, lengths):
    return torch.stack([sequence[n - 1] for sequence, n in zip(output, lengths)])
