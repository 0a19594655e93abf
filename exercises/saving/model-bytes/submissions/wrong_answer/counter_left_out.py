# caught-by: counts_buffers
# mistake: Integer buffers do not seem to count.
# mistake[zh-CN]: 整数缓冲区似乎没有算。
from itertools import chain


def model_bytes(model):
    sizes = {}
    for tensor in chain(model.parameters(), model.buffers()):
        if not tensor.is_floating_point():
            continue
        storage = tensor.untyped_storage()
        sizes[storage.data_ptr()] = storage.nbytes()
    return sum(sizes.values())
