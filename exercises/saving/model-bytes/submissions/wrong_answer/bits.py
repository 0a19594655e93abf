# caught-by: counts_parameters
# mistake: You seem to count bits.
# mistake[zh-CN]: 你数的似乎是比特。
from itertools import chain


def model_bytes(model):
    sizes = {}
    for tensor in chain(model.parameters(), model.buffers()):
        storage = tensor.untyped_storage()
        sizes[storage.data_ptr()] = storage.nbytes() * 8
    return sum(sizes.values())
