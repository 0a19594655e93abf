# caught-by: counts_nothing_else
# mistake: Tensors of equal shape seem to count once.
# mistake[zh-CN]: 形状相同的张量似乎只算了一次。
from itertools import chain


def model_bytes(model):
    sizes = {}
    for tensor in chain(model.parameters(), model.buffers()):
        storage = tensor.untyped_storage()
        sizes[(tensor.dtype, tuple(tensor.shape))] = storage.nbytes()
    return sum(sizes.values())
