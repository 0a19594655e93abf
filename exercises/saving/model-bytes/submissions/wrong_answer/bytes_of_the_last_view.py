# caught-by: counts_views_once
# mistake: Of a tensor and its views, only the last seems to count.
# mistake[zh-CN]: 一个张量和它的视图中，似乎只算了最后一个。
from itertools import chain


def model_bytes(model):
    sizes = {}
    for tensor in chain(model.parameters(), model.buffers()):
        storage = tensor.untyped_storage()
        sizes[storage.data_ptr()] = tensor.nbytes
    return sum(sizes.values())
