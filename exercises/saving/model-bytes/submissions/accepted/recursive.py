def storages(module):
    own = [*module.parameters(recurse=False), *module.buffers(recurse=False)]
    found = {tensor.untyped_storage().data_ptr(): tensor.untyped_storage().nbytes() for tensor in own}
    for child in module.children():
        found |= storages(child)
    return found


def model_bytes(model):
    return sum(storages(model).values())
