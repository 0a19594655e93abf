# caught-by: counts_parameters
# mistake: Biases do not seem to count.
# mistake[zh-CN]: 偏置似乎没有算。
from itertools import chain


def model_bytes(model):
    sizes = {}
    for tensor in chain(model.parameters(), model.buffers()):
        if isinstance(tensor, __import__("torch").nn.Parameter) and tensor.dim() < 2:
            continue
        storage = tensor.untyped_storage()
        sizes[storage.data_ptr()] = storage.nbytes()
    return sum(sizes.values())
