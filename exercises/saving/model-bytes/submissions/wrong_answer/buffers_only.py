# caught-by: counts_parameters
# mistake: Parameters do not seem to count.
# mistake[zh-CN]: 参数似乎没有算。
from itertools import chain


def model_bytes(model):
    sizes = {}
    for tensor in chain(model.buffers()):
        storage = tensor.untyped_storage()
        sizes[storage.data_ptr()] = storage.nbytes()
    return sum(sizes.values())
