# caught-by: returns_the_parameters
# mistake: Some parameters seem to be in the list twice.
# mistake[zh-CN]: 列表里似乎有参数出现了两次。
def freeze_except(model, names):
    parts = [model.get_submodule(name) for name in names]
    model.requires_grad_(False)
    for part in parts:
        part.requires_grad_(True)
    return [p for part in parts for module in part.modules() for p in module.parameters() if p.requires_grad]
