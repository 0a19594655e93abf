# caught-by: counts_nothing_else
# mistake: Gradients seem to count.
# mistake[zh-CN]: 梯度似乎也算了进去。
from itertools import chain


def model_bytes(model):
    sizes = {}
    for tensor in chain(model.parameters(), model.buffers()):
        storage = tensor.untyped_storage()
        sizes[storage.data_ptr()] = storage.nbytes()
    for parameter in model.parameters():
        if parameter.grad is not None:
            sizes[id(parameter)] = parameter.grad.nbytes
    return sum(sizes.values())
