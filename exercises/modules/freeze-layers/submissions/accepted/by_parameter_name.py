def freeze_except(model, names):
    modules = dict(model.named_modules())
    for name in names:
        if name not in modules:
            raise ValueError(f"the model has no part named {name!r}")
    trainable = []
    for name, parameter in model.named_parameters():
        parameter.requires_grad = any(name.startswith(f"{part}.") for part in names)
        if parameter.requires_grad:
            trainable.append(parameter)
    return trainable
