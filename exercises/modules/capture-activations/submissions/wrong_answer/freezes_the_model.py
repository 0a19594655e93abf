# caught-by: runs_the_model_once
# mistake: The model seems to stay frozen after the call.
# mistake[zh-CN]: 调用之后模型似乎被冻结了。


def capture(model, names, x):
    out = {}
    mods = dict(model.named_modules())
    for n in names:
        mods[n]
    hs = [mods[n].register_forward_hook(lambda m, i, o, n=n: out.__setitem__(n, o.detach().clone())) for n in names]
    model.requires_grad_(False)
    try:
        model(x)
    finally:
        for h in hs:
            h.remove()
    return out
