# caught-by: knows_the_dtypes
# mistake: Frozen parameters do not seem to count.
# mistake[zh-CN]: 冻结的参数似乎没有算。
from itertools import chain


def model_bytes(model):
    sizes = {}
    for tensor in chain((p for p in model.parameters() if p.requires_grad), model.buffers()):
        storage = tensor.untyped_storage()
        sizes[storage.data_ptr()] = storage.nbytes()
    return sum(sizes.values())
