# caught-by: counts_tied_weights_once
# mistake: Tied weights seem to count under each of their names.
# mistake[zh-CN]: 绑定的权重似乎按每个名字各算了一次。
from itertools import chain


def model_bytes(model):
    sizes = {}
    for name, tensor in chain(model.state_dict().items(), model.named_buffers()):
        sizes[name] = tensor.nbytes
    return sum(sizes.values())
