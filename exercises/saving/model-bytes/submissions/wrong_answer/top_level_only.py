# caught-by: counts_parameters
# mistake: Submodules do not seem to count.
# mistake[zh-CN]: 子模块似乎没有算。
from itertools import chain


def model_bytes(model):
    sizes = {}
    for tensor in chain(model.parameters(recurse=False), model.buffers(recurse=False)):
        storage = tensor.untyped_storage()
        sizes[storage.data_ptr()] = storage.nbytes()
    return sum(sizes.values())
