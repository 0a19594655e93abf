# caught-by: freezes_the_rest
# mistake: You seem to freeze the named parts instead of the others.
# mistake[zh-CN]: 你似乎冻结了指定的部分，而不是其余部分。
def freeze_except(model, names):
    parts = [model.get_submodule(name) for name in names]
    model.requires_grad_(True)
    for part in parts:
        part.requires_grad_(False)
    return [p for p in model.parameters() if p.requires_grad]
