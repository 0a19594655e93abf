# caught-by: counts_views_once
# mistake: Views that begin in the middle seem to count as memory of their own.
# mistake[zh-CN]: 从中间开始的视图似乎被算作独立的内存。
from itertools import chain


def model_bytes(model):
    sizes = {}
    for tensor in chain(model.parameters(), model.buffers()):
        storage = tensor.untyped_storage()
        sizes[tensor.data_ptr()] = storage.nbytes()
    return sum(sizes.values())
