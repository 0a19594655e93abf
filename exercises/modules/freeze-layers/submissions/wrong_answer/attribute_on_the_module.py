# caught-by: freezes_the_rest
# mistake: You seem to set `requires_grad` on modules; there it is an attribute without effect.
# mistake[zh-CN]: 你似乎把 `requires_grad` 设在了模块上；那里它只是个没有作用的属性。
def freeze_except(model, names):
    parts = dict(model.named_modules())
    for name in names:
        parts[name]
    for name, module in parts.items():
        module.requires_grad = name in names
    return [p for name in names for p in parts[name].parameters()]
