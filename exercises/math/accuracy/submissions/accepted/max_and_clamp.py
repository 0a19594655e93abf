def accuracy(logits, targets, ignore_index=-100):
    _, predicted = logits.max(dim=1)
    weight = (targets != ignore_index).float()
    hits = (predicted == targets).float() * weight
    return float(hits.sum() / weight.sum().clamp(min=1))
