# caught-by: counts_buffers
# mistake: Buffers do not seem to count.
# mistake[zh-CN]: 缓冲区似乎没有算。
from itertools import chain


def model_bytes(model):
    sizes = {}
    for tensor in chain(model.parameters()):
        storage = tensor.untyped_storage()
        sizes[storage.data_ptr()] = storage.nbytes()
    return sum(sizes.values())
