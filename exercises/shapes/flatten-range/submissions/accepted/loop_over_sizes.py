"""The sizes one by one."""


def flatten(x, start_dim=0, end_dim=-1):
    sizes = list(x.shape) or [1]
    n = len(sizes)
    first = start_dim + n if start_dim < 0 else start_dim
    last = end_dim + n if end_dim < 0 else end_dim
    assert first <= last
    product = 1
    for size in sizes[first : last + 1]:
        product *= size
    return x.reshape(sizes[:first] + [product] + sizes[last + 1 :])
