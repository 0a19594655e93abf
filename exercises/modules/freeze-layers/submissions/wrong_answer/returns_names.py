# caught-by: returns_the_parameters
# mistake: You seem to return names instead of parameters.
# mistake[zh-CN]: 你返回的似乎是名字，而不是参数。
def freeze_except(model, names):
    parts = [model.get_submodule(name) for name in names]
    model.requires_grad_(False)
    for part in parts:
        part.requires_grad_(True)
    return [name for name, p in model.named_parameters() if p.requires_grad]
