# caught-by: counts_parameters
# mistake: You seem to count elements, not bytes.
# mistake[zh-CN]: 你数的似乎是元素，而不是字节。
from itertools import chain


def model_bytes(model):
    sizes = {}
    for tensor in chain(model.parameters(), model.buffers()):
        storage = tensor.untyped_storage()
        sizes[storage.data_ptr()] = storage.nbytes() // tensor.element_size()
    return sum(sizes.values())
