# caught-by: refuses_unknown_names
# mistake: You seem to raise only if none of the names is known.
# mistake[zh-CN]: 你似乎只在所有名字都未知时才抛出异常。
def freeze_except(model, names):
    modules = dict(model.named_modules())
    parts = [modules[name] for name in names if name in modules]
    if names and not parts:
        raise KeyError(names)
    model.requires_grad_(False)
    for part in parts:
        part.requires_grad_(True)
    return [p for p in model.parameters() if p.requires_grad]
