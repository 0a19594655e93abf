# caught-by: knows_the_dtypes
# mistake: All tensors seem to count with the dtype of the first.
# mistake[zh-CN]: 所有张量似乎都按第一个张量的 dtype 计算。
from itertools import chain


def model_bytes(model):
    sizes = {}
    first = next((p.element_size() for p in model.parameters()), 4)
    for tensor in chain(model.parameters(), model.buffers()):
        storage = tensor.untyped_storage()
        sizes[storage.data_ptr()] = storage.nbytes() // tensor.element_size() * first
    return sum(sizes.values())
