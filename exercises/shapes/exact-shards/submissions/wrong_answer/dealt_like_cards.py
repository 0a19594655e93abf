# caught-by: cuts_equal_parts
# mistake: Your parts seem to take every n-th element; they should be consecutive.
# mistake[zh-CN]: 你的每份似乎是每隔 n 个取一个；各份应当是连续的片段。
"""x[i::n]."""


def shards(x, n, dim=0):
    front = x.movedim(dim, 0)
    return [front[i::n].movedim(0, dim) for i in range(n)]
