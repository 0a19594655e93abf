import torch


def model_bytes(model):
    tensors = [*model.parameters(), *model.buffers()]
    storages = {tensor.untyped_storage()._cdata: tensor for tensor in tensors}

    def size(tensor):
        storage = tensor.untyped_storage()
        elements = storage.size() // tensor.element_size()
        return elements * torch.empty(0, dtype=tensor.dtype).element_size()

    return sum(map(size, storages.values()))
