def freeze_except(model, names):
    modules = dict(model.named_modules())
    wanted = {id(p) for name in names for p in modules[name].parameters()}
    for p in model.parameters():
        p.requires_grad_(id(p) in wanted)
    return list(filter(lambda p: p.requires_grad, model.parameters()))
