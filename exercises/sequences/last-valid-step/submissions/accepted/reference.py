import torch


def last_valid(output, lengths):
    rows = torch.arange(len(output), device=output.device)
    return output[rows, lengths - 1]
