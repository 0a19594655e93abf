# caught-by: returns_the_parameters
# mistake: You do not seem to return anything.
# mistake[zh-CN]: 你似乎没有返回任何东西。
def freeze_except(model, names):
    parts = [model.get_submodule(name) for name in names]
    model.requires_grad_(False)
    for part in parts:
        part.requires_grad_(True)
