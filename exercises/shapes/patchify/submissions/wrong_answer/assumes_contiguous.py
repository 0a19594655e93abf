# caught-by: takes_other_layouts
# mistake: You seem to compute strides as if `x` were contiguous.
# mistake[zh-CN]: 你似乎按 `x` 连续的情形来计算步幅。
"""as_strided with the strides of a contiguous image."""


def patchify(x, p):
    n, c, h, w = x.shape
    if h % p or w % p:
        raise ValueError
    size = (n, h // p, w // p, c, p, p)
    stride = (c * h * w, p * w, p, h * w, w, 1)
    if x.untyped_storage().nbytes() < x.numel() * x.element_size():
        x = x.contiguous()
    return x.as_strided(size, stride).reshape(n, -1, c * p * p)
