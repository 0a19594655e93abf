# caught-by: counts_nothing_else
# mistake: Plain attributes seem to count.
# mistake[zh-CN]: 普通属性似乎也算了进去。
from itertools import chain


def model_bytes(model):
    sizes = {}
    for tensor in chain(model.parameters(), model.buffers()):
        storage = tensor.untyped_storage()
        sizes[storage.data_ptr()] = storage.nbytes()
    for module in model.modules():
        for value in vars(module).values():
            if hasattr(value, "untyped_storage"):
                sizes[value.untyped_storage().data_ptr()] = value.nbytes
    return sum(sizes.values())
