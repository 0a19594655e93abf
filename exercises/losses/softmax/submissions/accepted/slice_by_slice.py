import torch


def softmax(x, dim):
    parts = x.unbind(dim)
    top = parts[0]
    for part in parts[1:]:
        top = torch.maximum(top, part)
    top = top.detach()
    total = sum((part - top).exp() for part in parts)
    return torch.stack([(part - top).exp() / total for part in parts], dim)
