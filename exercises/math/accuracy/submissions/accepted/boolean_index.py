import torch


def accuracy(logits, targets, ignore_index=-100):
    keep = targets.ne(ignore_index)
    logits, targets = logits[keep], targets[keep]
    if targets.numel() == 0:
        return 0.0
    return torch.argmax(logits, -1).eq(targets).double().mean().item()
