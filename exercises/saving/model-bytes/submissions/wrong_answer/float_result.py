# caught-by: counts_parameters
# mistake: You seem to return a float.
# mistake[zh-CN]: 你返回的似乎是 float。
from itertools import chain


def model_bytes(model):
    sizes = {}
    for tensor in chain(model.parameters(), model.buffers()):
        storage = tensor.untyped_storage()
        sizes[storage.data_ptr()] = storage.nbytes()
    return 1.0 * sum(sizes.values())
