# caught-by: looks_at_each_call
# mistake: Only the last call of each layer seems to be looked at.
# mistake[zh-CN]: 似乎只看了每层的最后一次调用。
import torch


def first_bad_module(model, x):
    outputs = {}
    handles = []
    for name, module in model.named_modules():
        if next(module.children(), None) is not None:
            continue

        def look(module, args, output, name=name):
            outputs.pop(name, None)
            outputs[name] = output

        handles.append(module.register_forward_hook(look))
    try:
        with torch.no_grad():
            model(x)
    finally:
        for handle in handles:
            handle.remove()
    return next((n for n, o in outputs.items() if not torch.isfinite(o).all()), None)
