# caught-by: counts_parameters
# mistake: You seem to return kilobytes.
# mistake[zh-CN]: 你返回的似乎是千字节。
from itertools import chain


def model_bytes(model):
    sizes = {}
    for tensor in chain(model.parameters(), model.buffers()):
        storage = tensor.untyped_storage()
        sizes[storage.data_ptr()] = storage.nbytes()
    return sum(sizes.values()) // 1024
