# caught-by: flattens_the_range
# mistake: You seem to flatten all dimensions always.
# mistake[zh-CN]: 你似乎总是展平所有维度。
"""reshape(-1)."""


def flatten(x, start_dim=0, end_dim=-1):
    if x.dim() and start_dim % x.dim() > end_dim % x.dim():
        raise ValueError
    return x.reshape(-1)
