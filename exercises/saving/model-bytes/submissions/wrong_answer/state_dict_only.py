# caught-by: counts_buffers
# mistake: Buffers that are not in the state_dict do not seem to count.
# mistake[zh-CN]: 不在 state_dict 里的缓冲区似乎没有算。
from itertools import chain


def model_bytes(model):
    sizes = {}
    for tensor in chain(model.state_dict().values()):
        storage = tensor.untyped_storage()
        sizes[storage.data_ptr()] = storage.nbytes()
    return sum(sizes.values())
