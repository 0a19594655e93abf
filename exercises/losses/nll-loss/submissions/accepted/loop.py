import torch


def nll_loss(logp, target, weight=None, ignore_index=-100, reduction="mean"):
    losses, total = [], 0
    for row, t in zip(logp, target):
        if int(t) == ignore_index:
            losses.append(row.new_zeros(()))
            continue
        w = 1.0 if weight is None else weight[t]
        losses.append(-w * row[t])
        total = total + w
    losses = torch.stack(losses)
    return {"none": losses, "sum": losses.sum(), "mean": losses.sum() / total}[reduction]
