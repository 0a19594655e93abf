import torch


def standardize(x, dim, eps=1e-8):
    dims = [d % x.ndim for d in ([dim] if isinstance(dim, int) else dim)]
    kept = [d for d in range(x.ndim) if d not in dims]
    order = kept + dims
    moved = x.permute(order)
    rows = moved.reshape(*moved.shape[: len(kept)], -1)
    rows = rows - rows.mean(-1, keepdim=True)
    rows = rows / rows.pow(2).mean(-1, keepdim=True).sqrt().clamp(min=eps)
    back = [order.index(d) for d in range(x.ndim)]
    return rows.reshape(moved.shape).permute(back)
