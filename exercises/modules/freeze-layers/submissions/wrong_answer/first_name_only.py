# caught-by: freezes_the_rest
# mistake: Only one of the names seems to count.
# mistake[zh-CN]: 似乎只有一个名字起作用。
def freeze_except(model, names):
    parts = [model.get_submodule(name) for name in names]
    model.requires_grad_(False)
    for part in parts:
        part.requires_grad_(True)
        break
    return [p for p in model.parameters() if p.requires_grad]
