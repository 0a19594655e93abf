# caught-by: works_again
# mistake: You seem to freeze only: what was frozen before stays so.
# mistake[zh-CN]: 你似乎只做了冻结：之前被冻结的部分没有恢复。
def freeze_except(model, names):
    modules = dict(model.named_modules())
    keep = {id(p) for name in names for p in modules[name].parameters()}
    for p in model.parameters():
        if id(p) not in keep:
            p.requires_grad = False
    return [p for p in model.parameters() if id(p) in keep]
