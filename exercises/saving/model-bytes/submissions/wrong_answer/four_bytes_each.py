# caught-by: knows_the_dtypes
# mistake: Every element seems to count 4 bytes.
# mistake[zh-CN]: 每个元素似乎都算作 4 字节。
from itertools import chain


def model_bytes(model):
    sizes = {}
    for tensor in chain(model.parameters(), model.buffers()):
        storage = tensor.untyped_storage()
        sizes[storage.data_ptr()] = storage.nbytes() // tensor.element_size() * 4
    return sum(sizes.values())
