import torch


def std(x, dim=None, *, correction=1, keepdim=False):
    rows = x.reshape(1, -1) if dim is None else x.movedim(dim, -1)
    n = rows.shape[-1]
    distance = rows - rows.mean(-1, keepdim=True)
    result = torch.sqrt(torch.einsum("...i,...i->...", distance, distance) / (n - correction))
    if dim is None:
        result = result.squeeze(0)
        return result.view([1] * x.dim()) if keepdim else result
    return result.unsqueeze(dim) if keepdim and dim >= 0 else result.unsqueeze(dim) if keepdim else result
