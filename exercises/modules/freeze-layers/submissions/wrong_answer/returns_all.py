# caught-by: returns_the_parameters
# mistake: You seem to return all parameters, the frozen ones too.
# mistake[zh-CN]: 你似乎返回了所有参数，包括被冻结的。
def freeze_except(model, names):
    parts = [model.get_submodule(name) for name in names]
    model.requires_grad_(False)
    for part in parts:
        part.requires_grad_(True)
    return list(model.parameters())
