from torch.nn.functional import softplus


def bce_with_logits(logits, target, pos_weight=None):
    assert logits.size() == target.size(), "shapes differ"
    factor = 1 + (pos_weight - 1) * target if pos_weight is not None else 1
    return ((1 - target) * logits + factor * softplus(-logits)).mean()
