# caught-by: counts_nothing_else
# mistake: Tensors with equal numbers seem to count once.
# mistake[zh-CN]: 数值相同的张量似乎只算了一次。
from itertools import chain


def model_bytes(model):
    sizes = {}
    for tensor in chain(model.parameters(), model.buffers()):
        storage = tensor.untyped_storage()
        sizes[(tensor.dtype, *tensor.flatten().tolist())] = max(storage.nbytes(), 0)
    return sum(sizes.values())
