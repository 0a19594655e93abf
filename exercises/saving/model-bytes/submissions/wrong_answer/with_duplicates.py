# caught-by: counts_tied_weights_once
# mistake: A shared layer seems to count at each place.
# mistake[zh-CN]: 共享的层似乎在每一处都算了一次。
from itertools import chain


def model_bytes(model):
    sizes = {}
    for tensor in chain((p for _, p in model.named_parameters(remove_duplicate=False)), model.buffers()):
        storage = tensor.untyped_storage()
        sizes[len(sizes)] = storage.nbytes()
    return sum(sizes.values())
