# caught-by: cuts_a_batch
# mistake: You seem to join the patches of all images in one sequence.
# mistake[zh-CN]: 你似乎把所有图像的图块接成了一个序列。
"""The batch axis is lost, unless there is one image."""


def patchify(x, p):
    n, c, h, w = x.shape
    if h % p or w % p:
        raise ValueError
    x = x.reshape(n, c, h // p, p, w // p, p)
    return x.permute(0, 2, 4, 1, 3, 5).reshape(1, -1, c * p * p)
