import math


def count_trainable(model):
    total = 0
    for _, parameter in model.named_parameters():
        if not parameter.requires_grad:
            continue
        total += math.prod(parameter.shape)
    return total
