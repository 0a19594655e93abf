# caught-by: counts_tied_weights_once
# mistake: Two parameters on the same memory seem to count twice.
# mistake[zh-CN]: 同一内存上的两个参数似乎算了两次。
from itertools import chain


def model_bytes(model):
    sizes = {}
    for tensor in chain(model.parameters(), model.buffers()):
        storage = tensor.untyped_storage()
        sizes[id(tensor)] = storage.nbytes()
    return sum(sizes.values())
