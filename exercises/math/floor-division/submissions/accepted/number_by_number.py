import torch


def bin_and_offset(x, width):
    pairs = [divmod(value, width) for value in x.flatten().tolist()]
    index = torch.tensor([int(q) for q, _ in pairs], dtype=torch.int64, device=x.device)
    offset = torch.tensor([r for _, r in pairs], dtype=x.dtype, device=x.device)
    return index.view(x.shape), offset.view(x.shape)
