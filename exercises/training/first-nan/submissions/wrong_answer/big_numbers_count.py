# caught-by: returns_none
# mistake: Large finite numbers seem to count as bad.
# mistake[zh-CN]: 很大的有限数似乎也被算作坏数。
import torch


def first_bad_module(model, x):
    found = []
    handles = []
    for name, module in model.named_modules():
        if next(module.children(), None) is not None:
            continue

        def look(module, args, output, name=name):
            if not found and not (output.abs() < 1e6).all():
                found.append(name)

        handles.append(module.register_forward_hook(look))
    try:
        with torch.no_grad():
            model(x)
    finally:
        for handle in handles:
            handle.remove()
    return found[0] if found else None
