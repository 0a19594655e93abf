# caught-by: makes_no_large_tensor
# mistake: You seem to make a tensor of shape (N, M, D).
# mistake[zh-CN]: 你似乎创建了形状为 (N, M, D) 的张量。
def sq_dists(a, b):
    return ((a[:, None] - b[None]) ** 2).sum(dim=2)
