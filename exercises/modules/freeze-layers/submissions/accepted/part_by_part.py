def freeze_except(model, names):
    model.requires_grad_(False)
    trainable = []
    for name in names:
        part = model.get_submodule(name)
        part.requires_grad_(True)
        trainable.extend(part.parameters())
    return trainable
