# caught-by: freezes_the_rest
# mistake: Parameters of children of a named part seem to stay frozen.
# mistake[zh-CN]: 指定部分的子模块的参数似乎仍被冻结。
def freeze_except(model, names):
    parts = [model.get_submodule(name) for name in names]
    model.requires_grad_(False)
    for part in parts:
        for p in part.parameters(recurse=False):
            p.requires_grad = True
    return [p for p in model.parameters() if p.requires_grad]
