# caught-by: cuts_a_batch
# mistake: Your patches seem to mix the images of a batch.
# mistake[zh-CN]: 你的图块似乎把一批里的不同图像混在了一起。
"""The batch axis is permuted away from the front."""


def patchify(x, p):
    n, c, h, w = x.shape
    if h % p or w % p:
        raise ValueError
    x = x.reshape(n, c, h // p, p, w // p, p)
    return x.permute(2, 4, 0, 1, 3, 5).reshape(n, -1, c * p * p)
